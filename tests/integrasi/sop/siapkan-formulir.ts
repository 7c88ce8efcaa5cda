import ExcelJS from 'exceljs'
import yazl from 'yazl'
import { excelSop } from '../../../src/modul/sop/bawa/buku-sop.ts'
import { sopKecil } from '../../bantuan/sop-contoh.ts'
import { LANGKAH_UJI } from './siapkan-sop.ts'

export const KANTOR = { jabatan: [], unit: [], timSakip: [] }

/** The form of an SOP, changed as somebody would in Excel. */
export async function formulir(ubah: (buku: ExcelJS.Workbook) => void, sop = sopKecil(LANGKAH_UJI)): Promise<Buffer> {
  const buku = new ExcelJS.Workbook()
  await buku.xlsx.load((await excelSop(sop, KANTOR)) as unknown as ExcelJS.Buffer)
  ubah(buku)
  return Buffer.from(await buku.xlsx.writeBuffer())
}
export const kolom = (ws: ExcelJS.Worksheet | undefined, judul: string): number =>
  ((ws?.getRow(4).values ?? []) as unknown[]).indexOf(judul)
export const sel = (buku: ExcelJS.Workbook, lembar: string, [baris, judul]: [number, string]): ExcelJS.Cell => {
  const ws = buku.getWorksheet(lembar)
  const ada = ws?.getRow(baris).getCell(kolom(ws, judul))
  if (!ada) throw new Error(`${lembar} ${judul}`)
  return ada
}
export function zip(isi: Readonly<Record<string, Buffer>>): Promise<Buffer> {
  const berkas = new yazl.ZipFile()
  for (const [nama, badan] of Object.entries(isi).filter(([nama]) => !nama.endsWith('/'))) berkas.addBuffer(badan, nama)
  berkas.end()
  return new Promise((selesai, gagal) => {
    const potong: Buffer[] = []
    berkas.outputStream.on('data', (p: Buffer) => potong.push(p))
    berkas.outputStream.on('end', () => selesai(Buffer.concat(potong)))
    berkas.outputStream.on('error', gagal)
  })
}
