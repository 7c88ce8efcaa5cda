import { z } from 'zod'
import { bacaAngka } from '../../../inti/angka/index.ts'
import { bacaTanggal, tanggalAtauBulan } from '../baca-tanggal.ts'
import { rapikanBaris, rapikanTeks } from '../rapikan-teks.ts'

/** Text of a form that may be empty: cleaned; null when there is none. */
export const teksAtauNull = (maks: number) =>
  z
    .string()
    .optional()
    .default('')
    .transform(rapikanTeks)
    .pipe(z.string().max(maks, `Paling banyak ${maks} huruf.`))
    .transform((isi) => isi || null)

/** Text on one line; empty only without `wajib`, the sentence for a missing one. */
export const satuBaris = (maks: number, wajib?: string) =>
  z
    .string()
    .optional()
    .default('')
    .transform(rapikanBaris)
    .pipe(z.string().max(maks, `Paling banyak ${maks} huruf.`))
    .refine((isi) => wajib === undefined || isi !== '', wajib)

/** A list, one item per line of the box. */
export const barisTeks = ({ maks, banyak }: { maks: number; banyak: number }) =>
  z
    .string()
    .optional()
    .default('')
    .transform((isi) => isi.split(/\r?\n/).map(rapikanBaris).filter(Boolean))
    .pipe(
      z
        .array(z.string().max(maks, `Ada baris yang terlalu panjang; paling banyak ${maks} huruf per baris.`))
        .max(banyak, `Paling banyak ${banyak} baris.`),
    )

/** Ticked choices out of a known list; what is not in the list was never offered and is dropped. */
export const pilihanDari = <T extends string>(daftar: readonly T[]) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((isi) => {
      const dipilih = new Set(isi === undefined ? [] : Array.isArray(isi) ? isi : [isi])
      return daftar.filter((satu) => dipilih.has(satu))
    })

/** A length typed the Indonesian way ("1,5"); null when the box is empty. */
export const angkaAtauNull = () =>
  z
    .string()
    .optional()
    .default('')
    .transform((isi, ctx) => {
      const terbaca = bacaAngka(isi)
      if (terbaca.jenis === 'kosong') return null
      if (terbaca.jenis === 'angka') return Number(terbaca.nilai)
      ctx.addIssue({ code: 'custom', message: terbaca.pesan })
      return z.NEVER
    })

/** A date typed in words or figures, or a month alone ("4 Maret 2026", "Februari 2021"); null when the box is empty. */
export const tanggalKata = () =>
  z
    .string()
    .optional()
    .default('')
    .transform((isi) => (isi.trim() === '' ? null : bacaTanggal(isi)))
    .refine(
      (isi) => isi === null || tanggalAtauBulan(isi),
      'Tulis tanggal seperti 4 Maret 2026, atau bulannya saja: Maret 2026.',
    )

/** Fingerprint of the part that the page showed. */
export const sidikIsian = z.string().max(64).catch('')
