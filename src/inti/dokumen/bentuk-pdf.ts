import type { Bentuk, GayaBentuk } from './lukisan.ts'
import type { Doc } from './pdf.ts'

/** Draws one shape on the page that is open. */
export function gambarBentuk(doc: Doc, bentuk: Bentuk, { isi, garis, tebal = 1, putus }: GayaBentuk): void {
  if (bentuk.t === 'kotak') {
    const { x, y, lebar, tinggi, sudut } = bentuk
    if (sudut) doc.roundedRect(x, y, lebar, tinggi, sudut)
    else doc.rect(x, y, lebar, tinggi)
  } else jejakTitik(doc, bentuk)
  if (garis) {
    doc.lineWidth(tebal).lineCap('butt').lineJoin('miter')
    if (putus) doc.dash(putus[0], { space: putus[1] })
  }
  if (isi && garis) doc.fillAndStroke(isi, garis)
  else if (isi) doc.fill(isi)
  else doc.stroke(garis ?? '#000000')
  if (putus) doc.undash()
}

function jejakTitik(doc: Doc, { titik, tutup }: Extract<Bentuk, { t: 'jejak' }>): void {
  for (let i = 0; i + 1 < titik.length; i += 2) {
    const [x = 0, y = 0] = titik.slice(i, i + 2)
    if (i === 0) doc.moveTo(x, y)
    else doc.lineTo(x, y)
  }
  if (tutup) doc.closePath()
}
