import ExcelJS from 'exceljs'
import type { OrangUji } from '../../bantuan/aplikasi.ts'

type Ubah = { readonly kunci: readonly string[]; readonly isi: Readonly<Record<string, string | number>> }

/** The one sheet of an export with rows changed or added, found by their first columns. */
export async function bukuExcel(orang: OrangUji, alamat: string, ubah: readonly Ubah[]): Promise<Buffer> {
  const jawab = await orang
    .buka(alamat)
    .buffer(true)
    .parse((res, selesai) => {
      const potongan: Buffer[] = []
      res.on('data', (p: Buffer) => potongan.push(p))
      res.on('end', () => selesai(null, Buffer.concat(potongan)))
    })
  const wb = new ExcelJS.Workbook()
  await wb.xlsx.load(jawab.body)
  const ws = wb.worksheets.find((lembar) => cariKepala(lembar) > 0)
  if (!ws) throw new Error(`lembar tidak ada: ${wb.worksheets.map((l) => l.name).join()}`)
  for (const satu of ubah) tulis(ws, satu)
  return Buffer.from(await wb.xlsx.writeBuffer())
}

const cariKepala = (ws: ExcelJS.Worksheet): number =>
  Array.from({ length: 15 }, (_, ke) => ke + 1).find((n) => ws.getRow(n).cellCount > 5) ?? 0

function tulis(ws: ExcelJS.Worksheet, { kunci, isi }: Ubah): void {
  const kepala = ws.getRow(cariKepala(ws))
  const judul = new Map<string, number>()
  kepala.eachCell((sel, kolom) => judul.set(String(sel.text).replace(/\s*\*$/, ''), kolom))
  let nomor = kepala.number + 1
  const sama = (n: number) => kunci.every((teks, ke) => ws.getRow(n).getCell(ke + 1).text === teks)
  while (ws.getRow(nomor).getCell(1).text !== '' && !sama(nomor)) nomor++
  for (const [ke, teks] of kunci.entries()) ws.getRow(nomor).getCell(ke + 1).value = teks
  for (const [nama, nilai] of Object.entries(isi)) ws.getRow(nomor).getCell(judul.get(nama) ?? 99).value = nilai
}
