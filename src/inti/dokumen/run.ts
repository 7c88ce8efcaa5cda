import type { Run, Teks } from './bagian.ts'

/** control and direction characters, soft hyphens, joiners, variation selectors; not the line feed */
const TAK_TAMPAK = /(?!\n)[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu
const SPASI_LAIN = /[\t\u2000-\u200a\u3000]/g
/** letters and signs that the Latin part of the typeface has; such text needs no cleaning */
export const LATIN_SAJA =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u2212]*$/

/** Text as it may be set: composed letters, plain spaces and hyphens, no control or direction characters. */
export function bersihkanTeks(teks: string): string {
  if (LATIN_SAJA.test(teks)) return teks
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
