import { z } from 'zod'
import { JENIS_PERIODE } from '../../../inti/waktu/index.ts'
import { TUJUAN_SOP } from '../definisi.ts'
import { pilihanDari, satuBaris } from '../draf/isian.ts'

/** A new SOP, to be written on the screen. */
export const isianSopBaru = z.object({
  nama: satuBaris(300, 'Tulis nama SOP, misalnya SOP Pengumpulan Data Kinerja.'),
  tujuan: z.enum(TUJUAN_SOP, 'Pilih tujuan SOP.'),
  periode: pilihanDari(JENIS_PERIODE).refine((isi) => isi.length > 0, 'Pilih paling sedikit satu jenis periode.'),
})
export type IsianSopBaru = z.output<typeof isianSopBaru>

/** The upload form: a file or pasted YAML, as a new SOP (empty) or the next version of one. */
export const isianUnggahan = z.object({
  sopId: z.union([z.literal(''), z.uuid()], 'Pilih SOP dari daftar.').default(''),
  teks: z.string().max(500_000, 'Paling banyak 500 ribu huruf.').default(''),
})
export type IsianUnggahan = z.output<typeof isianUnggahan>
