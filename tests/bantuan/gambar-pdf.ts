import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { createCanvas } from '@napi-rs/canvas'
import { bukaPdf } from './baca-pdf.ts'

/** A picture in sixteen greys, one byte a pixel (0 black … 15 white). */
export type GambarAbu = { readonly lebar: number; readonly tinggi: number; readonly isi: Uint8Array }

const TANDA_PNG = Buffer.from('89504e470d0a1a0a', 'hex')

/** Every page of a PDF as a picture. */
export async function gambarHalamanPdf(pdf: Uint8Array, dpi = 60): Promise<GambarAbu[]> {
  const dokumen = await bukaPdf(pdf)
  try {
    const hasil: GambarAbu[] = []
    for (let ke = 1; ke <= dokumen.numPages; ke++) {
      const halaman = await dokumen.getPage(ke)
      const viewport = halaman.getViewport({ scale: dpi / 72 })
      const kanvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
      const konteks = kanvas.getContext('2d')
      await halaman.render({
        // the canvas of Node stands in for the one of a browser
        canvasContext: konteks as unknown as Parameters<typeof halaman.render>[0]['canvasContext'],
        canvas: null,
        viewport,
        background: '#ffffff',
      }).promise
      hasil.push(keAbu(konteks.getImageData(0, 0, kanvas.width, kanvas.height)))
    }
    return hasil
  } finally {
    await dokumen.loadingTask.destroy()
  }
}

function keAbu({ data, width, height }: { data: Uint8ClampedArray; width: number; height: number }): GambarAbu {
  const isi = new Uint8Array(width * height)
  for (let i = 0; i < isi.length; i++) {
    const [r = 0, g = 0, b = 0] = data.subarray(i * 4, i * 4 + 3)
    isi[i] = Math.round((0.299 * r + 0.587 * g + 0.114 * b) / 17)
  }
  return { lebar: width, tinggi: height, isi }
}

/**
 * Places where two pictures differ: fields of 8 × 8 pixels whose greys are further apart on average than what another
 * rounding of edges makes. A line that moved by one pixel is found. Another size is one difference.
 */
export function bedaGambar(a: GambarAbu, b: GambarAbu, batas = 1.6): { x: number; y: number }[] {
  if (a.lebar !== b.lebar || a.tinggi !== b.tinggi) return [{ x: 0, y: 0 }]
  const beda: { x: number; y: number }[] = []
  for (let y = 0; y < a.tinggi; y += 8)
    for (let x = 0; x < a.lebar; x += 8) {
      let jumlah = 0
      for (let dy = 0; dy < 8 && y + dy < a.tinggi; dy++)
        for (let dx = 0; dx < 8 && x + dx < a.lebar; dx++) {
          const i = (y + dy) * a.lebar + x + dx
          jumlah += Math.abs((a.isi[i] ?? 0) - (b.isi[i] ?? 0))
        }
      if (jumlah / 64 > batas) beda.push({ x, y })
    }
  return beda
}

/** PNG of four bits a pixel: a page takes about ten kilobytes. */
export function tulisPng({ lebar, tinggi, isi }: GambarAbu): Buffer {
  const perBaris = Math.ceil(lebar / 2)
  const mentah = Buffer.alloc((perBaris + 1) * tinggi)
  for (let y = 0; y < tinggi; y++)
    for (let x = 0; x < lebar; x++) {
      const di = y * (perBaris + 1) + 1 + (x >> 1)
      mentah[di] = (mentah[di] ?? 0) | ((isi[y * lebar + x] ?? 0) << (x % 2 === 0 ? 4 : 0))
    }
  const kepala = Buffer.alloc(13)
  kepala.writeUInt32BE(lebar, 0)
  kepala.writeUInt32BE(tinggi, 4)
  kepala[8] = 4
  return Buffer.concat([
    TANDA_PNG,
    potong('IHDR', kepala),
    potong('IDAT', deflateSync(mentah, { level: 9 })),
    potong('IEND', Buffer.alloc(0)),
  ])
}

/** Reads what `tulisPng` wrote. Throws for any other PNG. */
export function bacaPng(png: Buffer): GambarAbu {
  const lebar = png.readUInt32BE(16)
  const tinggi = png.readUInt32BE(20)
  if (!png.subarray(0, 8).equals(TANDA_PNG) || png[24] !== 4 || png[25] !== 0) throw new Error('bukan gambar acuan')
  const panjang = png.readUInt32BE(33)
  const mentah = inflateSync(png.subarray(41, 41 + panjang))
  const perBaris = Math.ceil(lebar / 2)
  const isi = new Uint8Array(lebar * tinggi)
  for (let y = 0; y < tinggi; y++)
    for (let x = 0; x < lebar; x++) {
      const dua = mentah[y * (perBaris + 1) + 1 + (x >> 1)] ?? 0
      isi[y * lebar + x] = x % 2 === 0 ? dua >> 4 : dua & 15
    }
  return { lebar, tinggi, isi }
}

function potong(jenis: string, data: Buffer): Buffer {
  const badan = Buffer.concat([Buffer.from(jenis), data])
  const angka = (n: number) => {
    const b = Buffer.alloc(4)
    b.writeUInt32BE(n)
    return b
  }
  // zlib.crc32 came with Node 20.15 and is missing from older type packages
  return Buffer.concat([angka(data.length), badan, angka((crc32 as (isi: Buffer) => number)(badan))])
}
