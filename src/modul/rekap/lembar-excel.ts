import type ExcelJS from 'exceljs'
import { aturTinggi, barisTeks } from '../../inti/dokumen/index.ts'

export type Kolom = { readonly judul: string; readonly lebar: number }
export type Lembar = { readonly nama: string; readonly judul: readonly string[]; readonly kolom: readonly Kolom[] }

export const FORMAT_PERSEN = '#,##0.00"%"'
export const FORMAT_UANG = '"Rp"#,##0'
/** Row of the table's head: three lines of title and a blank one stand above it. */
export const BARIS_KEPALA = 5

const ABU: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EDF3' } }
const GARIS: Partial<ExcelJS.Borders> = Object.fromEntries(
  ['top', 'left', 'bottom', 'right'].map((s) => [s, { style: 'thin', color: { argb: 'FF9AA5B1' } }]),
)
const MAKS_NAMA = 31
/** Names that Excel keeps to itself, and those that formulas of this workbook point to. */
const NAMA_TERPAKAI = ['history', 'skala']

/** A sheet with title, frozen head and print set-up: A4 across, one page wide, head on each page, page x of y. */
export function buatLembar(buku: ExcelJS.Workbook, { nama, judul, kolom }: Lembar): ExcelJS.Worksheet {
  const ws = buku.addWorksheet(namaLembar(buku, nama), {
    views: [{ state: 'frozen', ySplit: BARIS_KEPALA, xSplit: 0, topLeftCell: `A${BARIS_KEPALA + 1}` }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${BARIS_KEPALA}:${BARIS_KEPALA}`,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.2, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&L&A&RHalaman &P dari &N' },
  })
  judul.forEach((teks, i) => {
    ws.mergeCells(i + 1, 1, i + 1, kolom.length)
    const sel = ws.getCell(i + 1, 1)
    sel.value = teks
    sel.font = { bold: i < 2, size: i === 1 ? 13 : 11 }
    sel.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
  })
  kolom.forEach((k, i) => {
    ws.getColumn(i + 1).width = k.lebar
    const sel = ws.getCell(BARIS_KEPALA, i + 1)
    sel.value = k.judul
    sel.font = { bold: true }
    sel.fill = ABU
    sel.border = GARIS
    sel.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
  })
  aturTinggi(ws.getRow(BARIS_KEPALA), Math.max(...kolom.map((k) => barisTeks(k.judul, k.lebar))))
  return ws
}

/** Lines, wrapping, height and number formats (by column number) of one row of a table. */
export function hiasi(
  ws: ExcelJS.Worksheet,
  nomor: number,
  { format = {}, tebal = false }: { format?: Readonly<Record<number, string>>; tebal?: boolean } = {},
): void {
  const row = ws.getRow(nomor)
  let baris = 1
  row.eachCell({ includeEmpty: true }, (sel, ke) => {
    // figures are never broken, and the result of a formula stands in its column
    if (typeof sel.value === 'string') baris = Math.max(baris, barisTeks(sel.value, ws.getColumn(ke).width ?? 9))
    sel.border = GARIS
    sel.alignment = { vertical: 'top', wrapText: true, horizontal: format[ke] ? 'right' : undefined }
    if (format[ke]) sel.numFmt = format[ke]
    if (tebal) sel.font = { bold: true }
  })
  aturTinggi(row, baris)
}

/** As many decimals as the figure has, so that 12 prints '12' and not '12,'. */
export function formatDesimal(nilai: string | null): string {
  const desimal = Math.min(6, nilai?.split('.')[1]?.length ?? 0)
  return desimal === 0 ? '#,##0' : `#,##0.${'0'.repeat(desimal)}`
}

/** Names of sheets: at most 31 characters, without []:*?/\ and without an apostrophe at either end, each once whatever its case. */
export function namaLembar(buku: ExcelJS.Workbook, nama: string): string {
  const dasar =
    nama
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/\s+/g, ' ')
      .slice(0, MAKS_NAMA - 3)
      .replace(/^[' ]+|[' ]+$/g, '') || 'Lembar'
  const terpakai = new Set([...NAMA_TERPAKAI, ...buku.worksheets.map((w) => w.name.toLowerCase())])
  let hasil = dasar
  for (let i = 2; terpakai.has(hasil.toLowerCase()); i++) hasil = `${dasar} ${i}`
  return hasil
}
