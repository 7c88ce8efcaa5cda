import { z } from 'zod'
import { tanggalBebas, teksWajib, uuid, versi } from '../../inti/http/index.ts'

export const LABEL = {
  uraian: 'Tindak lanjut',
  pegawaiId: 'Penanggung jawab',
  tenggat: 'Tenggat',
  hasil: 'Hasil',
  alasan: 'Alasan pembatalan',
} as const

export const isianPenutupan = z.object({
  hasil: teksWajib('Tuliskan hasilnya, paling sedikit 10 huruf.', { min: 10 }),
  versi: versi(),
})
export const isianPembatalan = z.object({
  alasan: teksWajib('Tuliskan alasannya, paling sedikit 10 huruf.', { min: 10 }),
  versi: versi(),
})

/** A recommendation added on the step's own page. */
export const isianTambah = z.object({
  uraian: teksWajib('Tuliskan apa yang harus dikerjakan, paling sedikit 5 huruf.', { min: 5, maks: 1000 }),
  pegawaiId: uuid('Pilih penanggung jawabnya.'),
  tenggat: tanggalBebas(),
})
export type IsianTambah = z.output<typeof isianTambah>
