import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileTypeFromFile } from 'file-type'
import { galat } from '../../inti/galat/index.ts'

/** What an office attaches as evidence; the name's ending and the content must both say so. */
export const JENIS_BERKAS = [
  { akhiran: ['.pdf'], mime: 'application/pdf', nama: 'PDF' },
  { akhiran: ['.jpg', '.jpeg'], mime: 'image/jpeg', nama: 'JPG' },
  { akhiran: ['.png'], mime: 'image/png', nama: 'PNG' },
  { akhiran: ['.xlsx'], mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', nama: 'XLSX' },
  { akhiran: ['.docx'], mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', nama: 'DOCX' },
] as const

/** May be shown in the browser: recognised by content, and harmless there. */
export const berpratinjau = (mime: string): boolean => ['application/pdf', 'image/jpeg', 'image/png'].includes(mime)
export const bergambar = (mime: string): boolean => mime.startsWith('image/')

export const DAFTAR_AKHIRAN = JENIS_BERKAS.flatMap((j) => j.akhiran).join(',')

/** MIME type of an uploaded file by ending and content; throws Galat 'tidak-sesuai' with what to do. */
export async function kenaliJenis(jalur: string, nama: string): Promise<string> {
  const akhiran = extname(nama).toLowerCase()
  const jenis = JENIS_BERKAS.find((j) => (j.akhiran as readonly string[]).includes(akhiran))
  if (!jenis)
    throw galat.tidakSesuai(`Berkas "${nama}" tidak dapat diterima. Yang diterima: PDF, JPG, PNG, XLSX, atau DOCX.`)
  const isi = await fileTypeFromFile(jalur)
  if (isi?.mime !== jenis.mime)
    throw galat.tidakSesuai(
      `Isi berkas "${nama}" bukan ${jenis.nama} seperti namanya. Simpan ulang sebagai ${jenis.nama}, lalu unggah lagi.`,
    )
  if (jenis.mime !== 'application/pdf') return jenis.mime
  if (await berperintahPdf(jalur))
    throw galat.tidakSesuai(
      `Berkas "${nama}" berisi skrip atau perintah menjalankan program. Cetak ulang ke PDF, lalu unggah hasilnya.`,
    )
  if (!(await berekorPdf(jalur)))
    throw galat.tidakSesuai(`Berkas "${nama}" terpotong atau rusak. Buka dahulu di komputer Anda, lalu simpan ulang.`)
  return jenis.mime
}

/** Names of a PDF's active parts: every script says /JavaScript, every start of a program /Launch. */
const PERINTAH_PDF = /\/(?:JavaScript|Launch)(?![A-Za-z])/

/** Does the PDF carry a script or start a program, as far as its bytes say so openly? Evidence needs neither. */
async function berperintahPdf(jalur: string): Promise<boolean> {
  let ekor = ''
  for await (const potong of createReadStream(jalur, 'latin1')) {
    const teks = ekor + (potong as string)
    if (PERINTAH_PDF.test(teks)) return true
    ekor = teks.slice(-16)
  }
  return false
}

/** A whole PDF ends with %%EOF within its last kilobyte; a cut upload does not. */
async function berekorPdf(jalur: string): Promise<boolean> {
  const berkas = await open(jalur, 'r')
  try {
    const { size } = await berkas.stat()
    const panjang = Math.min(size, 2048)
    const { buffer } = await berkas.read(Buffer.alloc(panjang), 0, panjang, size - panjang)
    return buffer.includes('%%EOF')
  } finally {
    await berkas.close()
  }
}

/** A user's file name as data: no path, no control characters, no direction marks, at most 150 characters, ending kept. */
export function namaAman(nama: string): string {
  // browsers send the name as UTF-8 bytes, multer hands it over as latin1
  const asli = Buffer.from(nama, 'latin1').toString('utf8')
  const bersih = (asli.includes('\ufffd') ? nama : asli)
    .replace(/^.*[\\/]/, '')
    .replace(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069<>:"|?*]/gu, '')
    .trim()
  const akhiran = extname(bersih).slice(0, 10)
  const pokok = bersih.slice(0, bersih.length - akhiran.length).slice(0, 150 - akhiran.length)
  return `${pokok || 'berkas'}${akhiran}`
}
