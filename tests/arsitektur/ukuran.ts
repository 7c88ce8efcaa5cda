import { kodePolos } from './kode-polos.ts'
import { type Berkas, barisKe } from './pohon.ts'

export type Batas = { readonly nama: string; readonly di: RegExp; readonly baris: number }

/** Hard limits in lines; what usually stands there is far below. */
export const BATAS: readonly Batas[] = [
  { nama: 'uji', di: /^tests\/.*\.ts$/, baris: 400 },
  { nama: 'TypeScript', di: /^(src|prisma|bench)\/.*\.ts$/, baris: 250 },
  { nama: 'skrip', di: /^scripts\/.*\.mjs$/, baris: 250 },
  { nama: 'templat', di: /^views\/.*\.ejs$/, baris: 150 },
]
export const BARIS_FUNGSI = 50
export const KEDALAMAN_MODUL = 3

const banyakBaris = (isi: string): number => isi.trimEnd().split('\n').length

/** Files longer than their limit; `kecuali`: path → lines it may have. */
export function terlaluPanjang(berkas: readonly Berkas[], kecuali: Readonly<Record<string, number>> = {}): string[] {
  return berkas.flatMap(({ jalur, isi }) => {
    const batas = kecuali[jalur] ?? BATAS.find(({ di }) => di.test(jalur))?.baris
    const baris = banyakBaris(isi)
    return batas !== undefined && baris > batas ? [`${jalur}: ${baris} baris (batas ${batas})`] : []
  })
}

/** Folders below src/modul/<name>: at most one more. */
export const terlaluDalam = (berkas: readonly Berkas[]): string[] =>
  berkas.flatMap(({ jalur }) => {
    const bagian = jalur.split('/')
    return jalur.startsWith('src/modul/') && bagian.length - 2 > KEDALAMAN_MODUL ? [jalur] : []
  })

/** Named functions and arrow functions bound to a name whose body has more lines than the limit. */
export function fungsiPanjang({ jalur, isi }: Berkas): string[] {
  const polos = kodePolos(isi)
  const awal =
    /\bfunction\s*\*?\s+(\w+)|\b(?:const|let)\s+(\w+)(?::[^=\n]+)?\s*=\s*(?:async\s*)?(?:<[^>\n]*>\s*)?(?=\()/g
  return Array.from(polos.matchAll(awal)).flatMap((cocok) => {
    const mulai = cocok[1] ? badanFungsi(polos, cocok.index) : badanPanah(polos, cocok.index + cocok[0].length)
    const baris = mulai < 0 ? 0 : barisKe(isi, pasangan(polos, mulai, '{', '}')) - barisKe(isi, cocok.index) + 1
    return baris > BARIS_FUNGSI ? [`${jalur}: ${cocok[1] ?? cocok[2]} ${baris} baris`] : []
  })
}

/** The brace after `(…): Type => {`, or -1 when the body is an expression. */
function badanPanah(kode: string, mulai: number): number {
  const akhir = pasangan(kode, mulai, '(', ')') + 1
  const panah = /^\s*(?::(?:[^={]|\{[^}]*\})*?)?=>\s*\{/.exec(kode.slice(akhir, akhir + 400))
  return panah ? akhir + panah[0].length - 1 : -1
}

/** The brace that opens the body: the first one after the parameters that is no type. */
function badanFungsi(kode: string, mulai: number): number {
  const akhirParameter = pasangan(kode, kode.indexOf('(', mulai), '(', ')')
  for (let ke = akhirParameter + 1; ke < kode.length; ke++) {
    if (kode[ke] !== '{') continue
    // a return type that is an object ends before the body begins
    const akhir = pasangan(kode, ke, '{', '}')
    if (!/^\s*(\[\]\s*)?(\||&|>|\{)/.test(kode.slice(akhir + 1, akhir + 20))) return ke
    ke = akhir
  }
  return -1
}

function pasangan(kode: string, mulai: number, buka: string, tutup: string): number {
  let dalam = 0
  for (let ke = mulai; ke < kode.length; ke++) {
    if (kode[ke] === buka) dalam++
    else if (kode[ke] === tutup && --dalam === 0) return ke
  }
  return kode.length
}
