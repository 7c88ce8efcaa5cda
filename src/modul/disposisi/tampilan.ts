import { teksUkuran } from '../../inti/angka/index.ts'
import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { tanggalJam, tanggalPanjang } from '../../inti/waktu/index.ts'
import type { Kepala } from '../siklus/index.ts'
import { ASAL, INSTRUKSI_LAZIM, LABEL, SIFAT } from './isian.ts'
import { type Disposisi, kurangDisposisi, type PejabatTujuan } from './kueri.ts'

daftarkanPesan({
  'disposisi-disimpan': 'Rancangan disposisi tersimpan. Camat yang menerbitkannya.',
  'disposisi-terbit': 'Disposisi terbit. Langkah berikutnya sudah terbuka bagi pelaksananya.',
  'berkas-dilepas': 'Berkas dilepas dari langkah ini.',
})

const opsiDari = (daftar: Readonly<Record<string, string>>) =>
  Object.entries(daftar).map(([nilai, teks]) => ({ nilai, teks }))

type Lampiran = {
  readonly id: string
  readonly berkasId: string
  readonly nama: string
  readonly ukuran: number
  readonly namaPengunggah: string
}
type Bahan = {
  kepala: Kepala
  disposisi: Disposisi | null
  tujuan: readonly PejabatTujuan[]
  lampiran: readonly Lampiran[]
  pelaku: Pelaku
}
type Kembalian = { isian?: Record<string, string>; kesalahan?: Kesalahan }

/** The page in every state: form for those who may write, the sheet as text for all others. */
export function susunDisposisi(
  { kepala, disposisi, tujuan, lampiran, pelaku }: Bahan,
  { isian, kesalahan = {} }: Kembalian = {},
) {
  return {
    judulHalaman: `Disposisi · ${kepala.periode}`,
    kepala,
    ada: disposisi !== null,
    bolehUbah: kepala.bolehSiapkan && disposisi !== null,
    bolehTerbitkan: kepala.giliranSaya,
    // a complete draft is shown as text with its one button: the Camat issues it from a phone without scrolling through fields
    ringkas:
      kepala.giliranSaya &&
      disposisi?.disiapkanOleh !== '' &&
      kurangDisposisi(disposisi).length === 0 &&
      isian === undefined,
    alamat: `${kepala.alamat}/disposisi`,
    versi: isian?.versi ?? String(disposisi?.versi ?? 0),
    isian: isian ? dariKiriman(isian) : dariBaris(disposisi),
    kesalahan,
    label: LABEL,
    opsiAsal: opsiDari(ASAL),
    opsiSifat: opsiDari(SIFAT),
    opsiTujuan: tujuan.map((j) => ({ nilai: j.id, teks: j.nama, petunjuk: j.pemangku || 'sedang kosong' })),
    opsiInstruksi: INSTRUKSI_LAZIM.map((teks) => ({ nilai: teks, teks })),
    disiapkanOleh: disposisi?.disiapkanOleh ?? '',
    lampiran: lampiran.map((l) => ({
      nama: l.nama,
      alamat: `/berkas/${l.berkasId}`,
      ukuran: teksUkuran(l.ukuran),
      siapa: l.namaPengunggah,
      alamatHapus: `${kepala.alamat}/disposisi/berkas/${l.id}/penghapusan`,
    })),
    baca: disposisi ? barisBaca(disposisi, { tujuan, zona: pelaku.zonaWaktu }) : [],
  }
}

const dariBaris = (d: Disposisi | null) => ({
  asal: d?.asal ?? 'SURAT',
  suratDari: d?.suratDari ?? '',
  nomorSurat: d?.nomorSurat ?? '',
  tanggalSurat: d?.tanggalSurat ?? '',
  diterimaTanggal: d?.diterimaTanggal ?? '',
  nomorAgenda: d?.nomorAgenda ?? '',
  sifat: d?.sifat ?? 'BIASA',
  hal: d?.hal ?? '',
  diteruskanKepada: d?.diteruskanKepada ?? [],
  instruksi: (d?.instruksi ?? []).filter(lazim),
  instruksiLain: (d?.instruksi ?? []).filter((i) => !lazim(i)).join('\n'),
  catatan: d?.catatan ?? '',
  tenggat: d?.tenggat ?? '',
})
const lazim = (instruksi: string): boolean => (INSTRUKSI_LAZIM as readonly string[]).includes(instruksi)

function dariKiriman(isian: Record<string, string>): ReturnType<typeof dariBaris> {
  const teks = (nama: string) => isian[nama] ?? ''
  return {
    asal: teks('asal') === 'INISIATIF' ? 'INISIATIF' : 'SURAT',
    suratDari: teks('suratDari'),
    nomorSurat: teks('nomorSurat'),
    tanggalSurat: teks('tanggalSurat'),
    diterimaTanggal: teks('diterimaTanggal'),
    nomorAgenda: teks('nomorAgenda'),
    sifat: (Object.keys(SIFAT) as Disposisi['sifat'][]).find((s) => s === teks('sifat')) ?? 'BIASA',
    hal: teks('hal'),
    diteruskanKepada: teks('diteruskanKepada').split('\n').filter(Boolean),
    instruksi: teks('instruksi').split('\n').filter(Boolean),
    instruksiLain: teks('instruksiLain'),
    catatan: teks('catatan'),
    tenggat: teks('tenggat'),
  }
}

function barisBaca(d: Disposisi, { tujuan, zona }: { tujuan: readonly PejabatTujuan[]; zona: string }) {
  const tanggal = (t: string | null) => (t ? tanggalPanjang(t) : '')
  const kepada = tujuan.filter((j) => d.diteruskanKepada.includes(j.id)).map((j) => j.nama)
  const baris = [
    { label: LABEL.asal, nilai: ASAL[d.asal] },
    { label: LABEL.suratDari, nilai: d.suratDari },
    { label: LABEL.nomorSurat, nilai: d.nomorSurat },
    { label: LABEL.tanggalSurat, nilai: tanggal(d.tanggalSurat) },
    { label: LABEL.diterimaTanggal, nilai: d.asal === 'SURAT' ? tanggal(d.diterimaTanggal) : '' },
    { label: LABEL.nomorAgenda, nilai: d.nomorAgenda },
    { label: LABEL.sifat, nilai: SIFAT[d.sifat] },
    { label: LABEL.hal, nilai: d.hal },
    { label: LABEL.diteruskanKepada, nilai: kepada.join(', ') },
    { label: LABEL.instruksi, nilai: d.instruksi.join('; ') },
    { label: LABEL.catatan, nilai: d.catatan },
    { label: LABEL.tenggat, nilai: tanggal(d.tenggat) },
    { label: 'Disiapkan oleh', nilai: d.disiapkanOleh },
    { label: 'Diterbitkan', nilai: d.diterbitkanPada ? tanggalJam(d.diterbitkanPada, zona) : '' },
  ]
  return baris.filter((b) => b.nilai !== '')
}

export const halamanDisposisi = halaman<ReturnType<typeof susunDisposisi>>('disposisi/disposisi')
