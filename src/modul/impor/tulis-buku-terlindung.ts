import ExcelJS from 'exceljs'
import { aturTinggi, barisTeks } from '../../inti/dokumen/index.ts'
import { DaftarPilihan, pasangAturan, petunjukSel } from './daftar-pilihan.ts'

/** What a cell is for: only `isian` can be typed into. */
export type GayaSel = 'judul' | 'teks' | 'kepala' | 'baca' | 'isian'
export type SelTerlindung = {
  /** a number becomes a real number of Excel */
  readonly isi: string | number | null
  readonly gaya: GayaSel
  /** number format; text without one */
  readonly format?: string
  /** comment on the cell */
  readonly komentar?: string
  /** drop-down */
  readonly pilihan?: readonly string[]
  /** only a number not below zero may be typed */
  readonly angka?: boolean
  /** longest text that may be typed */
  readonly maksTeks?: number
  /** title and text that appear while the cell is selected */
  readonly petunjuk?: { readonly judul: string; readonly teks: string }
}
export type LembarTerlindung = {
  readonly nama: string
  /** width of each column in characters; 0 hides it */
  readonly lebar: readonly number[]
  readonly baris: readonly (readonly (SelTerlindung | null)[])[]
  /** rows and columns that stay in sight; the head of the table is repeated on each printed page */
  readonly beku?: { readonly baris: number; readonly kolom: number; readonly kepala: number }
  /** numbers of rows for the program only */
  readonly barisSembunyi?: readonly number[]
  /** the whole sheet is for the program only */
  readonly tersembunyi?: boolean
}
/** A workbook whose sheets are protected but for the cells to fill in. Plain data, for the worker. */
export type TugasBukuTerlindung = { readonly lembar: readonly LembarTerlindung[] }

const isi = (argb: string): ExcelJS.Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } })
const ABU = isi('FFE8EDF3')
const PUCAT = isi('FFF6F7F9')
const KUNING = isi('FFFFF3BF')
const HURUF = { name: 'Calibri', size: 11 } as const
const GARIS: Partial<ExcelJS.Borders> = Object.fromEntries(
  ['top', 'left', 'bottom', 'right'].map((s) => [s, { style: 'thin', color: { argb: 'FF9AA5B1' } }]),
)

/** Writes it; no password, so that an office in need can take the protection off. */
export async function tulisBukuTerlindung({ lembar }: TugasBukuTerlindung): Promise<Uint8Array> {
  const buku = new ExcelJS.Workbook()
  buku.creator = 'Takar'
  const daftar = new DaftarPilihan()
  for (const satu of lembar) await tulisLembar(buku, satu, daftar)
  daftar.tulis(buku)
  return new Uint8Array(await buku.xlsx.writeBuffer())
}

async function tulisLembar(buku: ExcelJS.Workbook, lembar: LembarTerlindung, daftar: DaftarPilihan): Promise<void> {
  const { beku } = lembar
  const ws = buku.addWorksheet(lembar.nama, {
    state: lembar.tersembunyi ? 'veryHidden' : 'visible',
    views: beku ? [{ state: 'frozen', ySplit: beku.baris, xSplit: beku.kolom }] : [],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(beku && { printTitlesRow: `${beku.kepala}:${beku.kepala}` }),
    },
    headerFooter: { oddFooter: '&L&A&RHalaman &P dari &N' },
  })
  lembar.lebar.forEach((lebar, i) => {
    const kolom = ws.getColumn(i + 1)
    if (lebar === 0) kolom.hidden = true
    else kolom.width = lebar
  })
  lembar.baris.forEach((baris, r) => {
    baris.forEach((sel, k) => {
      if (sel) tulisSel(ws, ws.getCell(r + 1, k + 1), { sel, daftar })
    })
    aturTinggi(ws.getRow(r + 1), tinggiBaris(baris, lembar.lebar))
  })
  for (const nomor of lembar.barisSembunyi ?? []) ws.getRow(nomor).hidden = true
  await ws.protect('', { formatColumns: true, formatRows: true, selectLockedCells: true, selectUnlockedCells: true })
}

/** Lines of text that the fullest cell of a row needs. */
function tinggiBaris(baris: LembarTerlindung['baris'][number], lebar: readonly number[]): number {
  const perSel = baris.map((sel, k) => {
    if (!sel || !lebar[k] || sel.gaya === 'judul' || sel.gaya === 'teks' || typeof sel.isi !== 'string') return 1
    return barisTeks(sel.isi, lebar[k])
  })
  return Math.max(1, ...perSel)
}

type Bahan = { readonly sel: SelTerlindung; readonly daftar: DaftarPilihan }
function tulisSel(ws: ExcelJS.Worksheet, tempat: ExcelJS.Cell, { sel, daftar }: Bahan): void {
  tempat.value = sel.isi
  tempat.numFmt = sel.format ?? '@'
  if (sel.komentar) tempat.note = sel.komentar
  hias(tempat, sel)
  if (sel.gaya !== 'isian') return
  tempat.protection = { locked: false }
  const judul = sel.petunjuk?.judul ?? ''
  const pesan = sel.petunjuk?.teks
  const letak = tempat.address
  const aturan = aturanSel(sel)
  if (sel.pilihan) daftar.pasang(ws, { letak, teks: sel.pilihan, judul, wajib: false, pesan })
  else if (aturan) pasangAturan(ws, letak, { ...aturan, ...petunjukSel(judul, pesan) })
}

const UMUM = { allowBlank: true, showErrorMessage: true } as const
function aturanSel({ angka, maksTeks }: SelTerlindung): ExcelJS.DataValidation | null {
  if (angka)
    return {
      ...UMUM,
      type: 'decimal',
      operator: 'greaterThanOrEqual',
      formulae: [0],
      errorTitle: 'Angka',
      error: 'Isi angka saja, tidak kurang dari nol. Kosongkan bila belum ada datanya.',
    }
  if (!maksTeks) return null
  return {
    ...UMUM,
    type: 'textLength',
    operator: 'lessThanOrEqual',
    formulae: [maksTeks],
    errorTitle: 'Terlalu panjang',
    error: `Paling banyak ${maksTeks} huruf.`,
  }
}

function hias(tempat: ExcelJS.Cell, { gaya, isi: nilai, format }: SelTerlindung): void {
  if (gaya === 'judul') tempat.font = { ...HURUF, bold: true, size: 13 }
  if (gaya === 'judul' || gaya === 'teks') return
  tempat.border = GARIS
  tempat.fill = gaya === 'kepala' ? ABU : gaya === 'isian' ? KUNING : PUCAT
  tempat.font = { ...HURUF, bold: gaya === 'kepala' }
  tempat.alignment = {
    vertical: gaya === 'kepala' ? 'middle' : 'top',
    wrapText: true,
    ...((typeof nilai === 'number' || format !== undefined) && { horizontal: 'right' as const }),
  }
}
