import type { BahanLembar, LangkahLembar } from './bahan.ts'
import { lebarKata, lebarSebaris } from './teks-sel.ts'
import { BANTALAN, mm, SPASI, UKURAN_TABEL } from './ukuran.ts'

export const KOLOM_TEKS = ['nomor', 'uraian', 'kelengkapan', 'waktu', 'keluaran', 'keterangan', 'pelaksanaan'] as const
export type KolomTeks = (typeof KOLOM_TEKS)[number]
export type LebarTeks = Readonly<Record<KolomTeks, number>>

/** Least width, and the widest that a long word may ask for; mm. */
const BATAS: Readonly<Record<KolomTeks, readonly [number, number]>> = {
  nomor: [8, 13],
  uraian: [34, 60],
  kelengkapan: [21, 34],
  waktu: [13, 22],
  keluaran: [18, 34],
  keterangan: [19, 32],
  pelaksanaan: [30, 42],
}
/** width of a time that is kept in one line, mm */
const UTUH = 16
const SELANGKAH = mm(2)
/** room for body type: the largest size whose share of the line (mm per point) is there */
const LEBAR_PER_POIN = 17
/** wrapped lines are seldom full */
const LONGGAR = 1.07
const BOBOT_ISI = 0.12
/** no row is lower than its symbol */
const TINGGI_TERENDAH = mm(14)

/** What a step writes into each column, as paragraphs. */
export const isiKolom = (l: LangkahLembar): Readonly<Record<KolomTeks, readonly string[]>> => ({
  nomor: [l.nomor],
  uraian: [l.uraian],
  kelengkapan: l.kelengkapan,
  waktu: [l.waktu],
  keluaran: [l.keluaran],
  keterangan: l.keterangan,
  pelaksanaan: l.langsung ? [l.langsung.kata, ...l.langsung.rincian] : [],
})

/** Body type and widths of the text columns beside columns of pelaksana that take `lebarPelaksana`. Points. */
export function bagiLebar(
  bahan: BahanLembar,
  { lebar, lebarPelaksana }: { lebar: number; lebarPelaksana: number },
): { ukuran: number; lebarTeks: LebarTeks } {
  const ruang = lebar - lebarPelaksana
  const ukuran = UKURAN_TABEL.find((u) => ruang >= mm(u * LEBAR_PER_POIN)) ?? UKURAN_TABEL[UKURAN_TABEL.length - 1] ?? 7
  const isi = bahan.langkah.map(isiKolom)
  const kolom = KOLOM_TEKS.filter((k) => k !== 'pelaksanaan' || bahan.pelaksanaan !== null)
  const lebarTeks = lebarTerkecil(isi, { kolom, ukuran })
  const panjang = isi.map((baris) => kolom.map((k) => baris[k].map((p) => lebarSebaris(p, ukuran) * LONGGAR)))
  let sisa = ruang - jumlah(lebarTeks)
  if (sisa < 0) return { ukuran, lebarTeks: sempitkan(lebarTeks, ruang) }
  while (sisa >= SELANGKAH) {
    const k = kolomPalingPerlu(panjang, { kolom, lebarTeks, ukuran })
    lebarTeks[k] += SELANGKAH
    sisa -= SELANGKAH
  }
  lebarTeks.uraian += sisa
  return { ukuran, lebarTeks }
}

type Ubah = Record<KolomTeks, number>
const jumlah = (lebar: LebarTeks): number => KOLOM_TEKS.reduce((total, k) => total + lebar[k], 0)

function lebarTerkecil(
  isi: readonly ReturnType<typeof isiKolom>[],
  { kolom, ukuran }: { kolom: readonly KolomTeks[]; ukuran: number },
): Ubah {
  const lebar = Object.fromEntries(KOLOM_TEKS.map((k) => [k, 0])) as Ubah
  for (const k of kolom) {
    const [min, maks] = BATAS[k]
    const teks = isi.flatMap((baris) => baris[k])
    // a time is read as one: "120 menit" is not parted while there is room
    const utuh = k === 'waktu' ? teks.map((t) => lebarSebaris(t, ukuran)).filter((l) => l <= mm(UTUH)) : []
    const kata = Math.max(lebarKata(teks, ukuran, k === 'pelaksanaan'), ...utuh)
    lebar[k] = Math.min(mm(maks), Math.max(mm(min), kata + 2 * BANTALAN + ukuran))
  }
  return lebar
}

/** More pelaksana than the sheet is made for: all text columns give way in proportion. */
function sempitkan(lebar: LebarTeks, ruang: number): LebarTeks {
  const skala = ruang / jumlah(lebar)
  return Object.fromEntries(KOLOM_TEKS.map((k) => [k, lebar[k] * skala])) as Ubah
}

type Panjang = readonly (readonly (readonly number[])[])[]

/** The column that makes the whole table lowest when it gets a little more. */
function kolomPalingPerlu(
  panjang: Panjang,
  { kolom, lebarTeks, ukuran }: { kolom: readonly KolomTeks[]; lebarTeks: Ubah; ukuran: number },
): KolomTeks {
  let terbaik: KolomTeks = 'uraian'
  let terendah = Number.POSITIVE_INFINITY
  for (const k of kolom) {
    if (k === 'nomor') continue
    const lebar = kolom.map((n) => lebarTeks[n] + (n === k ? SELANGKAH : 0) - 2 * BANTALAN)
    const tinggi = perkiraanTinggi(panjang, { lebar, ukuran })
    if (tinggi < terendah) [terendah, terbaik] = [tinggi, k]
  }
  return terbaik
}

/** Height of all rows, the highest cell counting most; while no line is saved, the column with most to say wins. */
function perkiraanTinggi(panjang: Panjang, { lebar, ukuran }: { lebar: readonly number[]; ukuran: number }): number {
  let total = 0
  for (const baris of panjang) {
    let tertinggi = TINGGI_TERENDAH
    for (const [k, paragraf] of baris.entries()) {
      const ruang = Math.max(lebar[k] ?? 1, ukuran)
      let tinggi = 2 * BANTALAN
      let isi = 0
      for (const p of paragraf) {
        tinggi += Math.ceil(p / ruang) * ukuran * SPASI
        isi += (p / ruang) * ukuran * SPASI
      }
      tertinggi = Math.max(tertinggi, tinggi)
      total += isi * BOBOT_ISI
    }
    total += tertinggi
  }
  return total
}
