import { inflateSync } from 'node:zlib'

/** Pictures handed to the PDF renderer: id in the tree → bytes of a PNG or JPEG. */
export type KumpulanGambar = Readonly<Record<string, Uint8Array>>

const PIKSEL_TERBANYAK = 40_000_000
const TANDA_PNG = '89504e470d0a1a0a'

/**
 * Whether a picture can be drawn: JPEG, or PNG whose pixels really unpack to what its header promises. A PNG is unpacked
 * once here because the PDF library does it later, outside of any call that could catch its error.
 */
export function gambarLayak(isi: Uint8Array): boolean {
  const data = Buffer.from(isi.buffer, isi.byteOffset, isi.byteLength)
  if (data.length > 4 && data[0] === 0xff && data[1] === 0xd8) return true
  if (data.subarray(0, 8).toString('hex') !== TANDA_PNG) return false
  try {
    return pngUtuh(data)
  } catch {
    return false
  }
}

function pngUtuh(data: Buffer): boolean {
  const lebar = data.readUInt32BE(16)
  const tinggi = data.readUInt32BE(20)
  const bit = data.readUInt8(24)
  const saluran = [1, 0, 3, 1, 2, 0, 4][data.readUInt8(25)] ?? 0
  if (lebar * tinggi === 0 || lebar * tinggi > PIKSEL_TERBANYAK || saluran === 0) return false
  const perlu = (Math.ceil((lebar * bit * saluran) / 8) + 1) * tinggi
  const idat: Buffer[] = []
  for (let i = 8; i + 8 <= data.length; ) {
    const panjang = data.readUInt32BE(i)
    const jenis = data.toString('latin1', i + 4, i + 8)
    if (jenis === 'IDAT') idat.push(data.subarray(i + 8, i + 8 + panjang))
    if (jenis === 'IEND') break
    i += panjang + 12
  }
  const interlaced = data.readUInt8(28) === 1
  const piksel = inflateSync(Buffer.concat(idat), { maxOutputLength: perlu * 2 + 1024 })
  return interlaced || piksel.length >= perlu
}
