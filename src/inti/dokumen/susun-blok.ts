import type {
  Blok,
  BlokBingkai,
  BlokDaftar,
  BlokGambar,
  BlokGaris,
  BlokIsianData,
  BlokJudul,
  BlokKotakCentang,
  BlokParagraf,
} from './model.ts'
import { type Item, type Potongan, potonganTeks } from './potongan.ts'
import { susunTandaTangan } from './susun-resmi.ts'
import { type Ruang, susunTabel } from './susun-tabel.ts'
import { potonganUnit, type SelTempat } from './susun-unit.ts'
import { bungkusTeks, runDari } from './teks.ts'
import { HURUF, PT_PER_MM, SPASI } from './ukuran.ts'

const ANTAR_BLOK = 5
const BANTALAN_BINGKAI = 4
const MENJOROK = 36

/** Pieces of any block, set at `ruang`. */
export function susunBlok(blok: Blok, ruang: Ruang): Potongan[] {
  switch (blok.jenis) {
    case 'judul':
      return susunJudul(blok, ruang)
    case 'paragraf':
      return susunParagraf(blok, ruang)
    case 'daftar':
      return susunDaftar(blok, ruang)
    case 'tabel':
      return susunTabel(blok, ruang)
    case 'isianData':
      return susunIsianData(blok, ruang)
    case 'kotakCentang':
      return susunKotakCentang(blok, ruang)
    case 'tandaTangan':
      return susunTandaTangan(blok, ruang)
    case 'garis':
      return [susunGaris(blok, ruang)]
    case 'jarak':
      return [{ jenis: 'lain', tinggi: blok.mm * PT_PER_MM, item: [] }]
    case 'gambar':
      return susunGambar(blok, ruang)
    case 'bingkai':
      return susunBingkai(blok, ruang)
    case 'pemisahHalaman':
      return [{ jenis: 'lain', tinggi: 0, item: [], halamanBaru: true }]
  }
}

/** Pieces of blocks in their order. A signature block is tied to the text before it. */
export function susunIsi(isi: readonly Blok[], ruang: Ruang): Potongan[] {
  const hasil: Potongan[] = []
  for (const blok of isi) {
    if (blok.jenis === 'tandaTangan') ikatKeDepan(hasil)
    for (const potongan of susunBlok(blok, ruang)) hasil.push(potongan)
  }
  return hasil
}

/** Ties what stands before a signature block to it, up to the last piece that says something. */
function ikatKeDepan(potongan: Potongan[]): void {
  for (let i = potongan.length - 1; i >= 0; i -= 1) {
    const p = potongan[i]
    if (!p || p.halamanBaru) return
    potongan[i] = { ...p, lengket: true }
    if (p.item.some((item) => item.t === 'teks')) return
  }
}

function susunJudul(blok: BlokJudul, ruang: Ruang): Potongan[] {
  const utama = blok.tingkat === 1
  const ukuran = utama ? HURUF.judul : HURUF.biasa
  const rata = utama ? 'tengah' : 'kiri'
  const teks = runDari(blok.teks, blok.tingkat < 3).map((run) => ({
    ...run,
    ...(utama && blok.nomor !== undefined ? { garisBawah: true } : {}),
    ...(blok.tingkat === 3 ? { tebal: true, miring: true } : {}),
  }))
  const gaya = { x: ruang.x, lebar: ruang.lebar, ukuran, spasi: SPASI.teks, rata } as const
  const hasil = potonganTeks(bungkus(teks, { ruang, ukuran }), gaya, 'judul')
  const kecil = { ...gaya, ukuran: HURUF.biasa }
  if (blok.subjudul) {
    const sub = bungkus([{ teks: blok.subjudul, tebal: utama }], { ruang, ukuran: kecil.ukuran })
    hasil.push(...potonganTeks(sub, kecil, 'judul'))
  }
  if (blok.nomor !== undefined) {
    const nomor = bungkus(`Nomor: ${blok.nomor || '....................'}`, { ruang, ukuran: kecil.ukuran })
    hasil.push(...potonganTeks(nomor, kecil, 'judul'))
  }
  return beriJarak(hasil, utama ? 8 : 10).map((p) => ({ ...p, lengket: true }))
}

function bungkus(teks: BlokParagraf['teks'], { ruang, ukuran }: { ruang: Ruang; ukuran: number }) {
  return bungkusTeks(teks, { lebar: ruang.lebar / ukuran, pengukur: ruang.pengukur })
}

function beriJarak(potongan: readonly Potongan[], sebelum: number): Potongan[] {
  return potongan.map((p, i) => (i === 0 ? { ...p, sebelum } : p))
}

function susunParagraf(blok: BlokParagraf, ruang: Ruang): Potongan[] {
  const inden = (blok.indenMm ?? 0) * PT_PER_MM
  const dalam = { ...ruang, x: ruang.x + inden, lebar: ruang.lebar - inden }
  const ukuran = HURUF[blok.huruf ?? 'biasa']
  const gaya = { x: dalam.x, lebar: dalam.lebar, ukuran, spasi: SPASI.teks, rata: blok.rata ?? 'kiri' } as const
  const baris = bungkusTeks(blok.teks, {
    lebar: dalam.lebar / ukuran,
    pengukur: ruang.pengukur,
    inden: blok.menjorok ? MENJOROK / ukuran : 0,
    terurai: blok.rata === 'rata',
  })
  return beriJarak(potonganTeks(baris, gaya), blok.rapat ? 0 : ANTAR_BLOK)
}

const ABJAD = 'abcdefghijklmnopqrstuvwxyz'

function tandaButir(gaya: BlokDaftar['gaya'], urutan: number): string {
  if (gaya === 'angka') return `${urutan}.`
  if (gaya === 'butir') return '•'
  if (gaya === 'strip') return '–'
  const ke = urutan - 1
  return `${ke >= 26 ? ABJAD[Math.floor(ke / 26) - 1] : ''}${ABJAD[ke % 26]}.`
}

function susunDaftar(blok: BlokDaftar, ruang: Ruang): Potongan[] {
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
    const bertanda = baris.map((p, j) => (j === 0 ? { ...p, item: [...(depan[0]?.item ?? []), ...p.item] } : p))
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

function susunIsianData(blok: BlokIsianData, luar: Ruang): Potongan[] {
  const inden = (blok.indenMm ?? 0) * PT_PER_MM
  const ruang = { ...luar, x: luar.x + inden, lebar: luar.lebar - inden }
  const ukuran = HURUF[blok.huruf ?? 'biasa']
  const lebarTeks = (teks: string) => bungkusTeks(teks, { lebar: 1e6, pengukur: ruang.pengukur })[0]?.lebar ?? 0
  const alami = Math.max(0, ...blok.baris.map((b) => lebarTeks(b.label) * ukuran)) + 9
  const label = blok.lebarLabelMm !== undefined ? blok.lebarLabelMm * PT_PER_MM : Math.min(alami, ruang.lebar * 0.42)
  const titik = 9
  const kolom = (teks: BlokParagraf['teks'], { x, lebar }: { x: number; lebar: number }) => {
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

function susunKotakCentang(blok: BlokKotakCentang, ruang: Ruang): Potongan[] {
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
    const isi = baris.map((p, j) => (j === 0 ? { ...p, item: [...(kotak[0]?.item ?? []), ...p.item] } : p))
    return { x, lebar: lebarSel, isi }
  })
  const hasil: Potongan[] = []
  for (let i = 0; i < sel.length; i += kolom)
    hasil.push(barisTanpaGaris(ruang, sel.slice(i, i + kolom), i === 0 ? ANTAR_BLOK : 2))
  return hasil
}

function susunGaris(blok: BlokGaris, ruang: Ruang): Potongan {
  const garis = (y: number, tebal: number): Item => ({
    t: 'garis',
    x: ruang.x,
    y,
    x2: ruang.x + ruang.lebar,
    y2: y,
    tebal,
  })
  const item = blok.gaya === 'ganda' ? [garis(3, 1.8), garis(5.6, 0.6)] : [garis(4, blok.gaya === 'tebal' ? 1.8 : 0.6)]
  return { jenis: 'lain', tinggi: 8, item }
}

function susunGambar(blok: BlokGambar, ruang: Ruang): Potongan[] {
  const skala = Math.min(
    1,
    ruang.lebar / (blok.lebarMm * PT_PER_MM || 1),
    (ruang.tinggi - 40) / (blok.tinggiMm * PT_PER_MM || 1),
  )
  const lebar = blok.lebarMm * PT_PER_MM * skala
  const tinggi = blok.tinggiMm * PT_PER_MM * skala
  const sisa = ruang.lebar - lebar
  const x = ruang.x + (blok.rata === 'kiri' ? 0 : blok.rata === 'kanan' ? sisa : sisa / 2)
  const item: Item[] = [{ t: 'gambar', x, y: 0, lebar, tinggi, sumber: blok.sumber }]
  const gambar: Potongan = { jenis: 'gambar', tinggi, item, sebelum: ANTAR_BLOK, lengket: Boolean(blok.keterangan) }
  if (!blok.keterangan) return [gambar]
  const ukuran = HURUF.kecil
  const gaya = { x: ruang.x, lebar: ruang.lebar, ukuran, spasi: SPASI.teks, rata: 'tengah' } as const
  return [gambar, ...potonganTeks(bungkus(blok.keterangan, { ruang, ukuran }), gaya)]
}

function susunBingkai(blok: BlokBingkai, ruang: Ruang): Potongan[] {
  const garis = blok.garis !== false
  const tepi = garis ? BANTALAN_BINGKAI : 0
  return blok.baris.map((baris, i) => {
    const jumlah = baris.sel.reduce((a, s) => a + s.bobot, 0)
    let x = ruang.x
    const sel = baris.sel.map((s): SelTempat => {
      const lebar = (s.bobot / jumlah) * ruang.lebar
      const isi = susunIsi(s.isi, { ...ruang, x: x + tepi + 1, lebar: lebar - 2 * tepi - 2 })
      const tempat = { x, lebar, baris: 0, rentang: 1, isi }
      x += lebar
      return tempat
    })
    const tinggiMin = [(baris.tinggiMm ?? 0) * PT_PER_MM]
    const unit = { jenis: 'bingkai', sel, tinggiMin, x: ruang.x, lebar: ruang.lebar, garis, bantalan: tepi } as const
    return { ...potonganUnit(unit), ...(i === 0 ? { sebelum: ANTAR_BLOK } : {}) }
  })
}
