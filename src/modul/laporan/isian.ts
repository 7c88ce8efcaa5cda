import { z } from 'zod'
import { daftarTeks, tanggalBebas, tanggalWajib, teksBebas, uuid, versi } from '../../inti/http/index.ts'

export const LABEL = {
  nomor: 'Nomor',
  tanggal: 'Tanggal',
  ringkasan: 'Ringkasan hasil',
  hambatan: 'Hambatan',
  saran: 'Saran',
} as const
export const LABEL_JAWABAN = {
  instruksi: 'Dengan hormat harap',
  instruksiLain: 'Instruksi lain',
  catatan: 'Catatan',
} as const
export const LABEL_REKOMENDASI = {
  uraian: 'Apa yang harus dikerjakan',
  pegawaiId: 'Penanggung jawab',
  tenggat: 'Paling lambat',
} as const

/** What a Camat usually writes on such a report; further ones are typed. */
export const INSTRUKSI_LAZIM = [
  'Setuju, jadikan bahan Laporan Kinerja',
  'Tindak lanjuti indikator yang belum tercapai',
  'Bahas dalam rapat evaluasi',
  'Koordinasikan dengan unit terkait',
  'Arsipkan',
] as const
const MAKS_INSTRUKSI = 10
const MAKS_TEKS = 8000

/** Browsers send CRLF; lines are compared with the recap's own proposal. */
const teksBaris = () => teksBebas(MAKS_TEKS).transform((s) => s.replace(/\r\n?/g, '\n'))

const bidang = z.object({
  nomor: teksBebas(100),
  tanggal: tanggalWajib('Tulis tanggal laporannya.'),
  ringkasan: teksBaris(),
  hambatan: teksBaris(),
  saran: teksBaris(),
  versi: versi(),
})
/** A draft may have gaps. */
export const isianLaporan = bidang
export type IsianLaporan = z.output<typeof bidang>

/** What goes up may not. `hariIni` YYYY-MM-DD: a report carries no date of tomorrow. */
export const isianPenyampaian = (hariIni: string) =>
  bidang.superRefine((isi, ctx) => {
    if (isi.ringkasan.length < 20)
      ctx.addIssue({
        code: 'custom',
        path: ['ringkasan'],
        message: 'Tuliskan ringkasan hasilnya, paling sedikit 20 huruf.',
      })
    if (isi.tanggal > hariIni)
      ctx.addIssue({ code: 'custom', path: ['tanggal'], message: 'Tanggal laporan tidak boleh sesudah hari ini.' })
  })

const rekomendasi = (hariIni: string) =>
  z.object({
    uraian: teksBebas(1000).pipe(z.string().min(5, 'Tuliskan apa yang harus dikerjakan, paling sedikit 5 huruf.')),
    pegawaiId: uuid('Pilih penanggung jawabnya.'),
    tenggat: tanggalBebas().refine((t) => t === null || t >= hariIni, 'Tanggal ini sudah lewat.'),
  })
export type IsianRekomendasi = z.output<ReturnType<typeof rekomendasi>>

/**
 * The Camat's answer: ticked and typed instructions, a note, recommendations; at least one of them, unless the decision
 * sends the report back with its reason (`bolehKosong`).
 */
export const isianJawaban = (hariIni: string, { bolehKosong = false } = {}) =>
  z
    .object({
      instruksi: daftarTeks(MAKS_INSTRUKSI),
      instruksiLain: teksBebas(2000),
      catatan: teksBebas(4000),
      rekomendasi: z.array(rekomendasi(hariIni)).max(20, 'Paling banyak 20 rekomendasi.'),
      versi: versi(),
    })
    .superRefine((isi, ctx) => {
      if (bolehKosong) return
      if (isi.instruksi.length === 0 && isi.instruksiLain === '' && isi.catatan === '' && isi.rekomendasi.length === 0)
        ctx.addIssue({
          code: 'custom',
          path: ['instruksi'],
          message: 'Pilih atau tulis paling sedikit satu instruksi, catatan, atau rekomendasi.',
        })
    })
    .transform(({ instruksi, instruksiLain, ...lain }) => ({
      ...lain,
      instruksi: [...new Set([...instruksi, ...instruksiLain.split('\n')].map((i) => i.trim()).filter(Boolean))].slice(
        0,
        MAKS_INSTRUKSI,
      ),
    }))
export type IsianJawaban = z.output<ReturnType<typeof isianJawaban>>
