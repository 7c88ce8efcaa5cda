import { z } from 'zod'
import { tanggalWajib, teksBebas, versi } from '../../inti/http/index.ts'

export const LABEL_NASKAH = {
  judul: 'Judul dokumen',
  nomor: 'Nomor',
  tanggal: 'Tanggal',
  pendahuluan: 'Pendahuluan',
  penutup: 'Penutup',
} as const

const MAKS_TEKS = 10_000
/** Browsers send CRLF; a text is compared with the proposal line by line. */
const teksBaris = () => teksBebas(MAKS_TEKS).transform((s) => s.replace(/\r\n?/g, '\n'))

/** A draft may have gaps. */
export const isianNaskah = z.object({
  judul: teksBebas(300),
  nomor: teksBebas(100),
  tanggal: tanggalWajib('Tulis tanggal dokumennya.'),
  pendahuluan: teksBaris(),
  penutup: teksBaris(),
  versi: versi(),
})
export type IsianNaskah = z.output<typeof isianNaskah>

/** What goes on to be signed may not. `hariIni` YYYY-MM-DD: a document carries no date of tomorrow. */
export const isianPenyusunan = (hariIni: string) =>
  isianNaskah.superRefine((isi, ctx) => {
    const tolak = (nama: keyof IsianNaskah, message: string) => ctx.addIssue({ code: 'custom', path: [nama], message })
    if (isi.judul === '') tolak('judul', 'Tulis judul dokumennya.')
    if (isi.pendahuluan.length < 20) tolak('pendahuluan', 'Tuliskan pendahuluannya, paling sedikit 20 huruf.')
    if (isi.tanggal > hariIni) tolak('tanggal', 'Tanggal dokumen tidak boleh sesudah hari ini.')
  })
