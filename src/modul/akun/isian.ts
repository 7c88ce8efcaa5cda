import { z } from 'zod'
import { daftarTeks, surelBebas, teksBebas, teleponBebas } from '../../inti/http/index.ts'

/** Change of one's own passphrase. Passphrases are taken as typed: no trimming, no change of case. */
export const isianSandiBaru = z.object({
  sandiLama: z.string('Tulis sandi Anda sekarang.').min(1, 'Tulis sandi Anda sekarang.').max(200),
  sandiBaru: z.string('Tulis sandi baru.').min(1, 'Tulis sandi baru.').max(200),
  sandiUlang: z.string('Tulis sandi baru sekali lagi.').max(200),
})
export type IsianSandiBaru = z.output<typeof isianSandiBaru>

/** How one is reached; without an address there is nothing to turn on. */
export const isianKontak = z.object({
  surel: surelBebas(),
  telepon: teleponBebas(),
  ingatSurel: daftarTeks(1).transform((v) => v.includes('ya')),
  versi: teksBebas(64),
})
export type IsianKontak = z.output<typeof isianKontak>
