import type ExcelJS from 'exceljs'
import type { OrangUji } from './aplikasi.ts'
import { bukaExcel } from './baca-excel.ts'

/** The workbook of a form as a person downloads it. */
export async function unduhBuku(orang: OrangUji, formulirId: string): Promise<Buffer> {
  const jawab = await orang.buka(`/formulir/${formulirId}/buku/unduhan`).responseType('blob')
  if (jawab.status !== 200) throw new Error(`unduhan buku: ${jawab.status}`)
  return jawab.body as Buffer
}

/** One cell to write: the figure of a line by its field (`v.a`, `kategori`, `realisasi`), or another field of the row. */
export type Ketikan = {
  readonly barisId: string
  readonly bidang: string
  readonly isi: ExcelJS.CellValue
  readonly format?: string
}

/** What somebody types into the workbook, and saves. */
export async function ketikBuku(buku: Buffer, ketikan: readonly Ketikan[]): Promise<Buffer> {
  const excel = await bukaExcel(buku)
  for (const satu of ketikan) {
    const sel = selBuku(excel, satu)
    sel.value = satu.isi
    if (satu.format) sel.numFmt = satu.format
  }
  return Buffer.from(await excel.xlsx.writeBuffer())
}

/** The cell of a field, found as a person does: by row and column, here by the hidden ids. */
export function selBuku(
  excel: ExcelJS.Workbook,
  { barisId, bidang }: Pick<Ketikan, 'barisId' | 'bidang'>,
): ExcelJS.Cell {
  for (const ws of excel.worksheets.filter((w) => w.name === 'Indikator' || w.name === 'Anggaran')) {
    const kolom = new Map<string, number>()
    ws.getRow(4).eachCell((sel, ke) => kolom.set(String(sel.value), ke))
    const barisnya: number[] = []
    ws.eachRow((baris, nomor) => {
      if (nomor > 4 && baris.getCell(1).value === barisId) barisnya.push(nomor)
    })
    const isian = barisnya.find((nomor) => ws.getRow(nomor).getCell(2).value === bidang)
    if (isian) return ws.getCell(isian, kolom.get('isian') ?? 1)
    const lain = kolom.get(bidang)
    if (barisnya[0] && lain) return ws.getCell(barisnya[0], lain)
  }
  throw new Error(`tidak ada sel ${bidang} untuk ${barisId}`)
}
