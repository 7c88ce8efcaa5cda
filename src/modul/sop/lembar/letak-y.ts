import { atasPita, barisPita, type PotonganHalaman, tinggiBarisPita } from './bagi-halaman.ts'
import type { BarisTabel } from './baris-tabel.ts'
import { idPenghubung, type Kisi } from './kisi.ts'
import { type Simpul, tinggiBaris, tinggiSimbol } from './simpul.ts'
import { BARIS, SIMBOL } from './ukuran.ts'

export type Pita = { readonly y: number; readonly tinggi: number; readonly di: 'atas' | 'bawah' }

/** Heights of one page: everything that is known before columns have their width. */
export type LetakY = {
  /** upper edge of each table row of the page */
  readonly baris: readonly number[]
  readonly pita: readonly Pita[]
  readonly bawah: number
  /** upper edge of each symbol */
  readonly atas: (simpul: Simpul) => number
  /** where a line leaves or enters a symbol at its side */
  readonly samping: (simpul: Simpul, arah: 'keluar' | 'masuk') => number
  /** where lines into a symbol turn above it */
  readonly belok: (simpul: Simpul) => number
}

/** Puts strips and rows of a page below each other, from `y` down. */
export function susunLetakY(
  kisi: Kisi,
  { isi, potongan, y }: { isi: readonly BarisTabel[]; potongan: PotonganHalaman; y: number },
): LetakY {
  const atas = new Map<string, number>()
  const belok = new Map<string, number>()
  const pita: Pita[] = []
  const baris: number[] = []
  let bawah = y
  const taruhPita = (di: 'atas' | 'bawah') => {
    for (const satu of barisPita(potongan[di], kisi.banyakKolom)) {
      const tinggi = tinggiBarisPita(satu)
      pita.push({ y: bawah, tinggi, di })
      let urut = 0
      for (const p of satu) {
        atas.set(idPenghubung(p), bawah + atasPita(satu))
        belok.set(idPenghubung(p), bawah + BARIS.belok + urut * BARIS.jarakBelok)
        if (p.arah === 'keluar') urut++
      }
      bawah += tinggi
    }
  }
  taruhPita('atas')
  for (const b of isi) {
    baris.push(bawah)
    taruhBaris(b, { y: bawah, atas, belok })
    bawah += b.tinggi
  }
  taruhPita('bawah')
  return { baris, pita, bawah, ...tanya(atas, belok) }
}

type Peta = Map<string, number>

/** The rows of symbols of a step stand in the middle of its table row. */
function taruhBaris(b: BarisTabel, { y, atas, belok }: { y: number; atas: Peta; belok: Peta }): void {
  const kisi = b.simpul?.baris ?? []
  const tinggi = kisi.reduce((jumlah, simpul) => jumlah + tinggiBaris(simpul), 0)
  let mulai = y + (b.tinggi - tinggi) / 2
  for (const simpul of kisi) {
    const tertinggi = Math.max(...simpul.map((s) => tinggiSimbol(s.bentuk)))
    for (const s of simpul) {
      atas.set(s.id, mulai + BARIS.atas + (tertinggi - tinggiSimbol(s.bentuk)) / 2)
      belok.set(s.id, mulai + BARIS.belok)
    }
    mulai += tinggiBaris(simpul)
  }
}

function tanya(atas: Peta, belok: Peta): Pick<LetakY, 'atas' | 'samping' | 'belok'> {
  const atasnya = (s: Simpul) => atas.get(s.id) ?? 0
  return {
    atas: atasnya,
    belok: (s) => belok.get(s.id) ?? 0,
    samping: (s, arah) => {
      if (s.bentuk !== 'konektor') return atasnya(s) + tinggiSimbol(s.bentuk) / 2
      // two connectors beside each other share a gap: what comes in and what goes out keep to lines of their own
      return atasnya(s) + SIMBOL.konektor * SIMBOL.badanKonektor * (arah === 'masuk' ? 0.3 : 0.7)
    },
  }
}
