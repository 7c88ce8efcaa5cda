import { z } from 'zod'
import { teksWajib, versi } from '../../../inti/http/index.ts'

export const LABEL_BUKU = { berkas: 'Buku isian', alasan: 'Alasan pembatalan' } as const

export const isianTindakanBuku = z.object({ versi: versi() })
export const isianTerap = z.object({ versi: versi(), sidik: z.string().max(64).catch('') })
export const isianBatalBuku = z.object({
  alasan: teksWajib('Tuliskan alasannya, paling sedikit 10 huruf.', { min: 10 }),
  versi: versi(),
})

/** Conflicts in which the workbook's value is wanted: fields `pilih.<row>.<field>` with 'buku'. */
export const bacaPilihan = (badan: unknown): string[] =>
  Object.entries((badan ?? {}) as Record<string, unknown>).flatMap(([nama, nilai]) =>
    nama.startsWith(AWALAN) && nilai === 'buku' ? [nama.slice(AWALAN.length)] : [],
  )
export const AWALAN = 'pilih.'
