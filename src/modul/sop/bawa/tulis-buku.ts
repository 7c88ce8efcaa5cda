import ExcelJS from 'exceljs'
import { aturTinggi, barisTeks } from '../../../inti/dokumen/index.ts'
import type { DefinisiSop } from '../definisi.ts'
import { JENIS_LANGKAH } from '../jenis-langkah.ts'
import type { KantorSop } from '../kantor-sop.ts'
import {
  BARIS_KEPALA,
  KAMUS,
  KOLOM_CATATAN,
  KOLOM_IDENTITAS,
  KOLOM_LANGKAH,
  KOLOM_PELAKSANA,
  type Kolom,
  LEMBAR,
  TANDA_TEMPLAT,
} from './formulir-excel.ts'
import { type Sel, selCatatan, selIdentitas, selLangkah, selPelaksana } from './sel-formulir.ts'

/** Empty rows below the last one that have their drop-downs ready. */
const BARIS_SISA = 40
const ABU: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EDF3' } }
const GARIS: Partial<ExcelJS.Borders> = Object.fromEntries(
  ['top', 'left', 'bottom', 'right'].map((s) => [s, { style: 'thin', color: { argb: 'FF9AA5B1' } }]),
)

/** The Excel form, filled in from a definition; posts and units of the office stand beside it to choose from. */
export async function tulisBukuSop(definisi: DefinisiSop, kantor: KantorSop): Promise<Uint8Array> {
  const buku = new ExcelJS.Workbook()
  buku.creator = 'Takar'
  buku.title = definisi.nama || 'Formulir SOP'
  const identitas = isiLembar(buku, LEMBAR.identitas, { kolom: KOLOM_IDENTITAS, baris: selIdentitas(definisi) })
  const pelaksana = isiLembar(buku, LEMBAR.pelaksana, { kolom: KOLOM_PELAKSANA, baris: selPelaksana(definisi) })
  const langkah = isiLembar(buku, LEMBAR.langkah, { kolom: KOLOM_LANGKAH, baris: selLangkah(definisi) })
  isiLembar(buku, LEMBAR.catatan, { kolom: KOLOM_CATATAN, baris: selCatatan(definisi) })
  isiPenjelasan(buku)
  isiKantor(buku, kantor)
  pasangPilihan(identitas, { pelaksana, langkah })
  return new Uint8Array(await buku.xlsx.writeBuffer())
}

type Isi = { readonly kolom: readonly Kolom[]; readonly baris: readonly Readonly<Record<string, Sel>>[] }

function isiLembar(buku: ExcelJS.Workbook, nama: string, { kolom, baris }: Isi): ExcelJS.Worksheet {
  const ws = buku.addWorksheet(nama, {
    views: [{ state: 'frozen', ySplit: BARIS_KEPALA, xSplit: nama === LEMBAR.langkah ? 3 : 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  ws.getCell('A1').value = `Formulir SOP: ${nama}`
  ws.getCell('A1').font = { bold: true, size: 13 }
  ws.getCell('A2').value = TANDA_TEMPLAT
  ws.getCell('A2').font = { color: { argb: 'FF6B7785' } }
  ws.getCell('B2').value =
    'Baris ini, judul kolom, dan nama lembar jangan diubah. Arti setiap kolom ada di lembar Penjelasan.'
  kolom.forEach((k, i) => {
    ws.getColumn(i + 1).width = k.lebar
    const sel = ws.getCell(BARIS_KEPALA, i + 1)
    sel.value = k.judul
    sel.font = { bold: true }
    sel.fill = ABU
    sel.border = GARIS
    sel.alignment = { vertical: 'middle', wrapText: true }
  })
  baris.forEach((isi, ke) => {
    kolom.forEach((k, i) => {
      const sel = ws.getCell(BARIS_KEPALA + 1 + ke, i + 1)
      sel.value = aman(isi[k.isian] ?? null)
    })
  })
  for (let ke = 0; ke < baris.length + BARIS_SISA; ke++) {
    kolom.forEach((k, i) => {
      const sel = ws.getCell(BARIS_KEPALA + 1 + ke, i + 1)
      sel.border = GARIS
      sel.alignment = { vertical: 'top', wrapText: true }
      // text stays text: dates, numbers of letters and "5-10" are not turned into something else while typing
      if (!ANGKA.has(k.isian)) sel.numFmt = '@'
    })
    const teks = kolom.map((k) => barisTeks(String(baris[ke]?.[k.isian] ?? ''), k.lebar))
    aturTinggi(ws.getRow(BARIS_KEPALA + 1 + ke), Math.max(...teks))
  }
  return ws
}
const ANGKA = new Set(['waktuDari', 'waktuSampai'])

/** A text that looks like an escaped character would be read back as that character. */
const aman = (isi: Sel): Sel => (typeof isi === 'string' ? isi.replace(/_x([0-9A-F]{4})_/g, '_x005F_x$1_') : isi)

const HURUF = (ke: number): string => (ke > 26 ? `A${String.fromCharCode(64 + ke - 26)}` : String.fromCharCode(64 + ke))
const letakKolom = (kolom: readonly Kolom[], isian: string): string =>
  HURUF(kolom.findIndex((k) => k.isian === isian) + 1)
const akhir = (ws: ExcelJS.Worksheet): number => Math.max(BARIS_KEPALA + 1, ws.rowCount)

/** Drop-downs. Where several may be named, another text is allowed too. */
function pasangPilihan(
  identitas: ExcelJS.Worksheet,
  { pelaksana, langkah }: Readonly<Record<'pelaksana' | 'langkah', ExcelJS.Worksheet>>,
): void {
  const pasang = (ws: ExcelJS.Worksheet, kolom: readonly Kolom[], isian: string, rumus: string, bebas = false) => {
    const huruf = letakKolom(kolom, isian)
    for (let baris = BARIS_KEPALA + 1; baris <= akhir(ws); baris++)
      ws.getCell(`${huruf}${baris}`).dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: [rumus],
        showErrorMessage: !bebas,
        errorTitle: 'Pilih dari daftar',
        error: 'Isinya harus salah satu dari daftar.',
      }
  }
  const daftar = (kata: readonly string[]) => `"${kata.join(',')}"`
  const kode = (nama: string, ws: ExcelJS.Worksheet) => `${nama}!$A$${BARIS_KEPALA + 1}:$A$${akhir(ws)}`
  const jenis = `${LEMBAR.penjelasan}!$A$2:$A$${JENIS_LANGKAH.length + 1}`
  pasang(langkah, KOLOM_LANGKAH, 'jenis', jenis)
  pasang(langkah, KOLOM_LANGKAH, 'cara', daftar(KAMUS.cara.kata))
  pasang(langkah, KOLOM_LANGKAH, 'waktuJenis', daftar(KAMUS.waktu.kata))
  for (const isian of ['opsional', 'tahanPertanyaan', 'keputusan'])
    pasang(langkah, KOLOM_LANGKAH, isian, daftar(KAMUS.yaTidak.kata))
  for (const isian of ['pelaksana', 'penerima', 'dibantu'])
    pasang(langkah, KOLOM_LANGKAH, isian, kode(LEMBAR.pelaksana, pelaksana), true)
  for (const isian of ['ya', 'tidak', 'bawaan', 'berikutnya'])
    pasang(langkah, KOLOM_LANGKAH, isian, kode(LEMBAR.langkah, langkah), true)
  pasang(pelaksana, KOLOM_PELAKSANA, 'peran', daftar(KAMUS.peran.kata), true)
  const tujuan = identitas.getColumn(1).values.indexOf('Tujuan')
  if (tujuan > 0)
    identitas.getCell(tujuan, 2).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [daftar(KAMUS.tujuan.kata)],
    }
}

function isiPenjelasan(buku: ExcelJS.Workbook): void {
  const ws = buku.addWorksheet(LEMBAR.penjelasan)
  ws.addRow(['Jenis langkah', 'Artinya'])
  for (const j of JENIS_LANGKAH) ws.addRow([j.nama, j.keterangan])
  ws.addRow([])
  ws.addRow(['Kolom', 'Cara mengisi'])
  const kepala = ws.rowCount
  for (const [lembar, kolom] of [
    [LEMBAR.identitas, KOLOM_IDENTITAS],
    [LEMBAR.pelaksana, KOLOM_PELAKSANA],
    [LEMBAR.langkah, KOLOM_LANGKAH],
    [LEMBAR.catatan, KOLOM_CATATAN],
  ] as const)
    for (const k of kolom) ws.addRow([`${lembar}: ${k.judul}`, k.petunjuk])
  ws.getColumn(1).width = 34
  ws.getColumn(2).width = 100
  ws.getColumn(2).alignment = { wrapText: true, vertical: 'top' }
  for (const baris of [1, kepala]) {
    ws.getRow(baris).font = { bold: true }
    ws.getRow(baris).fill = ABU
  }
}

/** Codes that the sheet Pelaksana may name. */
function isiKantor(buku: ExcelJS.Workbook, { jabatan, unit }: KantorSop): void {
  const ws = buku.addWorksheet(LEMBAR.kantor)
  ws.addRow(['Kode jabatan', 'Jabatan', '', 'Kode unit', 'Unit'])
  for (let ke = 0; ke < Math.max(jabatan.length, unit.length); ke++)
    ws.addRow(
      [jabatan[ke]?.kode, jabatan[ke]?.nama, '', unit[ke]?.kode, unit[ke]?.nama].map((isi) => aman(isi ?? null)),
    )
  for (const [ke, lebar] of [26, 44, 3, 26, 44].entries()) ws.getColumn(ke + 1).width = lebar
  ws.getRow(1).font = { bold: true }
}
