import { pengukurBersama } from '../../../inti/dokumen/huruf.ts'
import { type Baris, bungkusTeks, kataTerlebar } from '../../../inti/dokumen/teks.ts'
import { BANTALAN, SPASI } from './ukuran.ts'

/** A set line with what stands before it in the margin of a list ("3."), both from the left edge of the text. */
export type BarisTeks = { readonly baris: Baris; readonly geser: number; readonly tanda: Baris | null }

/** Text set into lines of one size; points. */
export type TeksTersusun = { readonly baris: readonly BarisTeks[]; readonly ukuran: number }

/** A box with text: where it stands, and how the lines lie in it. */
export type KotakTeks = TeksTersusun & {
  readonly x: number
  readonly y: number
  readonly lebar: number
  readonly tinggi: number
  readonly rata: 'kiri' | 'tengah' | 'kanan'
  /** upper edge of the first line */
  readonly atas: number
  /** read upwards: the lines run along the height of the box */
  readonly tegak: boolean
}

const LEBAR_TAK_TERBATAS = 1_000_000

export type GayaSel = { readonly lebar: number; readonly ukuran: number; readonly tebal?: boolean }

/** Sets paragraphs below each other in a width. */
export function susunTeks(paragraf: readonly string[], { lebar, ukuran, tebal = false }: GayaSel): TeksTersusun {
  const pengukur = pengukurBersama()
  const baris = paragraf
    .filter((isi) => isi !== '')
    .flatMap((isi) => bungkusTeks(isi, { lebar: lebar / ukuran, pengukur, tebal }))
  return { ukuran, baris: baris.map((b) => ({ baris: b, geser: 0, tanda: null })) }
}

/** Sets a list: sign or number in the margin, text indented beside it. One entry alone stands plain. */
export function susunDaftar(
  butir: readonly string[],
  { lebar, ukuran, tanda }: { lebar: number; ukuran: number; tanda: (urut: number) => string },
): TeksTersusun {
  if (butir.length < 2) return susunTeks(butir, { lebar, ukuran })
  const pengukur = pengukurBersama()
  const semuaTanda = butir.map((_, urut) => bungkusTeks(tanda(urut), { lebar: 20, pengukur })[0] ?? null)
  const geser = Math.max(...semuaTanda.map((t) => (t?.lebar ?? 0) * ukuran)) + ukuran * 0.35
  return {
    ukuran,
    baris: butir.flatMap((isi, urut) =>
      bungkusTeks(isi, { lebar: (lebar - geser) / ukuran, pengukur }).map((baris, ke) => ({
        baris,
        geser,
        tanda: ke === 0 ? (semuaTanda[urut] ?? null) : null,
      })),
    ),
  }
}

export const tinggiTeks = ({ baris, ukuran }: TeksTersusun): number => baris.length * ukuran * SPASI

/** Width of the widest line. */
export const lebarTeks = ({ baris, ukuran }: TeksTersusun): number =>
  Math.max(0, ...baris.map((b) => b.geser + b.baris.lebar * ukuran))

/** Sets text in one line, smaller when it would be wider than the room. */
export function susunSebaris(isi: string, { lebar, ukuran, tebal = false }: GayaSel): TeksTersusun {
  const satu = susunTeks([isi.replace(/\s+/g, ' ').trim()], { lebar: LEBAR_TAK_TERBATAS, ukuran, tebal })
  const nyata = lebarTeks(satu)
  return nyata <= lebar ? satu : { ...satu, ukuran: (ukuran * lebar) / nyata }
}

/** Width of text set in one line. */
export const lebarSebaris = (teks: string, ukuran: number, tebal = false): number =>
  (bungkusTeks(teks, { lebar: LEBAR_TAK_TERBATAS, pengukur: pengukurBersama(), tebal })[0]?.lebar ?? 0) * ukuran

/** Width of the widest word. */
export const lebarKata = (teks: readonly string[], ukuran: number, tebal = false): number =>
  Math.max(0, ...teks.map((isi) => kataTerlebar(isi, { tebal, pengukur: pengukurBersama() }) * ukuran))

type Sel = { readonly x: number; readonly y: number; readonly lebar: number; readonly tinggi: number }
type LetakTeks = { rata?: KotakTeks['rata']; tegakLurus?: 'atas' | 'tengah' | 'bawah'; bantalan?: number }

/** Puts set text into a cell. */
export function letakkan(
  teks: TeksTersusun,
  sel: Sel,
  { rata = 'kiri', tegakLurus = 'tengah', bantalan = BANTALAN }: LetakTeks = {},
): KotakTeks {
  const sisa = sel.tinggi - tinggiTeks(teks)
  const turun =
    tegakLurus === 'tengah' ? sisa / 2 : tegakLurus === 'bawah' ? sisa - bantalan : Math.min(bantalan, sisa / 2)
  return {
    ...teks,
    x: sel.x + bantalan,
    y: sel.y,
    lebar: sel.lebar - 2 * bantalan,
    tinggi: sel.tinggi,
    rata,
    atas: sel.y + turun,
    tegak: false,
  }
}

/** Puts set text into a cell so that it reads upwards. */
export function letakkanTegak(teks: TeksTersusun, sel: Sel): KotakTeks {
  const lebar = tinggiTeks(teks)
  return { ...teks, ...sel, rata: 'tengah', atas: sel.x + (sel.lebar - lebar) / 2, tegak: true }
}
