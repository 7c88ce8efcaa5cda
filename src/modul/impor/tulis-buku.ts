import ExcelJS from 'exceljs'
import { DaftarPilihan } from './daftar-pilihan.ts'
import type { KolomImpor, LembarImpor, NilaiBaris } from './definisi.ts'

export type LembarTulis = Pick<LembarImpor, 'nama' | 'petunjuk' | 'kolom'> & { readonly baris: readonly NilaiBaris[] }
/** What the worker is handed: plain data. */
export type TugasBuku = {
  readonly judul: string
  /** office, year, date: lines under the title of the sheet "Petunjuk" */
  readonly pengantar: readonly string[]
  readonly lembar: readonly LembarTulis[]
}

const BARIS_KEPALA = 3
/** Blank rows below the last one that already have format and lists. */
const BARIS_SEDIA = 100
const ABU: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EDF3' } }
const PUCAT: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF6F7F9' } }
const GARIS: Partial<ExcelJS.Borders> = Object.fromEntries(
  ['top', 'left', 'bottom', 'right'].map((s) => [s, { style: 'thin', color: { argb: 'FF9AA5B1' } }]),
)
const FORMAT: Readonly<Record<KolomImpor['jenis'], string>> = {
  teks: '@',
  pilihan: '@',
  tanggal: 'dd/mm/yyyy',
  bulat: '0',
  angka: '#,##0.######',
  uang: '#,##0',
}
const LEBAR: Readonly<Record<KolomImpor['jenis'], number>> = {
  teks: 30,
  pilihan: 24,
  tanggal: 13,
  bulat: 10,
  angka: 12,
  uang: 18,
}

/** Workbook of a template or an export: a sheet "Petunjuk", the sheets with their rows, the lists to choose from. */
export async function tulisBuku({ judul, pengantar, lembar }: TugasBuku): Promise<Uint8Array> {
  const buku = new ExcelJS.Workbook()
  buku.creator = 'Takar'
  tulisPetunjuk(buku, { judul, pengantar, lembar })
  const daftar = new DaftarPilihan()
  for (const satu of lembar) tulisLembar(buku, satu, daftar)
  daftar.tulis(buku)
  return new Uint8Array(await buku.xlsx.writeBuffer())
}

function tulisPetunjuk(buku: ExcelJS.Workbook, { judul, pengantar, lembar }: TugasBuku): void {
  const ws = buku.addWorksheet('Petunjuk', { pageSetup: { paperSize: 9, fitToPage: true, fitToHeight: 0 } })
  ws.columns = [{ width: 26 }, { width: 30 }, { width: 16 }, { width: 70 }]
  ws.addRow([judul]).font = { bold: true, size: 14 }
  for (const baris of pengantar) ws.addRow([baris])
  ws.addRow([])
  for (const baris of CARA) ws.addRow([baris])
  ws.addRow([])
  const kepala = ws.addRow(['Lembar', 'Kolom', 'Isi', 'Keterangan'])
  kepala.eachCell((sel) => hiasKepala(sel))
  for (const { nama, kolom } of lembar)
    for (const k of kolom) {
      const baris = ws.addRow([nama, k.judul, sebutanIsi(k), keteranganKolom(k)])
      baris.eachCell((sel) => {
        sel.border = GARIS
        sel.alignment = { vertical: 'top', wrapText: true }
      })
    }
}

const CARA = [
  'Isi mulai baris di bawah judul kolom. Judul kolom dan nama lembar jangan diubah; urutan kolom boleh.',
  'Kolom bertanda * harus diisi. Kolom berwarna abu-abu hanya keterangan dan tidak dibaca.',
  'Sel kosong berarti belum ada isinya; tulis 0 bila nilainya nol. Jangan memakai rumus: tempel sebagai nilai.',
  'Sesudah diunggah, perbedaannya ditampilkan dahulu. Tidak ada yang berubah sebelum Anda menekan Terapkan.',
]

const sebutanIsi = ({ jenis, hanyaBaca }: KolomImpor): string =>
  hanyaBaca
    ? 'keterangan'
    : {
        teks: 'teks',
        angka: 'angka',
        bulat: 'bilangan bulat',
        uang: 'rupiah',
        tanggal: 'tanggal',
        pilihan: 'pilih dari daftar',
      }[jenis]

const keteranganKolom = ({ petunjuk, kunci, wajib }: KolomImpor): string =>
  [petunjuk, wajib ? 'Harus diisi.' : '', kunci ? 'Penanda baris: tidak boleh ada dua baris yang sama.' : '']
    .filter(Boolean)
    .join(' ')

function tulisLembar(buku: ExcelJS.Workbook, lembar: LembarTulis, daftar: DaftarPilihan): void {
  const { kolom } = lembar
  const ws = buku.addWorksheet(lembar.nama, {
    views: [{ state: 'frozen', ySplit: BARIS_KEPALA, xSplit: kolom.filter((k) => k.kunci).length }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${BARIS_KEPALA}:${BARIS_KEPALA}`,
    },
    headerFooter: { oddFooter: '&L&A&RHalaman &P dari &N' },
  })
  ws.getCell(1, 1).value = lembar.nama
  ws.getCell(1, 1).font = { bold: true, size: 13 }
  ws.getCell(2, 1).value = lembar.petunjuk
  const akhir = BARIS_KEPALA + lembar.baris.length + BARIS_SEDIA
  kolom.forEach((k, i) => {
    const ke = i + 1
    const isi = ws.getColumn(ke)
    isi.width = k.lebar ?? LEBAR[k.jenis]
    const kepala = ws.getCell(BARIS_KEPALA, ke)
    kepala.value = k.wajib ? `${k.judul} *` : k.judul
    hiasKepala(kepala)
    const letak = `${isi.letter}${BARIS_KEPALA + 1}:${isi.letter}${akhir}`
    if (k.jenis === 'pilihan' && k.pilihan?.length && !k.hanyaBaca)
      daftar.pasang(ws, { letak, teks: k.pilihan.map((p) => p.teks), judul: k.judul, wajib: k.wajib === true })
  })
  for (let ke = 0; ke < lembar.baris.length + BARIS_SEDIA; ke++)
    tulisBaris(ws.getRow(BARIS_KEPALA + 1 + ke), kolom, lembar.baris[ke])
}

function tulisBaris(baris: ExcelJS.Row, kolom: readonly KolomImpor[], nilai: NilaiBaris | undefined): void {
  kolom.forEach((k, i) => {
    const sel = baris.getCell(i + 1)
    sel.value = isiSel(k, nilai?.[k.kode] ?? null)
    sel.numFmt = k.jenis === 'uang' && nilai?.[k.kode]?.includes('.') ? '#,##0.00' : FORMAT[k.jenis]
    sel.border = GARIS
    sel.alignment = { vertical: 'top', wrapText: k.jenis === 'teks' && !k.kunci }
    if (k.hanyaBaca) sel.fill = PUCAT
  })
}

/** Figures and dates become real ones of Excel; all of them have at most 15 digits. */
function isiSel({ jenis, pilihan }: KolomImpor, nilai: string | null): ExcelJS.CellValue {
  if (nilai === null) return null
  if (jenis === 'angka' || jenis === 'bulat' || jenis === 'uang') return Number(nilai)
  if (jenis === 'tanggal') return new Date(`${nilai}T00:00:00Z`)
  return jenis === 'pilihan' ? (pilihan?.find((p) => p.nilai === nilai)?.teks ?? nilai) : nilai
}

function hiasKepala(sel: ExcelJS.Cell): void {
  sel.font = { bold: true }
  sel.fill = ABU
  sel.border = GARIS
  sel.alignment = { vertical: 'middle', wrapText: true }
}
