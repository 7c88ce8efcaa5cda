import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { bukaWoff } from './woff.ts'

/**
 * The embedded typeface: Tinos (metrics of Times New Roman, the face of official letters), from the web subsets of
 * @fontsource/tinos. Letters outside the Latin subset come from the other subsets; those are opened only when met.
 */
export const ALFABET = ['latin', 'latin-ext', 'greek', 'cyrillic'] as const
const POTONGAN_KATA_TERSIMPAN = 20_000

/** Name of one font file, e.g. 'latin-700-italic'. */
export type NamaHuruf = `${(typeof ALFABET)[number]}-${'400' | '700'}-${'normal' | 'italic'}`

/** Heights above and below the baseline as parts of the type size. */
export const NAIK = 1825 / 2048
export const TURUN = 443 / 2048

/** What the layout needs to know of fonts; widths in em. */
export type Pengukur = {
  readonly lebar: (huruf: NamaHuruf, teks: string) => number
  readonly punya: (huruf: NamaHuruf, karakter: string) => boolean
}

type HurufTerbuka = {
  readonly widthOfString: (teks: string, ukuran: number) => number
  readonly font: { readonly hasGlyphForCodePoint: (kode: number) => boolean }
}

const require = createRequire(import.meta.url)
const isiBerkas = new Map<NamaHuruf, Buffer>()

/** Bytes of a font file (TrueType), read once. Throws when the package is not installed. */
export function berkasHuruf(nama: NamaHuruf): Buffer {
  let isi = isiBerkas.get(nama)
  if (!isi) {
    isi = bukaWoff(readFileSync(require.resolve(`@fontsource/tinos/files/tinos-${nama}.woff`)))
    isiBerkas.set(nama, isi)
  }
  return isi
}

/** pdfkit's fonts as the measure, so that what is measured is what is drawn. Widths of words are kept between documents. */
export function buatPengukur(): Pengukur {
  const acuan = new PDFDocument({ autoFirstPage: false, font: '' })
  const terbuka = new Map<NamaHuruf, { huruf: HurufTerbuka; lebar: Map<string, number> }>()
  const buka = (nama: NamaHuruf) => {
    let ada = terbuka.get(nama)
    if (!ada) {
      acuan.registerFont(nama, berkasHuruf(nama)).font(nama)
      // pdfkit has no public way to ask a font; its types leave the field out
      const huruf = (acuan as unknown as { _font: HurufTerbuka & { layoutCache?: unknown } })._font
      huruf.layoutCache = undefined // it would keep every word ever measured, with its glyphs
      ada = { huruf, lebar: new Map() }
      terbuka.set(nama, ada)
    }
    return ada
  }
  return {
    lebar: (nama, teks) => {
      const { huruf, lebar } = buka(nama)
      let hasil = lebar.get(teks)
      if (hasil === undefined) {
        if (lebar.size > POTONGAN_KATA_TERSIMPAN) lebar.clear()
        hasil = huruf.widthOfString(teks, 1)
        lebar.set(teks, hasil)
      }
      return hasil
    },
    punya: (nama, karakter) => buka(nama).huruf.font.hasGlyphForCodePoint(karakter.codePointAt(0) ?? 0),
  }
}

let bersama: Pengukur | undefined

/** The measure shared by all documents of this process. */
export function pengukurBersama(): Pengukur {
  bersama ??= buatPengukur()
  return bersama
}
