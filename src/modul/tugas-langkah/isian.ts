import { z } from 'zod'
import { teksBebas, versi } from '../../inti/http/index.ts'

export const LABEL = {
  catatan: 'Catatan',
  berkas: 'Berkas',
} as const

export const isianTugas = z.object({ catatan: teksBebas(10_000), versi: versi() })
export type IsianTugas = z.output<typeof isianTugas>
