import { z } from 'zod'
import { bagianLokal, instanDari, nomorHari, tanggalDari } from './tanggal.ts'

/** Perpres 21/2023: 37 h 30 min a week over five days, breaks excluded, so one hari kerja is 7.5 hours. */
export const MENIT_PER_HARI_KERJA = 450

export const HARI = ['MINGGU', 'SENIN', 'SELASA', 'RABU', 'KAMIS', 'JUMAT', 'SABTU'] as const
export type Hari = (typeof HARI)[number]
/** Office hours per weekday as pairs 'HH:MM' of local time; a day that is missing is no working day. */
export type JamKerja = Readonly<Partial<Record<Hari, readonly (readonly [mulai: string, selesai: string])[]>>>
/** What working time depends on: holidays (libur nasional, cuti bersama, local; YYYY-MM-DD), office hours, IANA zone. */
export type Kalender = { readonly libur: ReadonlySet<string>; readonly jamKerja: JamKerja; readonly zona: string }

const SENIN_KAMIS = [
  ['07:30', '12:00'],
  ['13:00', '16:00'],
] as const
/**
 * Default office hours: Monday to Thursday 07.30–16.00 with an hour's break, Friday 07.30–16.30 with the longer break of
 * the Friday prayer. Exactly 450 minutes a day, 2,250 (37 h 30 min) a week (Perpres 21/2023). Ramadan or local hours are other data.
 */
export const JAM_KERJA_BAKU: JamKerja = {
  SENIN: SENIN_KAMIS,
  SELASA: SENIN_KAMIS,
  RABU: SENIN_KAMIS,
  KAMIS: SENIN_KAMIS,
  JUMAT: [
    ['07:30', '11:30'],
    ['13:00', '16:30'],
  ],
}

const skemaJam = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Tulis jam seperti 07:30')
/** Office hours as stored or typed: intervals in order, not overlapping, at least one working day. */
export const skemaJamKerja = z
  .partialRecord(z.enum(HARI), z.array(z.tuple([skemaJam, skemaJam])))
  .refine((jamKerja) => Object.values(jamKerja).every(berurutan), 'Jam kerja harus berurutan dan tidak bertumpuk')
  .refine(
    (jamKerja) => Object.values(jamKerja).some((selang) => selang.length > 0),
    'Isi paling sedikit satu hari kerja',
  )

type Selang = readonly [mulai: number, selesai: number]
const selangTersimpan = new WeakMap<JamKerja, readonly (readonly Selang[])[]>()

/**
 * Working minutes between two instants: whole minutes of office hours in the calendar's zone, none on weekends and
 * holidays. Seconds are cut off at both ends, so that the parts of a split always add up to the whole. 0 when `selesai`
 * is not after `mulai`. RangeError for an invalid Date.
 */
export function menitKerja(mulai: Date, selesai: Date, kalender: Kalender): number {
  if (selesai <= mulai) return 0
  const awal = bagianLokal(mulai, kalender.zona)
  const akhir = bagianLokal(selesai, kalender.zona)
  let jumlah = 0
  for (let hari = awal.hari; hari <= akhir.hari; hari++) {
    const dari = hari === awal.hari ? awal.menit : 0
    const sampai = hari === akhir.hari ? akhir.menit : 1440
    for (const [buka, tutup] of selangHari(hari, kalender)) {
      jumlah += Math.max(0, Math.min(tutup, sampai) - Math.max(buka, dari))
    }
  }
  return jumlah
}

/** The first instant at which `menit` working minutes have passed since `mulai` (0: mulai itself, on the minute). */
export function tambahMenitKerja(mulai: Date, menit: number, kalender: Kalender): Date {
  pastikanAdaHariKerja(kalender)
  const awal = bagianLokal(mulai, kalender.zona)
  if (menit <= 0) return instanDari(awal, kalender.zona)
  let sisa = Math.round(menit)
  for (let hari = awal.hari; ; hari++) {
    for (const [buka, tutup] of selangHari(hari, kalender)) {
      const dari = Math.max(buka, hari === awal.hari ? awal.menit : 0)
      const tersedia = Math.max(0, tutup - dari)
      if (tersedia >= sisa) return instanDari({ hari, menit: dari + sisa }, kalender.zona)
      sisa -= tersedia
    }
  }
}

/** Has this date office hours and is it no holiday? */
export function adalahHariKerja(tanggal: string, kalender: Kalender): boolean {
  return selangHari(nomorHari(tanggal), kalender).length > 0
}

/** The date itself when it is a working day, else the next one. */
export function hariKerjaBerikut(tanggal: string, kalender: Kalender): string {
  pastikanAdaHariKerja(kalender)
  let hari = nomorHari(tanggal)
  while (selangHari(hari, kalender).length === 0) hari++
  return tanggalDari(hari)
}

/** The `jumlah`-th working day after a date (before it when negative; 0: the date itself or the next working day). */
export function tambahHariKerja(tanggal: string, jumlah: number, kalender: Kalender): string {
  if (!Number.isInteger(jumlah)) throw new RangeError('Jumlah hari kerja harus bilangan bulat')
  if (jumlah === 0) return hariKerjaBerikut(tanggal, kalender)
  pastikanAdaHariKerja(kalender)
  const arah = Math.sign(jumlah)
  let hari = nomorHari(tanggal)
  for (let sisa = Math.abs(jumlah); sisa > 0; ) {
    hari += arah
    if (selangHari(hari, kalender).length > 0) sisa--
  }
  return tanggalDari(hari)
}

/** Working days after `dari` up to and including `sampai`; negative when `sampai` is earlier. Additive over a split. */
export function hariKerjaAntara(dari: string, sampai: string, kalender: Kalender): number {
  const [awal, akhir] = [nomorHari(dari), nomorHari(sampai)]
  if (akhir < awal) return 0 - hariKerjaAntara(sampai, dari, kalender)
  let jumlah = 0
  for (let hari = awal + 1; hari <= akhir; hari++) if (selangHari(hari, kalender).length > 0) jumlah++
  return jumlah
}

/** The instant at which office hours end on a date (midnight after it when the date has none). */
export function akhirJamKerja(tanggal: string, kalender: Kalender): Date {
  const hari = nomorHari(tanggal)
  const menit = selangHari(hari, kalender).at(-1)?.[1] ?? 1440
  return instanDari({ hari, menit }, kalender.zona)
}

/** '1 hari kerja 2 jam 15 menit' (1 hari kerja = 450 menit); '0 menit' for nothing or less. */
export function formatDurasiKerja(menit: number): string {
  const bulat = Number.isFinite(menit) ? Math.max(0, Math.round(menit)) : 0
  const hari = Math.floor(bulat / MENIT_PER_HARI_KERJA)
  const sisa = bulat % MENIT_PER_HARI_KERJA
  const bagian = [
    [hari, 'hari kerja'],
    [Math.floor(sisa / 60), 'jam'],
    [sisa % 60, 'menit'],
  ] as const
  const isi = bagian.filter(([jumlah]) => jumlah > 0).map(([jumlah, satuan]) => `${jumlah} ${satuan}`)
  return isi.length > 0 ? isi.join(' ') : '0 menit'
}

function selangHari(hari: number, kalender: Kalender): readonly Selang[] {
  const selang = bacaJamKerja(kalender.jamKerja)[(((hari + 4) % 7) + 7) % 7] ?? []
  return selang.length > 0 && !kalender.libur.has(tanggalDari(hari)) ? selang : []
}

function bacaJamKerja(jamKerja: JamKerja): readonly (readonly Selang[])[] {
  const ada = selangTersimpan.get(jamKerja)
  if (ada) return ada
  const terbaca = HARI.map((nama) =>
    (jamKerja[nama] ?? []).map(([buka, tutup]) => [keMenit(buka), keMenit(tutup)] as const),
  )
  selangTersimpan.set(jamKerja, terbaca)
  return terbaca
}

/** Without this a calendar without office hours would be searched for ever. */
function pastikanAdaHariKerja({ jamKerja }: Kalender): void {
  if (bacaJamKerja(jamKerja).every((selang) => selang.length === 0))
    throw new RangeError('Kalender tidak punya jam kerja')
}

function berurutan(selang: readonly (readonly [string, string])[]): boolean {
  const titik = selang.flat().map(keMenit)
  return titik.every(
    (menit, ke) => ke === 0 || menit > (titik[ke - 1] ?? 0) || (ke % 2 === 0 && menit === titik[ke - 1]),
  )
}

function keMenit(teks: string): number {
  const [jamnya = 0, menit = 0] = teks.split(':').map(Number)
  return jamnya * 60 + menit
}
