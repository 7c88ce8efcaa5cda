import type { KumpulanGambar } from './gambar.ts'
import { skemaDokumen } from './model.ts'
import { gambarPdf } from './pdf.ts'

/** What the worker is handed: a tree (checked here, off the main thread) and the bytes of its pictures. */
export type TugasPdf = { readonly dokumen: unknown; readonly gambar: KumpulanGambar }

/** Checks and draws one document. Throws ZodError when the tree is not one. Named for piscina's `name`. */
export async function kerjakanPdf({ dokumen, gambar }: TugasPdf): Promise<Uint8Array> {
  return gambarPdf(skemaDokumen.parse(dokumen), gambar)
}
