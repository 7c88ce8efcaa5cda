import { z } from 'zod'
import {
  skemaMm as mm,
  skemaBarisTabel,
  skemaKop,
  skemaPihak,
  skemaSelKepala,
  skemaTeks,
  type Teks,
  skemaTeksPolos as teksPolos,
} from './bagian.ts'
import { skemaGrafik } from './grafik.ts'

const rata = z.enum(['kiri', 'tengah', 'kanan'])

const blokJudul = z.strictObject({
  jenis: z.literal('judul'),
  /** 1 = title of the document (centred, bold), 2 = heading of a part, 3 = heading inside a part */
  tingkat: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  teks: skemaTeks,
  /** second line of a title, e.g. the period */
  subjudul: teksPolos.optional(),
  /** number of the letter, printed under a title as 'Nomor: …'; the title is then underlined, as letters do */
  nomor: teksPolos.optional(),
})

const blokParagraf = z.strictObject({
  jenis: z.literal('paragraf'),
  teks: skemaTeks,
  rata: z.enum(['kiri', 'tengah', 'kanan', 'rata']).optional(),
  /** first line indented, as in the body of a letter */
  menjorok: z.boolean().optional(),
  /** whole paragraph moved in from the left */
  indenMm: mm.optional(),
  huruf: z.enum(['biasa', 'kecil']).optional(),
  /** no space after it */
  rapat: z.boolean().optional(),
})

/** An entry of a list; `anak` is a list below it. */
export type ButirDaftar = Teks | { teks: Teks; anak?: BlokDaftar }
export type BlokDaftar = {
  jenis: 'daftar'
  /** angka 1. · huruf a. · butir • · strip – */
  gaya: 'angka' | 'huruf' | 'butir' | 'strip'
  mulai?: number
  butir: ButirDaftar[]
}

const blokDaftar: z.ZodType<BlokDaftar> = z.strictObject({
  jenis: z.literal('daftar'),
  gaya: z.enum(['angka', 'huruf', 'butir', 'strip']),
  mulai: z.number().int().min(0).max(10_000).optional(),
  butir: z
    .array(
      z.union([
        skemaTeks,
        z.strictObject({
          teks: skemaTeks,
          get anak() {
            return blokDaftar.optional()
          },
        }),
      ]),
    )
    .max(2000),
})

const blokTabel = z.strictObject({
  jenis: z.literal('tabel'),
  /** caption above it: 'Tabel 3.1 Capaian Kinerja …' */
  judul: teksPolos.optional(),
  /** widths are shares of the whole; 'angka' = right-aligned, never broken inside a number while it can be avoided */
  kolom: z
    .array(
      z.strictObject({
        bobot: z.number().positive().max(1000),
        rata: z.enum(['kiri', 'tengah', 'kanan', 'angka']).optional(),
      }),
    )
    .min(1)
    .max(60),
  kepala: z.array(z.array(skemaSelKepala).max(60)).max(6),
  /** row of column numbers (1) (2) (3) under the head, as official forms have it */
  nomorKolom: z.boolean().optional(),
  isi: z.array(skemaBarisTabel).max(20_000),
  catatan: z.array(skemaTeks).max(100).optional(),
  huruf: z.enum(['biasa', 'kecil', 'sangatKecil']).optional(),
  /** room to write or sign in */
  tinggiBarisMm: mm.optional(),
})

const blokIsianData = z.strictObject({
  jenis: z.literal('isianData'),
  /** 'label : nilai' rows as letters have them; an empty label continues the row above */
  baris: z.array(z.strictObject({ label: teksPolos, nilai: skemaTeks })).max(200),
  lebarLabelMm: mm.optional(),
  indenMm: mm.optional(),
  huruf: z.enum(['biasa', 'kecil']).optional(),
})

const blokKotakCentang = z.strictObject({
  jenis: z.literal('kotakCentang'),
  butir: z.array(z.strictObject({ teks: skemaTeks, dicentang: z.boolean() })).max(300),
  kolom: z.number().int().min(1).max(4).optional(),
  huruf: z.enum(['biasa', 'kecil']).optional(),
})

const blokTandaTangan = z.strictObject({
  jenis: z.literal('tandaTangan'),
  /** from left to right, `perBaris` in a row; a single signer stands right; null leaves a place empty */
  pihak: z.array(skemaPihak.nullable()).min(1).max(12),
  perBaris: z.number().int().min(1).max(4).optional(),
  huruf: z.enum(['biasa', 'kecil']).optional(),
})

const blokGaris = z.strictObject({ jenis: z.literal('garis'), gaya: z.enum(['tipis', 'tebal', 'ganda']).optional() })
const blokJarak = z.strictObject({ jenis: z.literal('jarak'), mm })
const blokPemisah = z.strictObject({ jenis: z.literal('pemisahHalaman') })
/** Table of contents of all headings (judul) that follow it, with page numbers; in Word a field that can be updated. */
const blokDaftarIsi = z.strictObject({ jenis: z.literal('daftarIsi') })

const blokGambar = z.strictObject({
  jenis: z.literal('gambar'),
  sumber: z.string().max(200),
  /** what it shows, for those who do not see it */
  uraian: teksPolos,
  lebarMm: mm,
  tinggiMm: mm,
  rata: rata.optional(),
  keterangan: teksPolos.optional(),
})

/** A chart drawn from data; Word prints its sentence instead. */
const blokGrafik = z.strictObject({ jenis: z.literal('grafik'), grafik: skemaGrafik })

/** Rows of boxes that hold blocks: disposition sheet, heading of a letter (without lines). */
export type BlokBingkai = {
  jenis: 'bingkai'
  /** false: same places, no lines */
  garis?: boolean
  baris: { sel: { bobot: number; isi: Blok[] }[]; tinggiMm?: number }[]
}

const blokBingkai: z.ZodType<BlokBingkai> = z.strictObject({
  jenis: z.literal('bingkai'),
  garis: z.boolean().optional(),
  baris: z
    .array(
      z.strictObject({
        tinggiMm: mm.optional(),
        sel: z
          .array(
            z.strictObject({
              bobot: z.number().positive().max(1000),
              get isi() {
                return z.array(skemaBlok).max(200)
              },
            }),
          )
          .min(1)
          .max(8),
      }),
    )
    .max(200),
})

/** Any part of a document's body. */
export const skemaBlok: z.ZodType<Blok> = z.union([
  z.discriminatedUnion('jenis', [
    blokJudul,
    blokParagraf,
    blokTabel,
    blokIsianData,
    blokKotakCentang,
    blokTandaTangan,
    blokGaris,
    blokJarak,
    blokPemisah,
    blokDaftarIsi,
    blokGambar,
    blokGrafik,
  ]),
  blokDaftar,
  blokBingkai,
])

/**
 * The document tree: every output document of Takar is written once as such a tree and stored as JSON; PDF, Word and the
 * preview page are renderers of it. All numbers and dates inside are ready strings; lengths are millimetres (`…Mm`).
 * Pictures are named by an id; the renderer is handed their bytes (PDF) or address (page) apart from the tree.
 */
/** The whole document. Throws ZodError when a stored tree is not one. */
export const skemaDokumen = z.strictObject({
  /** title in the file's properties and at the foot of each page; what is printed on top is a block */
  judul: teksPolos.min(1),
  /** which document this is: 'Lembar Disposisi', 'Notulen' … */
  jenis: teksPolos.min(1),
  ukuran: z.enum(['A4', 'F4', 'A3']),
  arah: z.enum(['tegak', 'mendatar']),
  kop: skemaKop.nullable(),
  nomor: teksPolos.optional(),
  /** YYYY-MM-DD; the date of creation in the file, so that the same tree gives the same bytes */
  tanggal: z.iso.date().optional(),
  isi: z.array(skemaBlok).max(5000),
  /** left side of the foot; without it jenis and title */
  kaki: teksPolos.optional(),
})

export type BlokTabel = z.infer<typeof blokTabel>
export type BlokTandaTangan = z.infer<typeof blokTandaTangan>
export type BlokJudul = z.infer<typeof blokJudul>
export type BlokParagraf = z.infer<typeof blokParagraf>
export type BlokIsianData = z.infer<typeof blokIsianData>
export type BlokKotakCentang = z.infer<typeof blokKotakCentang>
export type BlokGambar = z.infer<typeof blokGambar>
export type BlokGrafik = z.infer<typeof blokGrafik>
export type BlokGaris = z.infer<typeof blokGaris>
export type Blok =
  | BlokJudul
  | BlokParagraf
  | BlokDaftar
  | BlokTabel
  | BlokIsianData
  | BlokKotakCentang
  | BlokTandaTangan
  | BlokGaris
  | BlokGambar
  | BlokGrafik
  | BlokBingkai
  | z.infer<typeof blokJarak>
  | z.infer<typeof blokPemisah>
  | z.infer<typeof blokDaftarIsi>
export type Dokumen = z.infer<typeof skemaDokumen>
