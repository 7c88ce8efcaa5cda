import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { IsianLibur } from './isian.ts'
import { ambilLibur, type HariLibur } from './kueri.ts'

export const TANGGAL_TERPAKAI: Kesalahan = {
  tanggal: 'Tanggal ini sudah tercatat sebagai hari libur. Ubah catatan yang ada, atau pilih tanggal lain.',
}

/** Changes a holiday; 409 when another admin was first. Returns the field error, or null when done. */
export const ubahLibur = (db: BasisData, pelaku: Pelaku, id: string, isian: IsianLibur): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx) => {
    const { versi, ...baru } = isian
    const lama = await ambilLiburTetap(tx, pelaku, { id, versi })
    const bentrok = await tx.$queryRaw<unknown[]>`
      select 1 from hari_libur where kecamatan_id = ${pelaku.kecamatanId}::uuid and tanggal = ${baru.tanggal}::date and id <> ${id}::uuid`
    if (bentrok.length > 0) return TANGGAL_TERPAKAI
    await tx.$executeRaw`
      update hari_libur set tanggal = ${baru.tanggal}::date, nama = ${baru.nama}, jenis = ${baru.jenis}::jenis_libur,
        status = ${baru.status}::status_libur, sumber = ${baru.sumber}
      where id = ${id}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid`
    await catatJejak(tx, pelaku, {
      peristiwa: 'kalender.libur-diubah',
      objekJenis: 'hari-libur',
      objekId: id,
      rincian: { lama: tanpaVersi(lama), baru },
      sebagai: ['ADMIN'],
    })
    return null
  })

/** The row, locked, exactly as the page saw it; Galat 'sudah-berubah' otherwise. */
export async function ambilLiburTetap(
  tx: Tx,
  pelaku: Pelaku,
  { id, versi }: { id: string; versi: string },
): Promise<HariLibur> {
  const libur = await ambilLibur(tx, pelaku, { id, kunci: true })
  if (libur.versi !== versi) throw galat.sudahBerubah('Hari libur ini')
  return libur
}

export const tanpaVersi = ({ id: _, versi: __, ...isi }: HariLibur) => isi
