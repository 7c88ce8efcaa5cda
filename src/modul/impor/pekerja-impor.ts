import { bacaBuku } from './baca-buku.ts'
import { type TugasBuku, tulisBuku } from './tulis-buku.ts'
import { type TugasBukuTerlindung, tulisBukuTerlindung } from './tulis-buku-terlindung.ts'

/** Path of a workbook to read (answer: JSON of HasilBacaBuku), or a workbook to write (answer: its bytes). */
export type TugasImpor =
  | { readonly baca: string }
  | { readonly tulis: TugasBuku }
  | { readonly terlindung: TugasBukuTerlindung }

/** Entry of the worker thread for workbooks: reading thousands of cells would hold up all pages. */
export async function kerjakanImpor(tugas: TugasImpor): Promise<Uint8Array> {
  if ('baca' in tugas) return new TextEncoder().encode(JSON.stringify(await bacaBuku(tugas.baca)))
  return 'tulis' in tugas ? tulisBuku(tugas.tulis) : tulisBukuTerlindung(tugas.terlindung)
}
