import { randomUUID } from 'node:crypto'
import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { IsianTim } from './isian.ts'

/** Records a decree (SK) of the Tim SAKIP with its period. Members are added to it one by one. */
export const tetapkanTim = (db: BasisData, pelaku: Pelaku, isian: IsianTim): Promise<null> =>
  transaksi(db, pelaku, async (tx) => {
    const id = randomUUID()
    await tx.$executeRaw`
      insert into tim_sakip (id, kecamatan_id, nomor_sk, tanggal_sk, mulai, selesai)
      values (${id}::uuid, ${pelaku.kecamatanId}::uuid, ${isian.nomorSk}, ${isian.tanggalSk}::date, ${isian.mulai}::date, ${isian.selesai}::date)`
    await catatJejak(tx, pelaku, {
      peristiwa: 'tim.ditetapkan',
      objekJenis: 'tim-sakip',
      objekId: id,
      rincian: isian,
      sebagai: ['ADMIN'],
    })
    return null
  })
