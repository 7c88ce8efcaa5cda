import { JENIS_PERIODE } from '../../inti/waktu/index.ts'
import type { HasilSah } from './kueri-hasil.ts'

/** Results of a year as far as they reach; of those that end on one day the widest period last, the measured one after the collected. */
export const urutPeriode = (milik: readonly HasilSah[], tahun: number): HasilSah[] =>
  milik
    .filter((h) => h.tahun === tahun)
    .sort(
      (a, b) =>
        a.akhirPeriode.localeCompare(b.akhirPeriode) ||
        JENIS_PERIODE.indexOf(a.jenisPeriode) - JENIS_PERIODE.indexOf(b.jenisPeriode) ||
        Number(a.ukur) - Number(b.ukur),
    )

/** The approved result that reaches furthest in the year and says something; else the furthest. */
export function hasilTerakhir(milik: readonly HasilSah[], tahun: number): HasilSah | undefined {
  const tahunIni = urutPeriode(milik, tahun)
  return tahunIni.findLast((h) => h.capaian.jenis === 'NILAI') ?? tahunIni.at(-1)
}
