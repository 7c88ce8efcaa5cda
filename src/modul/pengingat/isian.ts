import { z } from 'zod'
import { daftarTeks, teksBebas, versi } from '../../inti/http/index.ts'

export const LABEL = {
  aktif: 'Pengingat',
  surel: 'Surel',
  hariSebelum: 'Sebelum tenggat',
  padaHari: 'Pada hari tenggat',
  sesudahMulai: 'Sesudah tenggat, pertama kali',
  sesudahSetiap: 'Lalu setiap',
  keKepala: 'Kepala unit diberi tahu sesudah terlambat',
  keSekcam: 'Sekcam diberi tahu sesudah terlambat',
  jamMulai: 'Mulai jam',
  jamSelesai: 'Sampai jam',
}
const MAKS_HARI = 30
const centang = () => daftarTeks(1).transform((v) => v.includes('ya'))
const hari = (min: number) => {
  const pesan = `Tulis bilangan bulat ${min} sampai ${MAKS_HARI}.`
  return teksBebas(5)
    .refine((s) => /^\d{1,2}$/.test(s) && Number(s) >= min && Number(s) <= MAKS_HARI, pesan)
    .transform(Number)
}
const daftarHari = teksBebas(40)
  .refine(
    (s) => s === '' || s.split(/[\s,;]+/).every((n) => /^\d{1,2}$/.test(n) && Number(n) >= 1 && Number(n) <= MAKS_HARI),
    `Tulis jumlah hari kerja dari 1 sampai ${MAKS_HARI}, dipisah koma. Misalnya: 3, 1`,
  )
  .transform((s) =>
    [
      ...new Set(
        s
          .split(/[\s,;]+/)
          .filter(Boolean)
          .map(Number),
      ),
    ].sort((a, b) => b - a),
  )
const jam = () =>
  teksBebas(5)
    .transform((s) => s.replace('.', ':').padStart(5, '0'))
    .refine((s) => /^([01]\d|2[0-3]):[0-5]\d$/.test(s), 'Tulis jam seperti 07.30.')

/** When the office reminds. */
export const isianSetelan = z
  .object({
    aktif: centang(),
    surel: centang(),
    hariSebelum: daftarHari,
    padaHari: centang(),
    sesudahMulai: hari(1),
    sesudahSetiap: hari(1),
    keKepala: hari(0),
    keSekcam: hari(0),
    jamMulai: jam(),
    jamSelesai: jam(),
    versi: versi(),
  })
  .refine(({ jamMulai, jamSelesai }) => jamMulai < jamSelesai, {
    path: ['jamSelesai'],
    error: 'Jam selesai harus sesudah jam mulai.',
  })
export type IsianSetelan = z.output<typeof isianSetelan>

/** From which siklus somebody reminds; empty: from the whole office. */
export const isianAjakan = z.object({ siklus: z.uuid().optional().catch(undefined) })
