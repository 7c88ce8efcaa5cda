import type { Request } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { bacaIsian, berhasil, pelakuDari, type RuteBerizin } from '../../inti/http/index.ts'
import { isianFormulir } from './isian.ts'
import { idFormulir, KEPALA, PENGISI } from './rute-umum.ts'
import { serahkanFormulir } from './serahkan-formulir.ts'
import { tarikFormulir } from './tarik-formulir.ts'
import { terimaFormulir } from './terima-formulir.ts'

/** What moves a form on: receipt, hand-in, withdrawal. */
export const pasangAlur = (rute: RuteBerizin, db: BasisData): RuteBerizin =>
  rute
    .post('/:id/penyerahan', KEPALA, async (req, res) => {
      await serahkanFormulir(db, pelakuDari(res), yangMana(req))
      berhasil(res, `/formulir/${idFormulir(req)}`, 'formulir-diserahkan')
    })
    .post('/:id/penarikan', KEPALA, async (req, res) => {
      await tarikFormulir(db, pelakuDari(res), yangMana(req))
      berhasil(res, `/formulir/${idFormulir(req)}`, 'formulir-ditarik')
    })
    .post('/:id/penerimaan', PENGISI, async (req, res) => {
      await terimaFormulir(db, pelakuDari(res), yangMana(req))
      berhasil(res, `/formulir/${idFormulir(req)}`, 'formulir-diterima')
    })

/** Which form, in which version, a button of the page is about. */
const yangMana = (req: Request) => ({
  id: idFormulir(req),
  versi: bacaIsian(isianFormulir, req.body).data?.versi ?? 0,
})
