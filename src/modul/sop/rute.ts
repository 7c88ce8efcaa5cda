import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatRute, pelakuDari } from '../../inti/http/index.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { ambilVersiSop, daftarSop } from './kueri.ts'
import { halamanDaftarSop, halamanSop, susunDaftarSop, susunSop } from './tampilan.ts'

/** The office's SOPs, for everybody signed in: they are the office's own rules. */
export const ruteSop = (db: BasisData) =>
  buatRute()
    .get('/', 'masuk', async (_req, res) => halamanDaftarSop(res, susunDaftarSop(await daftarSop(db, pelakuDari(res)))))
    .get('/:id', 'masuk', async (req, res) => {
      const pelaku = pelakuDari(res)
      const hari = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
      halamanSop(res, susunSop(await ambilVersiSop(db, pelaku, { id: String(req.params.id), hari })))
    })
