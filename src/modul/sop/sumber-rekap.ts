import type { DefinisiSop } from './definisi.ts'

/** What a recap gathers: the forms of the units, or the results of a Kertas Kerja. */
export type SumberRekap = 'FORMULIR' | 'KERTAS_KERJA'

/**
 * Decided by the kinds the SOP has, not by what it is about: the nearest earlier step that fills or measures. `kode`: the
 * recap step; without it the last recap of the SOP, else (no recap step) whatever the SOP has.
 */
export function sumberRekap({ langkah }: Pick<DefinisiSop, 'langkah'>, kode?: string): SumberRekap {
  const di =
    kode === undefined ? langkah.findLastIndex((l) => l.jenis === 'rekap') : langkah.findIndex((l) => l.kode === kode)
  const sebelum = di < 0 ? langkah : langkah.slice(0, di)
  const pengukuran = sebelum.findLastIndex((l) => l.jenis === 'pengukuran')
  const pengisian = sebelum.findLastIndex((l) => l.jenis === 'pengisian')
  if (di < 0) return pengisian < 0 && pengukuran >= 0 ? 'KERTAS_KERJA' : 'FORMULIR'
  return pengukuran > pengisian ? 'KERTAS_KERJA' : 'FORMULIR'
}
