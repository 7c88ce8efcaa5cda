import { randomUUID } from 'node:crypto'
import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { IsianPegawai } from './isian.ts'

export const NIP_TERPAKAI: Kesalahan = {
  nip: 'NIP ini sudah dipakai pegawai lain. Periksa angkanya, atau cari pegawai itu di daftar.',
}

/** Adds a person. Returns the new id, or the field errors. */
export const tambahPegawai = (
  db: BasisData,
  pelaku: Pelaku,
  { versi: _, ...isian }: IsianPegawai,
): Promise<{ id: string } | { kesalahan: Kesalahan }> =>
  transaksi(db, pelaku, async (tx) => {
    const id = randomUUID()
    // the number is unique over all offices, and row-level security hides the others: only the index can tell
    const jumlah = await tx.$executeRaw`
      insert into pegawai (id, kecamatan_id, nama, nip, jenis_nip, pangkat, golongan, telepon, surel)
      values (${id}::uuid, ${pelaku.kecamatanId}::uuid, ${isian.nama}, ${isian.nip}, ${isian.jenisNip}::jenis_nip, ${isian.pangkat},
        ${isian.golongan}, ${isian.telepon}, ${isian.surel}) on conflict (nip) do nothing`
    if (jumlah === 0) return { kesalahan: NIP_TERPAKAI }
    await catatJejak(tx, pelaku, {
      peristiwa: 'pegawai.ditambah',
      objekJenis: 'pegawai',
      objekId: id,
      rincian: { baru: isian },
      sebagai: ['ADMIN'],
    })
    return { id }
  })
