const HANYA_HURUF = /^\p{L}+$/u
/** A syllable that may begin a line: one consonant (also ng, ny, sy, kh) and a vowel. */
const AWAL_SUKU = /^(?:ng|ny|sy|kh|[bcdfghjklmnpqrstvwxz])[aiueo]/i
/** Two letters that are one sound are not parted. */
const SATU_BUNYI = /n[gy]$|sy$|kh$/i
/** letters that stay together at either end */
const UJUNG = 3

/** Places in an Indonesian word before which a syllable begins: "pertanggungjawaban" → per-tang-gung-ja-wa-ban. */
export function batasSuku(kata: string): number[] {
  if (!HANYA_HURUF.test(kata)) return []
  const hasil: number[] = []
  for (let i = UJUNG - 1; i <= kata.length - UJUNG + 1; i++) {
    if (AWAL_SUKU.test(kata.slice(i)) && !SATU_BUNYI.test(kata.slice(i - 1, i + 1))) hasil.push(i)
  }
  return hasil
}

/**
 * A word cut between syllables into the fewest pieces that fit, all but the last with a hyphen; null where it cannot be
 * (a number, a code, a syllable that is wider than the line).
 */
export function penggalKata(kata: string, muat: (teks: string) => boolean): string[] | null {
  const hasil: string[] = []
  let sisa = kata
  while (!muat(sisa)) {
    const batas = batasSuku(sisa).findLast((i) => muat(`${sisa.slice(0, i)}-`))
    if (batas === undefined) return null
    hasil.push(`${sisa.slice(0, batas)}-`)
    sisa = sisa.slice(batas)
  }
  return [...hasil, sisa]
}
