import { teksUkuran } from '../../inti/angka/index.ts'
import { barisIsian, daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { tanggalJam, tanggalPanjang } from '../../inti/waktu/index.ts'
import type { Kepala, KonteksLangkah } from '../siklus/index.ts'
import { type ButirKirim, CARA_KIRIM, LABEL_PENGIRIMAN } from './isian-pengiriman.ts'
import type { DokumenKirim, Pengiriman } from './kueri-pengiriman.ts'
import type { Kantor } from './penandatangan.ts'
import { susunCalonSurat } from './penandatangan-surat.ts'
import { namaNaskah } from './usul-pengiriman.ts'

daftarkanPesan({
  'surat-disimpan': 'Surat pengantar tersimpan.',
  'surat-dinomori': 'Surat pengantar sudah bernomor. Cetak, tanda tangani, kirim, lalu catat pengirimannya di sini.',
})

const BARIS_KOSONG = 2
const KOSONG: ButirKirim = { naskah: '', banyaknya: '', keterangan: '' }

type Lampiran = {
  readonly id: string
  readonly berkasId: string
  readonly nama: string
  readonly ukuran: number
  readonly namaPengunggah: string
}
export type BahanKirim = {
  readonly kepala: Kepala
  readonly konteks: KonteksLangkah
  readonly pengiriman: Pengiriman | null
  readonly dokumen: readonly DokumenKirim[]
  readonly kantor: Kantor
  readonly lampiran: readonly Lampiran[]
  readonly pelaku: Pelaku
}
type Kembalian = { badan?: unknown; isian?: Record<string, string>; kesalahan?: Kesalahan }

/** Page of the kind "kirim" in every state: the letter, its number, the proof. */
export function susunHalamanKirim(b: BahanKirim, { badan, isian, kesalahan = {} }: Kembalian = {}) {
  const { kepala, konteks, pengiriman: p } = b
  const alamat = `${kepala.alamat}/kirim`
  const calon = susunCalonSurat(konteks, b.kantor)
  const butir =
    badan === undefined ? [...(p?.butir ?? []), ...Array(BARIS_KOSONG).fill(KOSONG)] : barisIsian(badan, 'butir')
  return {
    judulHalaman: `${kepala.judul} · ${kepala.periode}`,
    kepala,
    alamat,
    ada: p !== null,
    bolehUbah: kepala.bolehSiapkan && p !== null,
    bolehSelesai: kepala.giliranSaya,
    bernomor: p?.nomor !== '' && p !== null,
    versi: isian?.versi ?? String(p?.versi ?? 0),
    isian: { ...dariBaris(p), ...isian },
    butir: butir.map((x, nomor) => ({
      ...KOSONG,
      hapus: '',
      ...x,
      nomor,
      salah: kesalahan[`butir.${nomor}.naskah`] ?? '',
    })),
    naskahSiklus: [...new Set(b.dokumen.map(namaNaskah))],
    kesalahan,
    label: { ...LABEL_PENGIRIMAN, ...labelButir(kesalahan) },
    opsiPenandatangan: [
      { nilai: '', teks: 'Pilih penandatangan' },
      ...calon.map((c) => ({ nilai: c.pegawaiId, teks: `${c.nama}, ${c.jabatan}` })),
    ],
    opsiCara: Object.entries(CARA_KIRIM).map(([nilai, teks]) => ({ nilai, teks })),
    lampiran: b.lampiran.map((l) => ({
      nama: l.nama,
      alamat: `/berkas/${l.berkasId}`,
      ukuran: teksUkuran(l.ukuran),
      siapa: l.namaPengunggah,
      alamatHapus: `${alamat}/berkas/${l.id}/penghapusan`,
    })),
    baca: p
      ? barisBaca(p, { penandatangan: calon.find((c) => c.pegawaiId === p.penandatanganId), pelaku: b.pelaku })
      : [],
    bacaButir: (p?.butir ?? []).map((x) => ({ sel: [x.naskah, x.banyaknya || '–', x.keterangan || '–'] })),
  }
}

const labelButir = (kesalahan: Kesalahan): Record<string, string> =>
  Object.fromEntries(
    Object.keys(kesalahan)
      .filter((k) => k.startsWith('butir.'))
      .map((k) => [k, LABEL_PENGIRIMAN['butir.0.naskah']]),
  )

const dariBaris = (p: Pengiriman | null) => ({
  nomor: p?.nomor ?? '',
  tanggal: p?.tanggal ?? '',
  kepada: p?.kepada ?? '',
  tempatTujuan: p?.tempatTujuan ?? '',
  penandatanganId: p?.penandatanganId ?? '',
  dikirimTanggal: p?.dikirimTanggal ?? '',
  cara: p?.cara ?? '',
  diterimaTanggal: p?.diterimaTanggal ?? '',
  penerima: p?.penerima ?? '',
  jabatanPenerima: p?.jabatanPenerima ?? '',
  rujukan: p?.rujukan ?? '',
})

type Baca = { readonly penandatangan: { nama: string; jabatan: string } | undefined; readonly pelaku: Pelaku }

function barisBaca(p: Pengiriman, { penandatangan, pelaku }: Baca) {
  const L = LABEL_PENGIRIMAN
  const tanggal = (t: string | null) => (t ? tanggalPanjang(t) : '')
  return [
    { label: L.nomor, nilai: p.nomor },
    { label: L.tanggal, nilai: tanggal(p.tanggal) },
    { label: L.kepada, nilai: [p.kepada, p.tempatTujuan].filter(Boolean).join(', di ') },
    { label: L.penandatanganId, nilai: penandatangan ? `${penandatangan.nama}, ${penandatangan.jabatan}` : '' },
    { label: L.dikirimTanggal, nilai: tanggal(p.dikirimTanggal) },
    { label: L.cara, nilai: p.cara ? CARA_KIRIM[p.cara] : '' },
    { label: L.diterimaTanggal, nilai: tanggal(p.diterimaTanggal) },
    { label: L.penerima, nilai: [p.penerima, p.jabatanPenerima].filter(Boolean).join(', ') },
    { label: L.rujukan, nilai: p.rujukan },
    {
      label: 'Dicatat',
      nilai: p.terkirimPada ? `${tanggalJam(p.terkirimPada, pelaku.zonaWaktu)} oleh ${p.pengirim}` : '',
    },
  ].filter((baris) => baris.nilai !== '')
}

export const halamanKirim = halaman<ReturnType<typeof susunHalamanKirim>>('naskah/kirim')
