import { Desimal, formatAngka } from '../../inti/angka/index.ts'

export type TitikGrafik = { readonly label: string; readonly nilai: string | null }
export type BatangGrafik = {
  readonly x: number
  readonly y: number
  readonly tinggi: number
  readonly label: string
  readonly nilai: string
  readonly kosong: boolean
}

const TINGGI = 44
const LEBAR = 34
const JARAK = 12

/** A row of bars for an own small SVG: sizes as numbers for attributes, so it needs no inline style and prints the same. */
export function susunGrafik(titik: readonly TitikGrafik[]): { lebar: number; batang: BatangGrafik[] } {
  const angka = titik.map((t) => (t.nilai === null ? null : new Desimal(t.nilai)))
  const puncak = angka.reduce<Desimal>((m, a) => (a?.gt(m) ? a : m), new Desimal(0))
  const batang = titik.map((t, i) => {
    const a = angka[i]
    const tinggi = a && puncak.gt(0) ? Math.max(1, Number(a.div(puncak).times(TINGGI).toFixed(1))) : 0
    return {
      x: i * (LEBAR + JARAK),
      y: TINGGI - tinggi + 14,
      tinggi,
      label: t.label,
      nilai: t.nilai === null ? '–' : formatAngka(t.nilai),
      kosong: t.nilai === null,
    }
  })
  return { lebar: titik.length * (LEBAR + JARAK), batang }
}
