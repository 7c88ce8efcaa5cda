import { z } from 'zod'
import { daftarTeks, tanggalBebas, teksBebas, uuid } from '../../../inti/http/index.ts'

export const LABEL_TUGAS = {
  baris: 'Baris',
  pegawaiId: 'Diberikan kepada',
  tanggal: 'Paling lambat',
  catatan: 'Pesan',
} as const
const MAKS_BARIS = 300
const baris = (pesan: string) => daftarTeks(MAKS_BARIS).pipe(z.array(z.uuid(pesan)).min(1, pesan))

/** Rows to one person, with a date (empty: the tenggat of the step) and a note. */
export const isianTugas = z.object({
  baris: baris('Centang dahulu baris yang diberikan.'),
  pegawaiId: uuid('Pilih orangnya.'),
  tanggal: tanggalBebas(),
  catatan: teksBebas(300),
})
export type IsianTugas = z.output<typeof isianTugas>

/** Rows that are taken back, or are done. */
export const isianPilihBaris = z.object({ baris: baris('Centang dahulu barisnya.') })

/** May others than the person to whom a row was given type in it? */
export const isianBatas = z
  .object({ hanya: z.literal('1').optional().catch(undefined) })
  .transform((b) => b.hanya === '1')
