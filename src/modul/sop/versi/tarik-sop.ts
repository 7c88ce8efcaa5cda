import type { BasisData } from '../../../inti/basis-data/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { ubahKeadaan } from './ubah-keadaan.ts'

/** Takes a draft back before the Camat has decided. Throws Galat 403, 404, 409. */
export const tarikSop = (db: BasisData, pelaku: Pelaku, id: string, { versi }: { versi: number }): Promise<void> =>
  ubahKeadaan(db, pelaku, id, { tindakan: 'TARIK', versi, peristiwa: 'sop.ditarik', catatan: '' })
