import { z } from 'zod'
import { PERAN } from '../../inti/pelaku.ts'
import { JENIS_PERIODE, skemaTanggalAtauBulan, skemaWaktuBaku } from '../../inti/waktu/index.ts'
import { KODE_JENIS_LANGKAH } from './jenis-langkah.ts'
import { rapikanBaris, rapikanTeks } from './rapikan-teks.ts'

export const TUJUAN_SOP = ['PENGUMPULAN', 'PENGUKURAN'] as const
export const CARA_PELAKSANA = ['SALAH_SATU', 'SEMUA'] as const

export const MAKS_LANGKAH = 100
export const MAKS_PELAKSANA = 20
/** items of a list in one cell of a workbook: together below the 32,767 characters it holds */
export const MAKS_BUTIR = 500
export const MAKS_DAFTAR = 50
/** items of the identity block, each in a row of its own */
export const MAKS_BUTIR_IDENTITAS = 1000
export const MAKS_DAFTAR_IDENTITAS = 100

export const POLA_KODE = /^[A-Z][A-Z0-9._-]{0,39}$/
export const POLA_KODE_SOP = /^[a-z][a-z0-9-]{0,59}$/

const kode = z.string().regex(POLA_KODE, 'tulis kode dengan huruf besar, angka, titik, atau tanda hubung, misalnya P7')
const teksWajib = (maks: number) =>
  z
    .string('tulis sebagai teks')
    .transform(rapikanTeks)
    .pipe(z.string().min(1, 'tidak boleh kosong').max(maks, `paling panjang ${maks} huruf`))
const kosongJadiNull = (maks: number) =>
  z
    .string('tulis sebagai teks')
    .transform(rapikanTeks)
    .pipe(z.string().max(maks, `paling panjang ${maks} huruf`))
    .nullish()
    .transform((isi) => isi || null)
/** One item of a list is one line: files and forms separate items by lines. */
const butir = (maks: number) =>
  z
    .string('tulis sebagai teks')
    .transform(rapikanBaris)
    .pipe(z.string().min(1, 'tidak boleh kosong').max(maks, `paling panjang ${maks} huruf`))

/** One value or a list of them: an office writes `peran: CAMAT` as readily as `peran: [CAMAT]`. */
const daftar = <S extends z.ZodType>(isi: S, maks = 50) =>
  z.preprocess(
    (nilai) => (nilai === undefined || nilai === null ? [] : Array.isArray(nilai) ? nilai : [nilai]),
    z.array(isi).max(maks, `paling banyak ${maks}`),
  )
const daftarTeks = daftar(butir(MAKS_BUTIR), MAKS_DAFTAR)
const daftarIdentitas = daftar(butir(MAKS_BUTIR_IDENTITAS), MAKS_DAFTAR_IDENTITAS)
/** an SOP may say no more than the month: 2021-02 */
const tanggalBoleh = skemaTanggalAtauBulan.nullish().transform((isi) => isi || null)
const nomorTercetak = z.preprocess((nilai) => (typeof nilai === 'number' ? String(nilai) : nilai), butir(20))

const skemaIdentitas = z.strictObject({
  nomor: kosongJadiNull(100),
  tanggalPembuatan: tanggalBoleh,
  tanggalRevisi: tanggalBoleh,
  tanggalEfektif: tanggalBoleh,
  disahkanOleh: z.strictObject({
    jabatan: kosongJadiNull(200),
    nama: kosongJadiNull(200),
    pangkat: kosongJadiNull(200),
    nip: kosongJadiNull(30),
  }),
  instansi: daftarIdentitas,
  dasarHukum: daftar(
    z.preprocess(
      (nilai) => (typeof nilai === 'string' ? { teks: nilai } : nilai),
      /** asli: the wording of the source where `teks` corrects it */
      z.strictObject({ teks: teksWajib(1000), asli: kosongJadiNull(1000), catatan: kosongJadiNull(1000) }),
    ),
    MAKS_DAFTAR_IDENTITAS,
  ),
  kualifikasi: daftarIdentitas,
  keterkaitan: daftarIdentitas,
  peralatan: daftarIdentitas,
  peringatan: daftarIdentitas,
  pencatatan: daftarIdentitas,
})

const skemaPelaksana = z.strictObject({
  kode,
  nama: butir(200),
  peran: daftar(z.enum(PERAN)),
  /** codes of the posts and units behind the column */
  jabatan: daftar(butir(60)),
  unit: daftar(butir(60)),
})

const skemaKeputusan = z.strictObject({
  /** undefined: the next of the list; null: the end */
  ya: kode.nullable().optional(),
  tidak: daftar(kode, 20).refine((isi) => isi.length > 0, 'sebutkan paling sedikit satu tujuan'),
  /** the target offered first; default the first of `tidak` */
  bawaan: kode.optional(),
})

const skemaLangkah = z.strictObject({
  kode,
  nomor: nomorTercetak,
  uraian: teksWajib(2000),
  uraianAsli: kosongJadiNull(2000),
  catatanKoreksi: kosongJadiNull(2000),
  jenis: z.enum(KODE_JENIS_LANGKAH),
  pelaksana: daftar(kode, MAKS_PELAKSANA).refine((isi) => isi.length > 0, 'sebutkan paling sedikit satu pelaksana'),
  cara: z.enum(CARA_PELAKSANA).default('SALAH_SATU'),
  penerima: daftar(kode, MAKS_PELAKSANA),
  dibantu: daftar(kode, MAKS_PELAKSANA),
  kelengkapan: daftarTeks,
  /** the documents a ceklis-dokumen step asks for, where they are more than its kelengkapan */
  dokumen: daftarTeks,
  waktuBaku: z.preprocess(siapkanWaktuBaku, skemaWaktuBaku),
  keluaran: kosongJadiNull(300),
  /** undefined: the next of the list; null or []: the end; several: side by side, they join where they meet */
  berikutnya: z.preprocess(
    (nilai) => (nilai === null ? [] : typeof nilai === 'string' ? [nilai] : nilai),
    z.array(kode).max(10, 'paling banyak 10').optional(),
  ),
  keputusan: skemaKeputusan.nullish(),
  /** the step before decides whether this one is needed ("bila diperlukan") */
  opsional: z.boolean().default(false),
  /** of a pengisian step: a form with unsettled questions about its rows is not handed in */
  tahanPertanyaan: z.boolean().default(false),
  /** the step belongs to these periods only, e.g. [{jenis: TRIWULAN, nomor: [4]}]; empty: always */
  hanyaPeriode: daftar(
    z.strictObject({ jenis: z.enum(JENIS_PERIODE), nomor: daftar(z.number().int().min(1).max(12), 12) }),
  ),
  ket: kosongJadiNull(1000),
})

const skemaMentah = z.strictObject({
  kode: z.string().regex(POLA_KODE_SOP, 'tulis kode SOP dengan huruf kecil, angka, dan tanda hubung'),
  nama: butir(300),
  tujuan: z.enum(TUJUAN_SOP),
  periode: daftar(z.enum(JENIS_PERIODE)).refine((isi) => isi.length > 0, 'sebutkan paling sedikit satu jenis periode'),
  identitas: skemaIdentitas,
  pelaksana: z.array(skemaPelaksana).min(1, 'sebutkan paling sedikit satu pelaksana').max(MAKS_PELAKSANA),
  langkah: z.array(skemaLangkah).min(1, 'sebutkan paling sedikit satu langkah').max(MAKS_LANGKAH),
  /** columns that may skip a step while a siklus runs; empty: nobody may */
  bolehMelewati: daftar(kode, MAKS_PELAKSANA),
  catatan: daftar(
    z.strictObject({ letak: teksWajib(300), temuan: teksWajib(2000), penyelesaian: teksWajib(2000) }),
    200,
  ),
})

export type SopMentah = z.output<typeof skemaMentah>

/**
 * The definition of an SOP. Every "next of the list" is resolved to a code, so the order of the rows means nothing to
 * the engine; what comes out can be read in again unchanged.
 */
export const skemaSop = skemaMentah.transform((sop) => ({
  ...sop,
  langkah: sop.langkah.map((langkah, urut) => lengkapiLangkah(langkah, sop.langkah[urut + 1]?.kode ?? null)),
}))

export type DefinisiSop = z.output<typeof skemaSop>
export type LangkahSop = DefinisiSop['langkah'][number]
export type PelaksanaSop = DefinisiSop['pelaksana'][number]
export type KeputusanSop = NonNullable<LangkahSop['keputusan']>
export type IdentitasSop = DefinisiSop['identitas']

/** Absent counts as none; the words of the source on one line. */
export function siapkanWaktuBaku(nilai: unknown): unknown {
  if (nilai === undefined || nilai === null) return { jenis: 'TIDAK_ADA' }
  if (typeof nilai !== 'object' || !('teks' in nilai) || typeof nilai.teks !== 'string') return nilai
  return { ...nilai, teks: rapikanBaris(nilai.teks) }
}

/** A decision goes where its Ya and Tidak point; any other step has `berikutnya` (empty: the end). */
export function lengkapiLangkah(langkah: SopMentah['langkah'][number], susulan: string | null) {
  const { keputusan, berikutnya, ...lain } = langkah
  if (!keputusan) return { ...lain, keputusan: null, berikutnya: berikutnya ?? (susulan === null ? [] : [susulan]) }
  const { ya, tidak, bawaan } = keputusan
  return {
    ...lain,
    keputusan: { ya: ya === undefined ? susulan : ya, tidak, bawaan: bawaan ?? tidak[0] ?? '' },
    berikutnya: berikutnya ?? [],
  }
}
