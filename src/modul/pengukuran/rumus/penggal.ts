import { FUNGSI, type NamaFungsi, type Tanda } from './pohon.ts'

/** One word of a formula; `sampai`: how many letters of the text it and all before it take. */
export type Penggal =
  | { readonly jenis: 'ANGKA'; readonly nilai: string; readonly sampai: number }
  | { readonly jenis: 'NAMA'; readonly kode: string; readonly sampai: number }
  | { readonly jenis: 'FUNGSI'; readonly nama: NamaFungsi; readonly sampai: number }
  | { readonly jenis: 'TANDA'; readonly tanda: Tanda; readonly sampai: number }
  | { readonly jenis: 'BUKA' | 'TUTUP' | 'PISAH' | 'AKHIR'; readonly sampai: number }

/** What cannot be read in a formula, as a sentence for the person who wrote it. */
export class RumusSalah extends Error {}

const TANDA: Readonly<Record<string, Tanda>> = {
  '+': '+',
  '-': '−',
  '−': '−',
  '–': '−',
  '*': '×',
  '×': '×',
  '·': '×',
  '/': '÷',
  '÷': '÷',
  ':': '÷',
}
const POLA = /\s*(?:(\d+(?:[.,]\d+)?)|([a-z_][a-z0-9_]*)|(\S))/iuy

/**
 * Cuts a formula into words. Numbers have a comma or a point before their decimals and no separators between thousands
 * ('1.250' may mean either and is refused); operators as people type them: * × · / ÷ : - −; `;` or a comma between the parts of a
 * function. A lone 'x' that is no variable is the sign of multiplication. Throws RumusSalah.
 */
export function penggalRumus(teks: string, variabel: ReadonlySet<string>): Penggal[] {
  const hasil: Penggal[] = []
  POLA.lastIndex = 0
  for (let cocok = POLA.exec(teks); cocok; cocok = POLA.exec(teks)) {
    const [, angka, nama, lain] = cocok
    const sampai = POLA.lastIndex
    if (angka) hasil.push({ jenis: 'ANGKA', nilai: bacaBilangan(angka), sampai })
    else if (nama) hasil.push(bacaNama(nama.toLowerCase(), { variabel, sampai }))
    else if (lain) hasil.push(bacaTanda(lain, sampai))
  }
  return [...hasil, { jenis: 'AKHIR', sampai: teks.length }]
}

function bacaBilangan(teks: string): string {
  const [bulat = '', pecahan = ''] = teks.split(/[.,]/)
  if (teks.includes('.') && pecahan.length === 3 && /^[1-9]\d{0,2}$/.test(bulat))
    throw new RumusSalah(`Angka ${teks} dapat dibaca dua cara. Tulis ${bulat}${pecahan} atau ${bulat},${pecahan}.`)
  if (bulat.length > 15 || pecahan.length > 10)
    throw new RumusSalah(
      `Angka ${teks.slice(0, 30)} terlalu panjang: paling banyak 15 angka di depan dan 10 di belakang koma.`,
    )
  return pecahan === '' ? bulat : `${bulat}.${pecahan}`
}

function bacaNama(kode: string, { variabel, sampai }: { variabel: ReadonlySet<string>; sampai: number }): Penggal {
  if (kode === 'x' && !variabel.has('x')) return { jenis: 'TANDA', tanda: '×', sampai }
  const nama = FUNGSI.find((satu) => satu === (kode === 'max' ? 'maks' : kode))
  return nama ? { jenis: 'FUNGSI', nama, sampai } : { jenis: 'NAMA', kode, sampai }
}

function bacaTanda(huruf: string, sampai: number): Penggal {
  const tanda = TANDA[huruf]
  if (tanda) return { jenis: 'TANDA', tanda, sampai }
  if (huruf === '(') return { jenis: 'BUKA', sampai }
  if (huruf === ')') return { jenis: 'TUTUP', sampai }
  if (huruf === ';' || huruf === ',') return { jenis: 'PISAH', sampai }
  if (huruf === '%')
    throw new RumusSalah('Tanda % tidak dipakai dalam rumus. Tulis × 100; satuan indikator yang menyatakan persen.')
  throw new RumusSalah(
    `Tanda ${huruf} tidak dikenal dalam rumus. Yang dapat dipakai: + − × ÷ ( ) dan fungsi min, maks, rata.`,
  )
}
