import { z } from 'zod'
import { teksWajib, versi } from '../../inti/http/index.ts'
import type { Tujuan } from './alur.ts'

export const MAKS_PESAN = 2000
export const LABEL_PERCAKAPAN = { pertanyaan: 'Pertanyaan', tujuan: 'Ditujukan kepada', jawaban: 'Jawaban' } as const

/** A new question; `tujuan`: whom this person may ask here. */
export const isianTanya = (tujuan: readonly Tujuan[]) =>
  z.object({
    tujuan: z.enum(tujuan as [Tujuan, ...Tujuan[]], 'Pilih kepada siapa pertanyaan ini.'),
    pertanyaan: teksWajib('Tulis pertanyaannya, minimal 5 huruf.', { min: 5, maks: MAKS_PESAN }),
  })
export type IsianTanya = z.output<ReturnType<typeof isianTanya>>
export const isianJawab = z.object({
  jawaban: teksWajib('Tulis jawabannya, minimal 2 huruf.', { min: 2, maks: MAKS_PESAN }),
})
export const isianVersi = z.object({ versi: versi() })
