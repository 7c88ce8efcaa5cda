import { type BasisData, transaksi } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import { catatJejak, perubahanIsian } from '../../../inti/jejak/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { PENULIS_KARTU } from '../indikator/alur.ts'
import { ambilSebutan } from '../indikator/kueri-sebutan.ts'
import type { IsianSebutan } from './isian.ts'

/** Sets what the office calls the two kinds of indicators. Throws Galat 403, 409. */
export const ubahSebutan = (db: BasisData, pelaku: Pelaku, { versi, ...isi }: IsianSebutan): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const { versi: versiLama, ...lama } = await ambilSebutan(tx, pelaku)
    if (versiLama !== versi) throw galat.sudahBerubah('Sebutan indikator')
    const { kecamatanId } = pelaku
    const { count } = await tx.sebutanIndikator.updateMany({
      where: { kecamatanId, versi },
      data: { ...isi, versi: { increment: 1 } },
    })
    if (count === 0 && versi > 0) throw galat.sudahBerubah('Sebutan indikator')
    if (count === 0) await tx.sebutanIndikator.create({ data: { kecamatanId, ...isi } })
    await catatJejak(tx, pelaku, {
      peristiwa: 'sebutan-indikator.diubah',
      objekJenis: 'sebutan-indikator',
      objekId: kecamatanId,
      rincian: { ...perubahanIsian<Record<string, unknown>>(lama, isi), baru: isi },
      sebagai: PENULIS_KARTU,
    })
  })
