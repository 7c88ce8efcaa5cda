import { ALFABET, type NamaHuruf, type Pengukur } from './huruf.ts'
import type { Run, Teks } from './model.ts'
import { cariSimbol, SIMBOL_TAK_DIKENAL } from './simbol.ts'

/** A stretch of one line in one font; x and width in em from the start of the line. A symbol is drawn, not set. */
export type Segmen = {
  readonly x: number
  readonly lebar: number
  readonly teks: string
  readonly huruf: NamaHuruf
  readonly garisBawah: boolean
  readonly simbol: boolean
  /** gaps inside it, or after it before the next word */
  readonly spasi: number
}

/** One set line. `akhir`: last of its paragraph, never stretched. `spasi`: number of gaps that may be stretched. */
export type Baris = {
  readonly segmen: readonly Segmen[]
  readonly lebar: number
  readonly spasi: number
  readonly akhir: boolean
}

type Bagian = { teks: string; huruf: NamaHuruf; garisBawah: boolean; simbol: boolean; lebar: number }
type Kata = { bagian: Bagian[]; lebar: number; spasi: number }

/** control and direction characters, soft hyphens, joiners, variation selectors; not the line feed */
const TAK_TAMPAK = /(?!\n)[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu
const SPASI_LAIN = /[\t\u2000-\u200a\u3000]/g
const LATIN_SAJA = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u2212]*$/

/** Text as it may be set: composed letters, plain spaces and hyphens, no control or direction characters. */
export function bersihkanTeks(teks: string): string {
  return teks
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(SPASI_LAIN, ' ')
    .replace(/\u202f/g, '\u00a0')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(TAK_TAMPAK, '')
}

/** The runs of a text; `tebal` makes all of them bold. */
export function runDari(teks: Teks, tebal = false): Run[] {
  const daftar = typeof teks === 'string' ? [{ teks }] : teks
  return tebal ? daftar.map((run) => ({ ...run, tebal: true })) : daftar
}

/** All characters of a text without its looks. */
export function teksPolos(teks: Teks): string {
  return typeof teks === 'string' ? teks : teks.map((run) => run.teks).join('')
}

export type PilihanBungkus = {
  /** room in em */
  readonly lebar: number
  readonly pengukur: Pengukur
  readonly tebal?: boolean
  /** indent of the first line in em */
  readonly inden?: number
  /** every word a segment of its own, so that the gaps can be stretched */
  readonly terurai?: boolean
}

/** Breaks text into lines no wider than `lebar` em. A word that is wider breaks after - / _ . , then anywhere. */
export function bungkusTeks(teks: Teks, pilihan: PilihanBungkus): Baris[] {
  const { pengukur, inden = 0, terurai = false } = pilihan
  const lebar = Math.max(pilihan.lebar, 0.5)
  const hasil: Baris[] = []
  let mulai = inden
  const tutup = (baris: readonly Kata[], akhir: boolean) => {
    hasil.push(susunBaris(baris, { pengukur, akhir, mulai, terurai }))
    mulai = 0
  }
  for (const paragraf of susunKata(runDari(teks, pilihan.tebal), pengukur)) {
    let baris: Kata[] = []
    let terpakai = mulai
    for (const kata of paragraf.flatMap((k) => (k.lebar > lebar ? pecahKata(k, { lebar, pengukur }) : [k]))) {
      if (baris.length > 0 && terpakai + kata.lebar > lebar + 1e-6) {
        tutup(baris, false)
        baris = []
        terpakai = 0
      }
      baris.push(kata)
      terpakai += kata.lebar + kata.spasi
    }
    tutup(baris, true)
  }
  return hasil
}

/** Width in em of the widest word: what a column needs at least if no word is to be broken. */
export function kataTerlebar(teks: Teks, pilihan: { tebal?: boolean; pengukur: Pengukur }): number {
  let lebar = 0
  for (const paragraf of susunKata(runDari(teks, pilihan.tebal), pilihan.pengukur))
    for (const kata of paragraf) lebar = Math.max(lebar, kata.lebar)
  return lebar
}

function namaHuruf(run: Run, alfabet: (typeof ALFABET)[number]): NamaHuruf {
  return `${alfabet}-${run.tebal ? '700' : '400'}-${run.miring ? 'italic' : 'normal'}`
}

/** Paragraphs (split at line feeds) of words; a word may hold parts in several looks. */
function susunKata(runs: readonly Run[], pengukur: Pengukur): Kata[][] {
  const paragraf: Kata[][] = [[]]
  let kata: Kata = { bagian: [], lebar: 0, spasi: 0 }
  const tutup = () => {
    if (kata.bagian.length > 0) paragraf.at(-1)?.push(kata)
    kata = { bagian: [], lebar: 0, spasi: 0 }
  }
  for (const run of runs) {
    for (const potong of bersihkanTeks(run.teks).split(/( +|\n)/)) {
      if (potong === '') continue
      if (potong === '\n') {
        tutup()
        paragraf.push([])
      } else if (potong.startsWith(' ')) {
        if (kata.bagian.length > 0) {
          kata.spasi = pengukur.lebar(namaHuruf(run, 'latin'), ' ')
          tutup()
        }
      } else {
        for (const bagian of bagianDari(potong, { run, pengukur })) {
          kata.bagian.push(bagian)
          kata.lebar += bagian.lebar
        }
      }
    }
  }
  tutup()
  return paragraf
}

/** A piece of a word cut where the font changes: other alphabets, and signs that are drawn. */
function bagianDari(teks: string, { run, pengukur }: { run: Run; pengukur: Pengukur }): Bagian[] {
  const garisBawah = run.garisBawah === true
  const latin = namaHuruf(run, 'latin')
  if (LATIN_SAJA.test(teks))
    return [{ teks, huruf: latin, garisBawah, simbol: false, lebar: pengukur.lebar(latin, teks) }]
  const bagian: Bagian[] = []
  for (const karakter of teks) {
    const huruf = ALFABET.map((a) => namaHuruf(run, a)).find((nama) => pengukur.punya(nama, karakter))
    const gambar = huruf ? null : (cariSimbol(karakter) ?? cariSimbol(SIMBOL_TAK_DIKENAL))
    const akhir = bagian.at(-1)
    if (gambar) bagian.push({ teks: gambar.nama, huruf: latin, garisBawah, simbol: true, lebar: gambar.simbol.lebar })
    else if (akhir && !akhir.simbol && akhir.huruf === huruf) akhir.teks += karakter
    else bagian.push({ teks: karakter, huruf: huruf ?? latin, garisBawah, simbol: false, lebar: 0 })
  }
  for (const b of bagian) if (!b.simbol) b.lebar = pengukur.lebar(b.huruf, b.teks)
  return bagian
}

/** Cuts a word that is wider than the line. */
function pecahKata(kata: Kata, { lebar, pengukur }: { lebar: number; pengukur: Pengukur }): Kata[] {
  const unit = kata.bagian.flatMap((b) =>
    b.simbol
      ? [b]
      : (b.teks.match(/[^-/_.,;@]*[-/_.,;@]+|[^-/_.,;@]+/g) ?? [b.teks]).flatMap((teks) => {
          const utuh = pengukur.lebar(b.huruf, teks)
          if (utuh <= lebar) return [{ ...b, teks, lebar: utuh }]
          return Array.from(teks, (karakter) => ({ ...b, teks: karakter, lebar: pengukur.lebar(b.huruf, karakter) }))
        }),
  )
  const hasil: Kata[] = []
  let sekarang: Kata = { bagian: [], lebar: 0, spasi: 0 }
  for (const u of unit) {
    if (sekarang.bagian.length > 0 && sekarang.lebar + u.lebar > lebar) {
      hasil.push(sekarang)
      sekarang = { bagian: [], lebar: 0, spasi: 0 }
    }
    sekarang.bagian.push(u)
    sekarang.lebar += u.lebar
  }
  sekarang.spasi = kata.spasi
  hasil.push(sekarang)
  return hasil
}

type PilihanBaris = { akhir: boolean; mulai: number; terurai: boolean; pengukur: Pengukur }

/** Joins words to stretches of one look; widths are taken from the joined text, which is what is drawn. */
function susunBaris(kata: readonly Kata[], { akhir, mulai, terurai, pengukur }: PilihanBaris): Baris {
  const segmen: { -readonly [K in keyof Segmen]: Segmen[K] }[] = []
  let x = mulai
  kata.forEach((k, i) => {
    const antara = i < kata.length - 1 ? k.spasi : 0
    k.bagian.forEach((b, j) => {
      const spasi = j === k.bagian.length - 1 && antara > 0 ? 1 : 0
      const ada = segmen.at(-1)
      const teks = spasi && !b.simbol ? `${b.teks} ` : b.teks
      const lebar = spasi ? (b.simbol ? b.lebar + antara : pengukur.lebar(b.huruf, teks)) : b.lebar
      const sambung = ada && !ada.simbol && !b.simbol && ada.huruf === b.huruf && ada.garisBawah === b.garisBawah
      if (sambung && !(terurai && ada.spasi > 0)) {
        ada.teks += teks
        ada.lebar += lebar
        ada.spasi += spasi
      } else segmen.push({ x, lebar, teks, huruf: b.huruf, garisBawah: b.garisBawah, simbol: b.simbol, spasi })
      x += lebar
    })
  })
  return { segmen, lebar: x, spasi: segmen.reduce((jumlah, s) => jumlah + s.spasi, 0), akhir }
}
