import type { BasisData } from '../../../inti/basis-data/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import type { IsianPencabutan } from './isian.ts'
import { ubahKeadaan } from './ubah-keadaan.ts'

/** Revokes a version from a day on: no siklus starts with it any more, those that run go on. Throws Galat 403, 404, 409. */
export const cabutSop = (
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  { versi, sejak, alasan }: IsianPencabutan,
): Promise<void> =>
  ubahKeadaan(db, pelaku, id, {
    tindakan: 'CABUT',
    versi,
    peristiwa: 'sop.dicabut',
    catatan: alasan,
    isi: async () => ({ data: { dicabutSejak: new Date(sejak) }, rincian: { sejak } }),
  })
