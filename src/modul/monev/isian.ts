import { z } from 'zod'
import { tanggalBebas, teksBebas, teksWajib, versi } from '../../inti/http/index.ts'

export const LABEL = {
  indikatorId: 'Indikator',
  unitId: 'Unit',
  temuan: 'Temuan',
  penyebab: 'Penyebab',
  rekomendasi: 'Rekomendasi',
  pegawaiId: 'Penanggung jawab',
  tenggat: 'Tenggat',
} as const

const acuan = z
  .union([z.literal(''), z.uuid('Pilih dari daftar.')])
  .default('')
  .transform((id) => id || null)

/** One finding; a recommendation needs somebody who carries it out, and by when. */
export const isianTemuan = z
  .object({
    versi: versi(),
    indikatorId: acuan,
    unitId: acuan,
    temuan: teksWajib('Tulis apa yang ditemukan, paling sedikit 10 huruf.', { min: 10, maks: 2000 }),
    penyebab: teksBebas(2000),
    rekomendasi: teksBebas(2000),
    pegawaiId: acuan,
    tenggat: tanggalBebas(),
  })
  .superRefine((t, ctx) => {
    const tolak = (nama: string, message: string) => ctx.addIssue({ code: 'custom', path: [nama], message })
    if (t.rekomendasi === '') return
    if (t.rekomendasi.length < 5) tolak('rekomendasi', 'Tulis apa yang harus dikerjakan, paling sedikit 5 huruf.')
    if (t.pegawaiId === null) tolak('pegawaiId', 'Pilih siapa yang mengerjakan rekomendasi ini.')
    if (t.tenggat === null) tolak('tenggat', 'Tulis kapan rekomendasi ini harus selesai.')
  })
export type IsianTemuan = z.output<typeof isianTemuan>
export const isianHapus = z.object({ versi: versi() })
