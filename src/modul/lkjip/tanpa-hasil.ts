import { type Hasil, VERSI_RUMUS } from '../pengukuran/index.ts'

/** No figure, and why. */
export const tanpaHasil = (jenis: Exclude<Hasil['jenis'], 'NILAI'>, alasan: string): Hasil => ({
  jenis,
  alasan,
  versi: VERSI_RUMUS,
})

/** Nothing was approved yet. */
export const BELUM_ADA_HASIL = tanpaHasil('KOSONG', 'Belum ada hasil yang disetujui')
