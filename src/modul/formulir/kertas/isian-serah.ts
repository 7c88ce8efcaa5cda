import { z } from 'zod'
import { tanggalWajib, uuid } from '../../../inti/http/index.ts'

export const LABEL_SERAH = {
  penyerahId: 'Ditandatangani oleh',
  tanggal: 'Tanggal pada kertas',
  kertasId: 'Kertas yang sudah dicatat',
  berkas: 'Pindaian formulir bertanda tangan',
} as const

export const isianSerah = z.object({
  versi: z.coerce.number().int().catch(0),
  penyerahId: uuid('Pilih kepala unit yang menandatangani.'),
  tanggal: tanggalWajib('Tulis tanggal yang tertulis pada kertas.'),
  /** a paper of the form that was recorded already; '' a scan comes along */
  kertasId: z.union([z.literal(''), z.uuid('Pilih kertas dari daftar.')]).catch(''),
})
export type IsianSerah = z.output<typeof isianSerah>
