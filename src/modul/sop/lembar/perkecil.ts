import type { HalamanLembar, Kotak, Titik } from './lembar.ts'

/** A room that becomes this one when it is drawn smaller. */
export const perbesarRuang = ({ x, y, lebar, tinggi }: Kotak, skala: number): Kotak => ({
  x: x / skala,
  y: y / skala,
  lebar: lebar / skala,
  tinggi: tinggi / skala,
})

/** The same page drawn smaller, text and all. */
export function perkecil(h: HalamanLembar, skala: number): HalamanLembar {
  if (skala === 1) return h
  const kotak = <K extends Kotak>(k: K): K => ({
    ...k,
    x: k.x * skala,
    y: k.y * skala,
    lebar: k.lebar * skala,
    tinggi: k.tinggi * skala,
  })
  const titik = ({ x, y }: Titik): Titik => ({ x: x * skala, y: y * skala })
  return {
    ...h,
    skala,
    bidang: h.bidang.map(kotak),
    garis: h.garis.map(([x1, y1, x2, y2]) => [x1 * skala, y1 * skala, x2 * skala, y2 * skala] as const),
    teks: h.teks.map((t) => ({
      ...kotak(t),
      atas: t.atas * skala,
      ukuran: t.ukuran * skala,
      baris: t.baris.map((b) => ({ ...b, geser: b.geser * skala })),
    })),
    simbol: h.simbol.map(kotak),
    panah: h.panah.map((p) => ({ ...p, titik: p.titik.map(titik) })),
    baris: h.baris.map(kotak),
  }
}
