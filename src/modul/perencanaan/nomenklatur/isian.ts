import { z } from 'zod'
import { teksBebas, teksWajib, versi } from '../../../inti/http/index.ts'
import { tingkatKode } from './kode.ts'

const tahun = z.coerce
  .number('Tulis tahunnya.')
  .int('Tulis tahunnya.')
  .min(2000, 'Tulis tahunnya.')
  .max(2100, 'Tulis tahunnya.')

/** An edition: its decree, the year from which the office uses it, and whether it begins with the rows of another one. */
export const isianVersiNomenklatur = z.object({
  nama: teksWajib('Tulis nama keputusannya, misalnya Kepmendagri 900.1.15.5-3406/2024.', { min: 5, maks: 120 }),
  sumber: teksBebas(500),
  berlakuTahun: tahun,
  /** id of the edition whose rows are copied, BAWAAN for those that Takar brings, or nothing */
  dari: z.union([z.literal(''), z.literal('BAWAAN'), z.uuid()], 'Pilih isinya.').default(''),
  versi: versi(),
})
export type IsianVersiNomenklatur = z.output<typeof isianVersiNomenklatur>

/** One row of an edition. Its level follows from the form of its code. */
export const isianNomenklatur = z
  .object({
    kode: teksWajib('Tulis kodenya, misalnya 7.01.02.2.01.0001.', { maks: 30 }),
    nama: teksWajib('Tulis namanya seperti pada keputusannya.', { min: 3, maks: 400 }),
    indikator: teksBebas(500),
    satuan: teksBebas(60),
    versi: versi(),
  })
  .transform((isi, ctx) => {
    const tingkat = tingkatKode(isi.kode)
    if (tingkat) return { ...isi, tingkat }
    ctx.addIssue({
      code: 'custom',
      path: ['kode'],
      message: 'Kode program seperti 7.01.02, kegiatan 7.01.02.2.01, sub kegiatan 7.01.02.2.01.0001.',
    })
    return z.NEVER
  })
export type IsianNomenklatur = z.output<typeof isianNomenklatur>
