import { formatAngka, TANPA_NILAI } from '../../inti/angka/index.ts'
import { PERAN_KANTOR, type Peran } from '../../inti/pelaku.ts'
import { namaPeriode } from '../../inti/waktu/index.ts'

/** Who reads plans and agreements: the office and its observers; the operator needs no performance data. */
export const PEMBACA_PERENCANAAN: readonly Peran[] = PERAN_KANTOR

/** The pages of planning, as tabs. */
export const tabPerencanaan = (
  aktif: 'renstra' | 'indikator' | 'program' | 'pk' | 'rencana-aksi' | 'skala' | 'skm' | 'desa',
) => [
  { teks: 'Renstra', alamat: '/perencanaan', aktif: aktif === 'renstra' },
  { teks: 'Indikator', alamat: '/perencanaan/indikator', aktif: aktif === 'indikator' },
  { teks: 'Program dan anggaran', alamat: '/perencanaan/program', aktif: aktif === 'program' },
  { teks: 'Perjanjian Kinerja', alamat: '/perjanjian-kinerja', aktif: aktif === 'pk' },
  { teks: 'Rencana aksi', alamat: '/rencana-aksi', aktif: aktif === 'rencana-aksi' },
  { teks: 'Aturan penilaian', alamat: '/perencanaan/skala', aktif: aktif === 'skala' },
  { teks: 'SKM', alamat: '/survei-kepuasan', aktif: aktif === 'skm' },
  { teks: 'Status desa', alamat: '/status-desa', aktif: aktif === 'desa' },
]

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
