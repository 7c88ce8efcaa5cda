import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'

/** Marks the person's lists as read, all of them. Nobody else's business, so it leaves no audit event. */
export const tandaiDibaca = (db: BasisData, pelaku: Pelaku): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    await tx.$executeRaw`
      update pengingat set dibaca_pada = ${jam.sekarang()}
      where kecamatan_id = ${pelaku.kecamatanId}::uuid and pegawai_id = ${pelaku.pegawaiId}::uuid and dibaca_pada is null`
  })
