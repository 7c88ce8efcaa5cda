/** A backup in the folder; `dibuat` is when its file was written. */
export type BerkasCadangan = { readonly nama: string; readonly dibuat: Date; readonly ukuran: number }

const JAM = 3_600_000
/** One a day; an hour less, so that an office that opens at eight has it at eight again. */
const SELANG = 23 * JAM
/** Older than this, somebody is told: the disk may be full or unplugged. */
const USANG = 72 * JAM
const TERBARU = 5
const HARIAN = 14
const BULANAN = 12

const umur = (b: BerkasCadangan | undefined, kini: Date): number =>
  b ? kini.getTime() - b.dibuat.getTime() : Number.POSITIVE_INFINITY

/** The newest first. */
export const urutkan = (daftar: readonly BerkasCadangan[]): BerkasCadangan[] =>
  daftar.toSorted((a, b) => b.dibuat.getTime() - a.dibuat.getTime())

export const perluDicadangkan = (daftar: readonly BerkasCadangan[], kini: Date): boolean =>
  umur(urutkan(daftar)[0], kini) >= SELANG

/** `dinyalakan`: when the process began; the first backup of an installation is given an hour. */
export const cadanganUsang = (daftar: readonly BerkasCadangan[], kini: Date, dinyalakan: Date): boolean =>
  daftar.length > 0 ? umur(urutkan(daftar)[0], kini) >= USANG : kini.getTime() - dinyalakan.getTime() >= JAM

/**
 * What may go: the five newest stay, and of older ones the newest of each day for 14 days and of each month for 12 months,
 * so that however often somebody asks for one, no earlier day is lost. Pure.
 */
export function yangDihapus(daftar: readonly BerkasCadangan[]): BerkasCadangan[] {
  const urut = urutkan(daftar)
  const tetap = new Set([
    ...urut.slice(0, TERBARU),
    ...satuPer(urut, HARIAN, (d) => d.toDateString()),
    ...satuPer(urut, BULANAN, (d) => `${d.getFullYear()}-${d.getMonth()}`),
  ])
  return urut.filter((b) => !tetap.has(b))
}

/** The newest of each span of time, for so many spans that have one. */
function satuPer(
  urut: readonly BerkasCadangan[],
  banyak: number,
  rentang: (dibuat: Date) => string,
): readonly BerkasCadangan[] {
  const pertama = new Map<string, BerkasCadangan>()
  for (const b of urut) if (!pertama.has(rentang(b.dibuat))) pertama.set(rentang(b.dibuat), b)
  return [...pertama.values()].slice(0, banyak)
}
