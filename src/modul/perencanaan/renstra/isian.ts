import { z } from 'zod'
import { tanggalBebas, teksBebas, teksWajib, versi } from '../../../inti/http/index.ts'

const tahun = (pesan: string) => z.coerce.number(pesan).int(pesan).min(2000, pesan).max(2100, pesan)

/** Period, name and regulation of a Renstra. */
export const isianRenstra = z
  .object({
    nama: teksWajib('Tulis nama Renstra, misalnya Rencana Strategis Kecamatan Taman 2025–2029.', { min: 5, maks: 200 }),
    tahunAwal: tahun('Tulis tahun pertamanya, misalnya 2025.'),
    tahunAkhir: tahun('Tulis tahun terakhirnya, misalnya 2029.'),
    nomor: teksBebas(120),
    tanggal: tanggalBebas(),
    alasan: teksBebas(500),
    versi: versi(),
  })
  .refine(({ tahunAwal, tahunAkhir }) => tahunAkhir >= tahunAwal && tahunAkhir - tahunAwal < 10, {
    path: ['tahunAkhir'],
    message: 'Tahun terakhir tidak sebelum tahun pertama, dan paling lama sepuluh tahun.',
  })
export type IsianRenstra = z.output<typeof isianRenstra>

/** One part of the Renstra as its form sends it; which fields matter depends on its level (periksa-unsur.ts). */
export const isianUnsur = z.object({
  /** what stands above it: the Renstra for a tujuan */
  induk: z.union([z.literal(''), z.uuid()], 'Pilih dari daftar.').default(''),
  /** row of the nomenclature that was picked */
  nomenklatur: z.union([z.literal(''), z.uuid()], 'Pilih dari daftar.').default(''),
  kode: teksBebas(30),
  nama: teksBebas(500),
  kelurahan: teksBebas(80),
  unitId: z.union([z.literal(''), z.uuid()], 'Pilih unitnya.').default(''),
  keluaran: teksBebas(500),
  satuan: teksBebas(60),
  alasan: teksBebas(500),
  versi: versi(),
})
export type IsianUnsur = z.output<typeof isianUnsur>

export const isianUrutan = z.object({ arah: z.enum(['naik', 'turun'], 'Pilih arahnya.'), versi: versi() })
export const isianPengakhiran = z.object({
  sampaiTahun: tahun('Tulis tahun terakhir ia masih berlaku.'),
  alasan: teksWajib('Tuliskan alasannya, minimal 10 huruf.', { min: 10, maks: 500 }),
  versi: versi(),
})
export type IsianPengakhiran = z.output<typeof isianPengakhiran>

/** What stands beside the rows of a matrix of amounts; the cells are read one by one, so that each error names its cell. */
export const isianMatriks = z.object({ alasan: teksBebas(500), versi: versi() })
export type IsianMatriks = z.output<typeof isianMatriks> & {
  /** rows of the form: id and one text per column */
  readonly baris: readonly Readonly<Record<string, string>>[]
}
