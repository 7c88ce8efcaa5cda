import type { BasisData } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { ambilBahanSemua, ambilBahanTugas, milikOrang } from './kueri.ts'
import { susunTugas, type Tugas } from './susun-tugas.ts'

/** Everything that waits for this person, in the order to do it. One query. */
export async function ambilTugasSaya(db: BasisData, pelaku: Pelaku): Promise<Tugas[]> {
  return susunTugas(pelaku, await ambilBahanTugas(db, pelaku))
}

/** A person of the office with what waits for that person. */
export type OrangBertugas = { readonly pelaku: Pelaku; readonly tugas: readonly Tugas[] }

/** The same for several people of one office. One query for all. */
export async function ambilTugasOrang(db: BasisData, orang: readonly Pelaku[]): Promise<OrangBertugas[]> {
  const [satu] = orang
  if (!satu) return []
  const bahan = await ambilBahanSemua(db, satu)
  return orang.map((pelaku) => ({ pelaku, tugas: susunTugas(pelaku, milikOrang(pelaku, bahan)) }))
}
