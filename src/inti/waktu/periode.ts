import { z } from 'zod'
import { adalahTanggal, tanggalDari } from './tanggal.ts'

export const JENIS_PERIODE = ['BULAN', 'TRIWULAN', 'SEMESTER', 'TAHUN'] as const
export type JenisPeriode = (typeof JENIS_PERIODE)[number]
/** One period of measurement; `nomor` counts within the year from 1 (TAHUN: always 1). */
export type Periode = { readonly jenis: JenisPeriode; readonly tahun: number; readonly nomor: number }

const MS_HARI = 86_400_000
const BULAN_PER: Readonly<Record<JenisPeriode, number>> = { BULAN: 1, TRIWULAN: 3, SEMESTER: 6, TAHUN: 12 }
const ROMAWI = ['I', 'II', 'III', 'IV'] as const
export const NAMA_BULAN = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const

export const skemaPeriode = z
  .object({
    jenis: z.enum(JENIS_PERIODE, 'Pilih jenis periode'),
    tahun: z.coerce
      .number('Isi tahun')
      .int('Isi tahun')
      .min(2000, 'Isi tahun 2000–2100')
      .max(2100, 'Isi tahun 2000–2100'),
    nomor: z.coerce.number('Pilih periodenya').int('Pilih periodenya').min(1, 'Pilih periodenya'),
  })
  .refine(({ jenis, nomor }) => nomor <= jumlahPeriode(jenis), { path: ['nomor'], message: 'Periode ini tidak ada' })

/** How many periods of this kind a year has: 12, 4, 2 or 1. */
export function jumlahPeriode(jenis: JenisPeriode): number {
  return 12 / BULAN_PER[jenis]
}

/** First and last day: {jenis:'TRIWULAN', tahun:2026, nomor:2} → 2026-04-01 … 2026-06-30. RangeError for a period that does not exist. */
export function rentangPeriode(periode: Periode): { mulai: string; akhir: string } {
  const lama = BULAN_PER[pastikanPeriode(periode).jenis]
  const bulanPertama = (periode.nomor - 1) * lama
  return {
    mulai: tanggalDari(Date.UTC(periode.tahun, bulanPertama, 1) / MS_HARI),
    akhir: tanggalDari(Date.UTC(periode.tahun, bulanPertama + lama, 0) / MS_HARI),
  }
}

/** 'Maret 2026', 'Triwulan II 2026', 'Semester I 2026', 'Tahun 2026'. */
export function namaPeriode(periode: Periode): string {
  const { jenis, tahun, nomor } = pastikanPeriode(periode)
  if (jenis === 'TAHUN') return `Tahun ${tahun}`
  if (jenis === 'BULAN') return `${NAMA_BULAN[nomor - 1] ?? ''} ${tahun}`
  return `${jenis === 'TRIWULAN' ? 'Triwulan' : 'Semester'} ${ROMAWI[nomor - 1] ?? ''} ${tahun}`
}

/** The period of the same kind just before: Triwulan I 2026 → Triwulan IV 2025. */
export function periodeSebelum(periode: Periode): Periode {
  const { jenis, tahun, nomor } = pastikanPeriode(periode)
  return nomor > 1 ? { jenis, tahun, nomor: nomor - 1 } : { jenis, tahun: tahun - 1, nomor: jumlahPeriode(jenis) }
}

/** The period of a kind that holds a date. RangeError for what is not a date. */
export function periodeDari(jenis: JenisPeriode, tanggal: string): Periode {
  if (!adalahTanggal(tanggal)) throw new RangeError(`Bukan tanggal: ${tanggal.slice(0, 20)}`)
  const [tahun = 0, bulan = 1] = tanggal.split('-').map(Number)
  return { jenis, tahun, nomor: Math.ceil(bulan / BULAN_PER[jenis]) }
}

/** Number of the quarter (1–4) that holds a date. */
export function triwulanDari(tanggal: string): number {
  return periodeDari('TRIWULAN', tanggal).nomor
}

function pastikanPeriode(periode: Periode): Periode {
  const { jenis, tahun, nomor } = periode
  const ada = Number.isInteger(tahun) && Number.isInteger(nomor) && nomor >= 1 && nomor <= jumlahPeriode(jenis)
  if (!ada) throw new RangeError(`Periode tidak ada: ${jenis} ${nomor} ${tahun}`)
  return periode
}
