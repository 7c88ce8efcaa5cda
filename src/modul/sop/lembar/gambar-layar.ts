import type { Bentuk, GayaBentuk, HalamanLukisan, Lukisan } from '../../../inti/dokumen/lukisan.ts'
import type { Item } from '../../../inti/dokumen/potongan.ts'
import { cariSimbol } from '../../../inti/dokumen/simbol.ts'

/** A sheet as an SVG template prints it: presentation attributes only, as the content security policy wants. */
export type GambarLayar = ReturnType<typeof susunGambarLayar>

const TEBAL_TANDA = 0.065

/**
 * The drawing for the screen.
 *
 * @param tautan address and name of a step's screen by its code; without it nothing is linked
 */
export function susunGambarLayar(lukisan: Lukisan, tautan?: (kode: string) => { alamat: string; teks: string } | null) {
  return {
    lebar: bulat(lukisan.lebar),
    tinggi: bulat(lukisan.tinggi),
    halaman: lukisan.halaman.map((h) => ({
      // rows of steps stand on the pages of the table only
      identitas: h.tautan.length === 0,
      jejak: gabungBentuk(h.bentuk, lukisan.gaya),
      teks: kelompokTeks(h.item),
      tanda: tandaGambar(h.item),
      tegak: h.tegak.map(({ x, y, item }) => ({ x: bulat(x), y: bulat(y), teks: kelompokTeks(item) })),
      tautan: tautan ? susunTautan(h, tautan) : [],
    })),
  }
}

function susunTautan(h: HalamanLukisan, tautan: (kode: string) => { alamat: string; teks: string } | null) {
  return h.tautan.flatMap(({ kode, x, y, lebar, tinggi }) => {
    const ke = tautan(kode)
    return ke ? [{ ...ke, x: bulat(x), y: bulat(y), lebar: bulat(lebar), tinggi: bulat(tinggi) }] : []
  })
}

/** Shapes of one look that follow each other become one path. */
function gabungBentuk(bentuk: readonly Bentuk[], gaya: Readonly<Record<string, GayaBentuk>>) {
  const hasil: { gaya: string; d: string }[] = []
  for (const b of bentuk) {
    const akhir = hasil.at(-1)
    if (akhir?.gaya === b.gaya) akhir.d += jejakBentuk(b)
    else hasil.push({ gaya: b.gaya, d: jejakBentuk(b) })
  }
  return hasil.map(({ gaya: nama, d }) => {
    const { isi, garis, tebal, putus } = gaya[nama] ?? {}
    return { d, isi: isi ?? 'none', garis: garis ?? '', tebal: tebal ?? 1, putus: putus?.join(' ') ?? '' }
  })
}

function jejakBentuk(b: Bentuk): string {
  if (b.t === 'jejak') {
    let d = ''
    for (let i = 0; i + 1 < b.titik.length; i += 2)
      d += `${i === 0 ? 'M' : 'L'}${bulat(b.titik[i] ?? 0)} ${bulat(b.titik[i + 1] ?? 0)}`
    return b.tutup ? `${d}z` : d
  }
  const [x, y, w, h] = [bulat(b.x), bulat(b.y), bulat(b.lebar), bulat(b.tinggi)]
  if (!b.sudut) return `M${x} ${y}h${w}v${h}h${-w}z`
  const r = bulat(b.sudut)
  const datar = bulat(w - 2 * r)
  const tegak = bulat(h - 2 * r)
  const sudut = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`
  return `M${bulat(x + r)} ${y}h${datar}${sudut(r, r)}v${tegak}${sudut(-r, r)}h${-datar}${sudut(-r, -r)}v${-tegak}${sudut(r, -r)}z`
}

/** Lines of one size and weight share their attributes. The measured width is kept, so that text fits in any typeface. */
function kelompokTeks(item: readonly Item[]) {
  const kelompok = new Map<
    string,
    {
      ukuran: number
      tebal: boolean
      miring: boolean
      baris: { x: number; y: number; panjang: number; teks: string }[]
    }
  >()
  for (const i of item) {
    if (i.t !== 'teks' || i.teks.trim() === '') continue
    const [tebal, miring] = [i.huruf.includes('-700-'), i.huruf.endsWith('italic')]
    const kunci = `${i.ukuran} ${tebal} ${miring}`
    const ada = kelompok.get(kunci) ?? { ukuran: bulat(i.ukuran), tebal, miring, baris: [] }
    const utuh = i.teks === i.teks.trim() && i.teks.length > 1
    ada.baris.push({ x: bulat(i.x), y: bulat(i.y), panjang: utuh ? bulat(i.lebar) : 0, teks: i.teks.trim() })
    kelompok.set(kunci, ada)
  }
  return [...kelompok.values()]
}

/** Signs that the typeface lacks, as lines and filled shapes. */
function tandaGambar(item: readonly Item[]) {
  return item.flatMap((i) => {
    const simbol = i.t === 'simbol' ? cariSimbol(i.nama)?.simbol : null
    if (i.t !== 'simbol' || !simbol) return []
    const jejak = (titik: readonly number[]) =>
      jejakBentuk({
        t: 'jejak',
        titik: titik.map((n, ke) => (ke % 2 === 0 ? i.x + n * i.ukuran : i.y - n * i.ukuran)),
        tutup: false,
        gaya: '',
      })
    return [
      {
        garis: (simbol.garis ?? []).map(jejak).join(''),
        isi: (simbol.isi ?? []).map(jejak).join(''),
        tebal: bulat(i.ukuran * TEBAL_TANDA),
      },
    ]
  })
}

/** Tenths of a point are finer than any screen. */
const bulat = (n: number): number => Math.round(n * 10) / 10
