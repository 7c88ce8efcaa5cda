import type ExcelJS from 'exceljs'
import { type SelLengkap, selLengkap } from '../bagian.ts'
import type { SelGrid } from '../kisi-tabel.ts'
import type { BlokTabel } from '../model.ts'
import { teksPolos } from '../run.ts'

export type NilaiSel = { readonly nilai: ExcelJS.CellValue; readonly format?: string | undefined }

/** What a body cell holds in a workbook: a formula with its result, a number, or its text. `awal`: sheet row of the first body row. */
export function nilaiSel(tabel: BlokTabel, sel: SelGrid, awal: number): NilaiSel {
  const asal = selAsal(tabel, sel)
  const teks = `${sel.centang === undefined ? '' : sel.centang ? '☑ ' : '☐ '}${teksPolos(sel.teks)}`
  if (asal?.angka === undefined) return { nilai: teks }
  const result = Number(asal.angka)
  const format = formatSel(asal)
  if (!asal.rumus) return { nilai: result, format }
  return { nilai: { formula: alamatkan(asal.rumus, awal, sel.baris), result, date1904: false }, format }
}

/** The cell of the tree that stands at a place of the grid: the n-th one that begins in its row. */
function selAsal({ isi }: BlokTabel, sel: SelGrid): SelLengkap | undefined {
  const mentah = isi[sel.baris]?.sel.map(selLengkap) ?? []
  // a sparse row is filled up with empty cells of the grid, and spans from above shift columns: match by text and figure order
  return mentah.find((satu, ke) => satu.teks === sel.teks && kolomKe(mentah, ke) === sel.kolom)
}

/** Column at which the n-th cell of a row begins; tables with figures use no spans from above. */
const kolomKe = (sel: readonly SelLengkap[], ke: number): number =>
  sel.slice(0, ke).reduce((n, satu) => n + (satu.kolom ?? 1), 0)

/** `[3]` → C of the same sheet row; `[3,12]` → C of body row 12. */
export const alamatkan = (rumus: string, awal: number, baris: number): string =>
  rumus.replace(
    /\[(\d+)(?:,(\d+))?\]/g,
    (_, kolom: string, ke?: string) =>
      `${hurufKolom(Number(kolom))}${awal + (ke === undefined ? baris : Number(ke) - 1)}`,
  )

/** 1 → A, 27 → AA. */
export function hurufKolom(kolom: number): string {
  const sisa = (kolom - 1) % 26
  const depan = Math.floor((kolom - 1) / 26)
  return `${depan > 0 ? hurufKolom(depan) : ''}${String.fromCharCode(65 + sisa)}`
}

/** As many decimals as the figure has; percentages two, money none unless there are cents. */
function formatSel({ angka = '', format = 'angka' }: SelLengkap): string {
  if (format === 'persen') return '#,##0.00"%"'
  const desimal = Math.min(6, angka.split('.')[1]?.length ?? 0)
  const dasar = desimal === 0 ? '#,##0' : `#,##0.${'0'.repeat(desimal)}`
  return format === 'rupiah' ? `"Rp"${dasar}` : dasar
}
