import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatRute, pelakuDari } from '../../inti/http/index.ts'
import { daftarSiklus } from '../siklus/index.ts'
import { ambilTugasSaya } from './ambil-tugas-saya.ts'
import { halamanBeranda, susunBeranda } from './tampilan.ts'

/** The home page of everybody signed in. */
export const ruteTugasSaya = (db: BasisData) =>
  buatRute().get('/', 'masuk', async (_req, res) => {
    const pelaku = pelakuDari(res)
    const hanyaAdmin = pelaku.peran.every((p) => p === 'ADMIN')
    const [tugas, siklus] = hanyaAdmin
      ? [[], []]
      : await Promise.all([ambilTugasSaya(db, pelaku), daftarSiklus(db, pelaku, { hanyaBerjalan: true })])
    halamanBeranda(res, susunBeranda(pelaku, { tugas, siklus }))
  })
