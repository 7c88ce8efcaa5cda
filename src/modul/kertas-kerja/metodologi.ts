import type { KartuBaris, TargetBaris } from '../formulir/index.ts'
import {
  type AturanNol,
  type BatasRataRata,
  hitungNilai,
  METODE as KODE_METODE,
  type Metode,
  type Pembulatan,
  type Polaritas,
} from '../pengukuran/index.ts'
import { type Smart, usulSmart } from './smart.ts'
import { teksMetodologi, yaTidak } from './teks-metodologi.ts'

/** How one indicator is measured in this siklus; from its card, or deviating from it with a reason. */
export type Metodologi = {
  readonly metode: Metode
  /** the formula in words */
  readonly rumus: string
  readonly polaritas: Polaritas
  readonly varianMin: KartuBaris['varianMin']
  readonly agregasi: KartuBaris['agregasi']
  readonly sumberData: string
  readonly smart: Smart
} & PilihanKartu
/** Choices that a Kertas Kerja made before cards had them lacks; there the card decides. */
type PilihanKartu = {
  /** metode RUMUS: the expression over the codes of the variables; '' otherwise */
  readonly ekspresi?: string
  readonly pembulatan?: Pembulatan
  readonly arah?: 'MAKS' | 'MIN'
  readonly aturanNol?: AturanNol
  /** cap inside averages; null: that of the year */
  readonly batasCapaian?: BatasRataRata | null
}
export type DasarMetodologi = { readonly kartu: KartuBaris; readonly target: TargetBaris }

/** What the card says: the proposal for every indicator (SOP Pengukuran Kinerja Kecamatan Taman, langkah 4). */
export function usulMetodologi({ kartu, target }: DasarMetodologi): Metodologi {
  const { metode, rumus, polaritas, varianMin, agregasi, sumberData } = kartu
  const smart = Object.fromEntries(usulSmart({ kartu, target }).map((s) => [s.kode, s.terpenuhi])) as Record<
    keyof Smart,
    boolean
  >
  return { metode, rumus, polaritas, varianMin, agregasi, sumberData, smart, ...pilihanKartu(kartu) }
}

const pilihanKartu = (k: KartuBaris): Required<PilihanKartu> => ({
  ekspresi: k.metode === 'RUMUS' ? (k.ekspresi ?? '') : '',
  pembulatan: k.pembulatan ?? 'SETENGAH_NAIK',
  arah: k.arah ?? 'MAKS',
  aturanNol: k.aturanNol ?? 'BAKU',
  batasCapaian: k.batasCapaian ?? null,
})

/** The card as it is measured: with the methodology of this siklus in the place of its own. */
export const kartuUkur = (kartu: KartuBaris, m: Metodologi): KartuBaris => ({
  ...kartu,
  metode: m.metode,
  rumus: m.rumus,
  polaritas: m.polaritas,
  varianMin: m.varianMin,
  agregasi: m.agregasi,
  sumberData: m.sumberData,
  ekspresi: m.ekspresi ?? kartu.ekspresi,
  pembulatan: m.pembulatan ?? kartu.pembulatan,
  arah: m.arah ?? kartu.arah,
  aturanNol: m.aturanNol ?? kartu.aturanNol,
  batasCapaian: m.batasCapaian === undefined ? kartu.batasCapaian : m.batasCapaian,
})

/** Methods that can compute a value from the variables of the card; a formula of one's own can from any. */
export function metodeCocok(kartu: KartuBaris): Metode[] {
  if (kartu.metode === 'KATEGORI') return ['KATEGORI']
  const isian = Object.fromEntries(kartu.variabel.map((v) => [v.kode, '1']))
  const terhitung = (metode: Metode) =>
    metode === 'RUMUS'
      ? kartu.variabel.length > 0
      : hitungNilai({ metode, variabel: kartu.variabel, isian }).jenis === 'NILAI'
  return KODE_METODE.filter((metode) => metode === kartu.metode || (metode !== 'KATEGORI' && terhitung(metode)))
}

/** Polarities that the shape of the target allows: a range and a category are targets of their own kind. */
export const polaritasCocok = (kartu: KartuBaris): Polaritas[] =>
  kartu.polaritas === 'RENTANG' || kartu.polaritas === 'KATEGORI' ? [kartu.polaritas] : ['MAKS', 'MIN', 'TEPAT']

export type Penyimpangan = { readonly hal: string; readonly kartu: string; readonly dipakai: string }

/** In what the methodology deviates from the card, in words; empty: in nothing. */
export function penyimpangan(m: Metodologi, dasar: DasarMetodologi): Penyimpangan[] {
  const usul = usulMetodologi(dasar)
  const dipakai = teksMetodologi(kartuUkur(dasar.kartu, m))
  return [
    ...teksMetodologi(kartuUkur(dasar.kartu, usul)).flatMap(({ hal, teks }, ke) =>
      beda(hal, teks, dipakai[ke]?.teks ?? ''),
    ),
    ...usulSmart(dasar).flatMap((s) => beda(s.nama, yaTidak(s.terpenuhi), yaTidak(m.smart[s.kode]))),
  ]
}

const beda = (hal: string, kartu: string, dipakai: string): Penyimpangan[] =>
  kartu === dipakai ? [] : [{ hal, kartu, dipakai }]
