import PDFDocument from 'pdfkit'
import { berkasHuruf, type NamaHuruf } from './huruf.ts'

type Perintah = { readonly command: string; readonly args: readonly number[] }
type HurufGaris = {
  readonly unitsPerEm: number
  readonly layout: (teks: string) => {
    readonly glyphs: readonly { readonly path: { readonly commands: readonly Perintah[] } }[]
    readonly positions: readonly {
      readonly xAdvance: number
      readonly xOffset: number
      readonly yOffset: number
    }[]
  }
}
const SVG: Readonly<Record<string, string>> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
}
const terbuka = new Map<NamaHuruf, HurufGaris>()

/** The outlines of a line of text as SVG path data in thousandths of the type size, y upwards, the baseline at 0. */
export function jejakTeks(nama: NamaHuruf, teks: string): string {
  const huruf = buka(nama)
  const satuan = 1000 / huruf.unitsPerEm
  const { glyphs, positions } = huruf.layout(teks)
  let x = 0
  return glyphs
    .map(({ path }, ke) => {
      const letak = positions[ke] ?? { xAdvance: 0, xOffset: 0, yOffset: 0 }
      const geser = [x + letak.xOffset, letak.yOffset]
      x += letak.xAdvance
      return path.commands
        .map(({ command, args }) => {
          const angka = args.map((n, urut) => Math.round((n + (geser[urut % 2] ?? 0)) * satuan))
          return `${SVG[command] ?? ''}${angka.join(' ')}`
        })
        .join('')
    })
    .join('')
}

function buka(nama: NamaHuruf): HurufGaris {
  let huruf = terbuka.get(nama)
  if (!huruf) {
    const acuan = new PDFDocument({ autoFirstPage: false, font: '' })
    acuan.registerFont(nama, berkasHuruf(nama)).font(nama)
    // pdfkit has no public way to its font; its types leave the field out
    huruf = (acuan as unknown as { _font: { font: HurufGaris } })._font.font
    terbuka.set(nama, huruf)
  }
  return huruf
}
