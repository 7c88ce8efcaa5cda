import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { periksaSejak } from './berlakukan-pk.ts'
import type { Pk } from './kueri.ts'
import { ambilPilihanAnggaran, anggaranBerubah } from './kueri-draf.ts'
import { periksaTarget } from './periksa-target.ts'

/** What a draft still lacks before it can be submitted, in sentences; empty when it is whole. One query. */
export async function periksaPk(baca: Tx | BasisData['baca'], pelaku: Pelaku, pk: Pk): Promise<string[]> {
  const pilihan = await ambilPilihanAnggaran(baca, pelaku, pk)
  const sejak = periksaSejak(pk, pk.berlakuSejak)
  const kosong = pk.target.length === 0 ? ['Belum ada indikator. Pilih indikator yang diperjanjikan.'] : []
  const target = pk.target.flatMap((t) => periksaTarget(t).masalah.map((teks) => `${t.kode} ${t.nama}: ${teks}`))
  const uang = anggaranBerubah(pk.anggaran, pilihan)
  return [
    ...(sejak ? [`Mulai berlaku: ${sejak}`] : []),
    ...kosong,
    ...target,
    ...(uang.length > 0
      ? [`Anggaran yang berlaku pada tanggal itu sudah lain: ${uang.join(', ')}. Buka Anggaran, lalu simpan lagi.`]
      : []),
  ]
}
