import type { Bentuk, GayaBentuk, HalamanLukisan, ItemTegak, Lukisan } from '../../../inti/dokumen/lukisan.ts'
import { type Item, itemBaris } from '../../../inti/dokumen/potongan.ts'
import type { BahanLembar } from './bahan.ts'
import type { HalamanLembar, LembarSop, PanahLembar, SimbolLembar, Titik } from './lembar.ts'
import type { KotakTeks } from './teks-sel.ts'
import { PANAH, SIMBOL, SPASI } from './ukuran.ts'

const HITAM = '#000000'

/** Every look of the sheet, for paper and screen alike. States differ by line and sign too, not by colour alone. */
export const GAYA_LEMBAR: Readonly<Record<string, GayaBentuk>> = {
  garis: { garis: '#555555', tebal: 0.5 },
  kepala: { isi: '#e8e8e8' },
  panah: { garis: HITAM, tebal: 0.9 },
  'ujung-panah': { isi: HITAM },
  simbol: { isi: '#ffffff', garis: HITAM, tebal: 0.9 },
  'simbol-selesai': { isi: '#dcefe3', garis: '#1c6a3c', tebal: 1.1 },
  'simbol-sekarang': { isi: '#dbe8f8', garis: '#1d4f91', tebal: 2.2 },
  'simbol-terlambat': { isi: '#fadcdc', garis: '#a31c1c', tebal: 2.2 },
  'simbol-dikembalikan': { isi: '#fadcdc', garis: '#a31c1c', tebal: 1.4, putus: [3, 1.5] },
  'simbol-dilewati': { isi: '#edf0f3', garis: '#4d5865', tebal: 0.9, putus: [2, 2] },
  'simbol-dihentikan': { isi: '#edf0f3', garis: '#4d5865', tebal: 0.9, putus: [1, 2] },
  'latar-selesai': { isi: '#eef7f1' },
  'latar-sekarang': { isi: '#e9f0f9' },
  'latar-terlambat': { isi: '#fceaea' },
  'latar-dikembalikan': { isi: '#fceaea' },
  'latar-dilewati': { isi: '#f3f5f7' },
  'latar-dihentikan': { isi: '#f3f5f7' },
  'latar-nanti': { isi: '#ffffff' },
}

/** Paints the laid-out sheet as shapes and text for the renderers. */
export function lukisLembar(lembar: LembarSop, bahan: BahanLembar): Lukisan {
  const gaya = new Map(
    bahan.langkah.map((l) => [l.kode, l.langsung ? (l.langsung.terlambat ? 'terlambat' : l.langsung.keadaan) : '']),
  )
  return {
    judul: bahan.identitas.namaSop,
    asal: bahan.identitas.instansi.join(', '),
    subjek: ['Lembar SOP', bahan.identitas.nomor].filter(Boolean).join(' '),
    tanggal: bahan.tanggal,
    lebar: lembar.lebar,
    tinggi: lembar.tinggi,
    gaya: GAYA_LEMBAR,
    halaman: lembar.halaman.map((h) => lukisHalaman(h, (kode) => gaya.get(kode) ?? '')),
  }
}

function lukisHalaman(h: HalamanLembar, keadaan: (kode: string) => string): HalamanLukisan {
  const gayaSimbol = (s: SimbolLembar) => {
    const nama = `simbol-${s.langkah === null ? '' : keadaan(s.langkah)}`
    return nama in GAYA_LEMBAR ? nama : 'simbol'
  }
  return {
    bentuk: [
      ...h.bidang.map(({ x, y, lebar, tinggi, gaya }): Bentuk => ({ t: 'kotak', x, y, lebar, tinggi, gaya })),
      ...h.garis.map((titik): Bentuk => ({ t: 'jejak', titik, tutup: false, gaya: 'garis' })),
      ...h.panah.map((p) => garisPanah(p, h.skala)),
      ...h.panah.flatMap((p) => kepalaPanah(p, h.skala)),
      ...h.simbol.map((s) => lukisSimbol(s, gayaSimbol(s))),
    ],
    item: [
      ...h.teks.filter((t) => !t.tegak).flatMap(itemKotak),
      ...h.simbol.flatMap((s) => (s.langkah === null ? [] : tandaKeadaan(s, keadaan(s.langkah)))),
    ],
    tegak: h.teks.filter((t) => t.tegak).map(itemTegak),
    tautan: h.baris,
  }
}

/** The line ends inside the head, so that its tip stays sharp. */
function garisPanah(p: PanahLembar, skala: number): Bentuk {
  const { pangkal } = ujungPanah(p, skala)
  return {
    t: 'jejak',
    titik: datar(pangkal ? [...p.titik.slice(0, -1), pangkal] : p.titik),
    tutup: false,
    gaya: 'panah',
  }
}

function kepalaPanah(p: PanahLembar, skala: number): Bentuk[] {
  const { ujung, pangkal, arah } = ujungPanah(p, skala)
  if (!ujung || !pangkal) return []
  const setengah = (PANAH.lebar * skala) / 2
  const [nx, ny] = [-arah.y * setengah, arah.x * setengah]
  const segitiga = [ujung, { x: pangkal.x + nx, y: pangkal.y + ny }, { x: pangkal.x - nx, y: pangkal.y - ny }]
  return [{ t: 'jejak', titik: datar(segitiga), tutup: true, gaya: 'ujung-panah' }]
}

/** Tip of an arrow, where its head begins, and its direction; without a head only the direction. */
function ujungPanah({ titik, berkepala }: PanahLembar, skala: number) {
  const ujung = titik.at(-1)
  const sebelum = titik.at(-2)
  if (!berkepala || !ujung || !sebelum) return { ujung: null, pangkal: null, arah: { x: 0, y: 0 } }
  const panjang = Math.hypot(ujung.x - sebelum.x, ujung.y - sebelum.y) || 1
  const arah = { x: (ujung.x - sebelum.x) / panjang, y: (ujung.y - sebelum.y) / panjang }
  const kepala = Math.min(PANAH.panjang * skala, panjang)
  return { ujung, pangkal: { x: ujung.x - arah.x * kepala, y: ujung.y - arah.y * kepala }, arah }
}

const datar = (titik: readonly Titik[]): number[] => titik.flatMap(({ x, y }) => [x, y])

/** The five symbols of the regulation; the arrow is the fifth. */
function lukisSimbol({ bentuk, x, y, lebar, tinggi }: SimbolLembar, gaya: string): Bentuk {
  const tengah = { x: x + lebar / 2, y: y + tinggi / 2 }
  if (bentuk === 'kotak') return { t: 'kotak', x, y, lebar, tinggi, gaya }
  if (bentuk === 'kapsul') return { t: 'kotak', x, y, lebar, tinggi, sudut: Math.min(tinggi, lebar) / 2, gaya }
  const titik =
    bentuk === 'belah-ketupat'
      ? [tengah.x, y, x + lebar, tengah.y, tengah.x, y + tinggi, x, tengah.y]
      : [
          ...[x, y, x + lebar, y, x + lebar, y + tinggi * SIMBOL.badanKonektor],
          ...[tengah.x, y + tinggi, x, y + tinggi * SIMBOL.badanKonektor],
        ]
  return { t: 'jejak', titik, tutup: true, gaya }
}

function itemKotak(t: KotakTeks): Item[] {
  const { ukuran, rata, x, lebar } = t
  return t.baris.flatMap(({ baris, geser, tanda }, ke) => {
    const atas = t.atas + ke * ukuran * SPASI
    const gaya = { ukuran, spasi: SPASI, rata }
    return [
      ...(tanda ? itemBaris(tanda, { ...gaya, rata: 'kiri', x, lebar }, atas) : []),
      ...itemBaris(baris, { ...gaya, x: x + geser, lebar: lebar - geser }, atas),
    ]
  })
}

/** Lines of an upright text run along the height of its box, the first at its left. */
function itemTegak(t: KotakTeks): ItemTegak {
  const { ukuran } = t
  const item = t.baris.flatMap(({ baris }, ke) =>
    itemBaris(baris, { x: 0, lebar: t.tinggi, ukuran, spasi: SPASI, rata: t.rata }, ke * ukuran * SPASI),
  )
  return { x: t.atas, y: t.y + t.tinggi, item }
}

const TANDA: Readonly<Record<string, string>> = {
  selesai: '✓',
  sekarang: '●',
  dikembalikan: '←',
  dilewati: '→',
  dihentikan: '✗',
}
const UKURAN_TANDA = 9
const LEBAR_TANDA: Readonly<Record<string, number>> = { '✓': 0.8, '●': 0.64, '←': 1, '→': 1, '✗': 0.8 }

/** The sign of a state within its symbol. */
function tandaKeadaan({ x, y, lebar, tinggi }: SimbolLembar, keadaan: string): Item[] {
  const tengah = { x: x + lebar / 2, y: y + tinggi / 2 + UKURAN_TANDA * 0.3 }
  if (keadaan === 'terlambat')
    return [
      {
        t: 'teks',
        x: tengah.x - UKURAN_TANDA * 0.18,
        y: tengah.y,
        teks: '!',
        huruf: 'latin-700-normal',
        ukuran: UKURAN_TANDA * 1.2,
        lebar: UKURAN_TANDA * 0.36,
      },
    ]
  const nama = TANDA[keadaan]
  if (!nama) return []
  return [
    {
      t: 'simbol',
      x: tengah.x - ((LEBAR_TANDA[nama] ?? 0.8) * UKURAN_TANDA) / 2,
      y: tengah.y,
      nama,
      ukuran: UKURAN_TANDA,
    },
  ]
}
