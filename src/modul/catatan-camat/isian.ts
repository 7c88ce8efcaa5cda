import { z } from 'zod'
import { daftarTeks, tanggalBebas, teksBebas, teksWajib, versi } from '../../inti/http/index.ts'

export const MAKS_CATATAN = 1000
export const MAKS_JAWABAN = 2000
export const LABEL = {
  kepada: 'Kepada',
  kalimat: 'Kalimat siap pakai',
  teks: 'Catatan Anda',
  tenggat: 'Minta jawaban paling lambat',
  jawaban: 'Jawaban',
} as const

/** Sentences that a thumb can choose, by what the note is about. */
export const KALIMAT = {
  INDIKATOR: [
    'Jelaskan mengapa capaiannya belum sesuai target.',
    'Sampaikan rencana perbaikannya.',
    'Periksa lagi angka dan buktinya.',
  ],
  FORMULIR: [
    'Segera selesaikan dan serahkan formulirnya.',
    'Sampaikan kendalanya kepada saya.',
    'Minta bantuan Tim SAKIP bila perlu.',
  ],
  UMUM: ['Percepat penyelesaiannya.', 'Sampaikan kendalanya kepada saya.'],
} as const
const SELALU = ['Temui saya untuk membahasnya.', 'Terima kasih, pertahankan.'] as const
export type JenisPokok = keyof typeof KALIMAT
export const kalimatUntuk = (jenis: JenisPokok): readonly string[] => [...KALIMAT[jenis], ...SELALU]

const idBebas = () =>
  z
    .uuid()
    .nullable()
    .catch(null)
    .optional()
    .transform((id) => id ?? null)
/** What a note is about, from the address or from hidden fields; what is no id counts as not named. */
export const isianPokok = z.object({ siklus: idBebas(), unit: idBebas(), indikator: idBebas() })
export type IsianPokok = z.output<typeof isianPokok>

/** A new note: chosen sentences, own words, or both. `kepada`: who can be written to today; `hariIni` YYYY-MM-DD. */
export const isianCatatan = (kepada: readonly string[], hariIni: string) =>
  z
    .object({
      kepada: z.string({ error: 'Pilih kepada siapa catatan ini.' }).refine((k) => kepada.includes(k), {
        message: 'Pilih kepada siapa catatan ini.',
      }),
      kalimat: daftarTeks(10).pipe(z.array(z.string().max(200))),
      teks: teksBebas(MAKS_CATATAN),
      tenggat: tanggalBebas().refine((t) => t === null || t >= hariIni, 'Tulis hari ini atau sesudahnya.'),
    })
    .transform(({ kalimat, teks, ...lain }) => ({ ...lain, teks: [...kalimat, teks].filter(Boolean).join('\n') }))
    .refine(({ teks }) => teks.length >= 5, {
      message: 'Pilih kalimat siap pakai atau tulis catatannya.',
      path: ['teks'],
    })
export type IsianCatatan = z.output<ReturnType<typeof isianCatatan>>

export const isianJawab = z.object({
  jawaban: teksWajib('Tulis jawabannya, minimal 2 huruf.', { min: 2, maks: MAKS_JAWABAN }),
  versi: versi(),
})
export const isianVersi = z.object({ versi: versi() })
