import { barisPita, type Penghubung, type PotonganHalaman } from './bagi-halaman.ts'
import type { BarisTabel } from './baris-tabel.ts'
import type { Sambungan, Simpul } from './simpul.ts'

/** A row of symbols. `tabel`: place of its table row on the page, or the strip of connectors it belongs to. */
export type BarisKisi = {
  readonly simpul: readonly Simpul[]
  readonly tabel: number | 'atas' | 'bawah'
}

/** The flow of one page as a grid: symbols in rows and columns, and the arrows to be led between them. */
export type Kisi = {
  readonly baris: readonly BarisKisi[]
  readonly sambungan: readonly Sambungan[]
  readonly banyakKolom: number
  readonly letak: ReadonlyMap<string, number>
  readonly simpul: ReadonlyMap<string, Simpul>
}

type Nama = {
  readonly banyakKolom: number
  /** what a connector says: its letter, and the page it leads to or comes from */
  readonly sebut: (penghubung: Penghubung) => readonly string[]
}

/** Builds the grid of a page: strips of connectors above and below the symbols of its rows. */
export function susunKisi(baris: readonly BarisTabel[], potongan: PotonganHalaman, nama: Nama): Kisi {
  const isi = baris.slice(potongan.dari, potongan.sampai + 1)
  const tengah = isi.flatMap((b, tabel) => (b.simpul?.baris ?? []).map((simpul): BarisKisi => ({ simpul, tabel })))
  const sambungan = susunSambungan(isi, potongan)
  const pita = (di: 'atas' | 'bawah') => susunPita(potongan[di], { di, tengah, sambungan, nama })
  return buatKisi([...pita('atas'), ...tengah, ...pita('bawah')], sambungan, nama.banyakKolom)
}

export function buatKisi(baris: readonly BarisKisi[], sambungan: readonly Sambungan[], banyakKolom: number): Kisi {
  return {
    baris,
    sambungan,
    banyakKolom,
    letak: new Map(baris.flatMap((b, i) => b.simpul.map((s) => [s.id, i] as const))),
    simpul: new Map(baris.flatMap((b) => b.simpul.map((s) => [s.id, s] as const))),
  }
}

/** Is there no symbol in this cell of the grid? */
export const selKosong = (kisi: Kisi, baris: number, kolom: number): boolean =>
  !kisi.baris[baris]?.simpul.some((s) => s.kolom.includes(kolom))

export const idPenghubung = ({ arah, tujuan }: Penghubung): string => `${arah}:${tujuan}`

function susunSambungan(isi: readonly BarisTabel[], { atas, bawah }: PotonganHalaman): Sambungan[] {
  const masuk = new Map(isi.flatMap((b) => (b.simpul ? [[b.langkah.kode, b.simpul.masuk] as const] : [])))
  const penghubung = [...atas, ...bawah]
  const keluar = new Set(penghubung.filter((p) => p.arah === 'keluar').map((p) => p.tujuan))
  return [
    ...isi.flatMap(({ simpul, langkah }): Sambungan[] => {
      if (!simpul) return []
      const luar = langkah.menuju.flatMap(({ ke, cabang }): Sambungan[] => {
        const tujuan = masuk.get(ke) ?? (keluar.has(ke) ? idPenghubung({ arah: 'keluar', tujuan: ke }) : null)
        return tujuan === null ? [] : [{ dari: simpul.keluar, ke: tujuan, cabang }]
      })
      return [...simpul.dalam, ...luar]
    }),
    ...penghubung.flatMap((p): Sambungan[] => {
      const ke = masuk.get(p.tujuan)
      return p.arah === 'masuk' && ke ? [{ dari: idPenghubung(p), ke, cabang: 'biasa' }] : []
    }),
  ]
}

type BahanPita = {
  readonly di: 'atas' | 'bawah'
  readonly tengah: readonly BarisKisi[]
  readonly sambungan: readonly Sambungan[]
  readonly nama: Nama
}

/** Rows of connectors; each stands where a straight arrow can reach it, or as near as there is room. */
function susunPita(pita: readonly Penghubung[], { di, tengah, sambungan, nama }: BahanPita): BarisKisi[] {
  const urutan = di === 'atas' ? [...tengah].reverse() : tengah
  return barisPita(pita, nama.banyakKolom).map((satu) => {
    const terpakai = new Set<number>()
    const calon = satu
      .map((p) => ({
        p,
        nilai: nilaiKolom(lawan(p, { urutan, sambungan }), {
          urutan,
          banyakKolom: nama.banyakKolom,
          // only what goes down can go straight
          lurus: (p.arah === 'masuk') === (di === 'atas'),
        }),
      }))
      .sort((a, b) => Math.min(...a.nilai) - Math.min(...b.nilai))
    return {
      tabel: di,
      simpul: calon
        .map(({ p, nilai }) => {
          const kolom = nilai
            .map((n, k) => ({ n, k }))
            .filter(({ k }) => !terpakai.has(k))
            .sort((a, b) => a.n - b.n)[0]?.k
          terpakai.add(kolom ?? 0)
          return susunPenghubung(p, { kolom: kolom ?? 0, di, nama })
        })
        .sort((a, b) => (a.kolom[0] ?? 0) - (b.kolom[0] ?? 0)),
    }
  })
}

const susunPenghubung = (
  p: Penghubung,
  { kolom, di, nama }: { kolom: number; di: 'atas' | 'bawah'; nama: Nama },
): Simpul => ({
  id: idPenghubung(p),
  bentuk: 'konektor',
  kolom: [kolom],
  langkah: null,
  tulisan: nama.sebut(p),
  keluar: p.arah === 'keluar' ? [] : di === 'atas' ? ['bawah', 'kanan', 'kiri'] : ['kanan', 'kiri'],
  masuk: p.arah === 'keluar' ? ['atas', 'kiri', 'kanan'] : [],
})

/** The symbols of the page that a connector is tied to. */
function lawan(
  p: Penghubung,
  { urutan, sambungan }: { urutan: readonly BarisKisi[]; sambungan: readonly Sambungan[] },
): { simpul: Simpul; baris: number }[] {
  const id = idPenghubung(p)
  const terkait = sambungan.flatMap((s) => (s.dari === id ? [s.ke] : s.ke === id ? [s.dari] : []))
  return urutan.flatMap((b, baris) =>
    b.simpul.filter((s) => terkait.includes(s.id)).map((simpul) => ({ simpul, baris })),
  )
}

const LURUS = -10

/** For each column how well a connector stands in it: straight below or above its symbol first, then the distance. */
function nilaiKolom(
  terkait: readonly { simpul: Simpul; baris: number }[],
  { urutan, banyakKolom, lurus }: { urutan: readonly BarisKisi[]; banyakKolom: number; lurus: boolean },
): number[] {
  return Array.from({ length: banyakKolom }, (_, k) => {
    const jarak = Math.min(
      banyakKolom,
      ...terkait.flatMap(({ simpul }) => simpul.kolom.map((milik) => Math.abs(milik - k))),
    )
    const tampak = terkait.some(
      ({ simpul, baris }) =>
        simpul.kolom.includes(k) && urutan.slice(baris + 1).every((b) => b.simpul.every((s) => !s.kolom.includes(k))),
    )
    return jarak + (lurus && tampak ? LURUS : 0)
  })
}
