import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak, perubahanIsian } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { IsianKontak } from './isian.ts'

/** How the person is reached, as the person sees and changes it. */
export type KontakSaya = {
  readonly surel: string | null
  readonly telepon: string | null
  readonly ingatSurel: boolean
  /** fingerprint of the row, for compare-and-set */
  readonly versi: string
}

/** The own contact data; with `kunci` the row stays locked until the transaction ends. */
export async function ambilKontakSaya(
  baca: Tx | BasisData['baca'],
  pelaku: Pelaku,
  { kunci = false }: { kunci?: boolean } = {},
): Promise<KontakSaya> {
  if (kunci)
    await baca.$queryRaw`
      select 1 from pegawai where id = ${pelaku.pegawaiId}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid for update`
  const [baris] = await baca.$queryRaw<KontakSaya[]>`
    select p.surel, p.telepon, p.ingat_surel as "ingatSurel", md5(p::text) as versi from pegawai p
    where p.id = ${pelaku.pegawaiId}::uuid and p.kecamatan_id = ${pelaku.kecamatanId}::uuid`
  if (!baris) throw galat.tidakDitemukan('Data Anda')
  return baris
}

/** Changes the own address, number, and whether reminders come by mail; 409 when the admin was first. */
export const ubahKontak = (db: BasisData, pelaku: Pelaku, { versi, ...baru }: IsianKontak): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const { versi: kini, ...lama } = await ambilKontakSaya(tx, pelaku, { kunci: true })
    if (kini !== versi) throw galat.sudahBerubah('Data Anda')
    await tx.$executeRaw`
      update pegawai set surel = ${baru.surel}, telepon = ${baru.telepon}, ingat_surel = ${baru.ingatSurel}
      where id = ${pelaku.pegawaiId}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid`
    await catatJejak(tx, pelaku, {
      peristiwa: 'akun.kontak-diubah',
      objekJenis: 'pegawai',
      objekId: pelaku.pegawaiId,
      rincian: perubahanIsian(lama, baru),
    })
  })
