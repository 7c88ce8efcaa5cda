import { cariDesimal, formatAngka, TANPA_NILAI } from '../../inti/angka/index.ts'

export const STATUS_DESA = ['MANDIRI', 'MAJU', 'BERKEMBANG', 'TERTINGGAL', 'SANGAT_TERTINGGAL'] as const
export type StatusKemajuan = (typeof STATUS_DESA)[number]
/** The five names, the same in Permendes 2/2016 (IDM) and Permendes 9/2024 (Indeks Desa). */
export const NAMA_STATUS: Readonly<Record<StatusKemajuan, string>> = {
  MANDIRI: 'Mandiri',
  MAJU: 'Maju',
  BERKEMBANG: 'Berkembang',
  TERTINGGAL: 'Tertinggal',
  SANGAT_TERTINGGAL: 'Sangat Tertinggal',
}

export const UKURAN_DESA = ['IDM', 'INDEKS_DESA'] as const
export type UkuranDesa = (typeof UKURAN_DESA)[number]
export const NAMA_UKURAN: Readonly<Record<UkuranDesa, string>> = {
  IDM: 'Indeks Desa Membangun (IDM)',
  INDEKS_DESA: 'Indeks Desa',
}
export const SEBUT_UKURAN: Readonly<Record<UkuranDesa, string>> = { IDM: 'IDM', INDEKS_DESA: 'Indeks Desa' }
/** A score as it is shown: four decimals for the IDM, two or as many as were written for the Indeks Desa. */
export function teksSkor(
  nilai: { readonly skor: string | null; readonly ukuran: UkuranDesa } | undefined | null,
): string {
  if (!nilai || nilai.skor === null) return TANPA_NILAI
  const tertulis = cariDesimal(nilai.skor)?.decimalPlaces() ?? 0
  return formatAngka(nilai.skor, { desimal: nilai.ukuran === 'IDM' ? 4 : Math.max(2, tertulis) })
}

/** Highest score: IDM is a share of 1, Indeks Desa a percentage of the total score. */
export const SKOR_TERTINGGI: Readonly<Record<UkuranDesa, string>> = { IDM: '1', INDEKS_DESA: '100' }

/** Indeks Desa took the place of the IDM with the year 2025 (Permendes 9/2024). */
export const ukuranTahun = (tahun: number): UkuranDesa => (tahun >= 2025 ? 'INDEKS_DESA' : 'IDM')

/** Permendes 2/2016: a status begins above its bound; what is not above 0,4907 is Sangat Tertinggal. */
const BATAS_IDM: readonly (readonly [StatusKemajuan, string])[] = [
  ['MANDIRI', '0.8155'],
  ['MAJU', '0.7072'],
  ['BERKEMBANG', '0.5989'],
  ['TERTINGGAL', '0.4907'],
]

/** From which score of the Indeks Desa on a desa has a status, in force from `tahun` on; plain decimals 0–100. */
export type BatasIndeks = {
  readonly tahun: number
  readonly sumber: string
  readonly kelas: Readonly<Record<StatusBerbatas, string>>
  readonly diubahOleh: string
  readonly versi: number
}
/** Every status but the lowest begins somewhere. */
export const STATUS_BERBATAS = [
  'MANDIRI',
  'MAJU',
  'BERKEMBANG',
  'TERTINGGAL',
] as const satisfies readonly StatusKemajuan[]
type StatusBerbatas = (typeof STATUS_BERBATAS)[number]

/** The bounds that hold in a year: its own, else the last earlier ones; null while the office has none. `batas` newest first. */
export const batasPada = (batas: readonly BatasIndeks[], tahun: number): BatasIndeks | null =>
  batas.find((b) => b.tahun <= tahun) ?? null

/** Status that a score of the Indeks Desa means by the bounds of its year. Null for what is no such score. */
export function bacaStatusIndeks(skor: string, { kelas }: Pick<BatasIndeks, 'kelas'>): StatusKemajuan | null {
  const angka = cariDesimal(skor)
  if (!angka || angka.lt(0) || angka.gt(100)) return null
  return STATUS_BERBATAS.find((status) => angka.gte(kelas[status])) ?? 'SANGAT_TERTINGGAL'
}

/**
 * Status that an IDM score means (Permendes 2/2016). Plain decimal 0–1; null for what is no such score. For the Indeks Desa
 * the ministry sets bounds per year; without them the status is what its decree says of the desa.
 */
export function bacaStatusIdm(skor: string): StatusKemajuan | null {
  const angka = cariDesimal(skor)
  if (!angka || angka.lt(0) || angka.gt(1)) return null
  return BATAS_IDM.find(([, batas]) => angka.gt(batas))?.[0] ?? 'SANGAT_TERTINGGAL'
}
