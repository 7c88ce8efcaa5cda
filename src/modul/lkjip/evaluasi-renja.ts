import { Desimal } from '../../inti/angka/index.ts'
import { type Hasil, hitungCapaian, hitungRataRata, hitungSerapan } from '../pengukuran/index.ts'
import type { CapaianIndikator } from './capaian.ts'
import { hitungUang } from './efisiensi.ts'
import type { SubAnggaran } from './kueri-anggaran.ts'
import { BELUM_ADA_HASIL, tanpaHasil } from './tanpa-hasil.ts'

/** Money of a unit of budget in the columns of Formulir E.81; plain decimals, null: not recorded. */
export type UangRenja = {
  /** what the Renstra means to spend over all its years */
  readonly paguRenstra: string | null
  readonly sampaiLalu: string | null
  /** null: no budget of the year */
  readonly pagu: string | null
  /** spent in each quarter by itself */
  readonly triwulan: readonly (string | null)[]
  readonly realisasi: string | null
  readonly sampaiKini: string | null
  readonly capaian: Hasil
  readonly capaianRenstra: Hasil
}
/** Performance of an indicator in the same columns. */
export type KinerjaRenja = {
  readonly targetRenstra: string | null
  readonly targetRenstraTeks: string
  readonly sampaiLalu: string | null
  readonly sampaiKini: string | null
  readonly capaianRenja: Hasil
  readonly capaianRenstra: Hasil
}

const jumlah = (daftar: readonly (string | null)[]): string | null => {
  const ada = daftar.filter((d) => d !== null)
  return ada.length === 0 ? null : ada.reduce((n, d) => n.plus(d), new Desimal(0)).toFixed()
}

/** What was spent in a quarter: the amount up to its end less that of the quarter before; null while one of them is missing. */
export function hitungTriwulan(sampai: readonly (string | null)[]): (string | null)[] {
  return sampai.map((kini, ke) => {
    const lalu = ke === 0 ? '0' : (sampai[ke - 1] ?? null)
    return kini === null || lalu === null ? null : new Desimal(kini).minus(lalu).toFixed()
  })
}

/** Money of a program, kegiatan or sub kegiatan: every sub kegiatan once. Pure. */
export function hitungUangRenja(sub: readonly SubAnggaran[]): UangRenja {
  const { realisasi } = hitungUang(sub)
  const pagu = jumlah(sub.map((s) => s.pagu))
  const paguRenstra = jumlah(sub.map((s) => s.paguRenstra))
  const perSub = sub.map((s) => hitungTriwulan(s.sampaiTriwulan))
  const sampaiLalu = jumlah(sub.map((s) => s.realisasiLalu))
  const sampaiKini = jumlah([sampaiLalu, realisasi])
  return {
    paguRenstra,
    sampaiLalu,
    pagu,
    triwulan: [0, 1, 2, 3].map((n) => jumlah(perSub.map((t) => t[n] ?? null))),
    realisasi,
    sampaiKini,
    capaian: serapan(pagu, realisasi),
    capaianRenstra: serapan(paguRenstra, sampaiKini),
  }
}

const serapan = (pagu: string | null, realisasi: string | null): Hasil =>
  pagu === null || realisasi === null
    ? tanpaHasil('KOSONG', 'Pagu atau realisasi belum ada')
    : hitungSerapan({ pagu, realisasi: { status: 'TERISI', nilai: realisasi } })

/**
 * Performance of an indicator over the Renstra (Permendagri 86/2017, Formulir E.81): amounts add up over the years, levels are
 * those of the last year.
 */
export function hitungKinerjaRenja(i: CapaianIndikator, tahunAwal: number | null): KinerjaRenja {
  const kumulatif = i.agregasi === 'KUMULATIF'
  const lalu = i.lalu.filter((l) => l.tahun >= (tahunAwal ?? Number.POSITIVE_INFINITY))
  const sampaiLalu = kumulatif
    ? jumlah(lalu.map((l) => l.hasil?.realisasi ?? null))
    : (lalu.at(-1)?.hasil?.realisasi ?? null)
  const kini = i.kini?.realisasi ?? null
  const sampaiKini = kumulatif ? jumlah([sampaiLalu, kini]) : kini
  const targetRenstra = kumulatif ? i.renstra.jumlahTarget : i.renstra.nilai
  return {
    targetRenstra,
    targetRenstraTeks: kumulatif ? '–' : i.renstra.teks,
    sampaiLalu,
    sampaiKini,
    capaianRenja: i.kini?.capaian ?? BELUM_ADA_HASIL,
    capaianRenstra: kumulatif
      ? capaianKumulatif(i, { realisasi: sampaiKini, target: targetRenstra })
      : i.renstra.capaian,
  }
}

/** What was added up against the sum of the yearly targets, by the polarity of the card: fewer complaints are better here too. */
function capaianKumulatif(
  { polaritas, varianMin }: CapaianIndikator,
  { realisasi, target }: { realisasi: string | null; target: string | null },
): Hasil {
  if (realisasi === null || target === null) return tanpaHasil('KOSONG', 'Target atau realisasi belum ada')
  if (polaritas !== 'MAKS' && polaritas !== 'MIN' && polaritas !== 'TEPAT')
    return tanpaHasil(
      'TIDAK_DAPAT_DIHITUNG',
      'Jumlah beberapa tahun tidak dapat dibandingkan dengan rentang atau kategori',
    )
  const varian = varianMin === 'T/R' ? 'T/R' : '2T-R'
  return hitungCapaian({ polaritas, varian, target, realisasi: { status: 'TERISI', nilai: realisasi } })
}

/** Mean of a capaian of all indicators in the form, by the cap of the year. */
export const rataCapaianRenja = (
  indikator: readonly CapaianIndikator[],
  hasil: (i: CapaianIndikator) => Hasil,
  batas: Parameters<typeof hitungRataRata>[1],
) =>
  hitungRataRata(
    indikator.map((i) => ({ id: i.id, nama: i.nama, hasil: hasil(i) })),
    batas,
  )
