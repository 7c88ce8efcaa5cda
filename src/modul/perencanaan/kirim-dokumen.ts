import type { Response } from 'express'
import { buatPdf, buatWord, type Dokumen, JENIS_WORD } from '../../inti/dokumen/index.ts'

/** One document as PDF, shown in the browser, or as Word, saved. */
export async function kirimDokumen(res: Response, dokumen: Dokumen, bentuk: 'pdf' | 'word'): Promise<void> {
  const nama = (akhiran: string) =>
    `filename*=UTF-8''${encodeURIComponent(`${dokumen.judul.replace(/[/\\]/g, '-')}.${akhiran}`)}`
  if (bentuk === 'word') {
    const isi = await buatWord(dokumen)
    res
      .type(JENIS_WORD)
      .set('Content-Disposition', `attachment; ${nama('docx')}`)
      .send(isi)
    return
  }
  const isi = await buatPdf(dokumen)
  res
    .type('pdf')
    .set('Content-Disposition', `inline; ${nama('pdf')}`)
    .send(isi)
}
