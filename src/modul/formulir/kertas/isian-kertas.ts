import { z } from 'zod'
import { tanggalWajib, teksBebas, uuid } from '../../../inti/http/index.ts'

export const LABEL_KERTAS = {
  pengisiId: 'Diisi oleh',
  tanggal: 'Tanggal pada kertas',
  berkas: 'Pindaian formulir kertas',
  keterangan: 'Keterangan',
} as const

export const isianKertas = z.object({
  pengisiId: uuid('Pilih siapa yang mengisi formulir kertas itu.'),
  tanggal: tanggalWajib('Tulis tanggal yang tertulis pada kertas.'),
  keterangan: teksBebas(300),
})
export type IsianKertas = z.output<typeof isianKertas>
