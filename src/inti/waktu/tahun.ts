import { jam } from './jam.ts'
import { tanggalLokal } from './tanggal.ts'

/** The calendar year by the office's clock; takes anything with the IANA zone of the office, such as who acts. */
export const tahunIni = ({ zonaWaktu }: { readonly zonaWaktu: string }): number =>
  Number(tanggalLokal(jam.sekarang(), zonaWaktu).slice(0, 4))

/** A year as an address or form asks for it (`?tahun=`), `sejak`–2100; `bawaan` for anything else. */
export function tahunDari(diminta: unknown, bawaan: number, sejak = 2000): number {
  const tahun = typeof diminta === 'string' || typeof diminta === 'number' ? Number(diminta) : Number.NaN
  return Number.isInteger(tahun) && tahun >= sejak && tahun <= 2100 ? tahun : bawaan
}
