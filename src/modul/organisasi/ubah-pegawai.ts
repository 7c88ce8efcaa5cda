import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { kodeBasisData } from '../../inti/galat/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { IsianPegawai } from './isian.ts'
import { kunciPegawai } from './kueri-pegawai.ts'
import { NIP_TERPAKAI } from './tambah-pegawai.ts'

/** Changes a person's data; old documents keep the name they were signed with. Field errors, or null when done. */
export async function ubahPegawai(
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  { versi, ...baru }: IsianPegawai,
): Promise<Kesalahan | null> {
  try {
    await transaksi(db, pelaku, async (tx) => {
      const { aktif: _, versi: __, ...lama } = await kunciPegawai(tx, pelaku, { id, versi })
      await tx.pegawai.updateMany({ where: { id, kecamatanId: pelaku.kecamatanId }, data: baru })
      await catatJejak(tx, pelaku, {
        peristiwa: 'pegawai.diubah',
        objekJenis: 'pegawai',
        objekId: id,
        rincian: { lama, baru },
        sebagai: ['ADMIN'],
      })
    })
    return null
  } catch (sebab) {
    const kode = kodeBasisData(sebab)
    if (kode === '23505' || kode === 'P2002') return NIP_TERPAKAI
    throw sebab
  }
}
