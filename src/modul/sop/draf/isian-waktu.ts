import { z } from 'zod'
import { skemaWaktuBaku, type WaktuBaku } from '../../../inti/waktu/index.ts'
import { angkaAtauNull, satuBaris } from './isian.ts'

/** Units and rules of a standard time as the form (and the workbook) offers them. */
export const JENIS_WAKTU = {
  TIDAK_ADA: 'Tidak ditetapkan',
  MENIT: 'Menit',
  JAM: 'Jam',
  HARI_KERJA: 'Hari kerja',
  HARI: 'Hari',
  BULAN: 'Bulan',
  KALENDER: 'Menurut kalender',
} as const
export const URUTAN_KALENDER = {
  '1': 'Pertama',
  '2': 'Kedua',
  '3': 'Ketiga',
  '4': 'Keempat',
  '-1': 'Terakhir',
} as const
export const HARI_KALENDER = {
  MO: 'Senin',
  TU: 'Selasa',
  WE: 'Rabu',
  TH: 'Kamis',
  FR: 'Jumat',
  SA: 'Sabtu',
  SU: 'Minggu',
} as const
export type JenisWaktu = keyof typeof JENIS_WAKTU

const kunci = <K extends string>(daftar: Readonly<Record<K, string>>) => Object.keys(daftar) as [K, ...K[]]

/** The fields of a standard time; the step's form holds them among its own. */
export const bidangWaktu = {
  waktuTeks: satuBaris(100),
  waktuJenis: z.enum(kunci(JENIS_WAKTU), 'Pilih satuan waktunya.').default('TIDAK_ADA'),
  waktuDari: angkaAtauNull(),
  waktuSampai: angkaAtauNull(),
  waktuKe: z.enum(['1', '2', '3', '4', '-1'], 'Pilih minggu ke berapa.').catch('1'),
  waktuHari: z.enum(kunci(HARI_KALENDER), 'Pilih harinya.').catch('FR'),
}
type IsianWaktu = {
  readonly waktuTeks: string
  readonly waktuJenis: JenisWaktu
  readonly waktuDari: number | null
  readonly waktuSampai: number | null
  readonly waktuKe: string
  readonly waktuHari: string
}

/** The same before it is checked, as a workbook gives it. */
type MentahWaktu = Readonly<Record<'waktuTeks' | 'waktuJenis' | 'waktuKe' | 'waktuHari', string>> &
  Readonly<Record<'waktuDari' | 'waktuSampai', unknown>>

/** The standard out of its fields, or the sentence and the field it belongs to. */
export function susunWaktu(isian: IsianWaktu): { waktu: WaktuBaku } | { bidang: string; pesan: string } {
  const hasil = skemaWaktuBaku.safeParse(mentahWaktu(isian))
  if (hasil.success) return { waktu: hasil.data }
  const [isu] = hasil.error.issues
  const bidang = isu?.path[0] === 'sampai' ? 'waktuSampai' : 'waktuDari'
  return { bidang, pesan: isu?.code === 'invalid_type' ? 'Isi lamanya dengan angka.' : `${isu?.message ?? ''}.` }
}

/** As an SOP file writes it: a range where both ends are given. */
export function mentahWaktu(isian: MentahWaktu): unknown {
  const { waktuTeks, waktuJenis, waktuDari, waktuSampai, waktuKe, waktuHari } = isian
  const teks = waktuTeks || null
  if (waktuJenis === 'TIDAK_ADA') return { jenis: 'TIDAK_ADA', teks }
  if (waktuJenis === 'KALENDER') return { jenis: 'KALENDER', teks, aturan: `FREQ=MONTHLY;BYDAY=${waktuKe}${waktuHari}` }
  if (waktuSampai === null) return { jenis: waktuJenis, teks, nilai: waktuDari }
  return { jenis: 'RENTANG', teks, dari: waktuDari, sampai: waktuSampai, satuan: waktuJenis }
}

/** The way back: the fields of a standard, as text. */
export function teksWaktu(waktu: WaktuBaku): Record<keyof IsianWaktu, string> {
  const kosong = { waktuDari: '', waktuSampai: '', waktuKe: '1', waktuHari: 'FR' }
  const dasar = { ...kosong, waktuTeks: waktu.teks ?? '' }
  if (waktu.jenis === 'TIDAK_ADA') return { ...dasar, waktuJenis: 'TIDAK_ADA' }
  if (waktu.jenis === 'KALENDER') {
    const [, ke = '1', hari = 'FR'] = /BYDAY=(-?\d)(\w\w)$/.exec(waktu.aturan) ?? []
    return { ...dasar, waktuJenis: 'KALENDER', waktuKe: ke, waktuHari: hari }
  }
  if (waktu.jenis === 'RENTANG') {
    return { ...dasar, waktuJenis: waktu.satuan, waktuDari: angka(waktu.dari), waktuSampai: angka(waktu.sampai) }
  }
  return { ...dasar, waktuJenis: waktu.jenis, waktuDari: angka(waktu.nilai) }
}

const angka = (nilai: number): string => String(nilai).replace('.', ',')
