import { z } from 'zod'
import { versi } from '../../../inti/http/index.ts'

/** To take a step or a column out: what those that point to it point to instead (empty: nothing). */
export const isianPenghapusan = z.object({
  versi: versi(),
  alihkan: z
    .string()
    .max(40)
    .catch('')
    .transform((isi) => isi || null),
})
export type IsianPenghapusan = z.output<typeof isianPenghapusan>

/** To move a step or a column by one place. */
export const isianPemindahan = z.object({
  versi: versi(),
  arah: z.enum(['naik', 'turun'], 'Pilih arahnya.'),
})
export type IsianPemindahan = z.output<typeof isianPemindahan>
