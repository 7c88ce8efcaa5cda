import { type BarisTabel, type SelKepala, selLengkap, type Teks } from './bagian.ts'
import type { Pengukur } from './huruf.ts'
import type { BlokTabel } from './model.ts'
import type { GayaTeks } from './potongan.ts'
import { kataTerlebar } from './teks.ts'
import { HURUF_TABEL } from './ukuran.ts'

/** Space between the line of a column and its text, in points. */
export const BANTALAN_X = 3
const HURUF_TERKECIL = 5.5
/** a word or number wider than this many em may be broken rather than widen its column */
const BATAS_KATA = 9
const BATAS_ANGKA = 14

/** Where a block is set: left edge and width in points, height of a page's body. */
export type Ruang = { readonly x: number; readonly lebar: number; readonly tinggi: number; readonly pengukur: Pengukur }

/** A cell in its column and row. */
export type SelGrid = {
  teks: Teks
  kolom: number
  lebarKolom: number
  baris: number
  rentang: number
  rata: NonNullable<GayaTeks['rata']>
  tebal: boolean
  arsir: boolean
  centang: boolean | undefined
  batang: boolean
}
/** Cells of a head or a body with their number of rows. */
export type Kisi = { sel: SelGrid[]; jumlahBaris: number }
/** Rows of the head, with the row of column numbers. */
export function barisKepala(blok: BlokTabel): Omit<SelGrid, 'kolom' | 'baris'>[][] {
  const dasar = { rata: 'tengah', tebal: true, arsir: true, centang: undefined, batang: false } as const
  const baris = blok.kepala.map((sel) =>
    sel.map((s: SelKepala) => ({ ...dasar, teks: s.teks, lebarKolom: s.kolom ?? 1, rentang: s.baris ?? 1 })),
  )
  if (!blok.nomorKolom) return baris
  const nomor = blok.kolom.map((_, i) => ({
    ...dasar,
    tebal: false,
    teks: [{ teks: `(${i + 1})`, miring: true }],
    lebarKolom: 1,
    rentang: 1,
  }))
  return [...baris, nomor]
}

/** Cells of a body row with the looks of the row. */
export function selBaris(
  baris: BarisTabel,
): (Omit<SelGrid, 'kolom' | 'baris' | 'rata'> & { rata?: SelGrid['rata'] })[] {
  const menonjol = baris.gaya === 'subjudul' || baris.gaya === 'jumlah'
  return baris.sel.map((mentah) => {
    const sel = selLengkap(mentah)
    return {
      teks: sel.teks,
      lebarKolom: sel.kolom ?? 1,
      rentang: sel.baris ?? 1,
      ...(sel.rata ? { rata: sel.rata } : {}),
      tebal: sel.tebal ?? menonjol,
      arsir: sel.arsir ?? baris.gaya === 'subjudul',
      centang: sel.centang,
      batang: sel.batang ?? false,
    }
  })
}

/** Puts cells into columns as HTML does; what sticks out is cut off, what is missing is an empty cell. */
export function susunKisi(
  baris: readonly (readonly (Omit<SelGrid, 'kolom' | 'baris' | 'rata'> & { rata?: SelGrid['rata'] })[])[],
  blok: BlokTabel,
): Kisi {
  const n = blok.kolom.length
  const terpakai = new Array<number>(n).fill(0) // rows that a span from above still holds
  const hasil: SelGrid[] = []
  baris.forEach((isi, b) => {
    const antre = [...isi]
    for (let k = 0; k < n; ) {
      if ((terpakai[k] ?? 0) > 0) {
        k += 1
        continue
      }
      const sel = antre.shift() ?? {
        teks: '',
        lebarKolom: 1,
        rentang: 1,
        tebal: false,
        arsir: false,
        centang: undefined,
        batang: false,
      }
      let lebar = 1
      while (lebar < sel.lebarKolom && k + lebar < n && (terpakai[k + lebar] ?? 0) === 0) lebar += 1
      const rentang = Math.min(sel.rentang, baris.length - b)
      for (let i = k; i < k + lebar; i += 1) terpakai[i] = rentang
      hasil.push({
        ...sel,
        kolom: k,
        lebarKolom: lebar,
        baris: b,
        rentang,
        rata: sel.rata ?? (lebar > 1 ? 'kiri' : blok.kolom[k]?.rata) ?? 'kiri',
      })
      k += lebar
    }
    for (let k = 0; k < n; k += 1) terpakai[k] = Math.max(0, (terpakai[k] ?? 0) - 1)
  })
  return { sel: hasil, jumlahBaris: baris.length }
}

/**
 * Widths from the weights, but no column narrower than its widest word while others can give; else smaller type. `sisi`: what
 * stands free left and right in a cell, together.
 */
export function lebarKolom(
  blok: BlokTabel,
  { kepala, badan, ruang, sisi = 2 * BANTALAN_X }: { kepala: Kisi; badan: Kisi; ruang: Ruang; sisi?: number },
) {
  const dalamEm = new Array<number>(blok.kolom.length).fill(0)
  for (const sel of [...kepala.sel, ...badan.sel]) {
    if (sel.lebarKolom > 1) continue
    const kata = kataTerlebar(sel.teks, { tebal: sel.tebal, pengukur: ruang.pengukur })
    const batas = sel.rata === 'angka' ? BATAS_ANGKA : BATAS_KATA
    dalamEm[sel.kolom] = Math.max(dalamEm[sel.kolom] ?? 0, Math.min(kata, batas))
  }
  let ukuran: number = HURUF_TABEL[blok.huruf ?? 'biasa']
  const perlu = () => dalamEm.map((em) => em * ukuran + sisi + 0.5)
  while (ukuran > HURUF_TERKECIL && perlu().reduce((a, b) => a + b, 0) > ruang.lebar) ukuran -= 0.5
  const bobot = blok.kolom.map((k) => k.bobot)
  return { ukuran, lebar: bagiLebar(bobot, { minimum: perlu(), lebar: ruang.lebar }) }
}

function bagiLebar(
  bobot: readonly number[],
  { minimum, lebar }: { minimum: readonly number[]; lebar: number },
): number[] {
  const jumlahMinimum = minimum.reduce((a, b) => a + b, 0)
  if (jumlahMinimum >= lebar) return minimum.map((m) => (m / jumlahMinimum) * lebar)
  const tetap = new Set<number>()
  for (;;) {
    let sisa = lebar
    let jumlahBobot = 0
    bobot.forEach((b, i) => {
      if (tetap.has(i)) sisa -= minimum[i] ?? 0
      else jumlahBobot += b
    })
    const hasil = bobot.map((b, i) => (tetap.has(i) ? (minimum[i] ?? 0) : (b / jumlahBobot) * sisa))
    const sempit = hasil.findIndex((l, i) => !tetap.has(i) && l < (minimum[i] ?? 0))
    if (sempit < 0) return hasil
    tetap.add(sempit)
  }
}
