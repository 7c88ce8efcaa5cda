import type { Periode } from '../../inti/waktu/index.ts'
import { rentangPeriode } from '../../inti/waktu/index.ts'
import type {
  AturanNol,
  BatasRataRata,
  CaraTarget,
  Kategori,
  Metode,
  Pembulatan,
  Polaritas,
  TipeAgregasi,
  Variabel,
  VarianMin,
} from '../pengukuran/index.ts'

export type Frekuensi = 'BULANAN' | 'TRIWULANAN' | 'SEMESTERAN' | 'TAHUNAN'
export type VariabelKartu = Variabel & { readonly satuan?: string | null }

/** The indicator card as it was when the form was made; later changes of the card do not reach the form. */
export type KartuBaris = {
  readonly kode: string
  readonly versi: number
  readonly jenis: 'IKU' | 'IKK'
  readonly nama: string
  readonly satuan: string
  readonly definisi: string
  readonly polaritas: Polaritas
  readonly varianMin: VarianMin
  readonly agregasi: TipeAgregasi
  readonly metode: Metode
  readonly variabel: readonly VariabelKartu[]
  readonly kategori: readonly Kategori[]
  readonly rumus: string
  /** metode RUMUS; forms made before cards had these lack them */
  readonly ekspresi?: string
  readonly pembulatan?: Pembulatan
  readonly arah?: 'MAKS' | 'MIN'
  readonly aturanNol?: AturanNol
  readonly batasCapaian?: BatasRataRata | null
  /** weight in the mean of its sasaran or program; null: equal */
  readonly bobot?: string | null
  readonly desimal: number
  readonly sumberData: string
  readonly frekuensi: Frekuensi
  readonly buktiWajib: boolean
  readonly aturanBukti: string
  readonly tujuanId?: string | null
  readonly sasaranId: string | null
  readonly programId: string | null
  readonly kegiatanId: string | null
  readonly subKegiatanId: string | null
  /** where the target comes from; null: the indicator stands in no PK valid on that day */
  readonly pk: AsalPk | null
}

/** The Perjanjian Kinerja a target was taken from. */
export type AsalPk = {
  readonly id: string
  readonly nomor: string
  readonly jenis: 'AWAL' | 'PERUBAHAN'
  readonly jabatan: string
  /** YYYY-MM-DD */
  readonly berlakuSejak: string
}

/** Targets of the PK valid on the period's last day; plain decimals, null where none was set. */
export type TargetBaris = {
  /** of the year; for RENTANG the lower bound */
  readonly tahunan: string | null
  readonly atas: string | null
  /** code of the target category */
  readonly teks: string | null
  readonly cara: CaraTarget
  readonly tw: readonly (string | null)[]
}

const BULAN_FREKUENSI: Readonly<Record<Frekuensi, number>> = { BULANAN: 1, TRIWULANAN: 3, SEMESTERAN: 6, TAHUNAN: 12 }

/** Number of the last month of a period: Triwulan II → 6. */
export const bulanAkhir = (periode: Periode): number => Number(rentangPeriode(periode).akhir.slice(5, 7))

/** Quarter in which a period ends, 1–4. */
export const triwulanAkhir = (periode: Periode): number => Math.ceil(bulanAkhir(periode) / 3)

/**
 * Must the indicator be reported in this period? By the frequency of its card (an annual one only with the year's last
 * period); and a quarter that the PK leaves blank while it sets others is not yet due.
 */
export function hitungJatuhTempo(frekuensi: Frekuensi, target: TargetBaris, periode: Periode): boolean {
  if (bulanAkhir(periode) % BULAN_FREKUENSI[frekuensi] !== 0) return false
  if (periode.jenis !== 'TRIWULAN') return true
  const adaTarget = target.tw.some((t) => t !== null)
  return !adaTarget || (target.tw[triwulanAkhir(periode) - 1] ?? null) !== null
}

/** Does the row carry any target at all? */
export const adaTarget = (target: TargetBaris): boolean =>
  target.tahunan !== null || target.teks !== null || target.tw.some((t) => t !== null)
