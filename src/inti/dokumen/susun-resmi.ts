import { type Kop, kontakKop, type Pihak } from './bagian.ts'
import type { Ruang } from './kisi-tabel.ts'
import type { BlokTandaTangan } from './model.ts'
import { geser, type Item, type Potongan, potonganTeks, tinggiTumpukan, tumpuk } from './potongan.ts'
import { bungkusTeks } from './teks.ts'
import { HURUF, PT_PER_MM, SPASI } from './ukuran.ts'

const RUANG_TANDA_TANGAN = 52
const LEBAR_SEMPIT = 300
const LOGO_MM = { lebar: 20, tinggi: 23 }
const TITIK_NAMA = '(..............................................)'

type Baris = { teks: string; ukuran: number; tebal?: boolean; garisBawah?: boolean }
type Kolom = { x: number; lebar: number; ruang: Ruang }

/** Centred lines in a column, as one stack of pieces. */
function barisTengah(baris: readonly Baris[], { x, lebar, ruang }: Kolom): Potongan[] {
  return baris.flatMap(({ teks, ukuran, tebal, garisBawah }) => {
    const run = [{ teks, ...(tebal ? { tebal } : {}), ...(garisBawah ? { garisBawah } : {}) }]
    const hasil = bungkusTeks(run, { lebar: lebar / ukuran, pengukur: ruang.pengukur })
    return potonganTeks(hasil, { x, lebar, ukuran, spasi: 1.18, rata: 'tengah' })
  })
}

/** Letterhead: coat of arms, lines of the office, address, and the double rule under it (thick above thin). */
export function susunKop(kop: Kop, ruang: Ruang): Potongan {
  const logo = kop.logo ? LOGO_MM.lebar * PT_PER_MM + 10 : 0
  const baris: Baris[] = kop.instansi.map((teks, i) => ({
    teks: teks.toLocaleUpperCase('id-ID'),
    ukuran: i === kop.instansi.length - 1 ? 18 : 14,
    tebal: true,
  }))
  for (const teks of [kop.alamat, kontakKop(kop)]) if (teks) baris.push({ teks, ukuran: HURUF.kecil })
  // centred on the sheet while the lines leave room for the arms on both sides, else in what is left
  const terlebar = Math.max(...baris.map((b) => lebarBaris(b, ruang)))
  const simetris = terlebar <= ruang.lebar - 2 * logo
  const kolom = { x: ruang.x + logo, lebar: ruang.lebar - (simetris ? 2 : 1) * logo, ruang }
  const teks = barisTengah(baris, kolom)
  const tinggiTeks = tinggiTumpukan(teks)
  const tinggi = Math.max(tinggiTeks, kop.logo ? LOGO_MM.tinggi * PT_PER_MM : 0)
  const item: Item[] = tumpuk(teks, (tinggi - tinggiTeks) / 2)
  if (kop.logo) {
    const ukuran = { lebar: LOGO_MM.lebar * PT_PER_MM, tinggi: LOGO_MM.tinggi * PT_PER_MM }
    item.push({ t: 'gambar', x: ruang.x, y: (tinggi - ukuran.tinggi) / 2, ...ukuran, sumber: kop.logo })
  }
  const x2 = ruang.x + ruang.lebar
  const garis = (y: number, tebal: number): Item => ({ t: 'garis', x: ruang.x, y, x2, y2: y, tebal })
  item.push(garis(tinggi + 6, 2.2), garis(tinggi + 8.6, 0.7))
  return { jenis: 'kop', tinggi: tinggi + 16, item: (y) => geser(item, y) }
}

function lebarBaris({ teks, ukuran, tebal }: Baris, ruang: Ruang): number {
  const run = [{ teks, ...(tebal ? { tebal } : {}) }]
  return (bungkusTeks(run, { lebar: 1e6, pengukur: ruang.pengukur })[0]?.lebar ?? 0) * ukuran
}

/** Signature block: one piece, so that it is never cut. Posts begin, and names stand, at one height in each row of signers. */
export function susunTandaTangan(blok: BlokTandaTangan, ruang: Ruang): Potongan[] {
  const perBaris = blok.perBaris ?? Math.min(blok.pihak.length, 3)
  const deret: (Pihak | null)[][] = []
  for (let i = 0; i < blok.pihak.length; i += perBaris) deret.push(blok.pihak.slice(i, i + perBaris))
  let tinggi = 0
  const bagian: ((y: number) => Item[])[] = []
  deret.forEach((pihak, i) => {
    const satu = susunDeret(pihak, { blok, ruang, perBaris })
    const mulai = tinggi + (i > 0 ? 14 : 0)
    bagian.push((y) => satu.item(y + mulai))
    tinggi = mulai + satu.tinggi
  })
  return [{ jenis: 'ttd', tinggi, item: (y) => bagian.flatMap((buat) => buat(y)), sebelum: 14 }]
}

type Deret = { blok: BlokTandaTangan; ruang: Ruang; perBaris: number }

function susunDeret(
  pihak: readonly (Pihak | null)[],
  { blok, ruang, perBaris }: Deret,
): { item: (y: number) => Item[]; tinggi: number } {
  const ukuran = HURUF[blok.huruf ?? 'biasa']
  const tempat = pihak.map((p, i) => ({ p, kolom: kolomPihak(i, { jumlah: pihak.length, perBaris, ruang }) }))
  const bagian = tempat.flatMap(({ p, kolom }) => (p ? [susunPihak(p, { kolom, ukuran })] : []))
  const tertinggi = (ambil: (b: BagianPihak) => readonly Potongan[]) =>
    Math.max(0, ...bagian.map((b) => tinggiTumpukan(ambil(b))))
  const yJabatan = tertinggi((b) => b.pengantar)
  const yTanda = yJabatan + tertinggi((b) => b.jabatan)
  const yNama = yTanda + RUANG_TANDA_TANGAN
  const item = (y: number) =>
    bagian.flatMap((b) => [
      // lines above the post stand directly on it, so the post is level with its neighbours
      ...tumpuk(b.pengantar, y + yJabatan - tinggiTumpukan(b.pengantar)),
      ...tumpuk(b.jabatan, y + yJabatan),
      ...itemTanda(b, y + yTanda),
      ...tumpuk(b.nama, y + yNama),
    ])
  return { item, tinggi: yNama + tertinggi((b) => b.nama) }
}

/** A single signer stands in the right half (in a narrow box: in all of it); fewer than a full row stand in the middle. */
function kolomPihak(i: number, { jumlah, perBaris, ruang }: { jumlah: number; perBaris: number; ruang: Ruang }): Kolom {
  const bagian = ruang.lebar < LEBAR_SEMPIT ? perBaris : Math.max(2, perBaris)
  const lebarPenuh = ruang.lebar / bagian
  const mulai = perBaris === 1 ? ruang.lebar - lebarPenuh : ((perBaris - jumlah) * lebarPenuh) / 2
  return { x: ruang.x + mulai + i * lebarPenuh + 4, lebar: lebarPenuh - 8, ruang }
}

type BagianPihak = { pengantar: Potongan[]; jabatan: Potongan[]; nama: Potongan[]; pihak: Pihak; kolom: Kolom }

function susunPihak(pihak: Pihak, { kolom, ukuran }: { kolom: Kolom; ukuran: number }): BagianPihak {
  const nama: Baris = pihak.nama
    ? { teks: pihak.nama, ukuran, tebal: true, garisBawah: Boolean(pihak.nomorInduk || pihak.pangkat) }
    : { teks: TITIK_NAMA, ukuran }
  const bawah = [pihak.pangkat, pihak.nomorInduk].filter((teks): teks is string => Boolean(teks))
  return {
    pihak,
    kolom,
    pengantar: barisTengah(
      (pihak.pengantar ?? []).map((teks) => ({ teks, ukuran })),
      kolom,
    ),
    jabatan: barisTengah(
      pihak.jabatan.map((teks) => ({ teks, ukuran })),
      kolom,
    ),
    nama: barisTengah([nama, ...bawah.map((teks) => ({ teks, ukuran }))], kolom),
  }
}

function itemTanda({ pihak, kolom }: BagianPihak, y: number): Item[] {
  const item: Item[] = []
  if (pihak.tanda?.gambar) {
    const lebar = Math.min(kolom.lebar, 110)
    const x = kolom.x + (kolom.lebar - lebar) / 2
    item.push({ t: 'gambar', x, y: y + 2, lebar, tinggi: RUANG_TANDA_TANGAN - 4, sumber: pihak.tanda.gambar })
  }
  if (pihak.tanda?.teks) {
    const kecil = barisTengah([{ teks: pihak.tanda.teks, ukuran: HURUF.kaki + 0.5 }], kolom)
    item.push(...tumpuk(kecil, y + Math.max(2, (RUANG_TANDA_TANGAN - tinggiTumpukan(kecil)) / 2)))
  }
  return item
}

/** Foot of a page: a fine line, the document on the left, its page on the right. */
export function susunKaki(
  teks: string,
  { ruang, halaman, dari }: { ruang: Ruang; halaman: number; dari: number },
): Potongan {
  const ukuran = HURUF.kaki
  const { pengukur, x, lebar } = ruang
  const kanan = bungkusTeks(`Halaman ${halaman} dari ${dari}`, { lebar: 1e6, pengukur })
  const lebarKiri = lebar - (kanan[0]?.lebar ?? 0) * ukuran - 12
  const kiri = bungkusTeks(teks, { lebar: lebarKiri / ukuran, pengukur }).slice(0, 1)
  const gaya = { x, ukuran, spasi: SPASI.tabel }
  const item = (y: number): Item[] => [
    { t: 'garis', x, y, x2: x + lebar, y2: y, tebal: 0.4 },
    ...tumpuk(potonganTeks(kiri, { ...gaya, lebar: lebarKiri }), y + 3),
    ...tumpuk(potonganTeks(kanan, { ...gaya, lebar, rata: 'kanan' }), y + 3),
  ]
  return { jenis: 'kaki', tinggi: 14, item }
}
