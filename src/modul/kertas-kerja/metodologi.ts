import type { KartuBaris, TargetBaris } from '../formulir/index.ts'
import { hitungNilai, METODE as KODE_METODE, type Metode, type Polaritas } from '../pengukuran/index.ts'
import { AGREGASI, METODE, POLARITAS } from '../perencanaan/index.ts'
import { type Smart, usulSmart } from './smart.ts'

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
}
export type DasarMetodologi = { readonly kartu: KartuBaris; readonly target: TargetBaris }

/** What the card says: the proposal for every indicator (SOP Pengukuran Kinerja Kecamatan Taman, langkah 4). */
export function usulMetodologi({ kartu, target }: DasarMetodologi): Metodologi {
  const { metode, rumus, polaritas, varianMin, agregasi, sumberData } = kartu
  const smart = Object.fromEntries(usulSmart({ kartu, target }).map((s) => [s.kode, s.terpenuhi])) as Record<
    keyof Smart,
    boolean
  >
  return { metode, rumus, polaritas, varianMin, agregasi, sumberData, smart }
}

/** The card as it is measured: with the methodology of this siklus in the place of its own. */
export const kartuUkur = (kartu: KartuBaris, m: Metodologi): KartuBaris => ({
  ...kartu,
  metode: m.metode,
  rumus: m.rumus,
  polaritas: m.polaritas,
  varianMin: m.varianMin,
  agregasi: m.agregasi,
  sumberData: m.sumberData,
})

/** Methods that can compute a value from the variables of the card. */
export function metodeCocok(kartu: KartuBaris): Metode[] {
  if (kartu.metode === 'KATEGORI') return ['KATEGORI']
  const isian = Object.fromEntries(kartu.variabel.map((v) => [v.kode, '1']))
  return KODE_METODE.filter(
    (metode) =>
      metode === kartu.metode ||
      (metode !== 'KATEGORI' && hitungNilai({ metode, variabel: kartu.variabel, isian }).jenis === 'NILAI'),
  )
}

/** Polarities that the shape of the target allows: a range and a category are targets of their own kind. */
export const polaritasCocok = (kartu: KartuBaris): Polaritas[] =>
  kartu.polaritas === 'RENTANG' || kartu.polaritas === 'KATEGORI' ? [kartu.polaritas] : ['MAKS', 'MIN', 'TEPAT']

export type Penyimpangan = { readonly hal: string; readonly kartu: string; readonly dipakai: string }

/** In what the methodology deviates from the card, in words; empty: in nothing. */
export function penyimpangan(m: Metodologi, dasar: DasarMetodologi): Penyimpangan[] {
  const usul = usulMetodologi(dasar)
  const beda = (hal: string, kartu: string, dipakai: string) => (kartu === dipakai ? [] : [{ hal, kartu, dipakai }])
  return [
    ...beda('Cara menghitung', METODE[usul.metode], METODE[m.metode]),
    ...beda('Rumus', usul.rumus, m.rumus),
    ...beda('Polaritas', teksPolaritas(usul), teksPolaritas(m)),
    ...beda('Agregasi', AGREGASI[usul.agregasi], AGREGASI[m.agregasi]),
    ...beda('Sumber data', usul.sumberData, m.sumberData),
    ...usulSmart(dasar).flatMap((s) => beda(s.nama, yaTidak(s.terpenuhi), yaTidak(m.smart[s.kode]))),
  ]
}

const yaTidak = (ya: boolean): string => (ya ? 'terpenuhi' : 'belum terpenuhi')

/** "Makin rendah makin baik, target ÷ realisasi". */
export const teksPolaritas = ({ polaritas, varianMin }: Pick<Metodologi, 'polaritas' | 'varianMin'>): string =>
  polaritas !== 'MIN'
    ? POLARITAS[polaritas]
    : `${POLARITAS.MIN}, ${varianMin === 'T/R' ? 'target ÷ realisasi' : '(2 × target − realisasi) ÷ target'}`
