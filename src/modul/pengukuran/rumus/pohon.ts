/** A formula as a tree: what is computed, shown and checked. Text is never run as code. */
export type Simpul =
  | { readonly jenis: 'ANGKA' /** plain decimal without a sign */; readonly nilai: string }
  | { readonly jenis: 'VARIABEL'; readonly kode: string }
  | { readonly jenis: 'NEGATIF'; readonly isi: Simpul }
  | { readonly jenis: 'OPERASI'; readonly tanda: Tanda; readonly kiri: Simpul; readonly kanan: Simpul }
  | { readonly jenis: 'FUNGSI'; readonly nama: NamaFungsi; readonly isi: readonly Simpul[] }
export type Tanda = '+' | '−' | '×' | '÷'

/** Functions of a formula, by the name that is shown. */
export const FUNGSI = ['min', 'maks', 'rata'] as const
export type NamaFungsi = (typeof FUNGSI)[number]

/** Longest formula in letters, and how deep parentheses may lie in one another. */
export const MAKS_HURUF_RUMUS = 500
export const MAKS_KURUNG_RUMUS = 20

/** Names that a variable may not have in a formula. */
export const KODE_TERLARANG: readonly string[] = [...FUNGSI, 'max']

/** Codes of the variables in a tree, each once, in the order in which they stand. */
export const variabelRumus = (pohon: Simpul): string[] => [...new Set(kodeDalam(pohon))]

function kodeDalam(pohon: Simpul): string[] {
  if (pohon.jenis === 'ANGKA') return []
  if (pohon.jenis === 'VARIABEL') return [pohon.kode]
  if (pohon.jenis === 'NEGATIF') return kodeDalam(pohon.isi)
  return (pohon.jenis === 'FUNGSI' ? pohon.isi : [pohon.kiri, pohon.kanan]).flatMap(kodeDalam)
}
