import ExcelJS from 'exceljs'
import type { Blok, BlokTabel, Dokumen } from '../model.ts'
import { teksPolos } from '../run.ts'
import { isiLembar } from './isi-lembar.ts'
import { namaLembar } from './nama-lembar.ts'

const PEMBUAT = 'Takar'
/** the file must carry a date; the document's own, so that the same tree gives the same workbook */
const TANGGAL_TANPA = '2000-01-01'

/**
 * The tables of a document as a workbook: a list of contents, then one sheet per table with its heading, caption, head, rows
 * and notes. Figures are numbers, sums and ratios live formulas; the texts of the document stand in PDF and Word.
 */
export async function gambarExcel(dokumen: Dokumen): Promise<Uint8Array> {
  const buku = new ExcelJS.Workbook()
  buku.creator = dokumen.kop?.instansi.join(', ') ?? PEMBUAT
  buku.created = buku.modified = new Date(`${dokumen.tanggal ?? TANGGAL_TANPA}T00:00:00Z`)
  buku.title = dokumen.judul
  const daftar = buku.addWorksheet('Daftar', { pageSetup: { paperSize: 9, fitToPage: true, fitToHeight: 0 } })
  const lembar = kumpulkanTabel(dokumen.isi).map(({ tabel, bagian }) => {
    const nama = namaLembar(buku, tabel.judul ?? bagian)
    isiLembar(buku.addWorksheet(nama), { tabel, bagian, dokumen })
    return { nama, judul: tabel.judul ?? bagian, bagian }
  })
  isiDaftar(daftar, dokumen, lembar)
  return new Uint8Array(await buku.xlsx.writeBuffer())
}

type TabelBerletak = { readonly tabel: BlokTabel; readonly bagian: string }

/** Tables in their order, each with the headings it stands under. */
function kumpulkanTabel(isi: readonly Blok[]): TabelBerletak[] {
  const judul = ['', '', '']
  return isi.flatMap((blok) => {
    if (blok.jenis === 'judul') judul.fill('', blok.tingkat - 1).splice(blok.tingkat - 1, 1, teksPolos(blok.teks))
    return blok.jenis === 'tabel' ? [{ tabel: blok, bagian: judul.filter(Boolean).slice(-2).join(' · ') }] : []
  })
}

type EntriLembar = { readonly nama: string; readonly judul: string; readonly bagian: string }

function isiDaftar(ws: ExcelJS.Worksheet, { judul }: Dokumen, lembar: readonly EntriLembar[]): void {
  ws.getColumn(1).width = 20
  ws.getColumn(2).width = 70
  ws.getColumn(3).width = 60
  ws.getCell('A1').value = judul
  ws.getCell('A1').font = { bold: true, size: 13 }
  ws.getRow(3).values = ['Lembar', 'Tabel', 'Bagian']
  ws.getRow(3).font = { bold: true }
  lembar.forEach(({ nama, judul: tabel, bagian }, i) => {
    const baris = ws.getRow(4 + i)
    baris.values = [{ text: nama, hyperlink: `#'${nama}'!A1` }, tabel, bagian]
    baris.alignment = { vertical: 'top', wrapText: true }
    baris.getCell(1).font = { color: { argb: 'FF1F5AA6' }, underline: true }
  })
}
