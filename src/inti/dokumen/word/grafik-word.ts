import { ImageRun, Paragraph } from 'docx'
import type { Grafik } from '../grafik.ts'
import { svgGrafik } from '../grafik-svg.ts'
import { HURUF } from '../ukuran.ts'
import { paragrafRapat } from './teks-word.ts'

/** Twips in a point; docx takes pictures in pixels at 96 dpi. */
const TWIP_PER_PT = 20
const PIKSEL_PER_PT = 96 / 72
/** Pixels of the picture for programs that do not show SVG: 300 dpi in print. */
const PIKSEL_RASTER_PER_PT = 300 / 72

/** Turns SVG into the bytes of a PNG of that many pixels across. */
export type Pelukis = (svg: string, lebarPiksel: number) => Uint8Array

/** The rasteriser; null where its program is not there for this kind of computer. */
export async function bukaPelukis(): Promise<Pelukis | null> {
  try {
    const { Resvg } = await import('@resvg/resvg-js')
    return (svg, lebarPiksel) =>
      new Resvg(svg, {
        fitTo: { mode: 'width', value: Math.round(lebarPiksel) },
        font: { loadSystemFonts: false },
      })
        .render()
        .asPng()
  } catch {
    return null
  }
}

/**
 * A chart as a picture that stays sharp (SVG) with pixels for older programs; its sentence is the description. Without a
 * rasteriser the sentence stands in its place.
 */
export function grafikWord(
  grafik: Grafik,
  { pelukis, lebarTwip }: { pelukis: Pelukis | null; lebarTwip: number },
): Paragraph {
  if (!pelukis) return paragrafRapat(grafik.uraian, { ukuran: HURUF.kecil })
  const svg = svgGrafik(grafik)
  const skala = Math.min(1, lebarTwip / TWIP_PER_PT / grafik.lebar)
  const [width, height] = [grafik.lebar, grafik.tinggi].map((pt) => Math.round(pt * skala * PIKSEL_PER_PT))
  const run = new ImageRun({
    type: 'svg',
    data: Buffer.from(svg),
    fallback: { type: 'png', data: pelukis(svg, grafik.lebar * PIKSEL_RASTER_PER_PT) },
    transformation: { width: width ?? 1, height: height ?? 1 },
    altText: { name: 'Grafik', title: 'Grafik', description: grafik.uraian },
  })
  return new Paragraph({ spacing: { before: 0, after: 80 }, keepNext: true, children: [run] })
}
