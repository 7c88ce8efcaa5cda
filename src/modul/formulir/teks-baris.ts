import { formatAngka, formatPersen, TANPA_NILAI } from '../../inti/angka/index.ts'
import type { Periode } from '../../inti/waktu/index.ts'
import type { Hasil } from '../pengukuran/index.ts'
import type { NilaiLalu } from './hitung-baris.ts'
import { type KartuBaris, type TargetBaris, triwulanAkhir } from './kartu.ts'
import type { BarisIsian } from './kueri.ts'

const ROMAWI = ['I', 'II', 'III', 'IV'] as const

/** Target of the year as printed: number, range, or category. */
export function teksTargetTahunan({ kartu, target }: { kartu: KartuBaris; target: TargetBaris }): string {
  if (target.teks !== null) return namaKategori(kartu, target.teks)
  if (kartu.polaritas === 'RENTANG') return `${formatAngka(target.tahunan)}–${formatAngka(target.atas)}`
  return formatAngka(target.tahunan)
}

/** Target of the period: its quarter's, for a whole year the year's. '–' where none was set. */
export function teksTargetPeriode(baris: { kartu: KartuBaris; target: TargetBaris }, periode: Periode): string {
  if (periode.jenis === 'TAHUN') return teksTargetTahunan(baris)
  const tw = baris.target.tw[triwulanAkhir(periode) - 1] ?? null
  if (tw === null && !baris.target.tw.some((t) => t !== null)) return teksTargetTahunan(baris)
  return formatAngka(tw)
}

/** "TW II" or "2026". */
export const sebutTarget = (periode: Periode): string =>
  periode.jenis === 'TAHUN' ? `tahun ${periode.tahun}` : `TW ${ROMAWI[triwulanAkhir(periode) - 1]}`

export const namaKategori = (kartu: KartuBaris, kode: string): string =>
  kartu.kategori.find((k) => k.kode === kode)?.nama ?? kode

/** Value of this period: number, category, 'tidak diukur'; '–' while there is none (its state says why). */
export function teksRealisasi(b: Pick<BarisIsian, 'status' | 'nilai' | 'kategori' | 'kartu'>): string {
  if (b.status === 'TIDAK_BERLAKU') return 'tidak diukur'
  if (b.status === 'KOSONG') return TANPA_NILAI
  if (b.kartu.metode === 'KATEGORI' && b.kategori) return namaKategori(b.kartu, b.kategori)
  return b.nilai === null ? 'tidak dapat dihitung' : formatAngka(b.nilai)
}

/** "94,74%", "12 dokumen"; a word alone where there is no number. */
export function teksBersatuan(b: Pick<BarisIsian, 'status' | 'nilai' | 'kategori' | 'kartu'>): string {
  const teks = teksRealisasi(b)
  if (b.status !== 'TERISI' || b.nilai === null || b.kartu.metode === 'KATEGORI') return teks
  return b.kartu.satuan === '%' ? `${teks}%` : `${teks} ${b.kartu.satuan.toLowerCase()}`
}

/** "93,75%" or '–'. */
export const teksCapaian = (capaian: Hasil): string =>
  capaian.jenis === 'NILAI' ? formatPersen(capaian.nilai) : TANPA_NILAI

/** The last earlier values, newest first, for the column beside the input: ["TW I 2026: 25", "2025: 96"]. */
export function teksLalu(b: { kartu: KartuBaris; lalu: readonly NilaiLalu[] }, periode: Periode, maks = 3): string[] {
  const tw = periode.jenis === 'TAHUN' ? 0 : triwulanAkhir(periode)
  const sebelum = (l: NilaiLalu) => l.tahun < periode.tahun || (l.triwulan > 0 && l.triwulan < tw)
  const ada = b.lalu.filter((l) => (l.nilai !== null || l.kategori !== null) && sebelum(l))
  const triwulan = ada.filter((l) => l.triwulan > 0).sort((x, y) => y.tahun - x.tahun || y.triwulan - x.triwulan)
  const tahun = ada.filter((l) => l.triwulan === 0).sort((x, y) => y.tahun - x.tahun)
  const pilih =
    b.kartu.frekuensi === 'TAHUNAN' ? tahun.slice(0, maks) : [...triwulan.slice(0, maks - 1), ...tahun.slice(0, 1)]
  return pilih.map(
    (l) => `${l.triwulan === 0 ? '' : `TW ${ROMAWI[l.triwulan - 1]} `}${l.tahun}: ${nilaiLalu(b.kartu, l)}`,
  )
}

const nilaiLalu = (kartu: KartuBaris, l: NilaiLalu): string =>
  l.kategori !== null ? namaKategori(kartu, l.kategori) : formatAngka(l.nilai)

/** State of a row by word, with the code of its badge. */
export function keadaanBaris(b: Pick<BarisIsian, 'status' | 'jatuhTempo' | 'variabel' | 'terbuka' | 'alasanKembali'>): {
  kode: string
  teks: string
} {
  if (b.alasanKembali !== null && b.terbuka) return { kode: 'DIKEMBALIKAN', teks: 'Dikembalikan' }
  if (b.status === 'TERISI') return { kode: 'TERISI', teks: 'Terisi' }
  if (b.status === 'TIDAK_BERLAKU') return { kode: 'TIDAK_BERLAKU', teks: 'Tidak diukur' }
  if (Object.keys(b.variabel).length > 0) return { kode: 'BELUM_LENGKAP', teks: 'Belum lengkap' }
  return b.jatuhTempo
    ? { kode: 'KOSONG', teks: 'Belum diisi' }
    : { kode: 'BELUM_JATUH_TEMPO', teks: 'Belum jatuh tempo' }
}
