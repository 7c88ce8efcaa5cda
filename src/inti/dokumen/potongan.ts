import { NAIK, type NamaHuruf, TURUN } from './huruf.ts'
import type { Bentuk, GayaBentuk } from './lukisan.ts'
import type { Baris } from './teks.ts'

/** Something to draw. Points; x from the left, y from the upper edge of the sheet. */
export type Item =
  | {
      readonly t: 'teks'
      readonly x: number
      /** baseline */
      readonly y: number
      readonly teks: string
      readonly huruf: NamaHuruf
      readonly ukuran: number
      readonly lebar: number
    }
  | { readonly t: 'simbol'; readonly x: number; readonly y: number; readonly nama: string; readonly ukuran: number }
  | {
      readonly t: 'garis'
      readonly x: number
      readonly y: number
      readonly x2: number
      readonly y2: number
      readonly tebal: number
    }
  | {
      readonly t: 'bidang'
      readonly x: number
      readonly y: number
      readonly lebar: number
      readonly tinggi: number
      readonly abu: Abu
    }
  | {
      readonly t: 'gambar'
      readonly x: number
      readonly y: number
      readonly lebar: number
      readonly tinggi: number
      readonly sumber: string
    }
  /** a shape of a chart; its own coordinates begin at (x, y) */
  | {
      readonly t: 'bentuk'
      readonly x: number
      readonly y: number
      readonly bentuk: Bentuk
      readonly gaya: GayaBentuk
    }

/** Greys in use: shaded head, shaded row, bar of a timeline. */
export type Abu = 'kepala' | 'arsir' | 'batang'

export type JenisPotongan =
  | 'teks'
  | 'judul'
  | 'kepalaTabel'
  | 'barisTabel'
  | 'bingkai'
  | 'ttd'
  | 'gambar'
  | 'kop'
  | 'kaki'
  | 'lain'

/** A strip of the document that is not cut by itself: a line of text, a table row, a signature block. */
export type Potongan = {
  readonly jenis: JenisPotongan
  readonly tinggi: number
  /** what it consists of when its upper edge is at `y`; made only when its page is drawn, so that long tables stay small in memory */
  readonly item: (y: number) => Item[]
  /** space above, dropped at the top of a page */
  readonly sebelum?: number
  /** stays on one page with the piece after it */
  readonly lengket?: boolean
  readonly halamanBaru?: boolean
  /** the heading that begins here, for the table of contents */
  readonly penanda?: true
  /** table head to print again when this piece begins a page */
  readonly kepala?: Potongan
  /** Cuts a piece so that the first part is at most `ruang` high; null when it cannot. */
  readonly pecah?: (ruang: number, pilihan: { readonly hanyaAntarBaris: boolean }) => [Potongan, Potongan] | null
}

/** How text is set. */
export type GayaTeks = {
  readonly x: number
  readonly lebar: number
  readonly ukuran: number
  readonly spasi: number
  readonly rata?: 'kiri' | 'tengah' | 'kanan' | 'rata' | 'angka'
}

/** One piece per line; a paragraph never leaves its first or its last line alone on a page. */
export function potonganTeks(baris: readonly Baris[], gaya: GayaTeks, jenis: JenisPotongan = 'teks'): Potongan[] {
  const tinggi = gaya.ukuran * gaya.spasi
  return baris.map((b, i) => {
    const lengket = i < baris.length - 1 && (i === 0 || i === baris.length - 2)
    return { jenis, tinggi, item: (y) => itemBaris(b, gaya, y), ...(lengket ? { lengket } : {}) }
  })
}

/** What one set line consists of when its upper edge is at `atas`. */
export function itemBaris(baris: Baris, gaya: GayaTeks, atas: number): Item[] {
  const { ukuran } = gaya
  const sisa = gaya.lebar - baris.lebar * ukuran
  const regang = gaya.rata === 'rata' && !baris.akhir && baris.spasi > 0 && sisa > 0 ? sisa / baris.spasi : 0
  const geser = gaya.rata === 'tengah' ? sisa / 2 : gaya.rata === 'kanan' || gaya.rata === 'angka' ? sisa : 0
  const y = atas + (gaya.spasi - (NAIK + TURUN)) * (ukuran / 2) + NAIK * ukuran
  const item: Item[] = []
  let spasiLewat = 0
  baris.segmen.forEach((s, i) => {
    const x = gaya.x + geser + s.x * ukuran + spasiLewat * regang
    const lebar = s.lebar * ukuran + s.spasi * regang
    if (s.simbol) item.push({ t: 'simbol', x, y, nama: s.teks, ukuran })
    else item.push({ t: 'teks', x, y, teks: s.teks, huruf: s.huruf, ukuran, lebar })
    if (s.garisBawah) {
      // the line does not run on under a space that only separates it from text without a line
      const ekor = s.teks.endsWith(' ') && !baris.segmen[i + 1]?.garisBawah ? 0.25 * ukuran + regang : 0
      const yGaris = y + 0.11 * ukuran
      item.push({ t: 'garis', x, y: yGaris, x2: x + lebar - ekor, y2: yGaris, tebal: ukuran / 20 })
    }
    spasiLewat += s.spasi
  })
  return item
}

/** The same items, lower by `dy`. */
export function geser(item: readonly Item[], dy: number): Item[] {
  return item.map((i) => (i.t === 'garis' ? { ...i, y: i.y + dy, y2: i.y2 + dy } : { ...i, y: i.y + dy }))
}

/** Height of pieces one below the other. */
export function tinggiTumpukan(potongan: readonly Potongan[]): number {
  return potongan.reduce((jumlah, p, i) => jumlah + p.tinggi + (i > 0 ? (p.sebelum ?? 0) : 0), 0)
}

/** Items of pieces one below the other, the first at `y`. */
export function tumpuk(potongan: readonly Potongan[], y: number): Item[] {
  const item: Item[] = []
  let bawah = y
  potongan.forEach((p, i) => {
    if (i > 0) bawah += p.sebelum ?? 0
    for (const i of p.item(bawah)) item.push(i)
    bawah += p.tinggi
  })
  return item
}
