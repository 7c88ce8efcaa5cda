import { type Grafik, susunGambarGrafik } from './grafik.ts'
import { pengukurBersama } from './huruf.ts'
import { jejakTeks } from './jejak-huruf.ts'
import type { Item } from './potongan.ts'
import { susunGrafik } from './susun-grafik.ts'

const dua = (n: number): string => String(Math.round(n * 100) / 100)

/**
 * A chart as an SVG file that stands alone: shapes as on the page and on paper, letters as outlines, so that it looks the same
 * wherever it is opened, and needs no font to become pixels. The same chart gives the same text.
 */
export function svgGrafik(grafik: Grafik): string {
  const { lebar, tinggi, bentuk } = susunGambarGrafik(grafik)
  const rupa = bentuk.map((b) => {
    const gaya = `fill="${b.isi}" stroke="${b.garis}" stroke-width="${b.tebal}"${b.putus ? ` stroke-dasharray="${b.putus}"` : ''}`
    return b.d
      ? `<path d="${b.d}" ${gaya}/>`
      : `<rect x="${dua(b.x)}" y="${dua(b.y)}" width="${dua(b.lebar)}" height="${dua(b.tinggi)}" rx="${dua(b.sudut)}" ${gaya}/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${dua(lebar)}" height="${dua(tinggi)}" viewBox="0 0 ${dua(lebar)} ${dua(tinggi)}"><rect width="100%" height="100%" fill="#ffffff"/>${rupa.join('')}<g fill="#000000">${tulisan(grafik).join('')}</g></svg>`
}

/** The texts where the layout of the PDF puts them. */
function tulisan(grafik: Grafik): string[] {
  const ruang = { x: 0, lebar: grafik.lebar, tinggi: grafik.tinggi, pengukur: pengukurBersama() }
  const hanyaTeks = susunGrafik({ ...grafik, bentuk: [] }, ruang)
  return hanyaTeks
    .item(0)
    .filter((i): i is Extract<Item, { t: 'teks' }> => i.t === 'teks')
    .flatMap(({ x, y, teks, huruf, ukuran }) => {
      const skala = ukuran / 1000
      return [
        `<path transform="translate(${dua(x)} ${dua(y)}) scale(${skala} ${-skala})" d="${jejakTeks(huruf, teks)}"/>`,
      ]
    })
}
