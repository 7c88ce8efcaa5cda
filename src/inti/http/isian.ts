import { z } from 'zod'

/** Field → sentence; the same words stand beside the field and in the summary above. */
export type Kesalahan = Readonly<Record<string, string>>
export type HasilIsian<T> = { data: T; kesalahan: Kesalahan } | { data: null; kesalahan: Kesalahan }

/** Where a form's body carries what was wrong with its files; a symbol, so that no client can send it. */
const BERKAS_DITOLAK = Symbol('berkas ditolak')
type BadanBerkas = { [BERKAS_DITOLAK]?: Kesalahan }

/** Leaves with a form's body why its files were refused, so that `bacaIsian` says it beside the other fields. */
export function catatBerkasDitolak(badan: object, kesalahan: Kesalahan): void {
  ;(badan as BadanBerkas)[BERKAS_DITOLAK] = kesalahan
}
/** Why files of this form were refused, by field. */
export const berkasDitolak = (badan: unknown): Kesalahan =>
  (badan as BadanBerkas | null | undefined)?.[BERKAS_DITOLAK] ?? {}

/** Parses what a form sent. Never throws; the first sentence of each field is kept, refused files come first. */
export function bacaIsian<S extends z.ZodType>(skema: S, badan: unknown): HasilIsian<z.output<S>> {
  const hasil = skema.safeParse(badan ?? {})
  const kesalahan: Record<string, string> = { ...berkasDitolak(badan) }
  if (hasil.success && Object.keys(kesalahan).length === 0) return { data: hasil.data, kesalahan }
  for (const masalah of hasil.error?.issues ?? []) {
    const nama = masalah.path.join('.') || 'formulir'
    kesalahan[nama] ??= masalah.message
  }
  return { data: null, kesalahan }
}

/** Text fields as forms send them: trimmed, control characters and NUL taken out, length limited. */
export const teks = (maks = 2000) =>
  z
    .string({ error: 'Isian ini harus berupa teks.' })
    .transform((s) =>
      s
        .normalize('NFC')
        .replace(/(?![\t\n\r])\p{Cc}/gu, '')
        .trim(),
    )
    .pipe(z.string().max(maks, `Paling banyak ${maks} huruf.`))

export const teksWajib = (pesan: string, { min = 1, maks = 2000 }: { min?: number; maks?: number } = {}) =>
  teks(maks).pipe(z.string().min(min, pesan))

/** Optional text: absent counts as empty. */
export const teksBebas = (maks = 2000) => teks(maks).optional().default('')

const POLA_TANGGAL = /^\d{4}-\d{2}-\d{2}$/
const tanggalSah = (s: string) => {
  const d = new Date(`${s}T00:00:00Z`)
  return (
    !Number.isNaN(d.getTime()) &&
    d.toISOString().startsWith(s) &&
    d.getUTCFullYear() >= 1990 &&
    d.getUTCFullYear() <= 2100
  )
}
/** A date field (YYYY-MM-DD). */
export const tanggalWajib = (pesan: string) =>
  z.string({ error: pesan }).trim().regex(POLA_TANGGAL, pesan).refine(tanggalSah, 'Tanggal ini tidak ada di kalender.')
/** An optional date: empty becomes null. */
export const tanggalBebas = () =>
  z
    .string()
    .trim()
    .optional()
    .default('')
    .refine((s) => s === '' || (POLA_TANGGAL.test(s) && tanggalSah(s)), 'Tulis tanggal yang ada di kalender.')
    .transform((s) => (s === '' ? null : s))
/** A time field (HH:MM), optional. */
export const waktuBebas = () =>
  z
    .string()
    .trim()
    .optional()
    .default('')
    .refine((s) => s === '' || /^([01]\d|2[0-3])[:.][0-5]\d$/.test(s), 'Tulis jam seperti 09.30.')
    .transform((s) => s.replace('.', ':'))

export const uuid = (pesan = 'Pilih salah satu.') => z.uuid(pesan)
/** Row version of compare-and-set; absent counts as 0, which never matches. */
export const versi = () => z.coerce.number().int().min(0).max(2_000_000_000).catch(0)
/** A check-box group: absent, one or many values. */
export const daftarTeks = (maks = 50) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((v) => (v === undefined ? [] : Array.isArray(v) ? v : [v]))
    .pipe(z.array(z.string().trim().max(2000)).max(maks, `Paling banyak ${maks} pilihan.`))

/** Only the text fields of a form, to show them again; nothing else of the body reaches a page. */
export function isianKembali(badan: unknown): Record<string, string> {
  const hasil: Record<string, string> = {}
  for (const [kunci, nilai] of Object.entries((badan ?? {}) as Record<string, unknown>))
    if (typeof nilai === 'string') hasil[kunci] = nilai
    else if (Array.isArray(nilai)) hasil[kunci] = nilai.filter((n) => typeof n === 'string').join('\n')
  return hasil
}
