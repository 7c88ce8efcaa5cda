import type { BasisData } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { ambilLangkahTerbuka, ambilTindakLanjutSaya } from './kueri.ts'
import { susunTugas, type Tugas } from './susun-tugas.ts'

/** Everything that waits for this person, in the order to do it. Two queries. */
export async function ambilTugasSaya(db: BasisData, pelaku: Pelaku): Promise<Tugas[]> {
  const [terbuka, tindakLanjut] = await Promise.all([ambilLangkahTerbuka(db, pelaku), ambilTindakLanjutSaya(db, pelaku)])
  return susunTugas(pelaku, { terbuka, tindakLanjut })
}
