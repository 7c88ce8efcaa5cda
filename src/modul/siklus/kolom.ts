import type { Pelaku } from '../../inti/pelaku.ts'
import type { DefinisiSop, PelaksanaSop } from '../sop/index.ts'

/** What of a person decides on columns: also of those who are not signed in. */
export type PemangkuJabatan = Pick<Pelaku, 'penugasan' | 'anggotaTimSakip'>

/** True when the person stands behind a column of the SOP today, by role (within its units) or by post. */
export function berdiriDiKolom(kolom: PelaksanaSop, pelaku: PemangkuJabatan): boolean {
  if (kolom.unit.length === 0 && pelaku.anggotaTimSakip && kolom.peran.includes('TIM_SAKIP')) return true
  return pelaku.penugasan.some(
    (p) =>
      kolom.jabatan.includes(p.jabatanKode) ||
      (kolom.peran.includes(p.peran) &&
        (kolom.unit.length === 0 || (p.unitKode !== null && kolom.unit.includes(p.unitKode)))),
  )
}

/** Codes of the columns that the person stands behind today. */
export const kolomPelaku = (definisi: Pick<DefinisiSop, 'pelaksana'>, pelaku: PemangkuJabatan): string[] =>
  definisi.pelaksana.filter((k) => berdiriDiKolom(k, pelaku)).map((k) => k.kode)
