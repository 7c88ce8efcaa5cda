import { z } from 'zod'
import type { KumpulanGambar } from './gambar.ts'
import { skemaDokumen } from './model.ts'
import { gambarWord } from './word/gambar-word.ts'

/** What the worker is handed: a tree (checked here, off the main thread) and the bytes of its pictures. */
export type TugasWord = { readonly dokumen: unknown; readonly gambar: KumpulanGambar }

/** Checks and draws one document as Word. Throws a plain Error naming the wrong places. */
export async function kerjakanWord({ dokumen, gambar }: TugasWord): Promise<Uint8Array> {
  const periksa = skemaDokumen.safeParse(dokumen)
  if (!periksa.success) throw new Error(`Pohon dokumen tidak sah.\n${z.prettifyError(periksa.error).slice(0, 2000)}`)
  return gambarWord(periksa.data, gambar)
}
