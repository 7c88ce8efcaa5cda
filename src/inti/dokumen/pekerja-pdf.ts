import { z } from 'zod'
import type { KumpulanGambar } from './gambar.ts'
import { skemaDokumen } from './model.ts'
import { gambarPdf } from './pdf.ts'

/** What the worker is handed: a tree (checked here, off the main thread) and the bytes of its pictures. */
export type TugasPdf = { readonly dokumen: unknown; readonly gambar: KumpulanGambar }

/** Checks and draws one document. Throws a plain Error naming the wrong places: a ZodError loses its text between threads. */
export async function kerjakanPdf({ dokumen, gambar }: TugasPdf): Promise<Uint8Array> {
  const periksa = skemaDokumen.safeParse(dokumen)
  if (!periksa.success) throw new Error(`Pohon dokumen tidak sah.\n${z.prettifyError(periksa.error).slice(0, 2000)}`)
  return gambarPdf(periksa.data, gambar)
}
