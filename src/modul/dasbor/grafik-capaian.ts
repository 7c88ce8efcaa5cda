import { formatAngka } from '../../inti/angka/index.ts'
import type { Grafik } from '../../inti/dokumen/index.ts'

/** One place on the time line: a year or a quarter; null where nothing was approved. Plain decimals. */
export type TitikCapaian = {
  readonly label: string
  readonly realisasi: string | null
  readonly target: string | null
  /** low on the scale of the year */
  readonly merah: boolean
}

const LEBAR_KOLOM = 36
const JARAK_KELOMPOK = 10
const ATAS = 20
const BAWAH = 92
const TINGGI = 114
const HURUF = 11
const HURUF_LABEL = 9.5
/** room above and below the data, as a share of their range */
const LONGGAR = 0.28

/**
 * Realisation as a line with points over the years and, after a gap, over the quarters; the target as a dashed line at each place.
 * Both share one scale that fits the data, so every point carries its figure. A place without a value breaks the line.
 */
export function susunGrafikCapaian(
  kelompok: readonly (readonly TitikCapaian[])[],
  { uraian }: { uraian: string },
): Grafik {
  const semua = kelompok.flat()
  const y = skala(semua.flatMap((t) => [t.realisasi, t.target]).filter((a) => a !== null))
  const bentuk: Grafik['bentuk'] = []
  const teks: Grafik['teks'] = []
  let kiri = 0
  for (const isi of kelompok) {
    const tempat = isi.map((titik, ke) => ({ titik, x: bulat(kiri + LEBAR_KOLOM * (ke + 0.5)) }))
    bentuk.push({
      t: 'jejak',
      titik: [kiri + 4, BAWAH, kiri + LEBAR_KOLOM * isi.length - 4, BAWAH],
      tutup: false,
      gaya: 'sumbu',
    })
    for (const { titik, x } of tempat) gambarTarget(titik, { x, y, bentuk })
    for (const garis of garisUtuh(tempat, y)) bentuk.push({ t: 'jejak', titik: garis, tutup: false, gaya: 'garis' })
    for (const { titik, x } of tempat) gambarTitik(titik, { x, y, bentuk, teks })
    kiri += LEBAR_KOLOM * isi.length + JARAK_KELOMPOK
  }
  return { lebar: Math.max(1, kiri - JARAK_KELOMPOK), tinggi: TINGGI, uraian, bentuk, teks }
}

type Letak = { readonly x: number; readonly y: (nilai: string) => number; readonly bentuk: Grafik['bentuk'] }

function gambarTarget({ target }: TitikCapaian, { x, y, bentuk }: Letak): void {
  if (target === null) return
  const t = y(target)
  bentuk.push({
    t: 'jejak',
    titik: [x - LEBAR_KOLOM / 2 + 4, t, x + LEBAR_KOLOM / 2 - 4, t],
    tutup: false,
    gaya: 'target',
  })
}

function gambarTitik(titik: TitikCapaian, { x, y, bentuk, teks }: Letak & { readonly teks: Grafik['teks'] }): void {
  teks.push({ x, y: TINGGI - 4, teks: titik.label, ukuran: HURUF_LABEL, rata: 'tengah' })
  if (titik.realisasi === null) {
    teks.push({ x, y: BAWAH - 4, teks: '–', ukuran: HURUF, rata: 'tengah' })
    return
  }
  const t = y(titik.realisasi)
  const jari = titik.merah ? 4 : 3
  bentuk.push({
    t: 'kotak',
    x: bulat(x - jari),
    y: bulat(t - jari),
    lebar: 2 * jari,
    tinggi: 2 * jari,
    sudut: jari,
    gaya: titik.merah ? 'titikMerah' : 'titik',
  })
  teks.push({
    x,
    y: bulat(targetDiAtas(titik, t, y) ? t + 13 : t - 7),
    teks: formatAngka(titik.realisasi),
    ukuran: HURUF,
    rata: 'tengah',
    tebal: titik.merah,
  })
}

/** Would the line of the target run through a figure above the point? */
function targetDiAtas({ target }: TitikCapaian, t: number, y: (nilai: string) => number): boolean {
  if (target === null) return false
  const jarak = t - y(target)
  return jarak > 3 && jarak < 18
}

/** Runs of points without a gap, as x, y, x, y. */
function garisUtuh(tempat: readonly { titik: TitikCapaian; x: number }[], y: (nilai: string) => number): number[][] {
  const garis: number[][] = [[]]
  for (const { titik, x } of tempat) {
    if (titik.realisasi === null) garis.push([])
    else garis.at(-1)?.push(x, y(titik.realisasi))
  }
  return garis.filter((g) => g.length >= 4)
}

/** Height of a value between the lowest and the highest; all equal stand in the middle. Pixels, not figures: binary floats do. */
function skala(nilai: readonly string[]): (nilai: string) => number {
  const angka = nilai.map(Number)
  const [min, maks] = [Math.min(...angka), Math.max(...angka)]
  const longgar = (maks - min) * LONGGAR
  const rentang = maks - min + 2 * longgar
  return (satu) =>
    rentang === 0 ? (ATAS + BAWAH) / 2 : bulat(BAWAH - ((Number(satu) - (min - longgar)) / rentang) * (BAWAH - ATAS))
}

const bulat = (n: number): number => Math.round(n * 10) / 10
