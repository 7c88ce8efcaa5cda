import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { type AlamatLangkah, ambilSebagaiPelaksana, jalankan } from '../siklus/index.ts'

/**
 * One indicator goes back to the measuring while its recap is being made: only that one reopens, with the reason.
 * Throws Galat 403, 404, 409, 422.
 */
export function kembalikanIndikator(
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  { barisId, alasan }: { barisId: string; alasan: string },
): Promise<void> {
  return transaksi(db, pelaku, async (tx) => {
    const konteks = await ambilSebagaiPelaksana(tx, pelaku, alamat)
    const { siklus, langkah, semuaLangkah } = konteks
    const pengukuran = semuaLangkah.findLast((l) => l.jenis === 'pengukuran' && l.urut < langkah.urut)
    const ada = await tx.barisKertasKerja.count({
      where: { id: barisId, siklusId: siklus.id, kecamatanId: pelaku.kecamatanId },
    })
    if (!pengukuran || ada === 0) throw galat.tidakDitemukan('Indikator')
    await jalankan(
      tx,
      pelaku,
      {
        jenis: 'KEMBALIKAN_BAGIAN',
        siklusId: siklus.id,
        langkah: alamat.kode,
        tujuan: pengukuran.kode,
        cakupan: { jenis: 'NILAI', nilai: [{ kunci: '', barisId }] },
        alasan,
      },
      { alasanPer: { [barisId]: alasan } },
    )
  })
}
