import { randomUUID } from 'node:crypto'
import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { cincangSandi } from '../akun/index.ts'
import { kunciPegawai } from './kueri-pegawai.ts'
import { batasSandiPertama, buatSandiPertama } from './sandi-pertama.ts'

/** What the admin reads once; the database keeps only the hash. */
export type SandiBaru = { nama: string; namaPengguna: string; sandi: string; sampai: Date }

/** Makes the account of a person with a first passphrase that must be changed at the first sign-in. */
export async function buatAkun(
  db: BasisData,
  pelaku: Pelaku,
  pegawaiId: string,
  { namaPengguna }: { namaPengguna: string },
): Promise<SandiBaru | { kesalahan: Kesalahan }> {
  const sandi = buatSandiPertama()
  const sampai = batasSandiPertama()
  const hash = await cincangSandi(sandi)
  return transaksi(db, pelaku, async (tx) => {
    const pegawai = await kunciPegawai(tx, pelaku, { id: pegawaiId })
    if (!pegawai.aktif) throw galat.bentrok('Pegawai ini nonaktif. Aktifkan dahulu, lalu buat akunnya.')
    const id = randomUUID()
    const ada = await tx.akun.count({ where: { pegawaiId, kecamatanId: pelaku.kecamatanId } })
    if (ada > 0) throw galat.bentrok('Pegawai ini sudah mempunyai akun. Muat ulang halamannya.')
    const jumlah = await tx.$executeRaw`
      insert into akun (id, kecamatan_id, pegawai_id, nama_pengguna, sandi, wajib_ganti, sandi_berlaku_sampai, sesi_berlaku_sejak)
      values (${id}::uuid, ${pelaku.kecamatanId}::uuid, ${pegawaiId}::uuid, ${namaPengguna}, ${hash}, true, ${sampai}, ${jam.sekarang()})
      on conflict (nama_pengguna) do nothing`
    if (jumlah === 0) return { kesalahan: { namaPengguna: 'Nama pengguna ini sudah dipakai. Pilih yang lain.' } }
    await catatJejak(tx, pelaku, {
      peristiwa: 'akun.dibuat',
      objekJenis: 'akun',
      objekId: id,
      rincian: { namaPengguna, nama: pegawai.nama, sandiBerlakuSampai: sampai.toISOString() },
      sebagai: ['ADMIN'],
    })
    return { nama: pegawai.nama, namaPengguna, sandi, sampai }
  })
}
