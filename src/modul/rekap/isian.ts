import { z } from 'zod'
import { teksBebas, teksWajib, uuid, versi } from '../../inti/http/index.ts'

export const isianPembekuan = z.object({ versi: versi(), catatan: teksBebas(2000) })
/** While the recap is being made the Tim may send one unit's form back. */
export const isianKembalikanFormulir = z.object({
  unitId: uuid('Pilih unit yang formulirnya dikembalikan.'),
  alasan: teksWajib('Tuliskan alasan pengembalian, paling sedikit 10 huruf.', { min: 10 }),
})
/** The same for one indicator of the Kertas Kerja. */
export const isianKembalikanIndikator = z.object({
  barisId: uuid('Pilih indikator yang dikembalikan.'),
  alasan: teksWajib('Tuliskan alasan pengembalian, paling sedikit 10 huruf.', { min: 10 }),
})
