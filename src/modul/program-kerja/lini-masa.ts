import { selisihHari, tambahBulan, tambahHari } from '../../inti/waktu/index.ts'
import type { Kegiatan } from './kueri.ts'

export type LiniMasaKegiatan = {
  readonly satuan: 'hari' | 'minggu' | 'bulan'
  /** one per column, the first day of it */
  readonly kolom: readonly string[]
  /** columns of one month together: { bulan: '2026-07', jumlah: 12 } */
  readonly kelompok: readonly { readonly bulan: string; readonly jumlah: number }[]
  /** columns from 0 of each activity, both inside the bar */
  readonly baris: readonly { readonly dari: number; readonly sampai: number }[]
}

const MAKS_HARI = 31
const MAKS_MINGGU = 26
const MAKS_KOLOM = 48

/** Columns for a timeline: days up to a month, weeks (from Monday) up to half a year, months beyond. Pure; null without activities. */
export function susunLiniMasa(kegiatan: readonly Pick<Kegiatan, 'mulai' | 'selesai'>[]): LiniMasaKegiatan | null {
  const pertama = kegiatan.map((k) => k.mulai).sort()[0]
  const terakhir = kegiatan
    .map((k) => k.selesai)
    .sort()
    .at(-1)
  if (!pertama || !terakhir) return null
  const hari = selisihHari(pertama, terakhir) + 1
  const satuan = hari <= MAKS_HARI ? 'hari' : hari <= MAKS_MINGGU * 7 ? 'minggu' : 'bulan'
  const kolom = awalKolom({ pertama, terakhir, satuan })
  const cari = (tanggal: string) =>
    Math.max(
      0,
      kolom.findLastIndex((awal) => awal <= tanggal),
    )
  return {
    satuan,
    kolom,
    kelompok: kelompokkan(kolom),
    baris: kegiatan.map((k) => ({ dari: cari(k.mulai), sampai: cari(k.selesai) })),
  }
}

function awalKolom({
  pertama,
  terakhir,
  satuan,
}: {
  pertama: string
  terakhir: string
  satuan: LiniMasaKegiatan['satuan']
}): string[] {
  const kolom: string[] = []
  let awal = satuan === 'hari' ? pertama : satuan === 'minggu' ? senin(pertama) : `${pertama.slice(0, 7)}-01`
  while (awal <= terakhir && kolom.length < MAKS_KOLOM) {
    kolom.push(awal)
    awal = satuan === 'bulan' ? tambahBulan(awal, 1) : tambahHari(awal, satuan === 'hari' ? 1 : 7)
  }
  return kolom
}

/** The Monday of a date's week (1970-01-05 was one). */
const senin = (tanggal: string): string => tambahHari(tanggal, -(((selisihHari('1970-01-05', tanggal) % 7) + 7) % 7))

function kelompokkan(kolom: readonly string[]): { bulan: string; jumlah: number }[] {
  const kelompok: { bulan: string; jumlah: number }[] = []
  for (const awal of kolom) {
    const terakhir = kelompok.at(-1)
    if (terakhir?.bulan === awal.slice(0, 7)) terakhir.jumlah += 1
    else kelompok.push({ bulan: awal.slice(0, 7), jumlah: 1 })
  }
  return kelompok
}

/** Printed head of a column: the day, 'M1' for the first week that begins in a month, or the month's number. */
export function namaKolom({ satuan, kolom }: Pick<LiniMasaKegiatan, 'satuan' | 'kolom'>): string[] {
  return kolom.map((awal, i) => {
    if (satuan === 'hari') return String(Number(awal.slice(8)))
    if (satuan === 'bulan') return String(Number(awal.slice(5, 7)))
    return `M${kolom.slice(0, i + 1).filter((k) => k.slice(0, 7) === awal.slice(0, 7)).length}`
  })
}
