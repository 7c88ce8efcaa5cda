import { entriDaftarIsi, susunDaftarIsi } from './daftar-isi.ts'
import { type Pengukur, pengukurBersama } from './huruf.ts'
import type { Ruang } from './kisi-tabel.ts'
import type { Dokumen } from './model.ts'
import type { Item, Potongan } from './potongan.ts'
import { susunIsi } from './susun-blok.ts'
import { susunKaki, susunKop } from './susun-resmi.ts'
import { type Bidang, hitungBidang } from './ukuran.ts'

/** a page of which less than this share is left is left for a piece that would otherwise be cut */
const SISA_LAYAK_PECAH = 0.2
/** rows tied by a span and together higher than this share may be parted, lest half a page stays empty */
const BAGIAN_UNIT_BESAR = 0.5
const JARAK_KAKI = 14

export type Tempat = { readonly y: number; readonly potongan: Potongan }
export type Halaman = { readonly tempat: readonly Tempat[] }
export type TataLetak = { readonly bidang: Bidang; readonly halaman: readonly Halaman[] }

/** Where everything of a document stands: pure, nothing is drawn. All page rules are here: heads repeated, rows whole, signatures kept. */
export function susunTataLetak(dokumen: Dokumen, pengukur: Pengukur = pengukurBersama()): TataLetak {
  const bidang = hitungBidang(dokumen)
  const ruang: Ruang = { x: bidang.x, lebar: bidang.lebar, tinggi: bidang.tinggi, pengukur }
  const halaman = susunHalaman(dokumen, { bidang, ruang })
  const kaki =
    dokumen.kaki ?? (dokumen.judul.startsWith(dokumen.jenis) ? dokumen.judul : `${dokumen.jenis} · ${dokumen.judul}`)
  return {
    bidang,
    halaman: halaman.map((tempat, i) => {
      const potonganKaki = susunKaki(kaki, { ruang, halaman: i + 1, dari: halaman.length })
      return { tempat: [...tempat, { y: bidang.y + bidang.tinggi + JARAK_KAKI, potongan: potonganKaki }] }
    }),
  }
}

/** With a table of contents the pages are dealt out twice: its numbers do not change its height. */
function susunHalaman(dokumen: Dokumen, { bidang, ruang }: { bidang: Bidang; ruang: Ruang }): Tempat[][] {
  const kop = dokumen.kop ? [susunKop(dokumen.kop, ruang)] : []
  const letakDaftar = dokumen.isi.findIndex((blok) => blok.jenis === 'daftarIsi')
  if (letakDaftar < 0) return bagiHalaman([...kop, ...susunIsi(dokumen.isi, ruang)], bidang)
  const depan = [...kop, ...susunIsi(dokumen.isi.slice(0, letakDaftar), ruang)]
  const belakang = susunIsi(dokumen.isi.slice(letakDaftar + 1), ruang)
  const entri = entriDaftarIsi(dokumen.isi)
  const bagi = (nomor: readonly number[]) =>
    bagiHalaman([...depan, ...susunDaftarIsi(entri, { nomor, ruang }), ...belakang], bidang)
  return bagi(nomorPenanda(bagi([])).slice(-entri.length))
}

/** The page on which each heading begins, in order. */
const nomorPenanda = (halaman: readonly (readonly Tempat[])[]): number[] =>
  halaman.flatMap((tempat, i) => tempat.filter(({ potongan }) => potongan.penanda).map(() => i + 1))

/** Page numbers of the headings of a document's table of contents, as the PDF has them; [] without one. */
export function halamanDaftarIsi(dokumen: Dokumen, pengukur: Pengukur = pengukurBersama()): number[] {
  const jumlah = entriDaftarIsi(dokumen.isi).length
  if (jumlah === 0) return []
  return nomorPenanda(susunTataLetak(dokumen, pengukur).halaman.map(({ tempat }) => tempat)).slice(-jumlah)
}

/** All items of a page in their places on the sheet. */
export function itemHalaman(halaman: Halaman): Item[] {
  return halaman.tempat.flatMap(({ y, potongan }) => potongan.item(y))
}

/** Deals pieces out to pages. */
function bagiHalaman(semua: readonly Potongan[], bidang: Bidang): Tempat[][] {
  const antre = [...semua].reverse() // taken from the end
  const penata = new Penata(bidang)
  for (let p = antre.pop(); p; p = antre.pop()) {
    if (p.halamanBaru) {
      penata.halamanBaru()
      continue
    }
    const rantai = tinggiRantai(p, antre)
    if (rantai > penata.sisa(p) && rantai <= penata.penuh(p)) {
      const dua = p.tinggi > bidang.tinggi * BAGIAN_UNIT_BESAR && penata.cobaPecah(p, { hanyaAntarBaris: true })
      if (!dua) penata.halamanBaru()
      else {
        antre.push(dua)
        continue
      }
    } else if (rantai > penata.penuh(p) && penata.sisa(p) < bidang.tinggi * SISA_LAYAK_PECAH) penata.halamanBaru()
    const lanjutan = penata.letakkan(p)
    if (lanjutan) antre.push(lanjutan)
  }
  return penata.halaman.filter((tempat, i) => i === 0 || tempat.length > 0)
}

/** Height of a piece with all that must stay with it; `antre` holds what follows, next last. */
function tinggiRantai(p: Potongan, antre: readonly Potongan[]): number {
  let tinggi = p.tinggi
  let sekarang = p
  for (let i = antre.length - 1; i >= 0 && sekarang.lengket; i -= 1) {
    const berikut = antre[i]
    if (!berikut || berikut.halamanBaru) break
    tinggi += (berikut.sebelum ?? 0) + berikut.tinggi
    sekarang = berikut
  }
  return tinggi
}

/** The page being filled. */
class Penata {
  readonly halaman: Tempat[][] = [[]]
  private terpakai = 0

  constructor(private readonly bidang: Bidang) {}

  private get kosong(): boolean {
    return this.terpakai === 0
  }

  /** room left for a piece here, after the space above it or the head repeated for it */
  sisa(p: Potongan): number {
    return this.bidang.tinggi - this.terpakai - (this.kosong ? (p.kepala?.tinggi ?? 0) : (p.sebelum ?? 0))
  }

  /** room for it on a page of its own */
  penuh(p: Potongan): number {
    return this.bidang.tinggi - (p.kepala?.tinggi ?? 0)
  }

  halamanBaru(): void {
    if (this.kosong) return
    this.halaman.push([])
    this.terpakai = 0
  }

  /** Puts down as much of a piece as there is room for; returns the rest of one that was cut. */
  letakkan(p: Potongan): Potongan | null {
    if (p.tinggi <= this.sisa(p) + 1e-6) {
      this.taruh(p)
      return null
    }
    const sisa = this.cobaPecah(p, { hanyaAntarBaris: false })
    if (sisa) return sisa
    this.halamanBaru()
    const kedua = p.tinggi > this.sisa(p) ? this.cobaPecah(p, { hanyaAntarBaris: false }) : null
    if (kedua) return kedua
    this.taruh(p)
    return null
  }

  cobaPecah(p: Potongan, pilihan: { hanyaAntarBaris: boolean }): Potongan | null {
    const ruang = this.sisa(p)
    if (ruang < this.bidang.tinggi * SISA_LAYAK_PECAH) return null
    const dua = p.pecah?.(ruang, pilihan)
    if (!dua) return null
    this.taruh(dua[0])
    this.halamanBaru()
    return dua[1]
  }

  private taruh(p: Potongan): void {
    if (this.kosong && p.kepala) this.tambah(p.kepala)
    else if (!this.kosong) this.terpakai += p.sebelum ?? 0
    this.tambah(p)
  }

  private tambah(p: Potongan): void {
    this.halaman.at(-1)?.push({ y: this.bidang.y + this.terpakai, potongan: p })
    this.terpakai += p.tinggi
  }
}
