import { z } from 'zod'
import { teksWajib, versi } from '../../inti/http/index.ts'

export const LABEL = { berkas: 'Berkas Excel', alasan: 'Alasan pembatalan' } as const

export const isianTindakan = z.object({ versi: versi() })
export const isianPembatalan = z.object({
  alasan: teksWajib('Tuliskan alasannya, paling sedikit 10 huruf.', { min: 10 }),
  versi: versi(),
})
