import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import { type Pelaku, type Peran, SEBUTAN_JENIS } from '../../inti/pelaku.ts'
import { jam, tambahHari, tanggalLokal, tanggalPanjang } from '../../inti/waktu/index.ts'
import { kunciAdmin, pastikanAdminTersisa } from './admin-terakhir.ts'
import type { IsianAkhir } from './isian.ts'
import type { JenisPenugasan, Pembaca } from './kueri.ts'

export type Penugasan = {
  readonly id: string
  readonly pegawaiId: string
  readonly nama: string
  readonly jabatan: string
  readonly peran: Peran
  readonly jenis: JenisPenugasan
  readonly mulai: string
  readonly selesai: string | null
  readonly nomorSk: string
  readonly versi: string
}

/** One assignment of this office; 404 when it is not there. */
export async function ambilPenugasan(baca: Pembaca, pelaku: Pelaku, id: string): Promise<Penugasan> {
  const [baris] = await baca.$queryRaw<Penugasan[]>`
    select n.id, p.id as "pegawaiId", p.nama, j.nama as jabatan, j.peran, n.jenis, n.mulai::text as mulai, n.selesai::text as selesai,
      n.nomor_sk as "nomorSk", md5(n::text) as versi
    from penugasan n join pegawai p on p.id = n.pegawai_id join jabatan j on j.id = n.jabatan_id
    where n.id = ${id}::uuid and n.kecamatan_id = ${pelaku.kecamatanId}::uuid`
  if (!baris) throw galat.tidakDitemukan('Penugasan')
  return baris
}

/** Sets the last day of a post; rights end with that day. May only move it earlier. Field errors, or null when done. */
export const akhiriPenugasan = (
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  { selesai, versi }: IsianAkhir,
): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx) => {
    await kunciAdmin(tx, pelaku)
    await tx.$queryRaw`select 1 from penugasan where id = ${id}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid for update`
    const lama = await ambilPenugasan(tx, pelaku, id)
    if (lama.versi !== versi) throw galat.sudahBerubah('Penugasan ini')
    if (selesai < lama.mulai)
      return { selesai: `Penugasan ini baru mulai ${tanggalPanjang(lama.mulai)}. Pilih tanggal itu atau sesudahnya.` }
    if (lama.selesai && selesai >= lama.selesai)
      return {
        selesai: `Penugasan ini sudah berakhir ${tanggalPanjang(lama.selesai)}. Untuk memperpanjang, buat penugasan baru.`,
      }
    await tx.$executeRaw`
      update penugasan set selesai = ${selesai}::date where id = ${id}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid`
    const hari = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
    const sesudah = tambahHari(selesai, 1)
    if (lama.peran === 'ADMIN') await pastikanAdminTersisa(tx, pelaku, [hari, sesudah > hari ? sesudah : hari])
    await catatJejak(tx, pelaku, {
      peristiwa: 'penugasan.diakhiri',
      objekJenis: 'penugasan',
      objekId: id,
      rincian: {
        nama: lama.nama,
        jabatan: SEBUTAN_JENIS[lama.jenis] + lama.jabatan,
        selesai,
        lama: { selesai: lama.selesai },
      },
      sebagai: ['ADMIN'],
    })
    return null
  })
