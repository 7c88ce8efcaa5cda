/** Levels of the national nomenclature, with the form of their codes: U.BB.PP, U.BB.PP.J.KK, U.BB.PP.J.KK.SSSS (formerly two digits). */
export const TINGKAT_NOMENKLATUR = ['PROGRAM', 'KEGIATAN', 'SUB_KEGIATAN'] as const
export type TingkatNomenklatur = (typeof TINGKAT_NOMENKLATUR)[number]
export const TEKS_TINGKAT: Readonly<Record<TingkatNomenklatur, string>> = {
  PROGRAM: 'Program',
  KEGIATAN: 'Kegiatan',
  SUB_KEGIATAN: 'Sub kegiatan',
}

const POLA: Readonly<Record<TingkatNomenklatur, RegExp>> = {
  PROGRAM: /^[\dX]\.(\d\d|XX)\.\d\d$/,
  KEGIATAN: /^[\dX]\.(\d\d|XX)\.\d\d\.\d\.\d\d$/,
  SUB_KEGIATAN: /^[\dX]\.(\d\d|XX)\.\d\d\.\d\.\d\d\.\d{2,4}$/,
}
export const CONTOH_KODE: Readonly<Record<TingkatNomenklatur, string>> = {
  PROGRAM: '7.01.02',
  KEGIATAN: '7.01.02.2.01',
  SUB_KEGIATAN: '7.01.02.2.01.0001',
}

/** Which level a code belongs to; null when it is none. */
export const tingkatKode = (kode: string): TingkatNomenklatur | null =>
  TINGKAT_NOMENKLATUR.find((tingkat) => POLA[tingkat].test(kode)) ?? null

/** The code one level above: of a sub kegiatan its kegiatan, of a kegiatan its program; '' for a program. */
export function kodeInduk(kode: string): string {
  const bagian = kode.split('.')
  if (bagian.length >= 6) return bagian.slice(0, 5).join('.')
  return bagian.length === 5 ? bagian.slice(0, 3).join('.') : ''
}
