import type { Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'

/**
 * Two admins who shut each other out at the same moment must wait for one another: call this before the change.
 * Without it both would still see the other one.
 */
export async function kunciAdmin(tx: Tx, pelaku: Pelaku): Promise<void> {
  await tx.$queryRaw`select id from jabatan where kecamatan_id = ${pelaku.kecamatanId}::uuid and peran = 'ADMIN' order by id for update`
}

/**
 * Call after the change, in its transaction: on each of the dates (YYYY-MM-DD) somebody must still be able to sign in as
 * admin (post valid, person and account active, first passphrase not expired). Otherwise Galat 'bentrok', nothing is kept.
 */
export async function pastikanAdminTersisa(tx: Tx, pelaku: Pelaku, tanggal: readonly string[]): Promise<void> {
  const baris = await tx.$queryRaw<{ hari: string }[]>`
    select h.hari from unnest(${[...tanggal]}::text[]) as h(hari)
    where not exists (
      select 1 from penugasan n join jabatan j on j.id = n.jabatan_id join pegawai p on p.id = n.pegawai_id
        join akun a on a.pegawai_id = p.id
      where n.kecamatan_id = ${pelaku.kecamatanId}::uuid and j.peran = 'ADMIN' and j.aktif and p.aktif and a.aktif
        and (a.sandi_berlaku_sampai is null or a.sandi_berlaku_sampai > ${jam.sekarang()})
        and n.mulai <= h.hari::date and (n.selesai is null or n.selesai >= h.hari::date))`
  if (baris.length > 0)
    throw galat.bentrok(
      'Sesudah perubahan ini tidak ada lagi admin yang dapat masuk. Tugaskan admin lain dahulu, lalu ulangi. Belum ada yang diubah.',
    )
}
