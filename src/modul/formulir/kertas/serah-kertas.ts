import { jamMenit, tanggalLokal, tanggalPanjang, tanggalPendek } from '../../../inti/waktu/index.ts'
import type { FormulirUnit } from '../kueri.ts'

/** How a form was handed in that its head signed on paper: the date on it, its scan, and who recorded it. */
export type SerahKertas = {
  /** YYYY-MM-DD */
  readonly tanggal: string
  readonly berkasId: string
  readonly pencatatId: string
  readonly pencatat: string
  readonly jabatanPencatat: string
}
type Penyerahan = Pick<FormulirUnit, 'penyerah' | 'jabatanPenyerah' | 'diserahkanPada' | 'serahKertas'>

/**
 * "Diserahkan Joko (Kasi Pemerintahan) pada 3 Jul 2026, 10.42."; on paper "Diserahkan atas nama Joko (…) oleh Sari (Tim SAKIP)
 * pada …, bukti: kertas 3 Juli 2026."
 */
export function kalimatPenyerahan(f: Penyerahan, zona: string): string {
  const { serahKertas: k, diserahkanPada } = f
  const pada = diserahkanPada
    ? ` pada ${tanggalPendek(tanggalLokal(diserahkanPada, zona))}, ${jamMenit(diserahkanPada, zona)}`
    : ''
  const siapa = `${f.penyerah} (${f.jabatanPenyerah})`
  return k
    ? `Diserahkan atas nama ${siapa} oleh ${k.pencatat} (${k.jabatanPencatat})${pada}, ${sebutBukti(k)}.`
    : `Diserahkan ${siapa}${pada}.`
}

/** "bukti: kertas 3 Juli 2026". */
export const sebutBukti = ({ tanggal }: Pick<SerahKertas, 'tanggal'>): string =>
  `bukti: kertas ${tanggalPanjang(tanggal)}`

/** The post of who handed in, with the recorder of a paper behind it. */
export const jabatanPenyerahan = ({ jabatanPenyerah, serahKertas: k }: Penyerahan): string =>
  k ? `${jabatanPenyerah} (di atas kertas, dicatat ${k.pencatat})` : jabatanPenyerah

/** "Joko (kertas, dicatat Sari)": for the cell of a table. */
export const sebutPenyerah = ({ penyerah, serahKertas: k }: Pick<Penyerahan, 'penyerah' | 'serahKertas'>): string =>
  k ? `${penyerah} (kertas, dicatat ${k.pencatat})` : penyerah
