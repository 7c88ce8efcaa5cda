import { gambarBentuk } from './bentuk-pdf.ts'
import type { Lukisan } from './lukisan.ts'
import { bukaBerkas, gambarHalaman, kumpulkan } from './pdf.ts'

const TANPA_GAMBAR = { gambar: {}, terbuka: new Map() }

/** Draws a `Lukisan` as PDF: vectors and embedded type only. The same drawing gives the same bytes. */
export async function gambarLukisan(lukisan: Lukisan): Promise<Buffer> {
  const doc = bukaBerkas(lukisan, [lukisan.lebar, lukisan.tinggi])
  const selesai = kumpulkan(doc)
  for (const halaman of lukisan.halaman) {
    doc.addPage()
    for (const bentuk of halaman.bentuk) gambarBentuk(doc, bentuk, lukisan.gaya[bentuk.gaya] ?? {})
    gambarHalaman(doc, { item: halaman.item, ...TANPA_GAMBAR })
    for (const { x, y, item } of halaman.tegak) {
      doc.save().translate(x, y).rotate(-90)
      gambarHalaman(doc, { item, ...TANPA_GAMBAR })
      doc.restore()
    }
  }
  doc.end()
  return selesai
}
