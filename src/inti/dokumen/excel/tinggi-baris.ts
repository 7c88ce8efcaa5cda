import type ExcelJS from 'exceljs'

const TINGGI_HURUF = 15
const MAKS_BARIS = 20

/** Lines that a text takes in a cell that wraps, with its own line breaks; `lebar` in characters, as Excel measures columns. */
export const barisTeks = (teks: string, lebar: number): number =>
  teks.split('\n').reduce((n, satu) => n + Math.max(1, Math.ceil(satu.length / Math.max(1, lebar - 1))), 0)

/**
 * Makes a row as high as its fullest cell needs: Excel does this by itself when it opens a workbook, LibreOffice and others
 * write the second line across the next row. A row of one line is left alone.
 */
export function aturTinggi(row: ExcelJS.Row, baris: number): void {
  if (baris > 1) row.height = Math.min(MAKS_BARIS, baris) * TINGGI_HURUF
}
