import { z } from 'zod'
import { ingat } from '../ingat.ts'

const MS_HARI = 86_400_000
const MS_MENIT = 60_000
const SINGKATAN_ZONA: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
}

/** Minutes ahead of UTC; these zones have not changed since 1988, so their wall clock needs no Intl (a page asks for dozens). */
const GESER_TETAP: Readonly<Record<string, number>> = {
  'Asia/Jakarta': 420,
  'Asia/Pontianak': 420,
  'Asia/Makassar': 480,
  'Asia/Jayapura': 540,
}
const TETAP_SEJAK = Date.UTC(1988, 0, 1)

const polaTanggal = (opsi: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('id-ID', { ...opsi, timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn' })
const FORMAT_PANJANG = polaTanggal({ day: 'numeric', month: 'long', year: 'numeric' })
const FORMAT_BULAN = polaTanggal({ month: 'long', year: 'numeric' })
const FORMAT_PENDEK = polaTanggal({ day: 'numeric', month: 'short', year: 'numeric' })
/** `dateStyle: 'full'` pads the day ("05 November"); official letters do not, so the weekday is asked for by itself. */
const FORMAT_HARI = polaTanggal({ weekday: 'long' })
const formatPerZona = new Map<string, Intl.DateTimeFormat>()

/** A form's date field: a real date written YYYY-MM-DD, years 1900–2199. */
export const skemaTanggal = z
  .string()
  .trim()
  .refine(adalahTanggal, 'Isi tanggal yang benar: tahun-bulan-hari, misalnya 2026-11-20')

/** Is this text a real date YYYY-MM-DD between 1900 and 2199 ('2026-02-30' is not)? */
export function adalahTanggal(teks: string): boolean {
  if (!/^(?:19|2[01])\d{2}-\d{2}-\d{2}$/.test(teks)) return false
  const waktu = new Date(`${teks}T00:00:00Z`)
  return !Number.isNaN(waktu.getTime()) && waktu.toISOString().slice(0, 10) === teks
}

/** A date, or a month alone where a paper names no day: YYYY-MM-DD or YYYY-MM. */
export const skemaTanggalAtauBulan = z
  .string()
  .trim()
  .refine(
    (teks) => adalahTanggal(teks) || adalahBulan(teks),
    'Isi tanggal yang benar: tahun-bulan-hari, misalnya 2026-11-20, atau tahun-bulan saja',
  )

const adalahBulan = (teks: string): boolean => /^\d{4}-\d{2}$/.test(teks) && adalahTanggal(`${teks}-01`)

/** '2026-11-20' → '20 November 2026'; a month alone, '2026-11' → 'November 2026'. RangeError for what is neither. */
export const tanggalPanjang: (tanggal: string) => string = ingat((tanggal) =>
  adalahBulan(tanggal)
    ? FORMAT_BULAN.format(nomorHari(`${tanggal}-01`) * MS_HARI)
    : FORMAT_PANJANG.format(nomorHari(tanggal) * MS_HARI),
)

/** '2026-11-20' → 'Jumat, 20 November 2026'. RangeError for what is not a date. */
export function hariTanggal(tanggal: string): string {
  return `${namaHari(tanggal)}, ${tanggalPanjang(tanggal)}`
}

/** '2026-11-20' → '20 Nov 2026', for tables. RangeError for what is not a date. */
export const tanggalPendek: (tanggal: string) => string = ingat((tanggal) =>
  FORMAT_PENDEK.format(nomorHari(tanggal) * MS_HARI),
)

/** '2026-11-20' → 'Jumat'. */
export function namaHari(tanggal: string): string {
  return FORMAT_HARI.format(nomorHari(tanggal) * MS_HARI)
}

/** Wall clock of an instant in a zone, as the office writes it: '10.42'. */
export function jamMenit(waktu: Date, zona: string): string {
  const { menit } = bagianLokal(waktu, zona)
  return `${duaAngka(Math.floor(menit / 60))}.${duaAngka(menit % 60)}`
}

/** Instant in a zone: '20 November 2026, 10.42 WIB'. */
export function tanggalJam(waktu: Date, zona: string): string {
  const singkatan = SINGKATAN_ZONA[zona]
  return `${tanggalPanjang(tanggalLokal(waktu, zona))}, ${jamMenit(waktu, zona)}${singkatan ? ` ${singkatan}` : ''}`
}

/** The calendar date of an instant in a zone, 'YYYY-MM-DD' (17.30 UTC on the 5th is the 6th in Jakarta). */
export function tanggalLokal(waktu: Date, zona: string): string {
  return tanggalDari(bagianLokal(waktu, zona).hari)
}

/** Distance of a due date in words: 'hari ini', 'besok', '3 hari lagi', 'terlambat 2 hari'. */
export function relatifHari(tanggal: string, hariIni: string): string {
  const selisih = selisihHari(hariIni, tanggal)
  if (selisih === 0) return 'hari ini'
  if (selisih === 1) return 'besok'
  return selisih > 0 ? `${selisih} hari lagi` : `terlambat ${-selisih} hari`
}

/** The date `jumlah` calendar days later (earlier when negative). */
export function tambahHari(tanggal: string, jumlah: number): string {
  return tanggalDari(nomorHari(tanggal) + jumlah)
}

/** Calendar days from one date to the other; negative when `sampai` is earlier. */
export function selisihHari(dari: string, sampai: string): number {
  return nomorHari(sampai) - nomorHari(dari)
}

/** The date some months later, at most the month's last day ('2026-01-31' + 1 → '2026-02-28'). */
export function tambahBulan(tanggal: string, jumlah: number): string {
  nomorHari(tanggal)
  const [tahun = 0, bulan = 1, hari = 1] = tanggal.split('-').map(Number)
  const hariTerakhir = new Date(Date.UTC(tahun, bulan + jumlah, 0)).getUTCDate()
  return tanggalDari(Date.UTC(tahun, bulan - 1 + jumlah, Math.min(hari, hariTerakhir)) / MS_HARI)
}

/** Days since 1970-01-01 of a date text; RangeError for what is not a date. Inside inti/waktu only. */
export const nomorHari: (tanggal: string) => number = ingat((tanggal) => {
  if (!adalahTanggal(tanggal)) throw new RangeError(`Bukan tanggal: ${tanggal.slice(0, 20)}`)
  return Date.parse(`${tanggal}T00:00:00Z`) / MS_HARI
})

/** Date text of a day number. Inside inti/waktu only. */
export const tanggalDari: (nomor: number) => string = ingat((nomor) =>
  new Date(nomor * MS_HARI).toISOString().slice(0, 10),
)

/** Wall clock of an instant: day number and whole minutes since midnight. Independent of the machine's own zone. */
export function bagianLokal(waktu: Date, zona: string): { hari: number; menit: number } {
  const geser = GESER_TETAP[zona]
  if (geser !== undefined && waktu.getTime() >= TETAP_SEJAK) {
    const menit = Math.floor(waktu.getTime() / MS_MENIT) + geser
    return { hari: Math.floor(menit / 1440), menit: menit % 1440 }
  }
  const lokal = new Map(
    formatZona(zona)
      .formatToParts(waktu)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const ambil = (bagian: Intl.DateTimeFormatPartTypes) => lokal.get(bagian) ?? 0
  const hari = Date.UTC(ambil('year'), ambil('month') - 1, ambil('day')) / MS_HARI
  return { hari, menit: ambil('hour') * 60 + ambil('minute') }
}

/** The instant at which a zone's wall clock shows that day and minute. */
export function instanDari({ hari, menit }: { hari: number; menit: number }, zona: string): Date {
  const dinding = hari * MS_HARI + menit * MS_MENIT
  let instan = dinding
  for (let putaran = 0; putaran < 2; putaran++) {
    const lokal = bagianLokal(new Date(instan), zona)
    instan += dinding - (lokal.hari * MS_HARI + lokal.menit * MS_MENIT)
  }
  return new Date(instan)
}

function formatZona(zona: string): Intl.DateTimeFormat {
  const ada = formatPerZona.get(zona)
  if (ada) return ada
  const baru = new Intl.DateTimeFormat('en-US', {
    timeZone: zona,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  formatPerZona.set(zona, baru)
  return baru
}

function duaAngka(nilai: number): string {
  return String(nilai).padStart(2, '0')
}
