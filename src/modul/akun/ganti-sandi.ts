import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import type { IsianSandiBaru } from './isian.ts'
import { alasanSandiDitolak, cincangSandi, cocokSandi } from './sandi.ts'

/** Changes the own passphrase; all other sessions of the person end. Returns the field errors, or null when done. */
export async function gantiSandi(db: BasisData, pelaku: Pelaku, isian: IsianSandiBaru): Promise<Kesalahan | null> {
  const akun = await db.baca.akun.findFirst({ where: { id: pelaku.akunId, kecamatanId: pelaku.kecamatanId } })
  if (!akun || !(await cocokSandi(isian.sandiLama, akun.sandi)))
    return { sandiLama: 'Sandi Anda sekarang tidak cocok.' }
  const ditolak = alasanSandiDitolak(isian.sandiBaru, [akun.namaPengguna, pelaku.namaKecamatan])
  if (ditolak) return { sandiBaru: ditolak }
  if (isian.sandiBaru === isian.sandiLama) return { sandiBaru: 'Sandi baru harus berbeda dari sandi sekarang.' }
  if (isian.sandiUlang !== isian.sandiBaru) return { sandiUlang: 'Kedua sandi baru tidak sama.' }
  const sandi = await cincangSandi(isian.sandiBaru)
  await transaksi(db, pelaku, async (tx) => {
    await tx.akun.update({
      where: { id: pelaku.akunId },
      data: { sandi, wajibGanti: false, sandiBerlakuSampai: null, sesiBerlakuSejak: jam.sekarang() },
    })
    await catatJejak(tx, pelaku, { peristiwa: 'akun.sandi-diganti', objekJenis: 'akun', objekId: pelaku.akunId })
  })
  return null
}
