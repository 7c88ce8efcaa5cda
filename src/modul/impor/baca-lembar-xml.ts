import type { Readable } from 'node:stream'
import { Desimal, teksDesimal } from '../../inti/angka/index.ts'
import { bacaXml } from './baca-xml.ts'
import { tolak } from './tolakan.ts'

/**
 * Kind of a cell: `t` text, `n` number (plain decimal, 15 significant digits as Excel shows them), `d` date
 * (YYYY-MM-DD), `p` number shown as percent (Excel holds 0.5 for what reads 50%), `b` yes/no (1/0), `r` formula (its value
 * is not taken), `g` an error of Excel (#REF!).
 */
export type JenisSel = 't' | 'n' | 'd' | 'p' | 'b' | 'r' | 'g'
/** Column number from 1, kind, value. */
export type SelBuku = readonly [kolom: number, jenis: JenisSel, nilai: string]
export type BarisBuku = { readonly nomor: number; readonly sel: readonly SelBuku[] }

/** What the cells point to. */
export type Rujukan = {
  readonly teks: readonly string[]
  /** numbers of the cell styles that show a number as a date */
  readonly gayaTanggal: ReadonlySet<number>
  /** … as percent */
  readonly gayaPersen: ReadonlySet<number>
  readonly sejak1904: boolean
}

/** Rows with anything in them, of one sheet. */
export const MAKS_BARIS_LEMBAR = 5200
const MAKS_KOLOM = 200
const MAKS_TEKS_SEL = 4000
const MS_HARI = 86_400_000

type Sel = { kolom: number; tipe: string; gaya: number; rumus: boolean; nilai: string }

/** Cells with anything in them, row by row. Throws a Tolakan for too many rows. */
export async function bacaLembarXml(aliran: Readable, rujukan: Rujukan, nama: string): Promise<BarisBuku[]> {
  const hasil: BarisBuku[] = []
  let nomor = 0
  let isi: SelBuku[] = []
  let sel: Sel | null = null
  let terakhir = 0
  let ambil = false
  await bacaXml(aliran, {
    buka({ nama: unsur, atribut }) {
      if (unsur === 'row') {
        nomor = Number(atribut.r ?? nomor + 1)
        isi = []
        terakhir = 0
      } else if (unsur === 'c') {
        terakhir = nomorKolom(atribut.r) ?? terakhir + 1
        sel = { kolom: terakhir, tipe: atribut.t ?? 'n', gaya: Number(atribut.s ?? 0), rumus: false, nilai: '' }
      } else if (unsur === 'f' && sel) sel.rumus = true
      else ambil = unsur === 'v' || unsur === 't'
    },
    teks(teks) {
      if (ambil && sel && sel.nilai.length < MAKS_TEKS_SEL) sel.nilai += teks
    },
    tutup(unsur) {
      if (unsur === 'v' || unsur === 't') ambil = false
      if (unsur === 'c' && sel) {
        const jadi = sel.kolom <= MAKS_KOLOM ? susunSel(sel, rujukan) : null
        if (jadi) isi.push(jadi)
        sel = null
      }
      if (unsur !== 'row' || isi.length === 0) return
      if (hasil.length >= MAKS_BARIS_LEMBAR)
        throw tolak(
          `Lembar “${nama}” berisi lebih dari ${MAKS_BARIS_LEMBAR} baris. Bagi menjadi beberapa berkas, lalu unggah satu per satu.`,
        )
      hasil.push({ nomor, sel: isi })
    },
  })
  return hasil
}

function susunSel({ kolom, tipe, gaya, rumus, nilai }: Sel, rujukan: Rujukan): SelBuku | null {
  if (rumus) return [kolom, 'r', '']
  if (tipe === 's') return teksSel(kolom, rujukan.teks[Number(nilai)] ?? '')
  if (tipe === 'inlineStr' || tipe === 'str') return teksSel(kolom, bukaSandi(nilai))
  if (nilai === '') return null
  if (tipe === 'b') return [kolom, 'b', nilai === '1' || nilai === 'true' ? '1' : '0']
  if (tipe === 'e') return [kolom, 'g', nilai]
  if (tipe === 'd') return [kolom, 'd', nilai.slice(0, 10)]
  const angka = Number(nilai)
  if (!Number.isFinite(angka)) return teksSel(kolom, nilai)
  if (rujukan.gayaTanggal.has(gaya)) return [kolom, 'd', tanggalSeri(angka, rujukan.sejak1904)]
  // 1.1 stands in the file as 1.1000000000000001
  const jenis = rujukan.gayaPersen.has(gaya) ? 'p' : 'n'
  return [kolom, jenis, teksDesimal(new Desimal(String(Number(angka.toPrecision(15)))))]
}

const teksSel = (kolom: number, teks: string): SelBuku | null =>
  teks.trim() === '' ? null : [kolom, 't', teks.slice(0, MAKS_TEKS_SEL)]

/** Control characters are written `_x000D_`. */
export const bukaSandi = (teks: string): string =>
  teks.replace(/_x([0-9A-Fa-f]{4})_/g, (_, kode: string) => String.fromCharCode(Number.parseInt(kode, 16)))

/** 'BC12' → 55; null without a reference. */
export function nomorKolom(letak: string | undefined): number | null {
  const huruf = /^[A-Z]{1,3}/.exec(letak ?? '')?.[0]
  if (!huruf) return null
  return Array.from(huruf).reduce((n, h) => n * 26 + h.charCodeAt(0) - 64, 0)
}

/** Day number of Excel → date. The 29 February 1900 that Excel believes in lies before every date of an office. */
function tanggalSeri(seri: number, sejak1904: boolean): string {
  const awal = sejak1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  const hari = new Date(awal + Math.floor(seri) * MS_HARI)
  return Number.isNaN(hari.getTime()) ? '' : hari.toISOString().slice(0, 10)
}
