import type { Naskah } from './naskah/bentuk.ts'

/** A stretch of a help text: words, the name of a button, or a page with its address. */
export type Potongan = {
  readonly teks: string
  readonly jenis: 'biasa' | 'tombol' | 'halaman'
  readonly alamat: string
}

/** Takes a help text apart at its `[[…]]`. Pure. */
export function uraiNaskah(naskah: Naskah): Potongan[] {
  return naskah.split(/(\[\[[^\]]+\]\])/).flatMap((bagian): Potongan[] => {
    if (bagian === '') return []
    const [, nama, alamat] = /^\[\[([^|\]]+)(?:\|([^\]]+))?\]\]$/.exec(bagian) ?? []
    if (nama === undefined) return [{ teks: bagian, jenis: 'biasa', alamat: '' }]
    return [{ teks: nama, jenis: alamat === undefined ? 'tombol' : 'halaman', alamat: alamat ?? '' }]
  })
}

/** The same as plain words, for headings and lists without links. */
export const teksNaskah = (naskah: Naskah): string =>
  uraiNaskah(naskah)
    .map((p) => p.teks)
    .join('')
