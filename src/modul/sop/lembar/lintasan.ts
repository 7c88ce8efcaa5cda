import { type Kisi, selKosong } from './kisi.ts'
import type { Sambungan, Simpul, SisiKeluar, SisiMasuk } from './simpul.ts'

/**
 * How an arrow is led. `datar`: across to a symbol of the same row. `lurus`: straight down a column. `siku`: from the side
 * across to the column of its end, then down. `turun`: down into the row below, across, down. `lorong`: from the side into a
 * gap between two columns, along it, then from the side or from above into its end. No way leads through a cell with a symbol,
 * so an arrow never crosses one.
 */
export type Lintasan = {
  readonly sambungan: Sambungan
  readonly cara: 'datar' | 'lurus' | 'siku' | 'turun' | 'lorong'
  readonly keluar: SisiKeluar
  readonly masuk: SisiMasuk
  /** column by which it enters from above; -1 when it enters from the side */
  readonly kolom: number
  /** column by which it leaves downwards; -1 when it leaves by the side */
  readonly kolomKeluar: number
  /** gap left of column n (0 … number of columns), -1 when it uses none */
  readonly lorong: number
}

/** Bends cost most, then length. */
const BIAYA_CARA = { datar: 0, lurus: 0, siku: 1, turun: 1.7, lorong: 2.2 } as const
const BIAYA_DARI_ATAS = 0.8
const BIAYA_PER_KOLOM = 0.25
const BIAYA_PER_BARIS = 0.08
/** up past a connector and down into it */
const BIAYA_MEMUTAR = 1.5
const KOLOM_BIASA = 8

/** All ways that an arrow may go without touching a symbol; never empty for arrows of a sheet. */
export function calonLintasan(kisi: Kisi, sambungan: Sambungan): Lintasan[] {
  const dari = kisi.simpul.get(sambungan.dari)
  const ke = kisi.simpul.get(sambungan.ke)
  if (!dari || !ke) return []
  const ujung: Ujung = {
    sambungan,
    dari,
    ke,
    a: kisi.letak.get(dari.id) ?? 0,
    b: kisi.letak.get(ke.id) ?? 0,
  }
  if (ujung.a === ujung.b) return calonDatar(ujung)
  return [
    ...calonLurus(kisi, ujung),
    ...calonSiku(kisi, ujung),
    ...calonTurun(kisi, ujung),
    ...calonLorong(kisi, ujung),
  ]
}

/** What a way costs by itself, crossings aside. */
export function biayaLintasan(kisi: Kisi, l: Lintasan): number {
  const dari = kisi.simpul.get(l.sambungan.dari)
  const ke = kisi.simpul.get(l.sambungan.ke)
  if (!dari || !ke) return 0
  const a = kisi.letak.get(dari.id) ?? 0
  const b = kisi.letak.get(ke.id) ?? 0
  const titik = jejakKasar(kisi, l)
  let lebar = 0
  for (let i = 1; i < titik.length; i++) lebar += Math.abs((titik[i]?.x ?? 0) - (titik[i - 1]?.x ?? 0)) / 2
  const memutar = l.cara === 'lorong' && l.masuk === 'atas' && b < a && ke.bentuk === 'konektor'
  return (
    BIAYA_CARA[l.cara] +
    (l.cara === 'lorong' && l.masuk === 'atas' ? BIAYA_DARI_ATAS : 0) +
    (memutar ? BIAYA_MEMUTAR : 0) +
    lebar * BIAYA_PER_KOLOM +
    Math.abs(b - a) * BIAYA_PER_BARIS
  )
}

export type TitikKasar = { readonly x: number; readonly y: number }

/** The way in units of the grid: columns at 2n + 1, gaps at 2n, rows at 2n + 1, turning lines of a row at 2n + 0,5. */
export function jejakKasar(kisi: Kisi, l: Lintasan): TitikKasar[] {
  const dari = kisi.simpul.get(l.sambungan.dari)
  const ke = kisi.simpul.get(l.sambungan.ke)
  if (!dari || !ke) return []
  const yDari = 2 * (kisi.letak.get(dari.id) ?? 0) + 1
  const yKe = 2 * (kisi.letak.get(ke.id) ?? 0) + 1
  const xKolom = 2 * l.kolom + 1
  if (l.cara === 'lurus')
    return [
      { x: xKolom, y: yDari },
      { x: xKolom, y: yKe },
    ]
  const awal = { x: 2 * (l.keluar === 'kanan' ? kolomAkhir(dari) : kolomAwal(dari)) + 1, y: yDari }
  if (l.cara === 'turun') {
    const xKeluar = 2 * l.kolomKeluar + 1
    const yBelok = yKe - 0.5
    return [
      { x: xKeluar, y: yDari },
      { x: xKeluar, y: yBelok },
      { x: xKolom, y: yBelok },
      { x: xKolom, y: yKe },
    ]
  }
  if (l.cara === 'siku') return [awal, { x: xKolom, y: yDari }, { x: xKolom, y: yKe }]
  const akhir = { x: 2 * (l.masuk === 'kanan' ? kolomAkhir(ke) : kolomAwal(ke)) + 1, y: yKe }
  if (l.cara === 'datar') return [awal, akhir]
  const x = 2 * l.lorong
  if (l.masuk !== 'atas') return [awal, { x, y: yDari }, { x, y: yKe }, akhir]
  const yBelok = yKe - 0.5
  return [awal, { x, y: yDari }, { x, y: yBelok }, { x: xKolom, y: yBelok }, { x: xKolom, y: yKe }]
}

export const kolomAwal = (s: Simpul): number => s.kolom[0] ?? 0
export const kolomAkhir = (s: Simpul): number => s.kolom.at(-1) ?? 0

type Ujung = {
  readonly sambungan: Sambungan
  readonly dari: Simpul
  readonly ke: Simpul
  readonly a: number
  readonly b: number
}
const SISI = ['kiri', 'kanan'] as const
const TANPA = { kolom: -1, kolomKeluar: -1, lorong: -1 } as const

function calonDatar({ sambungan, dari, ke }: Ujung): Lintasan[] {
  const keKanan = kolomAwal(ke) > kolomAkhir(dari)
  return [
    {
      sambungan,
      cara: 'datar',
      keluar: keKanan ? 'kanan' : 'kiri',
      masuk: keKanan ? 'kiri' : 'kanan',
      ...TANPA,
    },
  ]
}

function calonLurus(kisi: Kisi, { sambungan, dari, ke, a, b }: Ujung): Lintasan[] {
  if (b < a || !dari.keluar.includes('bawah') || !ke.masuk.includes('atas')) return []
  return dari.kolom
    .filter((k) => ke.kolom.includes(k) && kolomKosong(kisi, k, { dari: a + 1, sampai: b - 1 }))
    .map((kolom) => ({
      ...TANPA,
      sambungan,
      cara: 'lurus',
      keluar: 'bawah',
      masuk: 'atas',
      kolom,
      kolomKeluar: kolom,
    }))
}

function calonSiku(kisi: Kisi, { sambungan, dari, ke, a, b }: Ujung): Lintasan[] {
  if (b < a || !ke.masuk.includes('atas')) return []
  return SISI.filter((sisi) => dari.keluar.includes(sisi)).flatMap((keluar) =>
    ke.kolom
      .filter((k) => (keluar === 'kanan' ? k > kolomAkhir(dari) : k < kolomAwal(dari)))
      .filter((k) => bebasMendatar(kisi, a, { dari, keluar, sampai: k }))
      .filter((k) => kolomKosong(kisi, k, { dari: a + 1, sampai: b - 1 }))
      .map((kolom): Lintasan => ({ ...TANPA, sambungan, cara: 'siku', keluar, masuk: 'atas', kolom })),
  )
}

/** Only into the row below: further down the middle of the column may belong to another arrow. */
function calonTurun(kisi: Kisi, { sambungan, dari, ke, a, b }: Ujung): Lintasan[] {
  if (b !== a + 1 || !dari.keluar.includes('bawah') || !ke.masuk.includes('atas')) return []
  return dari.kolom
    .filter((k) => selKosong(kisi, b, k))
    .flatMap((kolomKeluar) =>
      ke.kolom.map(
        (kolom): Lintasan => ({
          ...TANPA,
          sambungan,
          cara: 'turun',
          keluar: 'bawah',
          masuk: 'atas',
          kolom,
          kolomKeluar,
        }),
      ),
    )
}

function calonLorong(kisi: Kisi, { sambungan, dari, ke, a }: Ujung): Lintasan[] {
  // the next gap, those beside the end, and on sheets of usual width all others
  const dekat = [kolomAwal(ke), kolomAkhir(ke) + 1, kolomAwal(dari), kolomAkhir(dari) + 1]
  const perluDicoba = (lorong: number) => kisi.banyakKolom <= KOLOM_BIASA || dekat.includes(lorong)
  return SISI.filter((sisi) => dari.keluar.includes(sisi)).flatMap((keluar) =>
    lorongTerjangkau(kisi, a, { dari, keluar })
      .filter(perluDicoba)
      .flatMap((lorong) => {
        const dasar = { ...TANPA, sambungan, cara: 'lorong', keluar, lorong } as const
        const terdekat = ke.kolom.reduce((dekat, k) => (jarak(k, lorong) < jarak(dekat, lorong) ? k : dekat))
        const pilihan: Lintasan[] = []
        if (ke.masuk.includes('atas')) pilihan.push({ ...dasar, masuk: 'atas', kolom: terdekat })
        if (ke.masuk.includes('kiri') && lorong === kolomAwal(ke)) pilihan.push({ ...dasar, masuk: 'kiri' })
        if (ke.masuk.includes('kanan') && lorong === kolomAkhir(ke) + 1) pilihan.push({ ...dasar, masuk: 'kanan' })
        return pilihan
      }),
  )
}

const jarak = (kolom: number, lorong: number): number => Math.abs(kolom + 0.5 - lorong)

/** Gaps that a line from this side of the symbol reaches through empty cells; beside a connector only the next one. */
function lorongTerjangkau(kisi: Kisi, baris: number, { dari, keluar }: { dari: Simpul; keluar: 'kiri' | 'kanan' }) {
  const hasil: number[] = []
  const arah = keluar === 'kanan' ? 1 : -1
  let kolom = keluar === 'kanan' ? kolomAkhir(dari) + 1 : kolomAwal(dari) - 1
  hasil.push(keluar === 'kanan' ? kolom : kolom + 1)
  if (dari.bentuk === 'konektor') return hasil
  for (; kolom >= 0 && kolom < kisi.banyakKolom && selKosong(kisi, baris, kolom); kolom += arah)
    hasil.push(keluar === 'kanan' ? kolom + 1 : kolom)
  return hasil
}

function bebasMendatar(
  kisi: Kisi,
  baris: number,
  { dari, keluar, sampai }: { dari: Simpul; keluar: 'kiri' | 'kanan'; sampai: number },
): boolean {
  if (dari.bentuk === 'konektor') return false
  const [awal, akhir] = keluar === 'kanan' ? [kolomAkhir(dari) + 1, sampai] : [sampai, kolomAwal(dari) - 1]
  for (let k = awal; k <= akhir; k++) if (!selKosong(kisi, baris, k)) return false
  return true
}

function kolomKosong(kisi: Kisi, kolom: number, { dari, sampai }: { dari: number; sampai: number }): boolean {
  for (let r = dari; r <= sampai; r++) if (!selKosong(kisi, r, kolom)) return false
  return true
}
