import { z } from 'zod'
import { MENIT_PER_HARI_KERJA } from './jam-kerja.ts'

/**
 * Waktu baku of a step as the SOP sheet states it (PermenPANRB 35/2012, mutu baku): a standard in working time, never a
 * deadline. The seed SOPs use minutes, hours, days, working days, a month, a range ("5-10 Menit"), a calendar rule
 * ("Jumat Minggu I") and nothing at all. "Hari" is counted as hari kerja, as the sums of the seed SOPs do.
 */
export const SATUAN_WAKTU_BAKU = ['MENIT', 'JAM', 'HARI_KERJA', 'HARI', 'BULAN'] as const
export type SatuanWaktuBaku = (typeof SATUAN_WAKTU_BAKU)[number]

/** nth weekday of the month, the part of RFC 5545 an office needs: FREQ=MONTHLY;BYDAY=1FR is its first Friday. */
export const POLA_ATURAN = /^FREQ=MONTHLY;BYDAY=(-1|[1-4])(SU|MO|TU|WE|TH|FR|SA)$/

/** Working minutes in a unit; a month has no fixed number. */
export const MENIT_PER: Readonly<Record<Exclude<SatuanWaktuBaku, 'BULAN'>, number>> = {
  MENIT: 1,
  JAM: 60,
  HARI_KERJA: MENIT_PER_HARI_KERJA,
  HARI: MENIT_PER_HARI_KERJA,
}
const MAKS: Readonly<Record<SatuanWaktuBaku, number>> = {
  MENIT: 100_000,
  JAM: 2_000,
  HARI_KERJA: 250,
  HARI: 250,
  BULAN: 24,
}
const NAMA_SATUAN: Readonly<Record<SatuanWaktuBaku, string>> = {
  MENIT: 'menit',
  JAM: 'jam',
  HARI_KERJA: 'hari kerja',
  HARI: 'hari',
  BULAN: 'bulan',
}
const NAMA_HARI: Readonly<Record<string, string>> = {
  SU: 'Minggu',
  MO: 'Senin',
  TU: 'Selasa',
  WE: 'Rabu',
  TH: 'Kamis',
  FR: 'Jumat',
  SA: 'Sabtu',
}
const URUTAN: Readonly<Record<string, string>> = {
  '1': 'pertama',
  '2': 'kedua',
  '3': 'ketiga',
  '4': 'keempat',
  '-1': 'terakhir',
}

const teks = z
  .string()
  .trim()
  .max(100)
  .nullish()
  .transform((isi) => isi || null)
const nilai = z.number('Isi lamanya dengan angka').positive('Lamanya harus lebih dari nol')
const tetap = <S extends SatuanWaktuBaku>(jenis: S) =>
  z.strictObject({ jenis: z.literal(jenis), teks, nilai: nilai.max(MAKS[jenis], 'Lamanya terlalu besar') })

/** A waktu baku as the SOP file writes it; `teks` is the wording of the source, kept as it is. */
export const skemaWaktuBaku = z.discriminatedUnion('jenis', [
  tetap('MENIT'),
  tetap('JAM'),
  tetap('HARI_KERJA'),
  tetap('HARI'),
  tetap('BULAN'),
  z
    .strictObject({ jenis: z.literal('RENTANG'), teks, dari: nilai, sampai: nilai, satuan: z.enum(SATUAN_WAKTU_BAKU) })
    .refine(({ sampai, satuan }) => sampai <= MAKS[satuan], { path: ['sampai'], message: 'Lamanya terlalu besar' })
    .refine(({ dari, sampai }) => dari <= sampai, {
      path: ['sampai'],
      message: 'Akhir rentang harus sama atau lebih dari awalnya',
    }),
  z.strictObject({
    jenis: z.literal('KALENDER'),
    teks,
    aturan: z.string().regex(POLA_ATURAN, 'Aturan kalender ditulis seperti FREQ=MONTHLY;BYDAY=1FR'),
  }),
  z.strictObject({ jenis: z.literal('TIDAK_ADA'), teks }),
])
export type WaktuBaku = z.infer<typeof skemaWaktuBaku>
export type JumlahWaktu = {
  readonly menitMin: number
  readonly menitMaks: number
  readonly hariKerjaMin: number
  readonly hariKerjaMaks: number
  readonly bulan: number
  readonly berkalender: number
  readonly tanpaBaku: number
}

/** '5 menit', '5–10 menit', '1 hari kerja', 'Jumat pertama setiap bulan', 'tidak ditetapkan'. */
export function formatWaktuBaku(waktuBaku: WaktuBaku): string {
  const lama = lamaWaktuBaku(waktuBaku)
  if (lama) {
    const panjang = lama.dari === lama.sampai ? angka(lama.sampai) : `${angka(lama.dari)}–${angka(lama.sampai)}`
    return `${panjang} ${NAMA_SATUAN[lama.satuan]}`
  }
  if (waktuBaku.jenis !== 'KALENDER') return 'tidak ditetapkan'
  const [, ke = '', hari = ''] = POLA_ATURAN.exec(waktuBaku.aturan) ?? []
  return `${NAMA_HARI[hari] ?? hari} ${URUTAN[ke] ?? ke} setiap bulan`
}

/** Sum of an SOP's standards: minutes and hours in menit, days in hari kerja, months apart; rules and blanks are counted, not guessed. */
export function jumlahWaktuBaku(daftar: readonly WaktuBaku[]): JumlahWaktu {
  const hasil = { menitMin: 0, menitMaks: 0, hariKerjaMin: 0, hariKerjaMaks: 0, bulan: 0, berkalender: 0, tanpaBaku: 0 }
  for (const waktuBaku of daftar) {
    const lama = lamaWaktuBaku(waktuBaku)
    if (!lama) hasil[waktuBaku.jenis === 'KALENDER' ? 'berkalender' : 'tanpaBaku'] += 1
    else if (lama.satuan === 'BULAN') hasil.bulan += lama.sampai
    else if (lama.satuan === 'MENIT' || lama.satuan === 'JAM') {
      hasil.menitMin += Math.round(lama.dari * MENIT_PER[lama.satuan])
      hasil.menitMaks += Math.round(lama.sampai * MENIT_PER[lama.satuan])
    } else {
      hasil.hariKerjaMin += lama.dari
      hasil.hariKerjaMaks += lama.sampai
    }
  }
  return hasil
}

/** '430 menit + 5 hari kerja', with '; 2 langkah tanpa waktu baku' when there are such. */
export function formatJumlahWaktu(jumlah: JumlahWaktu): string {
  const selang = (min: number, maks: number) => (min === maks ? angka(maks) : `${angka(min)}–${angka(maks)}`)
  const bagian = [
    jumlah.menitMaks > 0 ? `${selang(jumlah.menitMin, jumlah.menitMaks)} menit` : '',
    jumlah.hariKerjaMaks > 0 ? `${selang(jumlah.hariKerjaMin, jumlah.hariKerjaMaks)} hari kerja` : '',
    jumlah.bulan > 0 ? `${angka(jumlah.bulan)} bulan` : '',
  ].filter((isi) => isi !== '')
  const catatan = [
    jumlah.berkalender > 0 ? `; ${jumlah.berkalender} langkah menurut kalender` : '',
    jumlah.tanpaBaku > 0 ? `; ${jumlah.tanpaBaku} langkah tanpa waktu baku` : '',
  ]
  return `${bagian.length > 0 ? bagian.join(' + ') : '0 menit'}${catatan.join('')}`
}

/** Duration as from–to in one unit; null for a calendar rule and for no standard. Inside inti/waktu only. */
export function lamaWaktuBaku(waktuBaku: WaktuBaku): { dari: number; sampai: number; satuan: SatuanWaktuBaku } | null {
  if (waktuBaku.jenis === 'KALENDER' || waktuBaku.jenis === 'TIDAK_ADA') return null
  if (waktuBaku.jenis === 'RENTANG') return waktuBaku
  return { dari: waktuBaku.nilai, sampai: waktuBaku.nilai, satuan: waktuBaku.jenis }
}

function angka(lama: number): string {
  return String(lama).replace('.', ',')
}
