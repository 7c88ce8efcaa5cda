import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { daftarBukti } from './kueri-bukti.ts'
import { ambilBarisTerbuka, catatBukti } from './tambah-bukti.ts'

type Alamat = { readonly formulirId: string; readonly barisId: string; readonly buktiId: string }

/**
 * Takes evidence off a row while it is open. The uploaded file itself stays in the store (the audit trail names it), it is
 * only no longer evidence of this value. Throws Galat 403, 404, 409.
 */
export function hapusBukti(db: BasisData, pelaku: Pelaku, alamat: Alamat): Promise<void> {
  return transaksi(db, pelaku, async (tx) => {
    const { formulir, baris } = await ambilBarisTerbuka(tx, pelaku, alamat)
    const bukti = (await daftarBukti(tx, pelaku, alamat)).find((b) => b.id === alamat.buktiId)
    const { count } = await tx.bukti.deleteMany({
      where: { id: alamat.buktiId, barisId: baris.id, kecamatanId: pelaku.kecamatanId },
    })
    if (!bukti || count === 0) throw galat.tidakDitemukan('Bukti')
    const sebutan = bukti.namaBerkas ?? (bukti.tautan || bukti.tempatKertas)
    await catatBukti(tx, pelaku, { peristiwa: 'formulir.bukti-dihapus', formulir, baris, bukti: [sebutan] })
  })
}
