import { teksUkuran } from '../../inti/angka/index.ts'
import { barisIsian, daftarkanPesan, halaman, isianKembali, type Kesalahan } from '../../inti/http/index.ts'
import { hariTanggal, tanggalPanjang } from '../../inti/waktu/index.ts'
import type { Kepala } from '../siklus/index.ts'
import { KEHADIRAN, LABEL } from './isian.ts'
import type { Peserta, Rapat } from './kueri.ts'
import { waktuRapat } from './susun-undangan.ts'

daftarkanPesan({
  'rapat-disimpan': 'Catatan rapat tersimpan.',
  'rapat-selesai': 'Rapat selesai. Keputusannya menjadi tindak lanjut, langkah berikutnya sudah terbuka.',
  'undangan-dinomori': 'Undangan sudah diberi nomor.',
  'foto-diunggah': 'Berkas rapat diunggah.',
})

const PESERTA_KOSONG = 2
const KEPUTUSAN_KOSONG = 2
const LENCANA = { BELUM: 'BELUM', HADIR: 'HADIR', IZIN: 'DILEWATI', TIDAK_HADIR: 'TIDAK_ADA' } as const

type Lampiran = {
  readonly id: string
  readonly berkasId: string
  readonly nama: string
  readonly ukuran: number
  readonly namaPengunggah: string
}
type Bahan = { kepala: Kepala; rapat: Rapat | null; lampiran: readonly Lampiran[]; kurang: readonly string[] }
type Kembalian = { badan?: unknown; kesalahan?: Kesalahan }

/** The page in every state: one form for those who may write, the minutes as text for all others. */
export function susunRapat({ kepala, rapat, lampiran, kurang }: Bahan, { badan, kesalahan = {} }: Kembalian = {}) {
  const isian = badan === undefined ? dariBaris(rapat) : dariKiriman(badan, rapat)
  const orang = (rapat?.peserta ?? []).filter((p) => p.pegawaiId)
  const opsiOrang = orang.map((p) => ({
    nilai: p.pegawaiId ?? '',
    teks: p.jabatan ? `${p.nama} – ${p.jabatan}` : p.nama,
  }))
  return {
    judulHalaman: `Rapat · ${kepala.periode}`,
    kepala,
    ada: rapat !== null,
    bolehUbah: kepala.bolehSiapkan && rapat !== null,
    alamat: `${kepala.alamat}/rapat`,
    isian,
    kesalahan,
    label: labelLengkap(isian, kesalahan),
    kurang: kepala.terbuka && badan === undefined ? kurang : [],
    opsiKehadiran: Object.entries(KEHADIRAN).map(([nilai, teks]) => ({ nilai, teks })),
    opsiOrang: [{ nilai: '', teks: 'Pilih' }, ...opsiOrang],
    bolehNomori: rapat !== null && rapat.nomorUndangan === '',
    lampiran: lampiran.map((l) => ({
      nama: l.nama,
      alamat: `/berkas/${l.berkasId}`,
      ukuran: teksUkuran(l.ukuran),
      siapa: l.namaPengunggah,
      alamatHapus: `${kepala.alamat}/rapat/berkas/${l.id}/penghapusan`,
    })),
    baca: rapat ? susunBaca(rapat) : null,
  }
}

const KOSONG = { nama: '', jabatan: '', kehadiran: 'BELUM', id: '', hapus: '' }
const KEPUTUSAN = { apa: '', pegawaiId: '', siapa: '', kapan: '' }
const tambahan = <T>(jumlah: number, isi: T): T[] => Array.from({ length: jumlah }, () => isi)

const pokokDari = (r: Rapat | null) => ({
  versi: String(r?.versi ?? 0),
  acara: r?.acara ?? '',
  tanggal: r?.tanggal ?? '',
  waktuMulai: r?.waktuMulai ?? '',
  waktuSelesai: r?.waktuSelesai ?? '',
  tempat: r?.tempat ?? '',
  nomorUndangan: r?.nomorUndangan ?? '',
  tanggalUndangan: r?.tanggalUndangan ?? '',
  pemimpinId: r?.pemimpinId ?? '',
  notulisId: r?.notulisId ?? '',
  agenda: r?.agenda ?? '',
  pembahasan: r?.pembahasan ?? '',
})

const dariBaris = (r: Rapat | null) => ({
  ...pokokDari(r),
  peserta: [
    ...(r?.peserta ?? []).map((p) => ({
      ...KOSONG,
      id: p.id,
      nama: p.nama,
      jabatan: p.jabatan,
      kehadiran: p.kehadiran as string,
    })),
    ...tambahan(PESERTA_KOSONG, KOSONG),
  ].map(nomori),
  keputusan: [
    ...(r?.keputusan ?? []).map((k) => ({
      apa: k.apa,
      pegawaiId: k.pegawaiId ?? '',
      siapa: k.pegawaiId ? '' : k.siapa,
      kapan: k.kapan ?? '',
    })),
    ...tambahan(KEPUTUSAN_KOSONG, KEPUTUSAN),
  ].map(nomori),
})
type Isian = ReturnType<typeof dariBaris>

function nomori<T extends object>(isi: T, nomor: number): T & { nomor: number } {
  return { ...isi, nomor }
}

/** What was typed, shown again; names of those already on the list come from the database, not from the form. */
function dariKiriman(badan: unknown, rapat: Rapat | null): Isian {
  const kirim = isianKembali(badan)
  const pokok = pokokDari(null)
  for (const bidang of Object.keys(pokok) as (keyof typeof pokok)[]) pokok[bidang] = kirim[bidang] ?? ''
  const lama = new Map((rapat?.peserta ?? []).map((p): [string, Peserta] => [p.id, p]))
  const peserta = barisIsian(badan, 'peserta').map((p) => {
    const ada = lama.get(p.id ?? '')
    return {
      ...KOSONG,
      ...p,
      id: ada?.id ?? '',
      nama: ada?.nama ?? p.nama ?? '',
      jabatan: ada?.jabatan ?? p.jabatan ?? '',
    }
  })
  return {
    ...pokok,
    peserta: peserta.map(nomori),
    keputusan: barisIsian(badan, 'keputusan')
      .map((k) => ({ ...KEPUTUSAN, ...k }))
      .map(nomori),
  }
}

/** Names of row fields in the error summary. */
const KOLOM_KEPUTUSAN = { apa: 'apa', pegawaiId: 'siapa', siapa: 'nama lain', kapan: 'kapan' } as const
/** Fields of the summary of errors by name; a sentence that names its decision itself gets no name before it. */
const labelLengkap = (isian: Isian, kesalahan: Kesalahan): Record<string, string> => ({
  ...LABEL,
  ...Object.fromEntries(isian.peserta.map((p) => [`peserta.${p.nomor}.nama`, `Peserta ${p.nomor + 1}`])),
  ...Object.fromEntries(
    isian.keputusan.flatMap(({ nomor }) =>
      Object.entries(KOLOM_KEPUTUSAN).flatMap(([kolom, kata]) => {
        const bidang = `keputusan.${nomor}.${kolom}`
        return kesalahan[bidang]?.startsWith('Keputusan') ? [] : [[bidang, `Keputusan ${nomor + 1}, ${kata}`]]
      }),
    ),
  ),
})

function susunBaca(r: Rapat) {
  const nama = (id: string | null) => r.peserta.find((p) => p.pegawaiId === id)?.nama ?? ''
  const undangan = [r.nomorUndangan, r.tanggalUndangan && tanggalPanjang(r.tanggalUndangan)].filter(Boolean).join(', ')
  const baris = [
    { label: LABEL.acara, nilai: r.acara },
    { label: LABEL.tanggal, nilai: r.tanggal ? hariTanggal(r.tanggal) : '' },
    { label: 'Waktu', nilai: r.waktuMulai ? waktuRapat(r) : '' },
    { label: LABEL.tempat, nilai: r.tempat },
    { label: 'Undangan', nilai: undangan },
    { label: LABEL.pemimpinId, nilai: nama(r.pemimpinId) },
    { label: LABEL.notulisId, nilai: nama(r.notulisId) },
  ]
  return {
    pokok: baris.filter((b) => b.nilai !== ''),
    agenda: r.agenda.split('\n').filter(Boolean),
    pembahasan: r.pembahasan.split('\n').filter(Boolean),
    peserta: r.peserta.map((p) => ({
      sel: [p.nama, p.jabatan, { status: { kode: LENCANA[p.kehadiran], teks: KEHADIRAN[p.kehadiran] } }],
    })),
    keputusan: r.keputusan.map((k) => ({ sel: [k.apa, k.siapa, k.kapan ? tanggalPanjang(k.kapan) : '–'] })),
  }
}

export const halamanRapat = halaman<ReturnType<typeof susunRapat>>('rapat/rapat')
