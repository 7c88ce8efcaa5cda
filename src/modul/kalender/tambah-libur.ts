import { randomUUID } from 'node:crypto'
import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { IsianLibur } from './isian.ts'
import { TANGGAL_TERPAKAI } from './ubah-libur.ts'

/** Adds a holiday; the database allows one per date. Returns the field error, or null when done. */
export const tambahLibur = (db: BasisData, pelaku: Pelaku, isian: IsianLibur): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx) => {
    const { versi: _, ...libur } = isian
    const id = randomUUID()
    const jumlah = await tx.$executeRaw`
      insert into hari_libur (id, kecamatan_id, tanggal, nama, jenis, status, sumber)
      values (${id}::uuid, ${pelaku.kecamatanId}::uuid, ${libur.tanggal}::date, ${libur.nama}, ${libur.jenis}::jenis_libur,
        ${libur.status}::status_libur, ${libur.sumber})
      on conflict (kecamatan_id, tanggal) do nothing`
    if (jumlah === 0) return TANGGAL_TERPAKAI
    await catatJejak(tx, pelaku, {
      peristiwa: 'kalender.libur-ditambah',
      objekJenis: 'hari-libur',
      objekId: id,
      rincian: libur,
      sebagai: ['ADMIN'],
    })
    return null
  })
