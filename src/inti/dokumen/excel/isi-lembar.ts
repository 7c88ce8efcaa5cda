import type ExcelJS from 'exceljs'
import { barisKepala, type Kisi, type SelGrid, selBaris, susunKisi } from '../kisi-tabel.ts'
import type { BlokTabel, Dokumen } from '../model.ts'
import { teksPolos } from '../run.ts'
import { nilaiSel } from './nilai-sel.ts'
import { aturTinggi, barisTeks } from './tinggi-baris.ts'

type Lembar = { readonly tabel: BlokTabel; readonly bagian: string; readonly dokumen: Dokumen }

/** three lines of title and a blank one above the head */
const BARIS_JUDUL = 4
/** characters over the whole width of a sheet */
const LEBAR_LEMBAR = { tegak: 100, mendatar: 160 } as const
/** paper sizes as workbooks number them (ECMA-376, 18.3.1.63); the library's list names only some */
const A4 = 9
const A3 = 8 as ExcelJS.PaperSize
const GARIS: Partial<ExcelJS.Borders> = Object.fromEntries(
  ['top', 'left', 'bottom', 'right'].map((s) => [s, { style: 'thin', color: { argb: 'FF9AA5B1' } }]),
)
const ABU: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8E8E8' } }
const ARSIR: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } }

/** One table on its sheet: title, frozen head that prints on each page, rows, notes. */
export function isiLembar(ws: ExcelJS.Worksheet, { tabel, bagian, dokumen }: Lembar): void {
  const kepala = susunKisi(barisKepala(tabel), tabel)
  const badan = susunKisi(tabel.isi.map(selBaris), tabel)
  const awal = BARIS_JUDUL + kepala.jumlahBaris + 1
  aturHalaman(ws, { dokumen, kepala })
  tulisJudul(ws, [dokumen.judul, bagian, tabel.judul ?? ''], tabel.kolom.length)
  const bobot = tabel.kolom.reduce((n, k) => n + k.bobot, 0)
  tabel.kolom.forEach((k, i) => {
    ws.getColumn(i + 1).width = Math.max(6, (k.bobot / bobot) * LEBAR_LEMBAR[dokumen.arah])
  })
  for (const sel of kepala.sel) tulisSel(ws, sel, { awal: BARIS_JUDUL + 1, nilai: teksPolos(sel.teks), kepala: true })
  for (const sel of badan.sel) {
    const { nilai, format } = nilaiSel(tabel, sel, awal)
    tulisSel(ws, sel, { awal, nilai, format, kepala: false })
  }
  tinggikan(ws, kepala, BARIS_JUDUL + 1)
  tinggikan(ws, badan, awal)
  tulisCatatan(ws, { tabel, mulai: awal + badan.jumlahBaris + 1 })
}

/** Rows as high as their fullest cell; cells over several rows have room of their own. */
function tinggikan(ws: ExcelJS.Worksheet, kisi: Kisi, awal: number): void {
  const baris = new Map<number, number>()
  for (const sel of kisi.sel) {
    if (sel.rentang > 1) continue
    let lebar = 0
    for (let i = 1; i <= sel.lebarKolom; i++) lebar += ws.getColumn(sel.kolom + i).width ?? 0
    baris.set(sel.baris, Math.max(baris.get(sel.baris) ?? 1, barisTeks(teksPolos(sel.teks), lebar)))
  }
  for (const [nomor, jumlah] of baris) aturTinggi(ws.getRow(awal + nomor), jumlah)
}

function aturHalaman(ws: ExcelJS.Worksheet, { dokumen, kepala }: { dokumen: Dokumen; kepala: Kisi }): void {
  const bawah = BARIS_JUDUL + kepala.jumlahBaris
  ws.views = [{ state: 'frozen', xSplit: 0, ySplit: bawah, topLeftCell: `A${bawah + 1}` }]
  ws.pageSetup = {
    paperSize: dokumen.ukuran === 'A3' ? A3 : A4,
    orientation: dokumen.arah === 'tegak' ? 'portrait' : 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${BARIS_JUDUL + 1}:${bawah}`,
    margins: { left: 0.5, right: 0.4, top: 0.5, bottom: 0.6, header: 0.2, footer: 0.3 },
  }
  ws.headerFooter = { oddFooter: '&L&A&RHalaman &P dari &N' }
}

function tulisJudul(ws: ExcelJS.Worksheet, judul: readonly string[], kolom: number): void {
  judul.forEach((teks, i) => {
    ws.mergeCells(i + 1, 1, i + 1, kolom)
    const sel = ws.getCell(i + 1, 1)
    sel.value = teks
    sel.font = { bold: i !== 1, size: i === 0 ? 12 : 11 }
    sel.alignment = { vertical: 'middle', wrapText: true }
    ws.getRow(i + 1).height = teks.length > 90 ? 32 : 16
  })
}

type Tulisan = { awal: number; nilai: ExcelJS.CellValue; format?: string | undefined; kepala: boolean }

function tulisSel(ws: ExcelJS.Worksheet, sel: SelGrid, { awal, nilai, format, kepala }: Tulisan): void {
  const baris = awal + sel.baris
  const kolom = sel.kolom + 1
  if (sel.lebarKolom > 1 || sel.rentang > 1)
    ws.mergeCells(baris, kolom, baris + sel.rentang - 1, kolom + sel.lebarKolom - 1)
  const isi = ws.getCell(baris, kolom)
  isi.value = nilai
  isi.border = GARIS
  if (kepala) isi.fill = ABU
  else if (sel.arsir) isi.fill = ARSIR
  if (sel.tebal) isi.font = { bold: true }
  if (format) isi.numFmt = format
  const rata = sel.rata === 'angka' || sel.rata === 'kanan' ? 'right' : sel.rata === 'tengah' ? 'center' : 'left'
  isi.alignment = { vertical: kepala ? 'middle' : 'top', wrapText: true, horizontal: rata }
}

function tulisCatatan(ws: ExcelJS.Worksheet, { tabel, mulai }: { tabel: BlokTabel; mulai: number }): void {
  ;(tabel.catatan ?? []).forEach((teks, i) => {
    ws.mergeCells(mulai + i, 1, mulai + i, tabel.kolom.length)
    const sel = ws.getCell(mulai + i, 1)
    sel.value = teksPolos(teks)
    sel.alignment = { wrapText: true, vertical: 'top' }
    // a merged cell does not grow by itself
    ws.getRow(mulai + i).height = 15 * Math.max(1, Math.ceil(teksPolos(teks).length / 90))
  })
}
