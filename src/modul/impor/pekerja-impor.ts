import { bacaBuku } from './baca-buku.ts'
import { type TugasBuku, tulisBuku } from './tulis-buku.ts'

/** Path of a workbook to read (answer: JSON of HasilBacaBuku), or a workbook to write (answer: its bytes). */
export type TugasImpor = { readonly baca: string } | { readonly tulis: TugasBuku }

/** Entry of the worker thread for workbooks: reading thousands of cells would hold up all pages. */
export const kerjakanImpor = async (tugas: TugasImpor): Promise<Uint8Array> =>
  'baca' in tugas ? new TextEncoder().encode(JSON.stringify(await bacaBuku(tugas.baca))) : tulisBuku(tugas.tulis)
