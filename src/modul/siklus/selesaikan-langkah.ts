import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jalankan, type PilihanPerintah } from './jalankan.ts'
import { ambilPenanganan } from './jenis-langkah.ts'
import { ambilLangkah, type KonteksLangkah } from './kueri.ts'
import type { AlamatLangkah } from './ubah-langkah.ts'
import { pastikanPelaksana, pastikanTerbuka } from './wewenang.ts'

type Pilihan = {
  /** last writes of the kind, in the same transaction, before the check of completeness */
  readonly sebelum?: (tx: Tx, konteks: KonteksLangkah) => Promise<void>
  /** pegawaiId of others whose work is handed in with it, after `sebelum`: they cannot decide on it */
  readonly turutMengisi?: (tx: Tx, konteks: KonteksLangkah) => Promise<readonly string[]>
  readonly catatan?: string
  readonly perintah?: PilihanPerintah
}

/**
 * Finishes a step: the SOP's pelaksana only, only when nothing is missing; the next step opens, the output document is
 * stored. One transaction. Throws Galat 403, 404, 409, or 422 with what is missing.
 */
export function selesaikanLangkah(
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  pilihan: Pilihan = {},
): Promise<void> {
  return transaksi(db, pelaku, async (tx) => {
    // the lock first: two who finish at once see one another
    await tx.$executeRaw`select 1 from siklus where id = ${alamat.siklusId}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid for update`
    const konteks = await ambilLangkah(tx, pelaku, alamat)
    pastikanPelaksana(konteks, pelaku)
    pastikanTerbuka(konteks)
    await pilihan.sebelum?.(tx, konteks)
    await pastikanLengkap(tx, konteks)
    const turutMengisi = await pilihan.turutMengisi?.(tx, konteks)
    const langkah = { siklusId: alamat.siklusId, langkah: alamat.kode }
    await jalankan(
      tx,
      pelaku,
      { jenis: 'SELESAIKAN', ...langkah, catatan: pilihan.catatan, turutMengisi },
      pilihan.perintah,
    )
  })
}

/** Throws 422 with all that is still missing, in one message. */
export async function pastikanLengkap(tx: Tx, konteks: KonteksLangkah): Promise<void> {
  const kurang = await ambilPenanganan(konteks.langkah.jenis).kekurangan(tx, konteks)
  if (kurang.length > 0) throw galat.tidakSesuai(`Langkah ini belum dapat diselesaikan. ${kurang.join(' ')}`)
}
