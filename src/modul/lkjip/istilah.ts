import type { Peran } from '../../inti/pelaku.ts'

/** Who reads results of the whole office. */
export const PEMBACA_LKJIP: readonly Peran[] = ['CAMAT', 'SEKCAM', 'TIM_SAKIP', 'KASI', 'PENGAMAT']
/** Who completes texts and freezes: Tim SAKIP, and the Sekcam where an office has no such team. */
export const PENULIS_LKJIP: readonly Peran[] = ['TIM_SAKIP', 'SEKCAM']

/** The pages of results, as tabs. */
export const tabCapaian = (aktif: 'dasbor' | 'capaian' | 'lkjip') => [
  { teks: 'Dasbor', alamat: '/dasbor', aktif: aktif === 'dasbor' },
  { teks: 'Capaian', alamat: '/dasbor/capaian', aktif: aktif === 'capaian' },
  { teks: 'LKjIP', alamat: '/lkjip', aktif: aktif === 'lkjip' },
]

/** Years as tabs below an address that takes `?tahun=`; at most the last six with something to report, and the chosen one. */
export const tabTahun = (alamat: string, tersedia: readonly number[], tahun: number) =>
  [...new Set([...tersedia.slice(-6), tahun])]
    .sort((a, b) => a - b)
    .map((t) => ({ teks: String(t), alamat: `${alamat}?tahun=${t}`, aktif: t === tahun }))
