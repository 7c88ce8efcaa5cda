import { ambilDesimal, bulatkan, type Desimal, teksDesimal } from './desimal.ts'

const DESIMAL_TAMPIL = 6
/** What a page shows where there is no number: blank is not zero. */
export const TANPA_NILAI = '–'

export type DapatDiformat = string | number | Desimal | null | undefined

/**
 * Indonesian number: '1.234,56'. Without `desimal` no trailing zeros and at most six decimals; with it exactly that many,
 * half-up. Exact text, no binary float. Null gives '–'; not a number: RangeError.
 */
export function formatAngka(nilai: DapatDiformat, { desimal }: { desimal?: number } = {}): string {
  if (nilai === null || nilai === undefined) return TANPA_NILAI
  return keIndonesia(teksTetap(nilai, desimal), '.')
}

/** Number for the value of an input field: '1250,5', without thousands separators, so that bacaAngka never has to ask. Null gives ''. */
export function formatIsian(nilai: DapatDiformat): string {
  if (nilai === null || nilai === undefined) return ''
  return keIndonesia(teksTetap(nilai, undefined), '')
}

/** Money for the value of an input field: '2.412.685.000'; in money a point always parts thousands, so nothing has to be asked. Null gives ''. */
export const formatIsianUang = (nilai: DapatDiformat): string =>
  nilai === null || nilai === undefined ? '' : formatAngka(nilai)

/** Percent as the office prints it: '93,75%' (two decimals half-up unless told). Null gives '–'. */
export function formatPersen(nilai: DapatDiformat, { desimal = 2 }: { desimal?: number } = {}): string {
  if (nilai === null || nilai === undefined) return TANPA_NILAI
  return `${formatAngka(nilai, { desimal })}%`
}

const ANGKA_ATAU_RENTANG = /^-?\d[\d.,]*(?:(?:–| sampai )-?\d[\d.,]*)?$/
/** A shown figure with its satuan: '38 Dokumen', '95%' without a gap; what is no figure or range stays alone. */
export const denganSatuan = (teks: string, satuan: string): string =>
  !ANGKA_ATAU_RENTANG.test(teks) ? teks : satuan === '%' ? `${teks}%` : `${teks} ${satuan}`

/** Money: 'Rp2.006.320.505'; two decimals only when there are cents; '-Rp1.250'. Null gives '–'. */
export function formatRupiah(nilai: DapatDiformat): string {
  if (nilai === null || nilai === undefined) return TANPA_NILAI
  const uang = ambilDesimal(nilai).toDecimalPlaces(2)
  const teks = formatAngka(uang.abs(), { desimal: uang.isInteger() ? 0 : 2 })
  return `${uang.isNegative() && !uang.isZero() ? '-' : ''}Rp${teks}`
}

function teksTetap(nilai: string | number | Desimal, desimal: number | undefined): string {
  const langsung = typeof nilai === 'string' ? tanpaHitung(nilai, desimal) : null
  if (langsung !== null) return langsung
  const angka = ambilDesimal(nilai)
  return desimal === undefined ? teksDesimal(angka, DESIMAL_TAMPIL) : bulatkan(angka, desimal)
}

/** A plain decimal text that needs no rounding is only trimmed or padded (most figures of a page); null: it must be computed. */
function tanpaHitung(teks: string, desimal: number | undefined): string | null {
  const [, bulat, pecahan = ''] = /^(0|[1-9]\d{0,20})(?:\.(\d{1,20}))?$/.exec(teks) ?? []
  if (bulat === undefined || pecahan.length > (desimal ?? DESIMAL_TAMPIL)) return null
  const isi = desimal === undefined ? pecahan.replace(/0+$/, '') : pecahan.padEnd(desimal, '0')
  return isi === '' ? bulat : `${bulat}.${isi}`
}

function keIndonesia(teks: string, pemisahRibuan: string): string {
  const [bulat = '0', pecahan] = teks.split('.')
  const berkelompok = bulat.length < 4 ? bulat : bulat.replace(/\B(?=(\d{3})+$)/g, pemisahRibuan)
  return pecahan === undefined ? berkelompok : `${berkelompok},${pecahan}`
}

/** Size of a file for people, from bytes: '1,2 MB', '345 KB'. Units of 1000, as the settings and file managers count. */
export const teksUkuran = (bita: number): string =>
  bita >= 1_000_000
    ? `${formatAngka((bita / 1_000_000).toFixed(1))} MB`
    : `${formatAngka(String(Math.max(1, Math.round(bita / 1000))))} KB`
