import { z } from 'zod'
import { teksWajib, versi } from '../../inti/http/index.ts'

export const LABEL_KOREKSI = {
  alasanKoreksi: 'Alasan koreksi',
  sumberAngka: 'Sumber angka yang benar',
  alasan: 'Alasan',
  indikator: 'Indikator',
} as const

/** Why a figure is corrected and where the right one was found; the figure itself is read by its card. */
export const isianKoreksi = z.object({
  alasanKoreksi: teksWajib('Tulis mengapa angkanya dikoreksi, minimal 10 huruf.', { min: 10, maks: 2000 }),
  sumberAngka: teksWajib('Tulis dari mana angka yang benar, misalnya "Register surat masuk, halaman 12".', {
    min: 5,
    maks: 500,
  }),
})
export type IsianKoreksi = z.output<typeof isianKoreksi>
export const isianVersi = z.object({ versi: versi() })
export const isianTolak = isianVersi.extend({
  alasan: teksWajib('Tulis mengapa koreksinya ditolak, minimal 10 huruf.', { min: 10, maks: 2000 }),
})
export type IsianTolak = z.output<typeof isianTolak>
