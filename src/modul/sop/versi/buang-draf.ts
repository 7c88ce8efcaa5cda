import type { BasisData, Tx } from '../../../inti/basis-data/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { ubahKeadaan } from './ubah-keadaan.ts'

/** Discards a draft: it stays readable and can be copied, its number is free again. Throws Galat 403, 404, 409. */
export const buangDraf = (db: BasisData, pelaku: Pelaku, id: string, { versi }: { versi: number }): Promise<void> =>
  ubahKeadaan(db, pelaku, id, {
    tindakan: 'BUANG',
    versi,
    peristiwa: 'sop.draf-dibuang',
    catatan: '',
    isi: async (tx, draf) => ({ data: { nomorVersi: await nomorBuangan(tx, draf.sopId) } }),
  })

/** Discarded drafts are counted downwards from -1. */
export async function nomorBuangan(tx: Tx, sopId: string): Promise<number> {
  const { _min } = await tx.versiSop.aggregate({ where: { sopId }, _min: { nomorVersi: true } })
  return Math.min(0, _min.nomorVersi ?? 0) - 1
}
