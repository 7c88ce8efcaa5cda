import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { PerluDiingatkan } from './ajakan.ts'
import { PEMBERI_INGAT } from './alur.ts'

/** Notes that this person reminded others, one event each, and of what. */
export const catatAjakan = (
  db: BasisData,
  pelaku: Pelaku,
  { orang, cara }: { orang: readonly PerluDiingatkan[]; cara: 'WhatsApp' | 'grup WhatsApp' },
): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    for (const { pelaku: dia, butir } of orang)
      await catatJejak(tx, pelaku, {
        peristiwa: 'pengingat.diingatkan',
        objekJenis: 'pegawai',
        objekId: dia.pegawaiId,
        rincian: { nama: dia.nama, cara, jumlah: butir.length, tugas: butir.map((b) => b.judul) },
        sebagai: PEMBERI_INGAT,
      })
  })
