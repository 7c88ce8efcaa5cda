import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { kunciAdmin, pastikanAdminTersisa } from './admin-terakhir.ts'
import { kunciPegawai } from './kueri-pegawai.ts'

type Alasan = { versi: string; alasanPegawai: string }

/** A person who has left: never deleted, because old documents name the person. Posts must have ended first. */
export const nonaktifkanPegawai = (
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  { versi, alasanPegawai }: Alasan,
): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx) => {
    if (id === pelaku.pegawaiId) throw galat.tidakBerwenang('Anda tidak dapat menonaktifkan diri sendiri.')
    await kunciAdmin(tx, pelaku)
    const pegawai = await kunciPegawai(tx, pelaku, { id, versi })
    if (!pegawai.aktif) throw galat.sudahBerubah('Pegawai ini')
    const hari = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
    const masih = await tx.$queryRaw<{ nama: string }[]>`
      select j.nama from penugasan n join jabatan j on j.id = n.jabatan_id
      where n.pegawai_id = ${id}::uuid and n.kecamatan_id = ${pelaku.kecamatanId}::uuid and (n.selesai is null or n.selesai >= ${hari}::date)
      union all select 'keanggotaan Tim SAKIP' from anggota_tim_sakip g
      where g.pegawai_id = ${id}::uuid and g.kecamatan_id = ${pelaku.kecamatanId}::uuid and (g.selesai is null or g.selesai >= ${hari}::date)`
    if (masih.length > 0)
      return {
        alasanPegawai: `Akhiri dahulu: ${masih.map((m) => m.nama).join(', ')}. Sesudah itu pegawai dapat dinonaktifkan.`,
      }
    await tx.pegawai.updateMany({ where: { id, kecamatanId: pelaku.kecamatanId }, data: { aktif: false } })
    await pastikanAdminTersisa(tx, pelaku, [hari])
    await catat(tx, pelaku, {
      peristiwa: 'pegawai.dinonaktifkan',
      id,
      rincian: { nama: pegawai.nama, alasan: alasanPegawai },
    })
    return null
  })

/** Back in the office. Posts and account stay as they are. */
export const aktifkanPegawai = (
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  { versi }: { versi: string },
): Promise<null> =>
  transaksi(db, pelaku, async (tx) => {
    const pegawai = await kunciPegawai(tx, pelaku, { id, versi })
    if (pegawai.aktif) throw galat.sudahBerubah('Pegawai ini')
    await tx.pegawai.updateMany({ where: { id, kecamatanId: pelaku.kecamatanId }, data: { aktif: true } })
    await catat(tx, pelaku, { peristiwa: 'pegawai.diaktifkan', id, rincian: { nama: pegawai.nama } })
    return null
  })

type Kejadian = { peristiwa: string; id: string; rincian: Record<string, unknown> }
const catat = (tx: Parameters<typeof catatJejak>[0], pelaku: Pelaku, { peristiwa, id, rincian }: Kejadian) =>
  catatJejak(tx, pelaku, { peristiwa, objekJenis: 'pegawai', objekId: id, rincian, sebagai: ['ADMIN'] })
