import { ambilDesimal } from '../../inti/angka/index.ts'
import type { Kategori } from './hitung-nilai.ts'

/** PermenPANRB 88/2021, predicates of the SAKIP evaluation: each begins just above its bound, on the unrounded value. */
export const PREDIKAT_SAKIP = [
  { kode: 'AA', sebutan: 'Sangat Memuaskan', diAtas: '90' },
  { kode: 'A', sebutan: 'Memuaskan', diAtas: '80' },
  { kode: 'BB', sebutan: 'Sangat Baik', diAtas: '70' },
  { kode: 'B', sebutan: 'Baik', diAtas: '60' },
  { kode: 'CC', sebutan: 'Cukup (Memadai)', diAtas: '50' },
  { kode: 'C', sebutan: 'Kurang', diAtas: '30' },
  { kode: 'D', sebutan: 'Sangat Kurang', diAtas: null },
] as const
export type PredikatSakip = (typeof PREDIKAT_SAKIP)[number]

/** Scores 1–7 for indicators whose target is a SAKIP predicate: target BB (5), realised B (4) is 80%. */
export const SKOR_PREDIKAT_SAKIP: readonly Kategori[] = PREDIKAT_SAKIP.map(({ kode, sebutan }, ke) => {
  return { kode, nama: `${kode} (${sebutan})`, skor: String(PREDIKAT_SAKIP.length - ke) }
})

/** Predicate of a SAKIP value: 80 is BB, 80,01 and 80,005 are A. Null outside 0–100; RangeError for what is not a number. */
export function cariPredikatSakip(nilai: string): PredikatSakip | null {
  const angka = ambilDesimal(nilai)
  if (angka.lt(0) || angka.gt(100)) return null
  return PREDIKAT_SAKIP.find(({ diAtas }) => diAtas === null || angka.gt(diAtas)) ?? null
}
