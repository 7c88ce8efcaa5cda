import type { Pelaku, Peran } from '../../inti/pelaku.ts'
import type { BantuanHalaman, PanduanPeran } from './naskah/bentuk.ts'
import { BANTUAN_HALAMAN, PANDUAN_PERAN } from './naskah/index.ts'

/** Whose guide a person with several roles sees first. */
const URUTAN: readonly Peran[] = ['CAMAT', 'SEKCAM', 'TIM_SAKIP', 'KASI', 'DESA', 'STAF', 'PENGAMAT', 'ADMIN']

const POLA = BANTUAN_HALAMAN.flatMap((b) =>
  b.pola.map((pola) => ({ cocok: new RegExp(`^${pola.replace(/:\w+/g, '[^/]+')}$`), kode: b.kode, pola })),
)
  // an address that is spelled out goes before one with a placeholder: /formulir/baru before /formulir/:id
  .sort((a, b) => a.pola.split(':').length - b.pola.split(':').length)

/** The help that belongs to an address of the application; null when it has none of its own. */
export function cariBantuanHalaman(jalur: string): BantuanHalaman | null {
  const bersih = jalur.length > 1 ? jalur.replace(/\/$/, '') : jalur
  const kode = POLA.find(({ cocok }) => cocok.test(bersih))?.kode
  return kode === undefined ? null : cariMenurutKode(kode)
}

export const cariMenurutKode = (kode: unknown): BantuanHalaman | null =>
  BANTUAN_HALAMAN.find((b) => b.kode === kode) ?? null

export const cariPanduan = (kode: unknown): PanduanPeran | null => PANDUAN_PERAN.find((p) => p.kode === kode) ?? null

/** Guides of the person's roles of today, the leading one first. */
export const panduanSaya = (pelaku: Pick<Pelaku, 'peran'>): PanduanPeran[] =>
  URUTAN.filter((p) => pelaku.peran.includes(p)).flatMap((peran) => PANDUAN_PERAN.filter((p) => p.peran === peran))

/** Where "Bantuan" in the head of a page leads: to the help of that page, else to the guide of the person's role. */
export function alamatBantuan(pelaku: Pick<Pelaku, 'peran'>, jalur: string): string {
  const halaman = cariBantuanHalaman(jalur)
  if (halaman) return `/bantuan/halaman/${halaman.kode}`
  const [panduan] = panduanSaya(pelaku)
  return panduan && !jalur.startsWith('/bantuan') ? `/bantuan/peran/${panduan.kode}` : '/bantuan'
}
