import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import {
  bacaIsian,
  berhasil,
  isianKembali,
  type Kesalahan,
  pelakuDari,
  type RuteBerizin,
} from '../../inti/http/index.ts'
import { ambilPilihanPlh, isianPlh, PENUNJUK_PLH, tunjukPlh } from '../organisasi/index.ts'
import { ambilSiklus } from './kueri.ts'
import { ambilOrangKantor } from './lowong.ts'
import { halamanPlh, susunPlh } from './tampilan-plh.ts'

/** Naming a Plh. for whoever is absent while a siklus runs. */
export const pasangRutePlh = (rute: RuteBerizin, db: BasisData): RuteBerizin =>
  rute
    .get('/:siklusId/plh', PENUNJUK_PLH, (req, res) => tampilkan(db, req, res))
    .post('/:siklusId/plh', PENUNJUK_PLH, async (req, res) => {
      const pelaku = pelakuDari(res)
      const { siklus } = await ambilSiklus(db.baca, pelaku, String(req.params.siklusId))
      const { data, kesalahan } = bacaIsian(isianPlh, req.body)
      const ditolak = data ? await tunjukPlh(db, pelaku, data) : kesalahan
      if (ditolak) return tampilkan(db, req, res, ditolak)
      berhasil(res, `/siklus/${siklus.id}`, 'plh-ditunjuk')
    })

async function tampilkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const { siklus } = await ambilSiklus(db.baca, pelaku, String(req.params.siklusId))
  const [pilihan, orang] = await Promise.all([ambilPilihanPlh(db.baca, pelaku), ambilOrangKantor(db.baca, pelaku)])
  const kembali = kesalahan ? { isian: isianKembali(req.body), kesalahan } : {}
  halamanPlh(res, susunPlh({ siklus, pilihan, orang, pelaku }, kembali), kesalahan ? 422 : 200)
}
