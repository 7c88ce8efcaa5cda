import { z } from 'zod'
import { bacaAngka, bacaUang } from '../../inti/angka/index.ts'
import { barisIsian, teksBebas, teksWajib, uuid, versi } from '../../inti/http/index.ts'

/** A figure that may be blank; '1.250' is asked about, negative ones are refused. */
const angka = (baca: typeof bacaAngka | typeof bacaUang) =>
  teksBebas(64).transform((teks, ctx) => {
    const terbaca = baca(teks)
    if (terbaca.jenis === 'kosong') return null
    const pesan =
      terbaca.jenis === 'angka' ? (terbaca.nilai.startsWith('-') ? 'Tulis angka 0 atau lebih.' : null) : terbaca.pesan
    if (terbaca.jenis === 'angka' && pesan === null) return terbaca.nilai
    ctx.addIssue({ code: 'custom', message: pesan ?? '' })
    return z.NEVER
  })

export const isianAksi = z
  .object({
    indikatorId: uuid('Pilih indikator yang didukung aksi ini.'),
    aksi: teksWajib('Tulis aksinya, misalnya: Pembinaan administrasi desa.', { min: 3, maks: 500 }),
    satuan: teksBebas(60),
    tw1: angka(bacaAngka),
    tw2: angka(bacaAngka),
    tw3: angka(bacaAngka),
    tw4: angka(bacaAngka),
    penanggungJawabId: z.union([z.literal('').transform(() => null), uuid('Pilih jabatan dari daftar.')]),
    anggaran: angka(bacaUang),
    versi: versi(),
  })
  .superRefine((isi, ctx) => {
    const adaTarget = [isi.tw1, isi.tw2, isi.tw3, isi.tw4].some((n) => n !== null)
    if (!adaTarget)
      ctx.addIssue({ code: 'custom', path: ['tw1'], message: 'Tulis target paling sedikit untuk satu triwulan.' })
    else if (isi.satuan === '')
      ctx.addIssue({ code: 'custom', path: ['satuan'], message: 'Tulis satuannya, misalnya: kegiatan atau dokumen.' })
  })
export type IsianAksi = z.output<typeof isianAksi>

const realisasi = z.object({
  id: z.uuid(),
  nilai: angka(bacaAngka),
  anggaran: angka(bacaUang),
  kendala: teksBebas(),
  tindakLanjut: teksBebas(),
  versi: versi(),
})
export type IsianRealisasi = z.output<typeof realisasi>
/** Realisation of a quarter: realisasi.0.nilai … */
export const isianTriwulan = z.preprocess(
  (badan) => ({ realisasi: barisIsian(badan, 'realisasi') }),
  z.object({ realisasi: z.array(realisasi).max(300) }),
)
export const isianVersi = z.object({ versi: versi() })
export const isianBuka = z.object({
  alasan: teksWajib('Tuliskan alasannya, minimal 10 huruf.', { min: 10 }),
  versi: versi(),
})
