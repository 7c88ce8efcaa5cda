import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { ambilLiburTetap, tanpaVersi } from './ubah-libur.ts'

/** Deletes a holiday (a date, not a person or post: what it was stays in the audit trail). Returns its year. */
export const hapusLibur = (db: BasisData, pelaku: Pelaku, id: string, { versi }: { versi: string }): Promise<number> =>
  transaksi(db, pelaku, async (tx) => {
    const libur = await ambilLiburTetap(tx, pelaku, { id, versi })
    await tx.hariLibur.deleteMany({ where: { id, kecamatanId: pelaku.kecamatanId } })
    await catatJejak(tx, pelaku, {
      peristiwa: 'kalender.libur-dihapus',
      objekJenis: 'hari-libur',
      objekId: id,
      rincian: { lama: tanpaVersi(libur) },
      sebagai: ['ADMIN'],
    })
    return Number(libur.tanggal.slice(0, 4))
  })
