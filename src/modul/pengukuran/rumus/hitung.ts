import { bagi, banding, kali, negatif, type Pecahan, pecahanDari, tambah } from './pecahan.ts'
import type { NamaFungsi, Simpul } from './pohon.ts'

/** A value, or the divisor that is zero. */
export type HasilPohon =
  | { readonly nilai: Pecahan; readonly penyebutNol: null }
  | { readonly nilai: null; readonly penyebutNol: Simpul }

/** A variable of the formula without a value: the caller checks first, so this is a programming error. */
const tanpaIsian = (kode: string): RangeError => new RangeError(`Variabel ${kode} tidak mempunyai nilai`)

/**
 * Computes a tree exactly. Total for every value: the only thing that stops it is a divisor of zero.
 * RangeError when a variable has no value; values are plain decimals, as the caller has read them.
 */
export function hitungPohon(pohon: Simpul, isian: ReadonlyMap<string, string>): HasilPohon {
  if (pohon.jenis === 'ANGKA') return ada(pecahanDari(pohon.nilai))
  if (pohon.jenis === 'VARIABEL') {
    const isi = isian.get(pohon.kode)
    if (isi === undefined) throw tanpaIsian(pohon.kode)
    return ada(pecahanDari(isi))
  }
  const bagian =
    pohon.jenis === 'NEGATIF' ? [pohon.isi] : pohon.jenis === 'FUNGSI' ? pohon.isi : [pohon.kiri, pohon.kanan]
  const nilai: Pecahan[] = []
  for (const satu of bagian) {
    const hasil = hitungPohon(satu, isian)
    if (!hasil.nilai) return hasil
    nilai.push(hasil.nilai)
  }
  return gabungkan(pohon, nilai)
}

function gabungkan(pohon: Exclude<Simpul, { jenis: 'ANGKA' | 'VARIABEL' }>, nilai: readonly Pecahan[]): HasilPohon {
  const [a, b] = nilai
  if (!a) throw new RangeError('Bagian rumus kosong')
  if (pohon.jenis === 'NEGATIF') return ada(negatif(a))
  if (pohon.jenis === 'FUNGSI') return ada(jalankan(pohon.nama, [a, ...nilai.slice(1)]))
  if (!b) throw new RangeError('Bagian rumus kosong')
  if (pohon.tanda === '+') return ada(tambah(a, b))
  if (pohon.tanda === '−') return ada(tambah(a, negatif(b)))
  if (pohon.tanda === '×') return ada(kali(a, b))
  const hasil = bagi(a, b)
  return hasil ? ada(hasil) : { nilai: null, penyebutNol: pohon.kanan }
}

function jalankan(nama: NamaFungsi, nilai: readonly [Pecahan, ...Pecahan[]]): Pecahan {
  if (nama === 'min') return nilai.reduce((a, b) => (banding(b, a) < 0n ? b : a))
  if (nama === 'maks') return nilai.reduce((a, b) => (banding(b, a) > 0n ? b : a))
  return kali(nilai.reduce(tambah), { atas: 1n, bawah: BigInt(nilai.length) })
}

const ada = (nilai: Pecahan): HasilPohon => ({ nilai, penyebutNol: null })
