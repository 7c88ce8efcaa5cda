import { Desimal } from '../../../inti/angka/index.ts'

/**
 * An exact fraction. Formulas are computed in fractions and divided once at the end: 40 digits of a third times three are
 * not one, and a result that lies exactly between two printed numbers must round up.
 */
export type Pecahan = { readonly atas: bigint /** above zero */; readonly bawah: bigint }

/** Of a plain decimal text. */
export function pecahanDari(desimal: string): Pecahan {
  const [bulat = '0', pecahan = ''] = desimal.split('.')
  return sederhanakan(BigInt(bulat + pecahan), 10n ** BigInt(pecahan.length))
}

export const tambah = (a: Pecahan, b: Pecahan): Pecahan =>
  sederhanakan(a.atas * b.bawah + b.atas * a.bawah, a.bawah * b.bawah)
export const negatif = ({ atas, bawah }: Pecahan): Pecahan => ({ atas: -atas, bawah })
export const kali = (a: Pecahan, b: Pecahan): Pecahan => sederhanakan(a.atas * b.atas, a.bawah * b.bawah)
/** Null when the divisor is zero. */
export const bagi = (a: Pecahan, b: Pecahan): Pecahan | null =>
  b.atas === 0n ? null : sederhanakan(a.atas * b.bawah, a.bawah * b.atas)
/** Negative, zero or positive as a is less than, equal to or more than b. */
export const banding = (a: Pecahan, b: Pecahan): bigint => a.atas * b.bawah - b.atas * a.bawah

export const keDesimal = ({ atas, bawah }: Pecahan): Desimal => new Desimal(atas.toString()).div(bawah.toString())

function sederhanakan(atas: bigint, bawah: bigint): Pecahan {
  const tanda = bawah < 0n ? -1n : 1n
  const pembagi = pembagiBersama(atas < 0n ? -atas : atas, bawah * tanda) * tanda
  return { atas: atas / pembagi, bawah: bawah / pembagi }
}

function pembagiBersama(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}
