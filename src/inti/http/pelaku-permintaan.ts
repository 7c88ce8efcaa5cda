import type { Response } from 'express'
import { galat } from '../galat/index.ts'
import type { Pelaku } from '../pelaku.ts'

/** The signed-in person of this request, or null. Written by the sign-in middleware only. */
export const cariPelaku = (res: Response): Pelaku | null => (res.locals.pelaku as Pelaku | undefined) ?? null

/** The signed-in person of this request; throws Galat 'belum-masuk'. */
export function pelakuDari(res: Response): Pelaku {
  const pelaku = cariPelaku(res)
  if (!pelaku) throw galat.belumMasuk()
  return pelaku
}
