import { Galat } from '../galat/index.ts'
import type { Kesalahan } from './isian.ts'

/** Name of an error of the whole form: the summary shows it without a field to lead to. */
const SELURUHNYA = ''
const TEKS =
  'Yang tersimpan sudah berubah sejak halaman ini Anda buka. Isian Anda tetap di bawah; yang lain daripada yang tersimpan ditandai. Periksa, lalu simpan lagi.'

/**
 * For the `catch` of a change of a whole table: that somebody saved meanwhile (409) becomes an error of its form, so that
 * the page comes back with what was typed. Every other error is thrown on.
 */
export function bentrokIsian(sebab: unknown): Kesalahan {
  if (sebab instanceof Galat && sebab.kode === 'sudah-berubah') return { [SELURUHNYA]: TEKS }
  throw sebab
}

export const adaBentrok = (kesalahan: Kesalahan): boolean => SELURUHNYA in kesalahan

/** HTTP status of a form that comes back: 409 where somebody saved meanwhile, otherwise 422; 200 without errors. */
export const statusKembali = (kesalahan?: Kesalahan): number =>
  kesalahan === undefined ? 200 : adaBentrok(kesalahan) ? 409 : 422
