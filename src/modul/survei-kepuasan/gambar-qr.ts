import { encode } from 'uqr'

/** Free modules around the code, as its standard asks for. */
const TEPI = 4

/** A run of dark modules in one line of the code. */
export type RuasQr = { readonly x: number; readonly y: number; readonly panjang: number }

/** The dark modules of an address as QR code, joined along each line, on a square of `sisi` modules with its free edge. */
export function ruasQr(alamat: string): { readonly sisi: number; readonly ruas: readonly RuasQr[] } {
  const { size, data } = encode(alamat, { ecc: 'M', border: 0 })
  const ruas = data.flatMap((baris, y) =>
    baris.flatMap((isi, x): RuasQr[] => {
      if (!isi || baris[x - 1]) return []
      const akhir = baris.indexOf(false, x)
      return [{ x: x + TEPI, y: y + TEPI, panjang: (akhir < 0 ? size : akhir) - x }]
    }),
  )
  return { sisi: size + 2 * TEPI, ruas }
}

/** An address as QR code: one path of bars, black on white, no styles. */
export function gambarQr(alamat: string): string {
  const { sisi, ruas } = ruasQr(alamat)
  const jejak = ruas.map(({ x, y, panjang }) => `M${x} ${y}h${panjang}v1h-${panjang}z`).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${sisi} ${sisi}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${sisi}v${sisi}H0z"/><path d="${jejak}"/></svg>`
}
