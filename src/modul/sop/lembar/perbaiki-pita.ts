import { type BarisKisi, buatKisi, type Kisi } from './kisi.ts'
import type { Lintasan } from './lintasan.ts'
import { pilihLintasan } from './pilih-lintasan.ts'
import type { Simpul } from './simpul.ts'

/** at most so many other places are tried on a page, fewer on a crowded one, where each try takes long */
const PERCOBAAN = 40
const BEBAN = 20_000
/** how far a connector is moved at once, in columns */
const JAUH = 2

/** Where the connectors of a page stood best, by rows of the page: pages are planned several times. */
export type IngatanPita = Map<string, ReadonlyMap<string, readonly number[]>>

type Hasil = { readonly kisi: Kisi; readonly lintasan: readonly Lintasan[]; readonly biaya: number }

/** Moves connectors within their strip, or swaps two, as long as the arrows of the page become shorter or cross less. */
export function perbaikiPita(kisi: Kisi, { ingatan, kunci }: { ingatan: IngatanPita; kunci: string }): Hasil {
  const ingat = ingatan.get(kunci)
  if (ingat) {
    const lama = pasangKolom(kisi, ingat)
    return { kisi: lama, ...pilihLintasan(lama) }
  }
  const hasil = cariTerbaik(kisi)
  ingatan.set(kunci, new Map([...hasil.kisi.simpul.values()].map((s) => [s.id, s.kolom])))
  return hasil
}

function pasangKolom(kisi: Kisi, kolom: ReadonlyMap<string, readonly number[]>): Kisi {
  const baris = kisi.baris.map((b) =>
    typeof b.tabel === 'number'
      ? b
      : { ...b, simpul: urutkan(b.simpul.map((s) => ({ ...s, kolom: kolom.get(s.id) ?? s.kolom }))) },
  )
  // rows that were cut otherwise may bring other connectors
  const bentrok = baris.some(
    (b) => new Set(b.simpul.flatMap((s) => s.kolom)).size < b.simpul.flatMap((s) => s.kolom).length,
  )
  return bentrok ? kisi : buatKisi(baris, kisi.sambungan, kisi.banyakKolom)
}

const urutkan = (simpul: Simpul[]): Simpul[] => simpul.sort((a, b) => (a.kolom[0] ?? 0) - (b.kolom[0] ?? 0))

function cariTerbaik(kisi: Kisi): Hasil {
  let terbaik: Hasil = { kisi, ...pilihLintasan(kisi) }
  let sisa = Math.min(PERCOBAAN, Math.floor(BEBAN / (kisi.sambungan.length ** 2 * kisi.banyakKolom)))
  for (let membaik = true; membaik && sisa > 0; ) {
    membaik = false
    for (const lain of pindahan(terbaik.kisi)) {
      if (sisa-- <= 0) break
      const coba: Hasil = { kisi: lain, ...pilihLintasan(lain) }
      if (coba.biaya >= terbaik.biaya - 1e-6) continue
      terbaik = coba
      membaik = true
      break
    }
  }
  return terbaik
}

/** All grids that differ in the place of one connector, nearest places first. */
function* pindahan(kisi: Kisi): Generator<Kisi> {
  for (const [r, baris] of kisi.baris.entries()) {
    if (typeof baris.tabel === 'number') continue
    for (const s of baris.simpul) {
      const kini = s.kolom[0] ?? 0
      const dekat = Array.from({ length: kisi.banyakKolom }, (_, k) => k).filter(
        (k) => k !== kini && Math.abs(k - kini) <= JAUH,
      )
      for (const k of dekat.sort((a, b) => Math.abs(a - kini) - Math.abs(b - kini)))
        yield buatKisi(kisi.baris.with(r, pindahkan(baris, s, k)), kisi.sambungan, kisi.banyakKolom)
    }
  }
}

function pindahkan(baris: BarisKisi, simpul: Simpul, ke: number): BarisKisi {
  const kolom = (s: Simpul) => (s === simpul ? [ke] : s.kolom.includes(ke) ? simpul.kolom : s.kolom)
  return {
    ...baris,
    simpul: baris.simpul.map((s) => ({ ...s, kolom: kolom(s) })).sort((a, b) => (a.kolom[0] ?? 0) - (b.kolom[0] ?? 0)),
  }
}
