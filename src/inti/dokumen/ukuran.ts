import type { Dokumen } from './model.ts'

/** Points (1/72 inch) per millimetre: PDF measures in points. */
export const PT_PER_MM = 72 / 25.4

/** Paper in mm, upright. F4 is the folio of Indonesian offices. */
const KERTAS = { A4: [210, 297], F4: [215.9, 330.2], A3: [297, 420] } as const

/** Margins in mm: the one source for all renderers. The left one leaves room for punching and binding. */
export const TEPI_MM = {
  tegak: { atas: 15, kanan: 20, bawah: 20, kiri: 25 },
  mendatar: { atas: 15, kanan: 15, bawah: 17, kiri: 20 },
} as const

/** Type sizes in points. */
export const HURUF = { biasa: 12, kecil: 10, judul: 14, kaki: 8 } as const
export const HURUF_TABEL = { biasa: 11, kecil: 9.5, sangatKecil: 8 } as const

/** Line height as a multiple of the type size. */
export const SPASI = { teks: 1.25, tabel: 1.14 } as const

export type Bidang = {
  readonly lebarKertas: number
  readonly tinggiKertas: number
  /** left and upper edge, width and height of the room for the body, in points */
  readonly x: number
  readonly y: number
  readonly lebar: number
  readonly tinggi: number
}

/** Sheet and body area of a document in points. */
export function hitungBidang(dokumen: Pick<Dokumen, 'ukuran' | 'arah'>): Bidang {
  const [sisiPendek, sisiPanjang] = KERTAS[dokumen.ukuran]
  const tegak = dokumen.arah === 'tegak'
  const lebarMm = tegak ? sisiPendek : sisiPanjang
  const tinggiMm = tegak ? sisiPanjang : sisiPendek
  const tepi = TEPI_MM[dokumen.arah]
  return {
    lebarKertas: lebarMm * PT_PER_MM,
    tinggiKertas: tinggiMm * PT_PER_MM,
    x: tepi.kiri * PT_PER_MM,
    y: tepi.atas * PT_PER_MM,
    lebar: (lebarMm - tepi.kiri - tepi.kanan) * PT_PER_MM,
    tinggi: (tinggiMm - tepi.atas - tepi.bawah) * PT_PER_MM,
  }
}
