import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku, Peran } from '../../inti/pelaku.ts'

/** What a column holds; decides how a cell is read, compared, shown and formatted in the workbook. */
export const JENIS_KOLOM = ['teks', 'angka', 'bulat', 'uang', 'tanggal', 'pilihan'] as const
export type JenisKolom = (typeof JENIS_KOLOM)[number]

export type KolomImpor = {
  /** field of the row: letters, digits, underscore */
  readonly kode: string
  /** head of the column in the workbook */
  readonly judul: string
  readonly jenis: JenisKolom
  /** must be filled in every row */
  readonly wajib?: boolean
  /** part of what tells one row from another; key columns that are not `wajib` may be blank */
  readonly kunci?: boolean
  /** for orientation only (the name beside a code): written into the workbook, never read back */
  readonly hanyaBaca?: boolean
  /** for `pilihan`: what is stored and what stands in the cell; a cell may hold either */
  readonly pilihan?: readonly { readonly nilai: string; readonly teks: string }[]
  /** longest text, 500 unless told */
  readonly maks?: number
  /** other heads under which older workbooks carry the column */
  readonly alias?: readonly string[]
  /** one line for the sheet "Petunjuk" */
  readonly petunjuk?: string
  /** width in characters */
  readonly lebar?: number
}

/** A column of words, 12 characters wide, unless told otherwise. */
export const kolomImpor = (kode: string, judul: string, lain: Partial<KolomImpor> = {}): KolomImpor => ({
  kode,
  judul,
  jenis: 'teks',
  lebar: 12,
  ...lain,
})

export type LembarImpor = {
  readonly kode: string
  /** name of the sheet, at most 31 characters */
  readonly nama: string
  /** what to write on it, in one or two sentences */
  readonly petunjuk: string
  readonly kolom: readonly KolomImpor[]
  /** most rows of one file, 2000 unless told */
  readonly maksBaris?: number
  /** a row in the form in which it is stored, where people type it otherwise (a code in small letters, a formula as it is written) */
  readonly rapikan?: (baris: NilaiBaris) => NilaiBaris
  /** rule of one row beyond its columns; usually `(baris) => bacaIsian(skema, baris).kesalahan` with a zod schema. Field → sentence */
  readonly periksa?: (baris: NilaiBaris) => Kesalahan
}

/**
 * One row as plain text per column: figures and money as plain decimals ("1234.5"), dates "2026-01-31", choices by their
 * stored value, blank as null (blank is not zero).
 */
export type NilaiBaris = Readonly<Record<string, string | null>>
/** A row of the file with the number it has in its sheet. */
export type BarisIsi = { readonly nomor: number; readonly nilai: NilaiBaris }
/** Rows per sheet (by the sheet's `kode`), those that could be read and do not repeat another's key. */
export type IsiBuku = Readonly<Record<string, readonly BarisIsi[]>>
/** What is wrong with a row: in which column (its `kode`, or null for the whole row), and what to do. */
export type SalahBaris = {
  readonly lembar: string
  readonly nomor: number
  readonly kolom: string | null
  readonly pesan: string
}

/** Sheets and present rows at this moment; made anew for each template, preview, application and undo. */
export type PersiapanImpor = {
  readonly lembar: readonly LembarImpor[]
  /** rows that are there, per sheet, with every column of the sheet, in the order of the export */
  readonly kini: Readonly<Record<string, readonly NilaiBaris[]>>
  /** rules across rows, sheets and tables (does the code exist, is the row closed by an approved form) */
  readonly periksa?: (isi: IsiBuku) => readonly SalahBaris[]
}

/** One row to write: new (`lama` null), changed, or to be taken away again (`baru` null, only when an import is undone). */
export type Perubahan = {
  readonly lembar: string
  readonly lama: NilaiBaris | null
  readonly baru: NilaiBaris | null
}

export type KonteksImpor = { readonly tahun: number }
/** `mundur`: an applied import is taken back, so that no new reason is asked for what it had changed */
export type KonteksTerapan = KonteksImpor & { readonly mundur?: boolean }

/**
 * One thing that goes in and out by Excel. A module gives one object of this type to `src/peta-impor.ts`; template, export,
 * reading, preview, application and undo follow from it.
 */
export type DefinisiImpor = {
  /** in the address: /impor/<kode> */
  readonly kode: string
  /** "Renstra", "Realisasi anggaran" */
  readonly nama: string
  /** one sentence: what the workbook carries */
  readonly keterangan: string
  /** rows belong to a year, which is chosen on the page */
  readonly tahunan: boolean
  readonly pembaca: readonly Peran[]
  readonly penulis: readonly Peran[]
  /** page to go back to */
  readonly halaman: (konteks: KonteksImpor) => { readonly teks: string; readonly alamat: string }
  /**
   * Sheets and present rows. With `kunci` it runs in the transaction of a change and must lock what it reads (`for update`),
   * so that nobody changes the rows between comparison and writing.
   */
  readonly siapkan: (
    baca: Tx | BasisData['baca'],
    pelaku: Pelaku,
    konteks: KonteksImpor & { readonly kunci: boolean },
  ) => Promise<PersiapanImpor>
  /**
   * Writes the rows, in one transaction with everything else. Rows come in the order of the sheets (in reverse for an undo).
   * A row to be taken away that is used by now: throw `galat.bentrok` with a sentence.
   */
  readonly terapkan: (tx: Tx, pelaku: Pelaku, perubahan: readonly Perubahan[], konteks: KonteksTerapan) => Promise<void>
}

export const MAKS_BARIS = 2000
export const MAKS_TEKS = 500
