import type { Ruang } from './kisi-tabel.ts'
import type { Blok } from './model.ts'
import { type Item, type Potongan, potonganTeks } from './potongan.ts'
import { teksPolos } from './run.ts'
import { ANTAR_BLOK, bungkus } from './susun-butir.ts'
import { HURUF, SPASI } from './ukuran.ts'

/** One line of a table of contents. */
export type EntriDaftarIsi = { readonly tingkat: 1 | 2 | 3; readonly teks: string }

const INDEN = 16
const LEBAR_NOMOR = 28
const LEBAR_TITIK = 3

/** The headings after the table of contents, in order; [] for a document without one. */
export function entriDaftarIsi(isi: readonly Blok[]): EntriDaftarIsi[] {
  const letak = isi.findIndex((blok) => blok.jenis === 'daftarIsi')
  if (letak < 0) return []
  return isi
    .slice(letak + 1)
    .flatMap((blok) => (blok.jenis === 'judul' ? [{ tingkat: blok.tingkat, teks: susunTeks(blok) }] : []))
}

const susunTeks = ({ teks, subjudul }: Extract<Blok, { jenis: 'judul' }>): string =>
  [teksPolos(teks), subjudul].filter(Boolean).join(' ').replace(/\s+/g, ' ')

/** Pieces of the table of contents: heading, dots, page number; a number not known yet is left out. */
export function susunDaftarIsi(
  entri: readonly EntriDaftarIsi[],
  { nomor, ruang }: { nomor: readonly number[]; ruang: Ruang },
): Potongan[] {
  return entri.flatMap((satu, i) => susunEntri(satu, { nomor: nomor[i], ruang, pertama: i === 0 }))
}

type Letak = { nomor: number | undefined; ruang: Ruang; pertama: boolean }

function susunEntri({ tingkat, teks }: EntriDaftarIsi, { nomor, ruang, pertama }: Letak): Potongan[] {
  const ukuran = HURUF.biasa
  const inden = (tingkat - 1) * INDEN
  const dalam = { ...ruang, x: ruang.x + inden, lebar: ruang.lebar - inden - LEBAR_NOMOR }
  const gaya = { x: dalam.x, lebar: dalam.lebar, ukuran, spasi: SPASI.teks }
  const baris = bungkus([{ teks, tebal: tingkat === 1 }], { ruang: dalam, ukuran })
  const potongan = potonganTeks(baris, gaya)
  const akhir = baris.at(-1)
  const ujung = dalam.x + (akhir?.lebar ?? 0) * ukuran
  const kanan = nomor === undefined ? null : barisNomor({ nomor, ujung, ruang })
  return potongan.map((p, i) => ({
    ...p,
    sebelum: i > 0 ? 0 : pertama ? ANTAR_BLOK : tingkat === 1 ? 4 : 1,
    item: (y) => [...p.item(y), ...(kanan && i === potongan.length - 1 ? kanan(y) : [])],
  }))
}

/** Dots from the end of the heading to the number at the right edge. */
function barisNomor({ nomor, ujung, ruang }: { nomor: number; ujung: number; ruang: Ruang }): (y: number) => Item[] {
  const ukuran = HURUF.biasa
  const tepi = ruang.x + ruang.lebar
  const banyak = Math.max(0, Math.floor((tepi - LEBAR_NOMOR - ujung) / LEBAR_TITIK) - 1)
  const gaya = { x: ruang.x, lebar: ruang.lebar, ukuran, spasi: SPASI.teks, rata: 'kanan' } as const
  const satu = (teks: string, lebar: number) => potonganTeks(bungkus(teks, { ruang, ukuran }), { ...gaya, lebar })[0]
  const titik = satu('.'.repeat(banyak), ruang.lebar - LEBAR_NOMOR)
  const angka = satu(String(nomor), ruang.lebar)
  return (y) => [...(banyak > 0 ? (titik?.item(y) ?? []) : []), ...(angka?.item(y) ?? [])]
}
