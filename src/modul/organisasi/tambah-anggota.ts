import { randomUUID } from 'node:crypto'
import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { tanggalPanjang } from '../../inti/waktu/index.ts'
import type { IsianAnggota } from './isian.ts'
import { kunciTim } from './kueri-tim.ts'

/** Adds a member to a decree, within its period and not twice at once. Field errors, or null when done. */
export const tambahAnggota = (
  db: BasisData,
  pelaku: Pelaku,
  timId: string,
  isian: IsianAnggota,
): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx): Promise<Kesalahan | null> => {
    const tim = await kunciTim(tx, pelaku, { id: timId })
    if (isian.mulai < tim.mulai)
      return { mulai: `SK ini baru berlaku ${tanggalPanjang(tim.mulai)}. Pilih tanggal itu atau sesudahnya.` }
    if (tim.selesai && isian.mulai > tim.selesai)
      return { mulai: `SK ini sudah berakhir ${tanggalPanjang(tim.selesai)}.` }
    const pegawai = await tx.pegawai.findFirst({
      where: { id: isian.pegawaiId, kecamatanId: pelaku.kecamatanId, aktif: true },
    })
    if (!pegawai) return { pegawaiId: 'Pegawai ini tidak ada atau sudah nonaktif. Pilih pegawai lain.' }
    const ganda = await tx.$queryRaw<unknown[]>`
      select 1 from anggota_tim_sakip where tim_id = ${timId}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid
        and pegawai_id = ${isian.pegawaiId}::uuid and mulai <= coalesce(${isian.selesai}::date, 'infinity')
        and coalesce(selesai, 'infinity') >= ${isian.mulai}::date`
    if (ganda.length > 0) return { pegawaiId: `${pegawai.nama} sudah menjadi anggota menurut SK ini pada masa itu.` }
    const id = randomUUID()
    await tx.$executeRaw`
      insert into anggota_tim_sakip (id, kecamatan_id, tim_id, pegawai_id, kedudukan, mulai, selesai)
      values (${id}::uuid, ${pelaku.kecamatanId}::uuid, ${timId}::uuid, ${isian.pegawaiId}::uuid, ${isian.kedudukan},
        ${isian.mulai}::date, ${isian.selesai}::date)`
    await catatJejak(tx, pelaku, {
      peristiwa: 'tim.anggota-ditambah',
      objekJenis: 'anggota-tim-sakip',
      objekId: id,
      rincian: { ...isian, nama: pegawai.nama, nomorSk: tim.nomorSk },
      sebagai: ['ADMIN'],
    })
    return null
  })
