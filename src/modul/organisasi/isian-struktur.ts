import { z } from 'zod'
import { teksBebas, teksWajib } from '../../inti/http/index.ts'
import type { Peran } from '../../inti/pelaku.ts'
import type { JenisUnit } from './kueri.ts'

export const JENIS_UNIT: Readonly<Record<JenisUnit, string>> = {
  KECAMATAN: 'Kecamatan',
  SEKRETARIAT: 'Sekretariat',
  SUBBAG: 'Subbagian',
  SEKSI: 'Seksi',
  KELURAHAN: 'Kelurahan',
  DESA: 'Desa',
}
/** Roles a post can give; TIM_SAKIP comes from the decree, never from a post. */
export const PERAN_JABATAN: Readonly<Record<Exclude<Peran, 'TIM_SAKIP'>, string>> = {
  CAMAT: 'Camat',
  SEKCAM: 'Sekretaris Kecamatan',
  KASI: 'Kepala seksi atau kepala subbagian',
  STAF: 'Staf',
  DESA: 'Operator desa atau kelurahan',
  PENGAMAT: 'Pengamat (Inspektorat, Bagian Organisasi)',
  ADMIN: 'Operator aplikasi (admin)',
}
const kunciDari = <K extends string>(daftar: Readonly<Record<K, string>>) => Object.keys(daftar) as [K, ...K[]]

const kode = teksBebas(40).refine(
  (s) => /^[a-z0-9][a-z0-9.-]{1,39}$/.test(s),
  'Tulis kode 2–40 huruf kecil, angka, titik atau garis. Kode tidak dapat diubah lagi karena dirujuk SOP.',
)
const nama = teksWajib('Tulis namanya seperti pada peraturan bupati tentang susunan organisasi.', { min: 3, maks: 150 })
const urut = z.coerce
  .number('Tulis urutan dengan angka.')
  .int('Tulis urutan dengan angka.')
  .min(0, 'Tulis urutan dengan angka.')
  .max(999, 'Paling besar 999.')
const acuanBebas = (pesan: string) =>
  z.union([z.literal(''), z.uuid(pesan)], pesan).transform((s) => (s === '' ? null : s))
const versi = teksBebas(64)

export const isianUbahUnit = z.object({ nama, indukId: acuanBebas('Pilih unit induknya.'), urut, versi })
export const isianUnit = isianUbahUnit.extend({ kode, jenis: z.enum(kunciDari(JENIS_UNIT), 'Pilih jenis unit.') })
export type IsianUnit = z.output<typeof isianUnit>
export type IsianUbahUnit = z.output<typeof isianUbahUnit>

const kepala = z
  .literal('ya')
  .optional()
  .transform((s) => s === 'ya')
const kepalaPunyaUnit = { path: ['unitId'], error: 'Kepala unit harus mempunyai unit. Pilih unitnya.' }
const dasarJabatan = z.object({ nama, unitId: acuanBebas('Pilih unitnya.'), kepalaUnit: kepala, urut, versi })
const cocok = ({ kepalaUnit, unitId }: { kepalaUnit: boolean; unitId: string | null }) => !kepalaUnit || unitId !== null

export const isianUbahJabatan = dasarJabatan.refine(cocok, kepalaPunyaUnit)
export const isianJabatan = dasarJabatan
  .extend({ kode, peran: z.enum(kunciDari(PERAN_JABATAN), 'Pilih peran jabatan ini.') })
  .refine(cocok, kepalaPunyaUnit)
export type IsianJabatan = z.output<typeof isianJabatan>
export type IsianUbahJabatan = z.output<typeof isianUbahJabatan>
