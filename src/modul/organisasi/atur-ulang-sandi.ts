import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { cincangSandi } from '../akun/index.ts'
import type { SandiBaru } from './buat-akun.ts'
import { kunciAkun } from './kueri-pegawai.ts'
import { batasSandiPertama, buatSandiPertama } from './sandi-pertama.ts'

/** A new first passphrase for somebody who forgot the own one; all sessions end. Not for the own account. */
export async function aturUlangSandi(
  db: BasisData,
  pelaku: Pelaku,
  pegawaiId: string,
  { versi }: { versi: string },
): Promise<SandiBaru> {
  if (pegawaiId === pelaku.pegawaiId) throw galat.tidakBerwenang('Ganti sandi Anda sendiri di halaman Ganti sandi.')
  const sandi = buatSandiPertama()
  const sampai = batasSandiPertama()
  const hash = await cincangSandi(sandi)
  return transaksi(db, pelaku, async (tx) => {
    const akun = await kunciAkun(tx, pelaku, { pegawaiId, versi })
    await tx.akun.updateMany({
      where: { id: akun.id, kecamatanId: pelaku.kecamatanId },
      data: { sandi: hash, wajibGanti: true, sandiBerlakuSampai: sampai, sesiBerlakuSejak: jam.sekarang() },
    })
    await catatJejak(tx, pelaku, {
      peristiwa: 'akun.sandi-diatur-ulang',
      objekJenis: 'akun',
      objekId: akun.id,
      rincian: { namaPengguna: akun.namaPengguna, nama: akun.nama, sandiBerlakuSampai: sampai.toISOString() },
      sebagai: ['ADMIN'],
    })
    return { nama: akun.nama, namaPengguna: akun.namaPengguna, sandi, sampai }
  })
}
