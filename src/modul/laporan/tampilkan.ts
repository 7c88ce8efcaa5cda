import type { Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { pelakuDari } from '../../inti/http/index.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { ambilVersiLapor } from '../rekap/index.ts'
import { type AlamatLangkah, ambilLangkah, susunKepala } from '../siklus/index.ts'
import { ambilBahanCamat, cariLaporan } from './kueri.ts'
import { halamanLapor, type Kembalian, susunLapor } from './tampilan.ts'
import { halamanLaporCamat, susunLaporCamat } from './tampilan-camat.ts'

/** Page of the kind "lapor"; with errors 422. */
export async function tampilkanLapor(
  db: BasisData,
  res: Response,
  alamat: AlamatLangkah,
  kembali: Kembalian = {},
): Promise<void> {
  halamanLapor(res, susunLapor(await muat(db, res, alamat, kembali), kembali), kembali.kesalahan ? 422 : 200)
}

type KembalianCamat = Kembalian & { rekomendasi?: readonly Record<string, string>[] }
/** Page of the kind "lapor-camat"; with errors 422. */
export async function tampilkanLaporCamat(
  db: BasisData,
  res: Response,
  alamat: AlamatLangkah,
  kembali: KembalianCamat = {},
): Promise<void> {
  const pelaku = pelakuDari(res)
  const dasar = await muat(db, res, alamat, kembali)
  const bahan = await ambilBahanCamat(db.baca, pelaku, {
    konteks: dasar.konteks,
    hari: tanggalLokal(jam.sekarang(), pelaku.zonaWaktu),
  })
  halamanLaporCamat(res, susunLaporCamat({ ...dasar, ...bahan }, kembali), kembali.kesalahan ? 422 : 200)
}

async function muat(db: BasisData, res: Response, alamat: AlamatLangkah, kembali: Kembalian) {
  const pelaku = pelakuDari(res)
  const konteks = await ambilLangkah(db.baca, pelaku, alamat)
  const [kepala, laporan, versi] = await Promise.all([
    susunKepala(db.baca, konteks, pelaku, kembali),
    cariLaporan(db.baca, konteks),
    ambilVersiLapor(db.baca, pelaku, konteks.siklus),
  ])
  return { konteks, kepala, laporan, rekap: versi[0] ?? null, lalu: versi[1] ?? null, pelaku }
}
