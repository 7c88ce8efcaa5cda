import ExcelJS from 'exceljs'

/** A workbook read back. */
export async function bukaExcel(isi: Uint8Array): Promise<ExcelJS.Workbook> {
  const buku = new ExcelJS.Workbook()
  await buku.xlsx.load(Buffer.from(isi) as unknown as Parameters<typeof buku.xlsx.load>[0])
  return buku
}

/** The number a cell holds, a formula computed anew from the cells it names (SUM, ROUND, AVERAGE and + − × ÷); null for text. */
export function angkaSel(ws: ExcelJS.Worksheet, alamat: string): number | null {
  const { value } = ws.getCell(alamat)
  if (typeof value === 'number') return value
  if (value === null || typeof value !== 'object' || !('formula' in value)) return null
  return hitungRumus(ws, String(value.formula))
}

function hitungRumus(ws: ExcelJS.Worksheet, rumus: string): number {
  // text and empty cells inside SUM and AVERAGE do not count
  const isi = rumus.replace(/([A-Z]+)(\d+):\1(\d+)/g, (_, kolom: string, dari: string, sampai: string) =>
    Array.from({ length: Number(sampai) - Number(dari) + 1 }, (__, i) => `${kolom}${Number(dari) + i}`).join(','),
  )
  const js = isi.replace(/\b([A-Z]{1,2}\d+)\b/g, (sel) => `(${angkaSel(ws, sel) ?? 'undefined'})`)
  const ada = (a: (number | undefined)[]): number[] => a.filter((x): x is number => x !== undefined)
  const SUM = (...a: (number | undefined)[]) => ada(a).reduce((n, x) => n + x, 0)
  const AVERAGE = (...a: (number | undefined)[]) => SUM(...a) / ada(a).length
  const ROUND = (n: number, d: number) => Math.round(Number((n * 10 ** d).toPrecision(15))) / 10 ** d
  if (!/^[\d.()+\-*/,\sA-Zundefi]*$/.test(js)) throw new Error(`rumus di luar dugaan: ${rumus}`)
  return new Function('SUM', 'AVERAGE', 'ROUND', `return ${js}`)(SUM, AVERAGE, ROUND) as number
}
