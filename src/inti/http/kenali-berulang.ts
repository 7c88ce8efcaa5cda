import type { ErrorRequestHandler } from 'express'
import { type BasisData, sudahDilaksanakan } from '../basis-data/index.ts'
import { galat, terjemahkanGalat } from '../galat/index.ts'
import { cariPelaku } from './pelaku-permintaan.ts'

/** Refusals that carrying out the same form before may have caused: the step is closed, the row is gone or changed. */
const AKIBAT = [403, 404, 409]

/** A form that arrives again after it was carried out is told so (Galat 'berulang') instead of being refused. */
export const kenaliBerulang =
  (db: BasisData): ErrorRequestHandler =>
  async (sebab, req, res, next) => {
    const pelaku = cariPelaku(res)
    const dikenal = terjemahkanGalat(sebab)
    const mungkin = req.method === 'POST' && pelaku && dikenal && AKIBAT.includes(dikenal.http)
    next(mungkin && (await sudahDilaksanakan(db, pelaku)) ? galat.berulang() : sebab)
  }
