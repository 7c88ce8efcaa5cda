import type { KartuBaris } from '../formulir/index.ts'
import {
  AGREGASI,
  ARAH,
  METODE,
  POLARITAS,
  rumusCapaian,
  rumusTertulis,
  TEKS_ATURAN_NOL,
  TEKS_BATAS,
  TEKS_PEMBULATAN,
} from '../perencanaan/index.ts'

export type HalMetodologi = { readonly hal: string; readonly teks: string }

/** How an indicator is measured, point by point in a fixed order: what is compared with the card, shown, and printed. */
export function teksMetodologi(kartu: KartuBaris): HalMetodologi[] {
  return [
    { hal: 'Cara menghitung', teks: METODE[kartu.metode] },
    { hal: 'Rumus', teks: rumusTertulis(kartu) },
    { hal: 'Rumus dalam kata', teks: kartu.rumus },
    { hal: 'Pembulatan', teks: TEKS_PEMBULATAN[kartu.pembulatan ?? 'SETENGAH_NAIK'] },
    { hal: 'Polaritas', teks: teksPolaritas(kartu) },
    { hal: 'Agregasi', teks: teksAgregasi(kartu) },
    { hal: 'Bila target nol', teks: TEKS_ATURAN_NOL[kartu.aturanNol ?? 'BAKU'] },
    { hal: 'Batas dalam rata-rata', teks: teksBatas(kartu) },
    { hal: 'Sumber data', teks: kartu.sumberData },
  ]
}

/** "Makin rendah makin baik: target ÷ realisasi × 100". */
export const teksPolaritas = (k: Pick<KartuBaris, 'polaritas' | 'varianMin' | 'arah'>): string =>
  `${POLARITAS[k.polaritas]}: ${rumusCapaian(k)}`

/** The aggregation; for best and worst values also which of them is better. */
const teksAgregasi = ({ agregasi, polaritas, arah = 'MAKS' }: KartuBaris): string =>
  (agregasi === 'TERBAIK' || agregasi === 'TERBURUK') && polaritas !== 'MAKS' && polaritas !== 'MIN'
    ? `${AGREGASI[agregasi]} (${ARAH[arah].toLowerCase()})`
    : AGREGASI[agregasi]

const teksBatas = ({ batasCapaian = null }: KartuBaris): string =>
  batasCapaian === null ? 'Mengikuti aturan tahunnya' : TEKS_BATAS[batasCapaian]

/** The rules that are as usual need no words: only what the card or the methodology chose otherwise; "aturan baku" when nothing. */
export function teksAturanKhusus(kartu: KartuBaris): string {
  const { desimal, pembulatan = 'SETENGAH_NAIK', aturanNol = 'BAKU', batasCapaian = null } = kartu
  const khusus = [
    pembulatan === 'SETENGAH_NAIK' ? '' : `${desimal} desimal, dipotong`,
    aturanNol === 'BAKU' ? '' : `target nol: ${TEKS_ATURAN_NOL[aturanNol].toLowerCase()}`,
    batasCapaian === null ? '' : `batas rata-rata: ${TEKS_BATAS[batasCapaian].toLowerCase()}`,
  ].filter(Boolean)
  return khusus.join('; ') || 'aturan baku'
}

export const yaTidak = (ya: boolean): string => (ya ? 'terpenuhi' : 'belum terpenuhi')
