import { z } from 'zod'
import { gambarExcel } from './excel/gambar-excel.ts'
import { skemaDokumen } from './model.ts'

/** What the worker is handed: a tree, checked here, off the main thread. */
export type TugasTabel = { readonly dokumen: unknown }

/** Checks one document and writes its tables as a workbook. Throws a plain Error naming the wrong places. */
export async function kerjakanTabel({ dokumen }: TugasTabel): Promise<Uint8Array> {
  const periksa = skemaDokumen.safeParse(dokumen)
  if (!periksa.success) throw new Error(`Pohon dokumen tidak sah.\n${z.prettifyError(periksa.error).slice(0, 2000)}`)
  return gambarExcel(periksa.data)
}
