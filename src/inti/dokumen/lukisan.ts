import type { Item } from './potongan.ts'

/** How shapes of one kind look: colours as #rrggbb, `tebal` of the line and `putus` (dash, gap) in points. */
export type GayaBentuk = {
  readonly isi?: string
  readonly garis?: string
  readonly tebal?: number
  readonly putus?: readonly [number, number]
}

/** A shape; `gaya` is a name of the drawing's own table. Points, y from the upper edge. */
export type Bentuk =
  | {
      readonly t: 'kotak'
      readonly x: number
      readonly y: number
      readonly lebar: number
      readonly tinggi: number
      /** radius of the corners */
      readonly sudut?: number
      readonly gaya: string
    }
  /** lines through points x, y, x, y …; `tutup` closes them to a polygon */
  | { readonly t: 'jejak'; readonly titik: readonly number[]; readonly tutup: boolean; readonly gaya: string }

/** A place that leads to a step of the running siklus; the renderer for the screen turns it into a link. */
export type TempatTautan = {
  readonly x: number
  readonly y: number
  readonly lebar: number
  readonly tinggi: number
  readonly kode: string
}

/** Text set upwards: items around the origin, turned by a quarter to the left and moved to (x, y). */
export type ItemTegak = { readonly x: number; readonly y: number; readonly item: readonly Item[] }

/** One sheet: shapes below, in order; text and signs above them. */
export type HalamanLukisan = {
  readonly bentuk: readonly Bentuk[]
  readonly item: readonly Item[]
  readonly tegak: readonly ItemTegak[]
  readonly tautan: readonly TempatTautan[]
}

/** A drawing of sheets of one size, plain data: one renderer makes it PDF, another SVG. */
export type Lukisan = {
  readonly judul: string
  readonly asal: string
  readonly subjek: string
  /** YYYY-MM-DD, the only date in the file */
  readonly tanggal: string | null
  readonly lebar: number
  readonly tinggi: number
  readonly gaya: Readonly<Record<string, GayaBentuk>>
  readonly halaman: readonly HalamanLukisan[]
}
