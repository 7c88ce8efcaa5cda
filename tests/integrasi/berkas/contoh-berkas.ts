import yazl from 'yazl'

/** The smallest files that programs accept as what they say they are. */
export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
export const JPG = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  Buffer.alloc(64),
  Buffer.from('ffd9', 'hex'),
])
export const PNG = Buffer.from(
  '89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c6360606000000004000146278b7e0000000049454e44ae426082',
  'hex',
)
export const EXE = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])
export const HTML = Buffer.from('<!doctype html><script>alert(1)</script>')
export const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')

/** A ZIP with these entries. */
export async function zip(isi: Readonly<Record<string, string>>): Promise<Buffer> {
  const berkas = new yazl.ZipFile()
  for (const [nama, teks] of Object.entries(isi)) berkas.addBuffer(Buffer.from(teks), nama)
  berkas.end()
  const potongan: Buffer[] = []
  for await (const satu of berkas.outputStream) potongan.push(satu as Buffer)
  return Buffer.concat(potongan)
}

const jenisIsi = (bagian: string): string =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x" ContentType="application/vnd.openxmlformats-officedocument.${bagian}.main+xml"/></Types>`

export const docx = (): Promise<Buffer> =>
  zip({ '[Content_Types].xml': jenisIsi('wordprocessingml.document'), 'word/document.xml': '<a/>' })
export const xlsx = (): Promise<Buffer> =>
  zip({ '[Content_Types].xml': jenisIsi('spreadsheetml.sheet'), 'xl/workbook.xml': '<a/>' })
