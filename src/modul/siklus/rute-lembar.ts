import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatRute, pelakuDari } from '../../inti/http/index.ts'
import { kertasDari, kirimPdf } from '../sop/index.ts'
import { bukaSiklus } from './kueri.ts'
import { halamanLembarSiklus, pdfLembarSiklus, susunLembarSiklus } from './lembar-siklus.ts'
import { PERAN_SIKLUS } from './rute.ts'

/** The official sheet with the live position of a siklus, on screen and to print. */
export const ruteLembarSiklus = (db: BasisData) =>
  buatRute()
    .get('/:siklusId/lembar', PERAN_SIKLUS, async (req, res) => {
      const pelaku = pelakuDari(res)
      const muatan = await bukaSiklus(db, pelaku, String(req.params.siklusId))
      const kertas = kertasDari(req.query.kertas)
      halamanLembarSiklus(res, await susunLembarSiklus(db, pelaku, { muatan, kertas }))
    })
    .get('/:siklusId/lembar.pdf', PERAN_SIKLUS, async (req, res) => {
      const pelaku = pelakuDari(res)
      const muatan = await bukaSiklus(db, pelaku, String(req.params.siklusId))
      const pdf = await pdfLembarSiklus(db, pelaku, { muatan, kertas: kertasDari(req.query.kertas) })
      kirimPdf(res, `Lembar ${muatan.siklus.namaSop} ${muatan.siklus.namaPeriode}`, pdf)
    })
