import { formatAngka, TANPA_NILAI } from '../../inti/angka/index.ts'
import type { Peran } from '../../inti/pelaku.ts'
import { namaPeriode } from '../../inti/waktu/index.ts'

/** Who reads plans and agreements: the office and its observers; the operator needs no performance data. */
export const PEMBACA_PERENCANAAN: readonly Peran[] = [
  'CAMAT',
  'SEKCAM',
  'TIM_SAKIP',
  'KASI',
  'STAF',
  'DESA',
  'PENGAMAT',
]

/** The pages of planning, as tabs. */
export const tabPerencanaan = (aktif: 'renstra' | 'indikator' | 'program' | 'pk') => [
  { teks: 'Renstra', alamat: '/perencanaan', aktif: aktif === 'renstra' },
  { teks: 'Indikator', alamat: '/perencanaan/indikator', aktif: aktif === 'indikator' },
  { teks: 'Program dan anggaran', alamat: '/perencanaan/program', aktif: aktif === 'program' },
  { teks: 'Perjanjian Kinerja', alamat: '/perjanjian-kinerja', aktif: aktif === 'pk' },
]

/** Words of the indicator card. */
export const POLARITAS = {
  MAKS: 'Makin tinggi makin baik',
  MIN: 'Makin rendah makin baik',
  TEPAT: 'Tepat pada target',
  RENTANG: 'Di dalam rentang target',
  KATEGORI: 'Menurut kategori',
} as const
export const AGREGASI = {
  KUMULATIF: 'Dijumlahkan sejak awal tahun',
  POSISI_AKHIR: 'Keadaan pada akhir periode',
  RATA_RATA: 'Rata-rata periode',
  TERBAIK: 'Nilai terbaik',
  TERBURUK: 'Nilai terburuk',
} as const
export const METODE = {
  TUNGGAL: 'Satu nilai',
  PERSENTASE: 'Persentase (pembilang ÷ penyebut × 100)',
  JUMLAH: 'Penjumlahan',
  RATA_RATA: 'Rata-rata',
  BERBOBOT: 'Rata-rata berbobot',
  SELISIH: 'Selisih',
  RASIO: 'Perbandingan',
  KATEGORI: 'Kategori',
} as const
export const FREKUENSI = {
  BULANAN: 'Bulanan',
  TRIWULANAN: 'Triwulanan',
  SEMESTERAN: 'Semesteran',
  TAHUNAN: 'Tahunan',
} as const

/** A target or realised value as printed: the category's name, the words, or the figure without needless zeros; '–' without any. */
export function nilaiIndikator({ nilai, teks }: { nilai: string | null; teks?: string | null }): string {
  if (teks) return teks
  return nilai === null ? TANPA_NILAI : formatAngka(nilai)
}

/** "Triwulan I 2026", or "Tahun 2025" for 0. */
export const namaTriwulan = ({ tahun, triwulan }: { tahun: number; triwulan: number }): string =>
  triwulan === 0
    ? namaPeriode({ jenis: 'TAHUN', tahun, nomor: 1 })
    : namaPeriode({ jenis: 'TRIWULAN', tahun, nomor: triwulan })
