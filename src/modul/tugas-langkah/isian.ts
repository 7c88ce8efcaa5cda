import { z } from 'zod'
import { teksBebas, versi } from '../../inti/http/index.ts'

export const LABEL = {
  catatan: 'Catatan',
  berkas: 'Berkas',
  keputusan: 'Keputusan',
  tujuan: 'Dikembalikan ke',
  alasan: 'Alasan',
} as const

export const isianTugas = z.object({ catatan: teksBebas(10_000), versi: versi() })
export type IsianTugas = z.output<typeof isianTugas>

/** Ya, or Tidak with target and reason. */
export const isianKeputusan = z
  .object({
    catatan: teksBebas(10_000),
    keputusan: z.enum(['ya', 'tidak'], 'Pilih Ya atau Tidak.'),
    tujuan: teksBebas(60),
    alasan: teksBebas(2000),
    versi: versi(),
  })
  .refine((k) => k.keputusan === 'ya' || k.alasan.length >= 10, {
    path: ['alasan'],
    message: 'Tuliskan alasannya, paling sedikit 10 huruf.',
  })
export type IsianKeputusan = z.output<typeof isianKeputusan>
