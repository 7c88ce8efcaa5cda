import type { BlokTabel } from '../../../inti/dokumen/index.ts'
import { angka, lebar, tengah } from './sel.ts'

/** Columns of the grid, counted from 1: of each pair the performance (K); its money (Rp) stands beside it. */
export const K = {
  renstra: 6,
  lalu: 8,
  renja: 10,
  triwulan: 12,
  kini: 20,
  sampaiKini: 22,
  capaianRenja: 24,
  capaianRenstra: 26,
} as const
/** Column of the money of a pair. */
export const rp = (kinerja: number): number => kinerja + 1
export const JUMLAH_KOLOM = 28

const TUNGGAL = ['No', 'Sasaran', 'Kode', 'Program, kegiatan, sub kegiatan', 'Indikator kinerja (satuan)']

type Tahun = { readonly tahun: number; readonly akhir: number | null }
/**
 * Head of Formulir E.81 (Permendagri 86/2017): performance (K) and money (Rp) side by side, numbered by pair. The capaian
 * of the year's Renja stands beside that of the Renstra, because the mean and its predicate are taken from it.
 */
export function kepalaRenja({ tahun, akhir }: Tahun): Pick<BlokTabel, 'kolom' | 'kepala'> {
  const pasangan = [
    `Target Renstra pada akhir periode${akhir === null ? '' : ` (${akhir})`}`,
    `Realisasi Renstra s.d. ${tahun - 1}`,
    `Target Renja ${tahun}`,
    'Triwulan I',
    'Triwulan II',
    'Triwulan III',
    'Triwulan IV',
    `Realisasi capaian ${tahun}`,
    `Realisasi Renstra s.d. ${tahun}`,
    'Renja (13:8)',
    'Renstra (14:6)',
  ]
  const penuh = (teks: string) => ({ teks, baris: 3 })
  const dua = (teks: string) => ({ teks, kolom: 2, baris: 2 })
  return {
    kolom: [
      tengah(9),
      lebar(36),
      lebar(36),
      lebar(66),
      lebar(84),
      ...pasangan.flatMap((_, ke) => [angka(14), angka(ke < 9 ? 22 : 14)]),
      lebar(34),
    ],
    kepala: [
      [
        ...TUNGGAL.map(penuh),
        ...pasangan.slice(0, 3).map(dua),
        { teks: 'Realisasi kinerja pada triwulan', kolom: 8 },
        ...pasangan.slice(7, 9).map(dua),
        { teks: 'Tingkat capaian (%)', kolom: 4 },
        penuh('Unit penanggung jawab'),
      ],
      [...pasangan.slice(3, 7), ...pasangan.slice(9)].map((teks) => ({ teks, kolom: 2 })),
      pasangan.flatMap(() => [{ teks: 'K' }, { teks: 'Rp' }]),
      [
        ...TUNGGAL.map((_, ke) => ({ teks: `${ke + 1}` })),
        ...pasangan.map((_, ke) => ({ teks: `${TUNGGAL.length + 1 + ke}`, kolom: 2 })),
        { teks: `${TUNGGAL.length + 1 + pasangan.length}` },
      ],
    ],
  }
}
