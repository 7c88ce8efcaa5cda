import { z } from 'zod'
import { tanggalWajib, teksBebas, teksWajib } from '../../inti/http/index.ts'

/** Kinds and certainty of a holiday, with the words of the office. */
export const JENIS_LIBUR = {
  LIBUR_NASIONAL: 'Libur nasional',
  CUTI_BERSAMA: 'Cuti bersama',
  LIBUR_DAERAH: 'Libur daerah',
} as const
export const STATUS_LIBUR = { RESMI: 'Resmi', PERKIRAAN: 'Perkiraan' } as const
export type JenisLibur = keyof typeof JENIS_LIBUR
export type StatusLibur = keyof typeof STATUS_LIBUR

const kunciDari = <K extends string>(daftar: Readonly<Record<K, string>>) => Object.keys(daftar) as [K, ...K[]]

/** What the holiday form sends. `versi` is the fingerprint of the row as the page saw it (empty for a new one). */
export const isianLibur = z.object({
  tanggal: tanggalWajib('Tulis tanggal liburnya.'),
  nama: teksWajib('Tulis nama hari liburnya.', { min: 3, maks: 150 }),
  jenis: z.enum(kunciDari(JENIS_LIBUR), 'Pilih jenis hari libur.'),
  status: z.enum(kunciDari(STATUS_LIBUR), 'Pilih sudah resmi atau masih perkiraan.'),
  sumber: teksBebas(300),
  versi: teksBebas(64),
})
export type IsianLibur = z.output<typeof isianLibur>
