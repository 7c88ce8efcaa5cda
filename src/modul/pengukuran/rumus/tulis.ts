import { formatAngka } from '../../../inti/angka/index.ts'
import type { Simpul, Tanda } from './pohon.ts'

const TINGKAT: Readonly<Record<Tanda, number>> = { '+': 1, '−': 1, '×': 2, '÷': 2 }
const TINGKAT_NEGATIF = 3

/** A number inside a formula, without separators between thousands so that it can be read back: '1250,5'. */
const bilangan = (nilai: string): string => nilai.replace('.', ',')

/**
 * The formula in Indonesian notation with as few parentheses as needed: '(a + b) ÷ c × 100', 'rata(a; b; c)'. `sebut`
 * says what stands for a variable (its code, its name, its value); without it the text can be read back.
 */
export function tulisRumus(pohon: Simpul, sebut: (kode: string) => string = (kode) => kode): string {
  return tulis(pohon, { sebut, angka: bilangan })
}

/** The formula with the values of its variables, as it is printed: '(12 + 3) ÷ 1.900 × 100'. */
export function tulisHitungan(pohon: Simpul, isian: ReadonlyMap<string, string>): string {
  const angka = (nilai: string) => (nilai.startsWith('-') ? `(${formatAngka(nilai)})` : formatAngka(nilai))
  return tulis(pohon, { sebut: (kode) => angka(isian.get(kode) ?? '0'), angka: (nilai) => formatAngka(nilai) })
}

type Cara = { readonly sebut: (kode: string) => string; readonly angka: (nilai: string) => string }

function tulis(pohon: Simpul, cara: Cara): string {
  if (pohon.jenis === 'VARIABEL') return cara.sebut(pohon.kode)
  if (pohon.jenis === 'ANGKA') return cara.angka(pohon.nilai)
  if (pohon.jenis === 'FUNGSI') return `${pohon.nama}(${pohon.isi.map((satu) => tulis(satu, cara)).join('; ')})`
  if (pohon.jenis === 'NEGATIF') return `-${berkurung(pohon.isi, TINGKAT_NEGATIF, cara)}`
  const tingkat = TINGKAT[pohon.tanda]
  // a − (b − c) and a ÷ (b × c) need their parentheses on the right, a + (b + c) had them when it was written
  return `${berkurung(pohon.kiri, tingkat, cara)} ${pohon.tanda} ${berkurung(pohon.kanan, tingkat + 1, cara)}`
}

/** In parentheses when it binds less than what stands around it; a negative number always, except at the very left. */
function berkurung(pohon: Simpul, paling: number, cara: Cara): string {
  const teks = tulis(pohon, cara)
  return kuat(pohon) < paling ? `(${teks})` : teks
}

function kuat(pohon: Simpul): number {
  if (pohon.jenis === 'OPERASI') return TINGKAT[pohon.tanda]
  if (pohon.jenis === 'NEGATIF') return 1
  return TINGKAT_NEGATIF
}
