import { Document, Packer, PageOrientation } from 'docx'
import { entriDaftarIsi } from '../daftar-isi.ts'
import type { KumpulanGambar } from '../gambar.ts'
import type { Dokumen } from '../model.ts'
import { halamanDaftarIsi } from '../tata-letak.ts'
import { HURUF, hitungBidang, PT_PER_MM, TEPI_MM } from '../ukuran.ts'
import { blokWord } from './blok-word.ts'
import { bukaPelukis } from './grafik-word.ts'
import { kakiWord, kopWord } from './resmi-word.ts'
import { TWIP_PER_MM } from './teks-word.ts'

/** Every office PC has it, and official letters are set in it. */
const HURUF_WORD = 'Times New Roman'
const PEMBUAT = 'Takar'
const HITAM = { color: '000000', font: HURUF_WORD } as const

/**
 * Draws a document as Word (docx): the same tree as the PDF, with headings, tables, captions and a table of contents that
 * can be worked on further.
 *
 * @param gambar bytes of the pictures named in the tree; one that is missing or damaged leaves a note in its place
 */
export async function gambarWord(dokumen: Dokumen, gambar: KumpulanGambar = {}): Promise<Uint8Array> {
  const bidang = hitungBidang(dokumen)
  const tepi = TEPI_MM[dokumen.arah]
  const twip = (mm: number) => Math.round(mm * TWIP_PER_MM)
  const lebarTwip = twip(bidang.lebar / PT_PER_MM)
  const halaman = halamanDaftarIsi(dokumen)
  const daftarIsi = entriDaftarIsi(dokumen.isi).map((entri, i) => ({ ...entri, halaman: halaman[i] }))
  const bahan = { gambar, pelukis: await bukaPelukis(), lebarTwip, daftarIsi }
  const sisi = [bidang.lebarKertas, bidang.tinggiKertas].map((pt) => twip(pt / PT_PER_MM))
  const [pendek = 0, panjang = 0] = sisi.sort((a, b) => a - b)
  const berkas = new Document({
    creator: dokumen.kop?.instansi.join(', ') ?? PEMBUAT,
    title: dokumen.judul,
    subject: [dokumen.jenis, dokumen.nomor].filter(Boolean).join(' '),
    styles: GAYA,
    sections: [
      {
        properties: {
          page: {
            size: {
              // docx turns the sheet by itself
              width: pendek,
              height: panjang,
              orientation: dokumen.arah === 'tegak' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
            },
            margin: { top: twip(tepi.atas), right: twip(tepi.kanan), bottom: twip(tepi.bawah), left: twip(tepi.kiri) },
          },
        },
        footers: { default: kakiWord(dokumen.kaki ?? dokumen.judul, lebarTwip) },
        children: [
          ...(dokumen.kop ? kopWord(dokumen.kop, gambar) : []),
          ...dokumen.isi.flatMap((blok, ke) => blokWord(blok, bahan, dokumen.isi[ke + 1])),
        ],
      },
    ],
  })
  return Packer.toBuffer(berkas)
}

const GAYA = {
  default: {
    document: {
      run: { font: HURUF_WORD, size: HURUF.biasa * 2 },
      paragraph: { spacing: { line: 276, lineRule: 'auto' as const } },
    },
    heading1: {
      run: { ...HITAM, bold: true, size: HURUF.judul * 2 },
      paragraph: { spacing: { before: 160, after: 60 } },
    },
    heading2: {
      run: { ...HITAM, bold: true, size: HURUF.biasa * 2 },
      paragraph: { spacing: { before: 200, after: 60 } },
    },
    heading3: {
      run: { ...HITAM, bold: true, italics: true, size: HURUF.biasa * 2 },
      paragraph: { spacing: { before: 160, after: 60 } },
    },
  },
  paragraphStyles: [
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      next: 'Normal',
      run: { ...HITAM, bold: true, italics: false, size: 22 },
      paragraph: { alignment: 'center' as const, spacing: { before: 120, after: 60 } },
    },
  ],
}
