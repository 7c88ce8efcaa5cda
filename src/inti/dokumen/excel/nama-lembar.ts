import type ExcelJS from 'exceljs'

const MAKS_NAMA = 31
/** "Tabel 3.1 Capaian …" → "Tabel 3.1" */
const NOMOR_TABEL = /^((?:Tabel|Lampiran)\s+[\w.]+)/

/** Name of a table's sheet: its number, else the beginning of its caption; without []:*?/\, each once whatever its case. */
export function namaLembar(buku: ExcelJS.Workbook, judul: string): string {
  const dasar =
    (NOMOR_TABEL.exec(judul)?.[1] ?? judul)
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/\s+/g, ' ')
      .slice(0, MAKS_NAMA - 3)
      .replace(/^[' ]+|[' .]+$/g, '') || 'Tabel'
  const terpakai = new Set(['history', ...buku.worksheets.map((w) => w.name.toLowerCase())])
  let hasil = dasar
  for (let i = 2; terpakai.has(hasil.toLowerCase()); i++) hasil = `${dasar} ${i}`
  return hasil
}
