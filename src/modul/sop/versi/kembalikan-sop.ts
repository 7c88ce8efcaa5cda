import type { BasisData } from '../../../inti/basis-data/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { ubahKeadaan } from './ubah-keadaan.ts'

/** Sends a draft back with a reason: it can be written on again. Throws Galat 403, 404, 409. */
export const kembalikanSop = (
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  { versi, alasan }: { versi: number; alasan: string },
): Promise<void> =>
  ubahKeadaan(db, pelaku, id, { tindakan: 'KEMBALIKAN', versi, peristiwa: 'sop.dikembalikan', catatan: alasan })
