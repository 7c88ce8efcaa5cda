import { type BarisKisi, buatKisi, type Kisi } from './kisi.ts'
import type { Lintasan } from './lintasan.ts'
import { pilihLintasan } from './pilih-lintasan.ts'
import type { Simpul } from './simpul.ts'

/** at most so many other places are tried on a page */
const PERCOBAAN = 60

type Hasil = { readonly kisi: Kisi; readonly lintasan: readonly Lintasan[]; readonly biaya: number }

/** Moves connectors within their strip, or swaps two, as long as the arrows of the page become shorter or cross less. */
export function perbaikiPita(kisi: Kisi): Hasil {
  let terbaik: Hasil = { kisi, ...pilihLintasan(kisi) }
  let sisa = PERCOBAAN
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
      const kolom = Array.from({ length: kisi.banyakKolom }, (_, k) => k).filter((k) => k !== kini)
      for (const k of kolom.sort((a, b) => Math.abs(a - kini) - Math.abs(b - kini)))
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
