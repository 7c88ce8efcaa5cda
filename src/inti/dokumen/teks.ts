import type { Run, Teks } from './bagian.ts'
import { ALFABET, type NamaHuruf, type Pengukur } from './huruf.ts'
import { penggalKata } from './penggal.ts'
import { bersihkanTeks, LATIN_SAJA, runDari } from './run.ts'
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

/** Breaks text into lines no wider than `lebar` em. A word that is wider breaks after - / _ . , then between syllables, then anywhere. */
export function bungkusTeks(teks: Teks, pilihan: PilihanBungkus): Baris[] {
  const { pengukur, inden = 0, terurai = false } = pilihan
  const lebar = Math.max(pilihan.lebar, 0.5)
  const sebaris = inden === 0 && !terurai ? satuBaris(teks, { ...pilihan, lebar }) : null
  if (sebaris) return [sebaris]
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

/** The short way for most cells of a table: plain letters that fit into one line. */
function satuBaris(teks: Teks, { lebar, tebal, pengukur }: PilihanBungkus): Baris | null {
  if (typeof teks !== 'string' || !LATIN_SAJA.test(teks)) return null
  const huruf = tebal ? 'latin-700-normal' : 'latin-400-normal'
  const rapi =
    teks.includes('  ') || teks.startsWith(' ') || teks.endsWith(' ') ? teks.replace(/ +/g, ' ').trim() : teks
  let panjang = 0
  let spasi = 0
  for (let mulai = 0; mulai < rapi.length; ) {
    const batas = rapi.indexOf(' ', mulai)
    const akhir = batas < 0 ? rapi.length : batas + 1
    panjang += pengukur.lebar(huruf, rapi.slice(mulai, akhir))
    if (panjang > lebar) return null
    if (batas >= 0) spasi += 1
    mulai = akhir
  }
  const segmen = rapi
    ? [{ x: 0, lebar: panjang, teks: rapi, huruf, garisBawah: false, simbol: false, spasi } as const]
    : []
  return { segmen, lebar: panjang, spasi, akhir: true }
}

/** Width in em of the widest word: what a column needs at least if no word is to be broken. */
export function kataTerlebar(teks: Teks, pilihan: { tebal?: boolean; pengukur: Pengukur }): number {
  let lebar = 0
  if (typeof teks === 'string' && LATIN_SAJA.test(teks)) {
    const huruf = pilihan.tebal ? 'latin-700-normal' : 'latin-400-normal'
    for (const kata of teks.split(' ')) lebar = Math.max(lebar, pilihan.pengukur.lebar(huruf, kata))
    return lebar
  }
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
  // a hyphen of ours would falsify an address or the name of a file
  const bersambung = kata.bagian.some((b) => /[_.@:]/.test(b.teks))
  const unit = kata.bagian.flatMap((b) =>
    b.simbol
      ? [b]
      : (b.teks.match(/[^-/_.,;@]*[-/_.,;@]+|[^-/_.,;@]+/g) ?? [b.teks]).flatMap((teks) => {
          const utuh = pengukur.lebar(b.huruf, teks)
          if (utuh <= lebar) return [{ ...b, teks, lebar: utuh }]
          const suku = bersambung ? null : penggalKata(teks, (t) => pengukur.lebar(b.huruf, t) <= lebar)
          if (suku) return suku.map((t) => ({ ...b, teks: t, lebar: pengukur.lebar(b.huruf, t) }))
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
