import { Decimal } from 'decimal.js'

/**
 * The one decimal constructor of the application: its own clone, so that no other library can change precision or
 * rounding under our feet. 40 significant digits, half-up (away from zero for negatives),
 * never exponent notation.
 */
export const Desimal = Decimal.clone({
  precision: 40,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -1000,
  toExpPos: 1000,
})
export type Desimal = Decimal

const POLA_DESIMAL = /^-?\d{1,30}(\.\d{1,40})?$/

/**
 * Reads a plain decimal string ("1234.56", as the database and bacaAngka give it) without passing through a binary
 * float. Null for anything else: exponent, NaN, Infinity, empty, signs other than a leading minus, more than 30+40 digits.
 */
export function cariDesimal(teks: string): Desimal | null {
  if (teks.length > 80 || !POLA_DESIMAL.test(teks)) return null
  return tanpaNolNegatif(new Desimal(teks))
}

/** Plain decimal text without trailing zeros, at most `desimal` decimals (default 30); never "-0" nor an exponent. */
export function teksDesimal(nilai: Desimal, desimal = 30): string {
  return tanpaNolNegatif(nilai.toDecimalPlaces(desimal)).toFixed()
}

/**
 * Half-up rounding to a fixed number of decimals, as printed: bulatkan('90.995', 2) = '91.00'. The printed
 * number is also the one that is compared and put in a class. Never "-0", NaN or Infinity: throws RangeError on those.
 */
export function bulatkan(nilai: string | Desimal, desimal: number): string {
  const angka = ambilDesimal(nilai)
  return tanpaNolNegatif(angka.toDecimalPlaces(desimal)).toFixed(desimal)
}

/** Digits beyond `desimal` decimals cut off instead of rounded: potong('103.876', 2) = '103.87'. Only where a card says so. */
export function potong(nilai: string | Desimal, desimal: number): string {
  const angka = ambilDesimal(nilai)
  return tanpaNolNegatif(angka.toDecimalPlaces(desimal, Decimal.ROUND_DOWN)).toFixed(desimal)
}

/** Decimal of a stored or computed number; RangeError for what is not a finite number (a programming error, never a user's). */
export function ambilDesimal(nilai: string | number | Desimal): Desimal {
  const angka = typeof nilai === 'object' ? nilai : cariDesimal(String(nilai))
  if (!angka?.isFinite()) throw new RangeError(`Bukan angka: ${String(nilai).slice(0, 40)}`)
  return tanpaNolNegatif(angka)
}

function tanpaNolNegatif(nilai: Desimal): Desimal {
  return nilai.isZero() ? new Desimal(0) : nilai
}
