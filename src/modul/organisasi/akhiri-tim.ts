import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { tanggalPanjang } from '../../inti/waktu/index.ts'
import type { IsianAkhir } from './isian.ts'
import { kunciAnggota, kunciTim } from './kueri-tim.ts'

type Masa = { mulai: string; selesai: string | null }

/** Sets the last day of a decree; with it ends the role of all its members. Field errors, or null when done. */
export const akhiriTim = (
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  { selesai, versi }: IsianAkhir,
): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx) => {
    const lama = await kunciTim(tx, pelaku, { id, versi })
    const salah = periksaAkhir(lama, selesai)
    if (salah) return salah
    await tx.$executeRaw`
      update tim_sakip set selesai = ${selesai}::date where id = ${id}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid`
    await catatJejak(tx, pelaku, {
      peristiwa: 'tim.diakhiri',
      objekJenis: 'tim-sakip',
      objekId: id,
      rincian: { nomorSk: lama.nomorSk, selesai, lama: { selesai: lama.selesai } },
      sebagai: ['ADMIN'],
    })
    return null
  })

/** Sets the last day of a membership. Field errors, or null when done. */
export const akhiriAnggota = (
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  { selesai, versi }: IsianAkhir,
): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx) => {
    const lama = await kunciAnggota(tx, pelaku, { id, versi })
    const salah = periksaAkhir(lama, selesai)
    if (salah) return salah
    await tx.$executeRaw`
      update anggota_tim_sakip set selesai = ${selesai}::date where id = ${id}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid`
    await catatJejak(tx, pelaku, {
      peristiwa: 'tim.anggota-diakhiri',
      objekJenis: 'anggota-tim-sakip',
      objekId: id,
      rincian: { nama: lama.nama, kedudukan: lama.kedudukan, selesai, lama: { selesai: lama.selesai } },
      sebagai: ['ADMIN'],
    })
    return null
  })

function periksaAkhir({ mulai, selesai: lama }: Masa, selesai: string): Kesalahan | null {
  if (selesai < mulai) return { selesai: `Mulainya ${tanggalPanjang(mulai)}. Pilih tanggal itu atau sesudahnya.` }
  if (lama && selesai >= lama) return { selesai: `Sudah berakhir ${tanggalPanjang(lama)}. Pilih tanggal sebelum itu.` }
  return null
}
