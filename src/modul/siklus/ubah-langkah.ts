import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { ambilLangkah, type KonteksLangkah } from './kueri.ts'
import { pastikanPelaksana, pastikanPenyiap, pastikanTerbuka } from './wewenang.ts'

/** `jenis`: the kind whose screen asks; a step of another kind is then not found. */
export type AlamatLangkah = { readonly siklusId: string; readonly kode: string; readonly jenis?: string }

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
    const konteks = await ambilLangkah(tx, pelaku, alamat)
    if (pelaksanaSaja) pastikanPelaksana(konteks, pelaku)
    else pastikanPenyiap(konteks, pelaku)
    pastikanTerbuka(konteks)
    if (!konteks.langkah.dimulaiPada)
      await tx.langkahSiklus.updateMany({
        where: { id: konteks.langkah.id, kecamatanId: pelaku.kecamatanId, dimulaiPada: null },
        data: { dimulaiPada: jam.sekarang() },
      })
    return kerja(tx, konteks)
  })
}
