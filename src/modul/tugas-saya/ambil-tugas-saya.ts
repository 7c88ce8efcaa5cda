import type { BasisData } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { ambilBahanTugas } from './kueri.ts'
import { susunTugas, type Tugas } from './susun-tugas.ts'

/** Everything that waits for this person, in the order to do it. One query. */
export async function ambilTugasSaya(db: BasisData, pelaku: Pelaku): Promise<Tugas[]> {
  return susunTugas(pelaku, await ambilBahanTugas(db, pelaku))
}
