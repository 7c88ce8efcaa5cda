import { ambilDesimal, Desimal, formatRupiah, TANPA_NILAI } from '../../inti/angka/index.ts'
import type { Peran } from '../../inti/pelaku.ts'
import { SEBUTAN_JENIS } from '../../inti/pelaku.ts'
import { nilaiIndikator } from '../perencanaan/index.ts'
import type { AnggaranDalamPk, PihakPk, Pk, TargetDalamPk } from './kueri.ts'

export const JENIS_PK = { AWAL: 'Awal', PERUBAHAN: 'Perubahan' } as const
/** Why a PK Perubahan is made (PermenPANRB 53/2014: the three occasions on which an agreement may be revised). */
export const DASAR_PERUBAHAN = {
  MUTASI: 'Pergantian atau mutasi pejabat',
  STRATEGI: 'Perubahan strategi yang memengaruhi pencapaian tujuan dan sasaran (program, kegiatan, alokasi anggaran)',
  PRIORITAS: 'Perubahan prioritas atau asumsi yang berpengaruh besar pada pencapaian sasaran',
} as const
export const CARA_TARGET = {
  PER_TRIWULAN: 'Per triwulan',
  BERJALAN: 'Sejak awal tahun',
} as const

/** What the lampiran calls its columns at each level (PermenPANRB 53/2014: Camat, administrator, pengawas). */
export function istilahLampiran(peran: Peran): { sasaran: string; anggaran: string } {
  if (peran === 'CAMAT') return { sasaran: 'Sasaran Strategis', anggaran: 'Program' }
  if (peran === 'SEKCAM') return { sasaran: 'Sasaran Program', anggaran: 'Kegiatan' }
  return { sasaran: 'Sasaran Kegiatan', anggaran: 'Sub Kegiatan' }
}

/** The annual target as printed: range, words, or figure. */
export const teksTarget = ({
  target,
  atas,
  teks,
  kategori,
}: Pick<TargetDalamPk, 'target' | 'atas' | 'teks' | 'kategori'>): string =>
  atas === null
    ? nilaiIndikator({ nilai: target, teks: kategori.find((k) => k.kode === teks)?.nama ?? teks })
    : `${nilaiIndikator({ nilai: target })} sampai ${nilaiIndikator({ nilai: atas })}`

/** Sum of the lampiran's own rows; null without any. The same money also stands in the superior's PK: never add agreements up. */
export const jumlahAnggaran = (anggaran: readonly AnggaranDalamPk[]): Desimal | null =>
  anggaran.length === 0 ? null : anggaran.reduce((n, a) => n.plus(ambilDesimal(a.jumlah)), new Desimal(0))

/** Amount for a column whose head says Rp. */
export const uangKolom = (nilai: Desimal | string | null): string =>
  nilai === null ? TANPA_NILAI : formatRupiah(nilai).replace('Rp', '')

/** "Plt. Camat Taman" */
export const sebutan = (pihak: PihakPk): string => SEBUTAN_JENIS[pihak.jenisPenugasan ?? 'DEFINITIF'] + pihak.jabatan

/** "PK Perubahan 2026 Camat Taman": how history and audit name an agreement. */
export const sebutPk = ({ jenis, tahun, kesatu }: Pick<Pk, 'jenis' | 'tahun' | 'kesatu'>): string =>
  `Perjanjian Kinerja${jenis === 'PERUBAHAN' ? ' Perubahan' : ''} ${tahun} ${sebutan(kesatu)}`

/** Post of Pihak Kedua, also when its holder is not known: the head of region for the Camat. */
export function jabatanKedua({ kedua, peran, jabatanKedua: dikenal }: Pk, kabupaten: string): string {
  if (kedua) return sebutan(kedua)
  if (peran !== 'CAMAT') return dikenal ?? 'Atasan langsung'
  const nama = kabupaten.replace(/^(kabupaten|kota)\s+/i, '')
  return `${/^kota\s/i.test(kabupaten) ? 'Wali Kota' : 'Bupati'} ${nama}`
}

/** Targets under their sasaran, in the order given; each sasaran once. */
export function kelompokSasaran<T extends { readonly sasaran: string | null }>(
  target: readonly T[],
): [sasaran: string, target: T[]][] {
  const kelompok = new Map<string, T[]>()
  for (const t of target) kelompok.set(t.sasaran ?? '', [...(kelompok.get(t.sasaran ?? '') ?? []), t])
  return [...kelompok.entries()]
}
