import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { type Pelaku, punyaPeran } from '../../inti/pelaku.ts'
import { jalankan } from './jalankan.ts'
import { ambilSiklus } from './kueri.ts'
import { PEMBATAL } from './pelaku-perintah.ts'

/** Cancels a running siklus with a reason; its period may then be run anew. Throws Galat 403, 404, 409. */
export const batalkanSiklus = (
  db: BasisData,
  pelaku: Pelaku,
  { siklusId, alasan }: { siklusId: string; alasan: string },
): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    await ambilSiklus(tx, pelaku, siklusId)
    if (!punyaPeran(pelaku, PEMBATAL))
      throw galat.tidakBerwenang('Siklus hanya dapat dibatalkan oleh Camat atau Sekretaris Kecamatan.')
    await jalankan(tx, pelaku, { jenis: 'BATALKAN', siklusId, alasan })
  })
