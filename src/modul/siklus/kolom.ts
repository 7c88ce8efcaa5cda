import type { Pelaku } from '../../inti/pelaku.ts'
import type { DefinisiSop, PelaksanaSop } from '../sop/index.ts'

/** What of a person decides on columns: also of those who are not signed in. */
export type PemangkuJabatan = Pick<Pelaku, 'penugasan' | 'anggotaTimSakip'>

/**
 * True when the person stands behind a column of the SOP today: by post, by role (within its units), or, where a column
 * names units alone, by any post in them.
 */
export function berdiriDiKolom(kolom: PelaksanaSop, pelaku: PemangkuJabatan): boolean {
  if (kolom.unit.length === 0 && pelaku.anggotaTimSakip && kolom.peran.includes('TIM_SAKIP')) return true
  const hanyaUnit = kolom.peran.length === 0 && kolom.jabatan.length === 0
  return pelaku.penugasan.some((p) => {
    const diUnit = p.unitKode !== null && kolom.unit.includes(p.unitKode)
    if (hanyaUnit) return diUnit
    return (
      kolom.jabatan.includes(p.jabatanKode) || (kolom.peran.includes(p.peran) && (kolom.unit.length === 0 || diUnit))
    )
  })
}

/** Codes of the columns that the person stands behind today. */
export const kolomPelaku = (definisi: Pick<DefinisiSop, 'pelaksana'>, pelaku: PemangkuJabatan): string[] =>
  definisi.pelaksana.filter((k) => berdiriDiKolom(k, pelaku)).map((k) => k.kode)
