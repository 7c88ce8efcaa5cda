import { z } from 'zod'

/** Change of one's own passphrase. Passphrases are taken as typed: no trimming, no change of case. */
export const isianSandiBaru = z.object({
  sandiLama: z.string('Tulis sandi Anda sekarang.').min(1, 'Tulis sandi Anda sekarang.').max(200),
  sandiBaru: z.string('Tulis sandi baru.').min(1, 'Tulis sandi baru.').max(200),
  sandiUlang: z.string('Tulis sandi baru sekali lagi.').max(200),
})
export type IsianSandiBaru = z.output<typeof isianSandiBaru>
