import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatRute, pelakuDari } from '../../inti/http/index.ts'
import { muatHariPertama } from '../bantuan/index.ts'
import type { Pencadang } from '../cadangan/index.ts'
import { daftarSiklus } from '../siklus/index.ts'
import { ambilTugasSaya } from './ambil-tugas-saya.ts'
import { halamanBeranda, susunBeranda } from './tampilan.ts'
import { tugasCadangan } from './tugas-cadangan.ts'

/** The home page of everybody signed in. */
export const ruteTugasSaya = (db: BasisData, pencadang: Pencadang | null) =>
  buatRute().get('/', 'masuk', async (_req, res) => {
    const pelaku = pelakuDari(res)
    const hanyaAdmin = pelaku.peran.every((p) => p === 'ADMIN')
    const [hariPertama, tugas, siklus, cadangan] = await Promise.all([
      muatHariPertama(db, pelaku),
      hanyaAdmin ? [] : ambilTugasSaya(db, pelaku),
      hanyaAdmin ? [] : daftarSiklus(db, pelaku, { hanyaBerjalan: true }),
      tugasCadangan(pencadang, pelaku),
    ])
    halamanBeranda(res, susunBeranda(pelaku, { tugas: [...cadangan, ...tugas], siklus, hariPertama }))
  })
