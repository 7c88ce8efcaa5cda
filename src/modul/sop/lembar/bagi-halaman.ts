import type { BarisTabel } from './baris-tabel.ts'
import { BARIS, mm, PANAH, SIMBOL } from './ukuran.ts'

/** An off-page connector: work leaves the page for a step elsewhere, or comes from elsewhere to a step of the page. */
export type Penghubung = { readonly arah: 'keluar' | 'masuk'; readonly tujuan: string }

/** Rows of one page, with the connectors that stand above and below them. */
export type PotonganHalaman = {
  readonly dari: number
  readonly sampai: number
  readonly atas: readonly Penghubung[]
  readonly bawah: readonly Penghubung[]
}

type Arus = { readonly dari: number; readonly ke: number; readonly tujuan: string }
type Ruang = { readonly kapasitas: number; readonly banyakKolom: number }

/** a last page is not left with less than this share of the others, if rows can be dealt out more evenly */
const TERISI_LAYAK = 0.45
const SELANGKAH = mm(4)

/**
 * Deals rows out to pages, each row whole, with room for the connectors that the cut makes necessary. Arrows to one step share
 * one connector on a page.
 */
export function bagiHalaman(baris: readonly BarisTabel[], ruang: Ruang): PotonganHalaman[] {
  const arus = susunArus(baris)
  const penuh = isiHalaman(baris, { arus, ...ruang })
  let merata = penuh
  for (let kapasitas = ruang.kapasitas - SELANGKAH; tertinggal(merata, baris, kapasitas); kapasitas -= SELANGKAH) {
    const lain = isiHalaman(baris, { arus, ...ruang, kapasitas })
    if (lain.length > penuh.length) break
    merata = lain
  }
  return merata
}

/** Rows of connectors, filled from the left of the list; a row has one for each column. */
export function barisPita(pita: readonly Penghubung[], banyakKolom: number): Penghubung[][] {
  return Array.from({ length: Math.ceil(pita.length / banyakKolom) }, (_, ke) =>
    pita.slice(ke * banyakKolom, (ke + 1) * banyakKolom),
  )
}

/** Room above the connectors of a strip: arrows into those that leave the page turn there, each on a line of its own. */
export function atasPita(pita: readonly Penghubung[]): number {
  const tujuan = pita.filter((p) => p.arah === 'keluar').length
  if (tujuan === 0) return BARIS.atasKonektor
  return BARIS.belok + (tujuan - 1) * BARIS.jarakBelok + PANAH.panjang + mm(1.2)
}

export const tinggiBarisPita = (pita: readonly Penghubung[]): number =>
  atasPita(pita) + SIMBOL.konektor + BARIS.bawahKonektor

const tinggiPita = (pita: readonly Penghubung[], banyakKolom: number): number =>
  barisPita(pita, banyakKolom).reduce((jumlah, satu) => jumlah + tinggiBarisPita(satu), 0)

/** Room that the connectors of a row take on a page where it stands alone. */
export function tinggiPitaSendiri(baris: readonly BarisTabel[], banyakKolom: number): (ke: number) => number {
  const arus = susunArus(baris)
  return (ke) => tinggiKeduaPita(susunPita(arus, ke, ke), banyakKolom)
}

const tinggiKeduaPita = ({ atas, bawah }: PotonganHalaman, banyakKolom: number): number =>
  tinggiPita(atas, banyakKolom) + tinggiPita(bawah, banyakKolom)

function susunArus(baris: readonly BarisTabel[]): Arus[] {
  const letak = new Map(baris.flatMap((b, i) => (b.simpul ? [[b.langkah.kode, i] as const] : [])))
  return baris.flatMap((b, dari) =>
    b.simpul
      ? b.langkah.menuju.flatMap(({ ke }) => {
          const di = letak.get(ke)
          return di === undefined ? [] : [{ dari, ke: di, tujuan: ke }]
        })
      : [],
  )
}

function isiHalaman(baris: readonly BarisTabel[], ruang: Ruang & { arus: readonly Arus[] }): PotonganHalaman[] {
  const halaman: PotonganHalaman[] = []
  for (let dari = 0; dari < baris.length; ) {
    const potongan = potonganTerbesar(baris, dari, ruang)
    halaman.push(potongan)
    dari = potongan.sampai + 1
  }
  return halaman
}

/** As many rows as fit; more rows may need fewer connectors, so all lengths are tried. */
function potonganTerbesar(
  baris: readonly BarisTabel[],
  dari: number,
  { arus, kapasitas, banyakKolom }: Ruang & { arus: readonly Arus[] },
): PotonganHalaman {
  let terbesar = susunPita(arus, dari, dari)
  let isi = 0
  for (let sampai = dari; sampai < baris.length; sampai++) {
    isi += baris[sampai]?.tinggi ?? 0
    if (isi > kapasitas) break
    const potongan = susunPita(arus, dari, sampai)
    if (isi + tinggiKeduaPita(potongan, banyakKolom) <= kapasitas) terbesar = potongan
  }
  return terbesar
}

/** The connectors of a page with these rows: onwards below, back above; what comes in likewise, once for each step. */
function susunPita(arus: readonly Arus[], dari: number, sampai: number): PotonganHalaman {
  const didalam = (i: number) => i >= dari && i <= sampai
  const keluar = arus.filter((a) => didalam(a.dari) && !didalam(a.ke))
  const masuk = arus.filter((a) => !didalam(a.dari) && didalam(a.ke))
  const dariAtas = unik(masuk.filter((a) => a.dari < dari))
  const dariBawah = unik(masuk.filter((a) => a.dari > sampai)).filter((tujuan) => !dariAtas.includes(tujuan))
  const jadikan = (arah: Penghubung['arah'], tujuan: readonly string[]) => tujuan.map((t) => ({ arah, tujuan: t }))
  return {
    dari,
    sampai,
    atas: [...jadikan('keluar', unik(keluar.filter((a) => a.ke < dari))), ...jadikan('masuk', dariAtas)],
    bawah: [...jadikan('keluar', unik(keluar.filter((a) => a.ke > sampai))), ...jadikan('masuk', dariBawah)],
  }
}

const unik = (arus: readonly Arus[]): string[] => [...new Set(arus.map((a) => a.tujuan))]

/** Is the last page nearly empty beside the others? */
function tertinggal(halaman: readonly PotonganHalaman[], baris: readonly BarisTabel[], kapasitas: number): boolean {
  const akhir = halaman.at(-1)
  if (!akhir || halaman.length < 2) return false
  const isi = baris.slice(akhir.dari, akhir.sampai + 1).reduce((jumlah, b) => jumlah + b.tinggi, 0)
  return isi < kapasitas * TERISI_LAYAK
}
