import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatRute, pelakuDari } from '../../inti/http/index.ts'
import { daftarSiklus } from '../siklus/index.ts'
import { ambilLangkahTerbuka, ambilTindakLanjutSaya } from './kueri.ts'
import { susunTugas } from './susun-tugas.ts'
import { halamanBeranda, susunBeranda } from './tampilan.ts'

/** The home page of everybody signed in. */
export const ruteTugasSaya = (db: BasisData) =>
  buatRute().get('/', 'masuk', async (_req, res) => {
    const pelaku = pelakuDari(res)
    const hanyaAdmin = pelaku.peran.every((p) => p === 'ADMIN')
    const [terbuka, tindakLanjut, siklus] = hanyaAdmin
      ? [[], [], []]
      : await Promise.all([ambilLangkahTerbuka(db, pelaku), ambilTindakLanjutSaya(db, pelaku), daftarSiklus(db, pelaku)])
    const tugas = susunTugas(pelaku, { terbuka, tindakLanjut })
    halamanBeranda(res, susunBeranda(pelaku, { tugas, siklus: siklus.filter((s) => s.status === 'BERJALAN') }))
  })
