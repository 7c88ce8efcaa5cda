import type { Request, Response } from 'express'
import type { z } from 'zod'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { bacaIsian, pelakuDari } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { pastikanHakSop } from './alur.ts'
import { ambilKantorSop } from './kantor-sop.ts'
import { ambilVersiSop, pengajuSop, type VersiSop } from './kueri.ts'

export const idVersi = (req: Request): string => String(req.params.id)
/** Code of a step or a column in the address. */
export const kodeBagian = (req: Request): string => String(req.params.kode)
export const alamatSop = (req: Request): string => `/sop/${idVersi(req)}`
export const hariIni = (res: Response): string => tanggalLokal(jam.sekarang(), pelakuDari(res).zonaWaktu)

/** The version of the address; 404 when it is not this person's to see. */
export const ambilVersi = (db: BasisData, req: Request, res: Response): Promise<VersiSop> =>
  ambilVersiSop(db, pelakuDari(res), { id: idVersi(req), hari: hariIni(res) })
export const muatKantor = (db: BasisData, res: Response) => ambilKantorSop(db.baca, pelakuDari(res), hariIni(res))

/** Throws 403 or 409 unless it is a draft that this person may write on. */
export const pastikanDraf = (pelaku: Pelaku, versi: VersiSop): void =>
  pastikanHakSop(pelaku, { keadaan: versi.keadaan, pengajuId: pengajuSop(versi)?.pegawaiId ?? null }, 'UBAH')

/** What a form of buttons sent; it has no fields to show a mistake beside, so one is a 422 of its own. */
export function isianTombol<S extends z.ZodType>(skema: S, req: Request): z.output<S> {
  const { data, kesalahan } = bacaIsian(skema, req.body)
  if (data === null) throw galat.tidakSesuai(Object.values(kesalahan)[0] ?? 'Isian ini tidak dapat dibaca.')
  return data
}
