import { ambilDesimal, Desimal, formatRupiah } from '../../../inti/angka/index.ts'

/** Source of figures that were added up from months; all others (an approved siklus, older data) stand above the months. */
export const SUMBER_BULANAN = 'Realisasi bulanan'

/** Money is plain decimals; months 1–12. */
export type RealisasiSub = {
  /** typed, each month alone */
  readonly bulanan: readonly { bulan: number; nilai: string }[]
  /** recorded up to the end of a quarter (1–4) or for the year (0), or by a siklus per month up to the end of that month */
  readonly resmi: readonly (({ triwulan: number } | { bulan: number }) & { nilai: string; sumber: string })[]
}
export type DasarResmi = {
  readonly bulan: number
  readonly nilai: string
  readonly sumber: string
  /** a siklus per month reported it: no quarter or year records the same end */
  readonly perBulan: boolean
}

const akhirBulan = (triwulan: number): number => (triwulan === 0 ? 12 : triwulan * 3)
/** Of records with the same end the year counts first, then the quarter. */
const pangkat = (r: RealisasiSub['resmi'][number]): number => ('bulan' in r ? 0 : r.triwulan === 0 ? 2 : 1)

/** The last figure up to a month that does not come from typed months: it is the truth, and months up to it are closed. Pure. */
export function dasarResmi({ resmi }: RealisasiSub, bulan = 12): DasarResmi | null {
  const [teratas] = resmi
    .filter((r) => r.sumber !== SUMBER_BULANAN)
    .map((r) => ({
      bulan: 'bulan' in r ? r.bulan : akhirBulan(r.triwulan),
      nilai: r.nilai,
      sumber: r.sumber,
      urut: pangkat(r),
    }))
    .filter((r) => r.bulan <= bulan)
    .sort((a, b) => b.bulan - a.bulan || b.urut - a.urut)
  if (!teratas) return null
  const { urut, ...dasar } = teratas
  return { ...dasar, perBulan: urut === 0 }
}

/**
 * What was spent in one month by itself: typed, or what a siklus of the month reported less what is known of the months
 * before. `gabung`: months before it are not all known, so the figure holds them too. Null: nothing known. Pure.
 */
export function bulanSaja(sub: RealisasiSub, bulan: number): { nilai: Desimal; gabung: boolean } | null {
  const dasar = dasarResmi(sub, bulan)
  if (!dasar?.perBulan || dasar.bulan !== bulan) {
    const ada = sub.bulanan.find((b) => b.bulan === bulan)
    return ada ? { nilai: ambilDesimal(ada.nilai), gabung: false } : null
  }
  const lalu = sampaiBulan(sub, bulan - 1) ?? new Desimal(0)
  return { nilai: ambilDesimal(dasar.nilai).minus(lalu), gabung: !lengkapSampai(sub, bulan - 1) }
}

/** Spent from January to the end of a month: the last recorded quarter and the months after it. Null: nothing known. Pure. */
export function sampaiBulan(sub: RealisasiSub, bulan: number): Desimal | null {
  const dasar = dasarResmi(sub, bulan)
  const sesudah = sub.bulanan.filter((b) => b.bulan <= bulan && b.bulan > (dasar?.bulan ?? 0))
  if (!dasar && sesudah.length === 0) return null
  return sesudah.reduce<Desimal>((n, b) => n.plus(ambilDesimal(b.nilai)), new Desimal(dasar?.nilai ?? 0))
}

/** Is every month known from the last recorded quarter to this one? Blank is not zero. Pure. */
export function lengkapSampai(sub: RealisasiSub, bulan: number): boolean {
  const mulai = dasarResmi(sub, bulan)?.bulan ?? 0
  const ada = new Set(sub.bulanan.map((b) => b.bulan))
  return Array.from({ length: bulan - mulai }, (_, ke) => mulai + ke + 1).every((b) => ada.has(b))
}

/** What months, typed or of a siklus, say at the ends of quarters (and of the year: 0) that nothing else records. Pure. */
export function turunanTriwulan(sub: RealisasiSub): { triwulan: number; nilai: string }[] {
  const tercatat = new Set(
    sub.resmi.flatMap((r) => ('triwulan' in r && r.sumber !== SUMBER_BULANAN ? [r.triwulan] : [])),
  )
  return [1, 2, 3, 4, 0].flatMap((triwulan) => {
    const bulan = akhirBulan(triwulan)
    if (tercatat.has(triwulan) || !lengkapSampai(sub, bulan)) return []
    const nilai = sampaiBulan(sub, bulan)
    const dasar = dasarResmi(sub, bulan)
    const adaBulan = dasar?.perBulan || sub.bulanan.some((b) => b.bulan > (dasar?.bulan ?? 0) && b.bulan <= bulan)
    return nilai === null || !adaBulan ? [] : [{ triwulan, nilai: nilai.toFixed(2) }]
  })
}

/** Months and a recorded quarter that say different things: shown, the recorded one counts. Null: they agree. Pure. */
export function selisihResmi(sub: RealisasiSub): { bulan: number; resmi: string; bulanan: string } | null {
  const dasar = dasarResmi(sub)
  if (!dasar) return null
  const bulan = sub.bulanan.filter((b) => b.bulan <= dasar.bulan)
  if (bulan.length < dasar.bulan) return null
  const jumlah = bulan.reduce((n, b) => n.plus(ambilDesimal(b.nilai)), new Desimal(0))
  return jumlah.eq(ambilDesimal(dasar.nilai))
    ? null
    : { bulan: dasar.bulan, resmi: dasar.nilai, bulanan: jumlah.toFixed(2) }
}

/** What is asked before a month is taken: more than the budget, no budget at all, less than nothing. Null: plausible. Pure. */
export function tanyaWajar(
  sub: RealisasiSub & { readonly pagu: string | null },
  bulan: number,
  nilai: string,
): string | null {
  const lain = sub.bulanan.filter((b) => b.bulan !== bulan)
  const jadi = sampaiBulan({ ...sub, bulanan: [...lain, { bulan, nilai }] }, 12) ?? new Desimal(0)
  if (nilai.startsWith('-')) return 'Angkanya kurang dari nol. Benarkah ini pengembalian atau koreksi?'
  if (sub.pagu === null) return 'Sub kegiatan ini tidak mempunyai pagu tahun ini. Benarkah ada realisasinya?'
  if (jadi.gt(ambilDesimal(sub.pagu)))
    return `Realisasi setahun menjadi ${formatRupiah(jadi)}, lebih dari pagu ${formatRupiah(sub.pagu)}. Benarkah?`
  return null
}
