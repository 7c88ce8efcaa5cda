import ExcelJS from 'exceljs'
import { keteranganBaris, teksRealisasi } from './baris-tampil.ts'
import type { BarisRekap, IsiRekap, UnitRekap } from './isi-rekap.ts'

export type TugasExcelRekap = { readonly isi: IsiRekap; readonly versi: number | null; readonly instansi: string }

const FORMAT_PERSEN = '#,##0.00"%"'
const FORMAT_UANG = '"Rp"#,##0'
const ABU: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EDF3' } }
const GARIS: Partial<ExcelJS.Borders> = Object.fromEntries(['top', 'left', 'bottom', 'right'].map((s) => [s, { style: 'thin', color: { argb: 'FF9AA5B1' } }]))

type Kolom = { readonly judul: string; readonly lebar: number; readonly angka?: boolean }
const KOLOM_MATRIKS: readonly Kolom[] = [
  { judul: 'No', lebar: 5 },
  { judul: 'Unit', lebar: 26 },
  { judul: 'Indikator', lebar: 52 },
  { judul: 'Satuan', lebar: 12 },
  { judul: 'Target', lebar: 13, angka: true },
  { judul: 'Realisasi', lebar: 13, angka: true },
  { judul: 'Capaian (%)', lebar: 13, angka: true },
  { judul: 'Predikat', lebar: 16 },
  { judul: 'Keterangan', lebar: 46 },
]
/** The seven columns that Tim SAKIP carries into the LKjIP. */
const KOLOM_LKJIP: readonly Kolom[] = [KOLOM_MATRIKS[2], ...KOLOM_MATRIKS.slice(3)].filter((k): k is Kolom => k !== undefined)

/** The recap as a workbook: official matrix, LKjIP input, one sheet per unit, budget, scale; figures are numbers, capaian and predikat live formulas. */
export async function buatBukuRekap({ isi, versi, instansi }: TugasExcelRekap): Promise<Uint8Array> {
  const buku = new ExcelJS.Workbook()
  buku.creator = 'Takar'
  buku.title = `Rekapitulasi ${isi.namaSop} ${isi.namaPeriode}`
  const judul = [instansi, `REKAPITULASI HASIL ${isi.namaSop.replace(/^SOP /, '').toUpperCase()}`, `${isi.namaPeriode}${versi ? ` · versi ${versi}` : ' · sementara, belum dibekukan'}`]
  const semua = isi.unit.flatMap((u) => u.baris.map((b) => ({ u, b })))
  isiMatriks(lembar(buku, { nama: 'Rekap', judul, kolom: KOLOM_MATRIKS }), semua, 'D')
  isiMatriks(lembar(buku, { nama: 'LKjIP', judul, kolom: KOLOM_LKJIP }), semua, 'B')
  isiAnggaran(buku, judul, isi)
  for (const u of isi.unit) isiUnit(buku, judul, u)
  isiSkala(buku, isi)
  return new Uint8Array(await buku.xlsx.writeBuffer())
}

const BARIS_KEPALA = 5
type Lembar = { readonly nama: string; readonly judul: readonly string[]; readonly kolom: readonly Kolom[] }

function lembar(buku: ExcelJS.Workbook, { nama, judul, kolom }: Lembar): ExcelJS.Worksheet {
  const ws = buku.addWorksheet(namaLembar(buku, nama), {
    views: [{ state: 'frozen', ySplit: BARIS_KEPALA, xSplit: 0 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `${BARIS_KEPALA}:${BARIS_KEPALA}`, margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.2, footer: 0.3 } },
    headerFooter: { oddFooter: '&L&A&RHalaman &P dari &N' },
  })
  judul.forEach((teks, i) => {
    ws.mergeCells(i + 1, 1, i + 1, kolom.length)
    const sel = ws.getCell(i + 1, 1)
    sel.value = teks
    sel.font = { bold: i < 2, size: i === 1 ? 13 : 11 }
    sel.alignment = { horizontal: 'center' }
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
  return ws
}

/** Names of sheets: at most 31 characters, without []:*?/\, each once. */
function namaLembar(buku: ExcelJS.Workbook, nama: string): string {
  const dasar = nama.replace(/[[\]:*?/\\]/g, ' ').slice(0, 28).trim()
  let hasil = dasar
  for (let i = 2; buku.getWorksheet(hasil); i++) hasil = `${dasar} ${i}`
  return hasil
}

/** Rows of the matrix; `kolomSatuan` is the letter of the column "Satuan", from which the others follow. */
function isiMatriks(ws: ExcelJS.Worksheet, semua: readonly { u: UnitRekap; b: BarisRekap }[], kolomSatuan: 'B' | 'D'): void {
  const penuh = kolomSatuan === 'D'
  semua.forEach(({ u, b }, i) => {
    const nomor = BARIS_KEPALA + 1 + i
    const huruf = penuh ? { target: 'E', realisasi: 'F', capaian: 'G' } : { target: 'C', realisasi: 'D', capaian: 'E' }
    const angka = [angkaAtauTeks(b.target.jenis === 'NILAI' ? b.target.nilai : null, b.targetTeks ?? ''), realisasi(b), capaian(b, huruf, nomor), predikat(b, `${huruf.capaian}${nomor}`), keteranganBaris(b)]
    const baris = ws.addRow([...(penuh ? [i + 1, u.nama] : []), b.nama, b.satuan, ...angka])
    baris.eachCell({ includeEmpty: true }, (sel, ke) => {
      sel.border = GARIS
      sel.alignment = { vertical: 'top', wrapText: true, horizontal: typeof sel.value === 'number' ? 'right' : undefined }
      if (ke === (penuh ? 5 : 3) || ke === (penuh ? 6 : 4)) sel.numFmt = formatDesimal(b.desimal)
    })
    ws.getCell(`${huruf.capaian}${nomor}`).numFmt = FORMAT_PERSEN
  })
}

const formatDesimal = (desimal: number): string => (desimal > 0 ? `#,##0.${'#'.repeat(Math.min(desimal, 6))}` : '#,##0')
const angkaAtauTeks = (nilai: string | null, teks: string): number | string => (nilai === null ? teks : Number(nilai))
const realisasi = (b: BarisRekap): number | string => (b.status === 'TERISI' && !b.kategori && b.realisasi.jenis === 'NILAI' ? Number(b.realisasi.nilai) : teksRealisasi(b))

/** A live formula where target and realisasi stand in the row and the card's formula is the plain one; else the computed figure. */
function capaian(b: BarisRekap, h: { target: string; realisasi: string }, nomor: number): ExcelJS.CellValue {
  if (b.capaian.jenis !== 'NILAI') return ''
  const hasil = Number(b.capaian.nilai)
  const sederhana = b.target.jenis === 'NILAI' && Number(b.target.nilai) !== 0 && b.realisasi.jenis === 'NILAI' && !b.kategori
  const [t, r] = [`${h.target}${nomor}`, `${h.realisasi}${nomor}`]
  if (sederhana && b.polaritas === 'MAKS') return { formula: `ROUND(MAX(0,${r}/${t}*100),2)`, result: hasil }
  if (sederhana && b.polaritas === 'MIN' && b.varianMin === '2T-R') return { formula: `ROUND(MAX(0,(2*${t}-${r})/${t}*100),2)`, result: hasil }
  return hasil
}

const predikat = (b: BarisRekap, sel: string): ExcelJS.CellValue =>
  b.predikat ? { formula: `LOOKUP(${sel},Skala!$A$2:$A$20,Skala!$B$2:$B$20)`, result: b.predikat.nama } : ''

function isiAnggaran(buku: ExcelJS.Workbook, judul: readonly string[], isi: IsiRekap): void {
  const anggaran = isi.unit.flatMap((u) => u.anggaran.map((a) => ({ u, a })))
  if (anggaran.length === 0) return
  const ws = lembar(buku, { nama: 'Anggaran', judul, kolom: [{ judul: 'No', lebar: 5 }, { judul: 'Unit', lebar: 28 }, { judul: 'Kode', lebar: 19 }, { judul: 'Sub kegiatan', lebar: 54 }, { judul: 'Pagu', lebar: 18 }, { judul: 'Realisasi', lebar: 18 }, { judul: 'Serapan (%)', lebar: 13 }, { judul: 'Keterangan', lebar: 34 }] })
  const awal = BARIS_KEPALA + 1
  anggaran.forEach(({ u, a }, i) => {
    const n = awal + i
    const serapan: ExcelJS.CellValue = a.serapan.jenis === 'NILAI' ? { formula: `ROUND(F${n}/E${n}*100,2)`, result: Number(a.serapan.nilai) } : ''
    ws.addRow([i + 1, u.nama, a.kode, a.nama, Number(a.pagu), a.realisasi === null ? '' : Number(a.realisasi), serapan, [...a.peringatan, a.keterangan].filter(Boolean).join(' ')])
  })
  const akhir = awal + anggaran.length - 1
  const r = isi.ringkasan
  const jumlah = ws.addRow(['', '', '', 'Jumlah', { formula: `SUM(E${awal}:E${akhir})`, result: Number(r.pagu) }, { formula: `SUM(F${awal}:F${akhir})`, result: Number(r.realisasiAnggaran) }, { formula: `ROUND(F${akhir + 1}/E${akhir + 1}*100,2)`, result: r.serapan.jenis === 'NILAI' ? Number(r.serapan.nilai) : 0 }, ''])
  jumlah.font = { bold: true }
  for (let n = awal; n <= akhir + 1; n++) hiasi(ws, n, { 5: FORMAT_UANG, 6: FORMAT_UANG, 7: FORMAT_PERSEN })
}

function isiUnit(buku: ExcelJS.Workbook, judul: readonly string[], u: UnitRekap): void {
  const ws = lembar(buku, { nama: u.nama, judul: [judul[0] ?? '', u.nama.toUpperCase(), judul[2] ?? ''], kolom: [{ judul: 'No', lebar: 5 }, { judul: 'Indikator', lebar: 50 }, { judul: 'Satuan', lebar: 12 }, { judul: 'Data yang dikumpulkan', lebar: 40 }, { judul: 'Realisasi periode ini', lebar: 14 }, { judul: 'Bukti', lebar: 9 }, { judul: 'Kendala', lebar: 30 }, { judul: 'Faktor pendorong', lebar: 30 }, { judul: 'Tindak lanjut', lebar: 30 }] })
  u.baris.forEach((b, i) => {
    const data = b.variabel.map((v) => `${v.nama}: ${v.nilai.replace('.', ',')}`).join('; ')
    ws.addRow([i + 1, b.nama, b.satuan, data, b.status === 'TERISI' && !b.kategori && b.nilai !== null ? Number(b.nilai) : teksRealisasi(b), b.jumlahBukti, b.kendala, b.faktorPendorong, b.tindakLanjut])
    hiasi(ws, BARIS_KEPALA + 1 + i, { 5: formatDesimal(b.desimal) })
  })
}

function isiSkala(buku: ExcelJS.Workbook, { skala }: IsiRekap): void {
  const ws = buku.addWorksheet('Skala')
  ws.addRow(['Batas bawah', `Predikat (${skala.nama}, ${skala.sumber})`])
  for (const k of [...skala.kelas].reverse()) ws.addRow([Number(k.batasBawah ?? 0), k.nama])
  ws.getColumn(1).width = 14
  ws.getColumn(2).width = 50
  ws.getRow(1).font = { bold: true }
}

function hiasi(ws: ExcelJS.Worksheet, nomor: number, format: Readonly<Record<number, string>>): void {
  ws.getRow(nomor).eachCell({ includeEmpty: true }, (sel, ke) => {
    sel.border = GARIS
    sel.alignment = { vertical: 'top', wrapText: true }
    const f = format[ke]
    if (f) sel.numFmt = f
  })
}
