import { z } from 'zod'
import { daftarTeks, tanggalWajib, teksBebas, teksWajib } from '../../inti/http/index.ts'

export const LABEL_TANDA_TANGAN = {
  setuju: 'Pernyataan',
  catatan: 'Catatan',
  alasan: 'Alasan menolak',
  tujuan: 'Dikembalikan ke',
  hasil: 'Yang tertulis di kertas',
  penandatangan: 'Penandatangan',
  tujuanKertas: 'Dikembalikan ke',
  alasanKertas: 'Alasan menolak',
  tanggal: 'Tanggal pada kertas',
  berkas: 'Pindaian',
} as const

const MIN_ALASAN = 10
const KURANG = 'Tuliskan alasannya, paling sedikit 10 huruf.'

/** `sidik`: SHA-256 of the document on the page; another one meanwhile is another document. */
const sidik = () => teksBebas(64)

export const isianTandaTangan = z.object({
  sidik: sidik(),
  setuju: z.literal('ya', 'Centang bahwa Anda sudah membaca dan menyetujui dokumen ini.'),
  catatan: teksBebas(1000),
})
export type IsianTandaTangan = z.output<typeof isianTandaTangan>

export const isianPenolakan = z.object({
  sidik: sidik(),
  tujuan: teksBebas(60),
  alasan: teksWajib(KURANG, { min: MIN_ALASAN }),
})
export type IsianPenolakan = z.output<typeof isianPenolakan>

const POLA_PENANDATANGAN = /^([A-Z][A-Z0-9._-]{0,39})\|([0-9a-f-]{36})$/

/** From the paper: who signed (`KOLOM|pegawaiId`, several at once) or one who refused, on which day. `hariIni` YYYY-MM-DD. */
export const isianKertas = (hariIni: string) =>
  z
    .object({
      sidik: sidik(),
      hasil: z.enum(['SETUJU', 'TOLAK'], 'Pilih apa yang tertulis di kertas.').default('SETUJU'),
      penandatangan: daftarTeks(20).transform((daftar) =>
        daftar.flatMap((teks) => {
          const [, kolom, pegawaiId] = POLA_PENANDATANGAN.exec(teks) ?? []
          return kolom && pegawaiId ? [{ kolom, pegawaiId }] : []
        }),
      ),
      tanggal: tanggalWajib('Tulis tanggal yang tertulis pada kertas.'),
      tujuanKertas: teksBebas(60),
      alasanKertas: teksBebas(2000),
    })
    .superRefine((isi, ctx) => {
      const tolak = (nama: string, message: string) => ctx.addIssue({ code: 'custom', path: [nama], message })
      if (isi.penandatangan.length === 0) tolak('penandatangan', 'Pilih siapa yang menandatangani kertas itu.')
      if (isi.tanggal > hariIni) tolak('tanggal', 'Tanggal pada kertas tidak boleh sesudah hari ini.')
      if (isi.hasil === 'TOLAK' && isi.alasanKertas.length < MIN_ALASAN) tolak('alasanKertas', KURANG)
      if (isi.hasil === 'TOLAK' && isi.penandatangan.length > 1)
        tolak('penandatangan', 'Penolakan dicatat dari satu pejabat. Pilih satu saja.')
    })
    .transform(({ tujuanKertas, alasanKertas, ...isi }) => ({
      ...isi,
      tujuan: isi.hasil === 'TOLAK' ? tujuanKertas : '',
      alasan: isi.hasil === 'TOLAK' ? alasanKertas : '',
    }))
export type IsianKertas = z.output<ReturnType<typeof isianKertas>>
