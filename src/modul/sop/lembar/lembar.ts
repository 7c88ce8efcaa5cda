import type { BentukSimpul } from './simpul.ts'
import type { KotakTeks } from './teks-sel.ts'

export type Titik = { readonly x: number; readonly y: number }
export type Kotak = { readonly x: number; readonly y: number; readonly lebar: number; readonly tinggi: number }

/** One symbol in one column. */
export type SimbolLembar = Kotak & {
  readonly id: string
  readonly bentuk: BentukSimpul
  /** code of its step, null for a connector */
  readonly langkah: string | null
  /** the step it leads to or comes from, for a connector */
  readonly penghubung: { readonly arah: 'keluar' | 'masuk'; readonly tujuan: string } | null
}

/** A line from symbol to symbol; without head it only ties symbols of one step. */
export type PanahLembar = {
  readonly dari: string
  readonly ke: string
  readonly titik: readonly Titik[]
  readonly berkepala: boolean
}

/** A ruled or filled area of the sheet; `garis` are straight rules x1, y1, x2, y2. */
export type HalamanLembar = {
  readonly jenis: 'identitas' | 'alir'
  /** 1, or less where so many columns or connectors of a step stand together that the page had to be drawn smaller */
  readonly skala: number
  readonly bidang: readonly (Kotak & { readonly gaya: string })[]
  readonly garis: readonly (readonly [number, number, number, number])[]
  readonly teks: readonly KotakTeks[]
  readonly simbol: readonly SimbolLembar[]
  readonly panah: readonly PanahLembar[]
  /** rows of steps, to be linked to their screens on a siklus */
  readonly baris: readonly (Kotak & { readonly kode: string })[]
}

/** The whole sheet as geometry in points: what the laws of the drawing are tested on, and what is painted. */
export type LembarSop = {
  readonly lebar: number
  readonly tinggi: number
  readonly halaman: readonly HalamanLembar[]
}
