import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import type { AlamatLangkah } from './alamat-langkah.ts'
import { ambilSebagaiPelaksana, ambilSebagaiPenyiap } from './ambil-terbuka.ts'
import type { KonteksLangkah } from './kueri.ts'

/**
 * One change of a step's content in one transaction: the siklus row is share-locked (other units go on, a decision
 * waits), the step must be open and the person its pelaksana or, unless `pelaksanaSaja`, its penyiap. Throws Galat 404, 403 or 409.
 */
export function ubahLangkah<T>(
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  kerja: (tx: Tx, konteks: KonteksLangkah) => Promise<T>,
  { pelaksanaSaja = false }: { pelaksanaSaja?: boolean } = {},
): Promise<T> {
  return transaksi(db, pelaku, async (tx) => {
    await tx.$executeRaw`
      select 1 from siklus where id = ${alamat.siklusId}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid for share`
    const ambil = pelaksanaSaja ? ambilSebagaiPelaksana : ambilSebagaiPenyiap
    const konteks = await ambil(tx, pelaku, alamat)
    if (!konteks.langkah.dimulaiPada)
      await tx.langkahSiklus.updateMany({
        where: { id: konteks.langkah.id, kecamatanId: pelaku.kecamatanId, dimulaiPada: null },
        data: { dimulaiPada: jam.sekarang() },
      })
    return kerja(tx, konteks)
  })
}
