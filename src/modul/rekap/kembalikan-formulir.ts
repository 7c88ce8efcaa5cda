import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { type AlamatLangkah, ambilLangkah, jalankan, pastikanPelaksana, pastikanTerbuka } from '../siklus/index.ts'

/**
 * Tim SAKIP sends one unit's form back while the recap is being made: that form reopens with the reason, the recap step
 * waits until it is handed in again. Throws Galat 403, 404, 409, 422.
 */
export function kembalikanFormulir(
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  { unitId, alasan }: { unitId: string; alasan: string },
): Promise<void> {
  return transaksi(db, pelaku, async (tx) => {
    const konteks = await ambilLangkah(tx, pelaku, alamat)
    pastikanPelaksana(konteks, pelaku)
    pastikanTerbuka(konteks)
    const pengisian = konteks.siklus.definisi.langkah.findLast(
      (l) => l.jenis === 'pengisian' && konteks.semuaLangkah.some((s) => s.kode === l.kode && s.status === 'SELESAI'),
    )
    if (!pengisian) throw galat.bentrok('SOP ini tidak mempunyai langkah pengisian formulir yang dapat dibuka kembali.')
    await jalankan(tx, pelaku, {
      jenis: 'KEMBALIKAN_BAGIAN',
      siklusId: alamat.siklusId,
      langkah: alamat.kode,
      tujuan: pengisian.kode,
      cakupan: { jenis: 'BAGIAN', kunci: [unitId] },
      alasan,
    })
  })
}
