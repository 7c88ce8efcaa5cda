import type { Ruang } from './kisi-tabel.ts'
import type { Blok, BlokBingkai, BlokGambar, BlokGaris, BlokJudul, BlokParagraf } from './model.ts'
import { geser, type Item, type Potongan, potonganTeks } from './potongan.ts'
import { runDari } from './run.ts'
import { ANTAR_BLOK, beriJarak, bungkus, susunDaftar, susunIsianData, susunKotakCentang } from './susun-butir.ts'
import { susunGrafik } from './susun-grafik.ts'
import { susunTandaTangan } from './susun-resmi.ts'
import { susunTabel } from './susun-tabel.ts'
import { potonganUnit, type SelTempat } from './susun-unit.ts'
import { bungkusTeks } from './teks.ts'
import { HURUF, PT_PER_MM, SPASI } from './ukuran.ts'

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
      return [{ jenis: 'lain', tinggi: blok.mm * PT_PER_MM, item: () => [] }]
    case 'gambar':
      return susunGambar(blok, ruang)
    case 'grafik':
      return [susunGrafik(blok.grafik, ruang)]
    case 'bingkai':
      return susunBingkai(blok, ruang)
    // the layout replaces it once it knows the headings; inside a box it has no place
    case 'daftarIsi':
      return []
    case 'pemisahHalaman':
      return [{ jenis: 'lain', tinggi: 0, item: () => [], halamanBaru: true }]
  }
}

/**
 * Pieces of blocks in their order. A signature block is tied to the text before it, a chart to the sentence about it, a
 * list to the words that announce it.
 */
export function susunIsi(isi: readonly Blok[], ruang: Ruang): Potongan[] {
  const hasil: Potongan[] = []
  for (const [ke, blok] of isi.entries()) {
    const atas = isi[ke - 1]
    const berkalimat = blok.jenis === 'grafik' && atas?.jenis === 'paragraf'
    const diumumkan = blok.jenis === 'daftar' && atas?.jenis === 'paragraf' && berakhirTitikDua(atas)
    if (blok.jenis === 'tandaTangan' || berkalimat || diumumkan) ikatKeDepan(hasil)
    for (const potongan of susunBlok(blok, ruang)) hasil.push(potongan)
  }
  return hasil
}

function berakhirTitikDua({ teks }: BlokParagraf): boolean {
  const kata = typeof teks === 'string' ? teks : teks.map((run) => run.teks).join('')
  return kata.trimEnd().endsWith(':')
}

/** Ties what stands before a block to it, up to the last piece that says something. */
function ikatKeDepan(potongan: Potongan[]): void {
  for (let i = potongan.length - 1; i >= 0; i -= 1) {
    const p = potongan[i]
    if (!p || p.halamanBaru) return
    potongan[i] = { ...p, lengket: true }
    if (p.item(0).some((item) => item.t === 'teks')) return
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
  return beriJarak(hasil, utama ? 8 : 10).map((p, i) => ({
    ...p,
    lengket: true,
    ...(i === 0 ? { penanda: true } : {}),
  }))
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
  return { jenis: 'lain', tinggi: 8, item: (y) => geser(item, y) }
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
  const item = (y: number): Item[] => [{ t: 'gambar', x, y, lebar, tinggi, sumber: blok.sumber }]
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
