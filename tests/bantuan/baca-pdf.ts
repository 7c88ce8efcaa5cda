import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Opens a PDF in memory. */
export const bukaPdf = (isi: Uint8Array) =>
  getDocument({
    data: new Uint8Array(isi),
    // glyphs as paths: the same picture on every machine
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  }).promise

/** Text of each page, words in the order of the file. */
export async function teksPdf(isi: Uint8Array): Promise<string[]> {
  const dokumen = await bukaPdf(isi)
  try {
    const halaman: string[] = []
    for (let ke = 1; ke <= dokumen.numPages; ke++) {
      const { items } = await (await dokumen.getPage(ke)).getTextContent()
      halaman.push(
        items
          .map((i) => ('str' in i ? `${i.str}${i.hasEOL ? ' ' : ''}` : ''))
          .join(' ')
          .replace(/\s+/g, ' ')
          .trim(),
      )
    }
    return halaman
  } finally {
    await dokumen.loadingTask.destroy()
  }
}
