import type { Teks } from './bagian.ts'
import type { Ruang } from './kisi-tabel.ts'
import type { BlokDaftar, BlokIsianData, BlokKotakCentang } from './model.ts'
import { type Potongan, potonganTeks } from './potongan.ts'
import { potonganUnit, type SelTempat } from './susun-unit.ts'
import { bungkusTeks } from './teks.ts'
import { HURUF, PT_PER_MM, SPASI } from './ukuran.ts'

/** Space between blocks in points. */
export const ANTAR_BLOK = 5
const ABJAD = 'abcdefghijklmnopqrstuvwxyz'

/** Lines of a text in the width of `ruang`. */
export function bungkus(teks: Teks, { ruang, ukuran }: { ruang: Ruang; ukuran: number }) {
  return bungkusTeks(teks, { lebar: ruang.lebar / ukuran, pengukur: ruang.pengukur })
}

/** The pieces with space above the first. */
export function beriJarak(potongan: readonly Potongan[], sebelum: number): Potongan[] {
  return potongan.map((p, i) => (i === 0 ? { ...p, sebelum } : p))
}

function tandaButir(gaya: BlokDaftar['gaya'], urutan: number): string {
  if (gaya === 'angka') return `${urutan}.`
  if (gaya === 'butir') return '•'
  if (gaya === 'strip') return '–'
  const ke = urutan - 1
  return `${ke >= 26 ? ABJAD[Math.floor(ke / 26) - 1] : ''}${ABJAD[ke % 26]}.`
}

/** Pieces of a list; marks hang left of the text. */
export function susunDaftar(blok: BlokDaftar, ruang: Ruang): Potongan[] {
  const ukuran = HURUF.biasa
  const tanda = blok.butir.map((_, i) => tandaButir(blok.gaya, (blok.mulai ?? 1) + i))
  const { pengukur } = ruang
  const lebarTanda = Math.max(14, ...tanda.map((t) => pengukur.lebar('latin-400-normal', t) * ukuran + 6))
  const dalam = { ...ruang, x: ruang.x + lebarTanda, lebar: ruang.lebar - lebarTanda }
  return blok.butir.flatMap((butir, i) => {
    const { teks, anak } = typeof butir === 'string' || Array.isArray(butir) ? { teks: butir } : butir
    const gaya = { x: dalam.x, lebar: dalam.lebar, ukuran, spasi: SPASI.teks }
    const baris = potonganTeks(bungkus(teks, { ruang: dalam, ukuran }), gaya)
    const depan = potonganTeks(bungkus(tanda[i] ?? '', { ruang, ukuran }), { ...gaya, x: ruang.x })
    const bertanda = baris.map((p, j) =>
      j === 0 ? { ...p, item: (y: number) => [...(depan[0]?.item(y) ?? []), ...p.item(y)] } : p,
    )
    const bawah = anak ? beriJarak(susunDaftar(anak, dalam), 2) : []
    return [...beriJarak(bertanda, i === 0 ? ANTAR_BLOK : 2), ...bawah]
  })
}

/** Rows without lines: cells side by side, cut between lines when they must be. */
function barisTanpaGaris(
  ruang: Ruang,
  sel: readonly Pick<SelTempat, 'x' | 'lebar' | 'isi'>[],
  sebelum: number,
): Potongan {
  const tempat = sel.map((s) => ({ ...s, baris: 0, rentang: 1 }))
  const dasar = { jenis: 'teks', tinggiMin: [0], x: ruang.x, lebar: ruang.lebar, garis: false, bantalan: 0 } as const
  return { ...potonganUnit({ ...dasar, sel: tempat }), sebelum }
}

/** Pieces of 'label : nilai' rows. */
export function susunIsianData(blok: BlokIsianData, luar: Ruang): Potongan[] {
  const inden = (blok.indenMm ?? 0) * PT_PER_MM
  const ruang = { ...luar, x: luar.x + inden, lebar: luar.lebar - inden }
  const ukuran = HURUF[blok.huruf ?? 'biasa']
  const lebarTeks = (teks: string) => bungkusTeks(teks, { lebar: 1e6, pengukur: ruang.pengukur })[0]?.lebar ?? 0
  const alami = Math.max(0, ...blok.baris.map((b) => lebarTeks(b.label) * ukuran)) + 9
  const label = blok.lebarLabelMm !== undefined ? blok.lebarLabelMm * PT_PER_MM : Math.min(alami, ruang.lebar * 0.42)
  const titik = 9
  const kolom = (teks: Teks, { x, lebar }: { x: number; lebar: number }) => {
    const baris = bungkusTeks(teks, { lebar: lebar / ukuran, pengukur: ruang.pengukur })
    return { x, lebar, isi: potonganTeks(baris, { x, lebar, ukuran, spasi: SPASI.teks }) }
  }
  return blok.baris.map((b, i) => {
    const nilai = { x: ruang.x + label + titik, lebar: ruang.lebar - label - titik }
    const sel = [
      kolom(b.label, { x: ruang.x, lebar: label - 4 }),
      kolom(b.label === '' ? '' : ':', { x: ruang.x + label, lebar: titik }),
      kolom(b.nilai, nilai),
    ]
    return barisTanpaGaris(ruang, sel, i === 0 ? ANTAR_BLOK : 1.5)
  })
}

/** Pieces of a list of check boxes, row by row through its columns. */
export function susunKotakCentang(blok: BlokKotakCentang, ruang: Ruang): Potongan[] {
  const ukuran = HURUF[blok.huruf ?? 'biasa']
  const kolom = blok.kolom ?? 1
  const lebarSel = ruang.lebar / kolom
  const takuk = ukuran * 1.4
  const sel = blok.butir.map(({ teks, dicentang }, i) => {
    const x = ruang.x + (i % kolom) * lebarSel
    const lebar = lebarSel - takuk - 4
    const gaya = { x: x + takuk, lebar, ukuran, spasi: SPASI.teks }
    const baris = potonganTeks(bungkusTeks(teks, { lebar: lebar / ukuran, pengukur: ruang.pengukur }), gaya)
    const kotak = potonganTeks(bungkus(dicentang ? '☑' : '☐', { ruang, ukuran }), { ...gaya, x })
    const isi = baris.map((p, j) =>
      j === 0 ? { ...p, item: (y: number) => [...(kotak[0]?.item(y) ?? []), ...p.item(y)] } : p,
    )
    return { x, lebar: lebarSel, isi }
  })
  const hasil: Potongan[] = []
  for (let i = 0; i < sel.length; i += kolom)
    hasil.push(barisTanpaGaris(ruang, sel.slice(i, i + kolom), i === 0 ? ANTAR_BLOK : 2))
  return hasil
}
