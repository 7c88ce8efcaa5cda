import { ambilJenisLangkah, cariLangkah, type DefinisiSop, hilir, type LangkahSop } from '../../sop/index.ts'
import type { Keadaan, KeadaanBagian, KeadaanLangkah } from './keadaan.ts'
import type { PelakuPerintah } from './perintah.ts'
import { type Tolakan, tolak } from './tolakan.ts'

/** Columns that hold the step now: its pelaksana, or the penerima once it was handed over for an answer. */
export function pemegangLangkah(langkah: LangkahSop, keadaan: KeadaanLangkah): readonly string[] {
  return dijawab(langkah) && keadaan.diteruskanPada !== null ? langkah.penerima : langkah.pelaksana
}

/** The step is finished by the answer of its penerima. */
export const dijawab = (langkah: LangkahSop): boolean =>
  ambilJenisLangkah(langkah.jenis).dijawabPenerima && langkah.penerima.length > 0

/**
 * Those who submitted what the decision at `kode` judges (pegawaiId): whoever handed in a part or finished a
 * submitting step before it, and whose work came along with it. None of them may decide.
 */
export function pengajuUntuk(definisi: DefinisiSop, keadaan: Keadaan, kode: string): string[] {
  const orang = keadaan.urutan.flatMap((asal) => {
    const langkah = cariLangkah(definisi, asal)
    const isi = keadaan.langkah[asal]
    if (!langkah || !isi || asal === kode || !ambilJenisLangkah(langkah.jenis).mengajukan) return []
    if (!hilir(definisi, asal).has(kode)) return []
    return [...isi.pengaju, ...isi.bagian.flatMap((b) => b.pengaju)]
  })
  return [...new Set(orang)]
}

/** The open step of a command with its definition, or the refusal. */
export function ambilTerbuka(
  definisi: DefinisiSop,
  keadaan: Keadaan,
  kode: string,
): { langkah: LangkahSop; isi: KeadaanLangkah } | Tolakan {
  const langkah = cariLangkah(definisi, kode)
  const isi = langkah ? keadaan.langkah[langkah.kode] : undefined
  if (!langkah || !isi)
    return tolak('LANGKAH_TIDAK_DIKENAL', `Langkah ${kode.slice(0, 40)} tidak ada di SOP siklus ini.`)
  if (isi.status === 'BERJALAN') return { langkah, isi }
  const sebab = { BELUM: 'belum terbuka', SELESAI: 'sudah selesai', DILEWATI: 'sudah dilewati' }[isi.status]
  return tolak(
    'LANGKAH_TIDAK_TERBUKA',
    `Langkah ${langkah.nomor} ${sebab}. Muat ulang halaman untuk melihat keadaannya.`,
  )
}

export const adalahTolakan = (nilai: object): nilai is Tolakan => 'http' in nilai

/** Refuses who acts as none of the columns. */
export function pastikanKolom(pelaku: PelakuPerintah, kolom: readonly string[], langkah: LangkahSop): Tolakan | null {
  if (pelaku.kode.some((kode) => kolom.includes(kode))) return null
  return tolak('BUKAN_PELAKSANA', `Langkah ${langkah.nomor} dikerjakan oleh pelaksana lain menurut SOP.`)
}

/** Refuses who may not act on this part: a column acts for itself, a unit through those the caller vouches for. */
export function pastikanBagian(pelaku: PelakuPerintah, bagian: KeadaanBagian): Tolakan | null {
  const boleh =
    bagian.pelaksana === null
      ? pelaku.bolehBagian?.includes(bagian.kunci) === true
      : pelaku.kode.includes(bagian.pelaksana)
  return boleh ? null : tolak('BUKAN_BAGIAN_ANDA', 'Bagian ini dikerjakan oleh unit atau pelaksana lain.')
}

/** Refuses an empty reason. */
export function pastikanAlasan(alasan: string | undefined): Tolakan | null {
  return alasan !== undefined && alasan.trim() !== '' ? null : tolak('ALASAN_KOSONG', 'Tuliskan alasannya.')
}
