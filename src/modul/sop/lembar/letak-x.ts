import type { Lintasan } from './lintasan.ts'
import { type KebutuhanLorong, kunciLorong, type TempatLorong } from './lorong.ts'
import type { BentukSimpul } from './simpul.ts'
import { JARAK, SIMBOL } from './ukuran.ts'

/** Where columns stand. */
export type LetakX = {
  /** borders of the columns, one more than there are columns */
  readonly batas: readonly number[]
  /** middle of the symbols of each column */
  readonly pusat: readonly number[]
  /** distance of parallel lines */
  readonly jarak: number
  readonly lebarSimbol: number
  /** is there room for everything without lines and symbols running into each other? */
  readonly muat: boolean
}

const BAGIAN_KOTAK = 0.88

/** Width of a symbol; only boxes leave a little room in their column. */
export function lebarSimbolDari({ lebarSimbol }: Pick<LetakX, 'lebarSimbol'>, bentuk: BentukSimpul): number {
  if (bentuk === 'konektor') return Math.min(lebarSimbol, SIMBOL.konektor * 1.05)
  return bentuk === 'kotak' ? lebarSimbol * BAGIAN_KOTAK : lebarSimbol
}

/** Width of symbols in columns that share a room evenly. */
export const lebarSimbolUntuk = (lebar: number, banyakKolom: number): number =>
  Math.min(SIMBOL.lebarMaks, Math.max(SIMBOL.lebarMin, (lebar / banyakKolom) * 0.56))

/** Least width of all columns of pelaksana together. */
export const lebarTerkecil = (
  perlu: readonly KebutuhanLorong[],
  ukuran: Pick<LetakX, 'jarak' | 'lebarSimbol'>,
): number => ruangKolom(perlu, ukuran).reduce((jumlah, r) => jumlah + r.kiri + ukuran.lebarSimbol + r.kanan, 0)

/**
 * Divides a width among the columns, as evenly as the lines beside them allow. When even the narrowest columns are too wide,
 * lines move together.
 */
export function susunLetakX(
  perlu: readonly KebutuhanLorong[],
  { x, lebar, lebarSimbol }: { x: number; lebar: number; lebarSimbol: number },
): LetakX {
  const ukuran = rapatkan(perlu, { lebar, lebarSimbol })
  const ruang = ruangKolom(perlu, ukuran)
  const lebarKolom = bagiRata(
    ruang.map((r) => r.kiri + ukuran.lebarSimbol + r.kanan),
    lebar,
  )
  const batas = [x]
  const pusat: number[] = []
  for (const [k, r] of ruang.entries()) {
    const kiri = batas[k] ?? x
    const kanan = kiri + (lebarKolom[k] ?? 0)
    const setengah = ukuran.lebarSimbol / 2
    pusat.push(Math.min(Math.max((kiri + kanan) / 2, kiri + r.kiri + setengah), kanan - r.kanan - setengah))
    batas.push(kanan)
  }
  return { batas, pusat, ...ukuran, muat: lebarTerkecil(perlu, ukuran) <= lebar + 0.01 }
}

/** The line of a way within its gap. */
export function xLorong(letak: LetakX, l: Lintasan, tempat: ReadonlyMap<string, TempatLorong>): number {
  const batas = letak.batas[l.lorong] ?? 0
  const di = tempat.get(kunciLorong(l))
  if (!di) return batas
  return batas + (di.sisi === 'kiri' ? -1 : 1) * (di.urut + 1) * letak.jarak
}

type Ukuran = Pick<LetakX, 'jarak' | 'lebarSimbol'>

/** Room left and right of the symbol in each column. */
const ruangKolom = (perlu: readonly KebutuhanLorong[], { jarak }: Ukuran) =>
  perlu.slice(0, -1).map((lorong, k) => {
    const berikut = perlu[k + 1] ?? lorong
    return {
      kiri: lorong.kanan * jarak + lorong.tepiKanan,
      kanan: berikut.kiri * jarak + berikut.tepiKiri,
    }
  })

function rapatkan(
  perlu: readonly KebutuhanLorong[],
  { lebar, lebarSimbol }: { lebar: number; lebarSimbol: number },
): Ukuran {
  const pilihan: Ukuran[] = [
    { jarak: JARAK.lorong, lebarSimbol },
    { jarak: (JARAK.lorong + JARAK.lorongMin) / 2, lebarSimbol },
    { jarak: JARAK.lorongMin, lebarSimbol },
    { jarak: JARAK.lorongMin, lebarSimbol: Math.max(SIMBOL.lebarMin, lebarSimbol * 0.8) },
  ]
  return (
    pilihan.find((u) => lebarTerkecil(perlu, u) <= lebar) ?? { jarak: JARAK.lorongMin, lebarSimbol: SIMBOL.lebarMin }
  )
}

/** Widths with this sum, none below its least, the smallest as large as can be. */
function bagiRata(terkecil: readonly number[], lebar: number): number[] {
  const urut = [...terkecil].sort((a, b) => b - a)
  let sisa = lebar
  let banyak = terkecil.length
  for (const t of urut) {
    if (t <= sisa / banyak) break
    sisa -= t
    banyak--
  }
  const rata = banyak > 0 ? sisa / banyak : 0
  return terkecil.map((t) => Math.max(t, rata))
}
