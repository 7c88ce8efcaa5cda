import { Desimal, formatAngka } from '../../inti/angka/index.ts'
import { type Hasil, hitungCapaian, hitungNilai } from '../pengukuran/index.ts'
import type { KartuIndikator } from '../perencanaan/index.ts'

/** An example with made-up figures, computed as the house computes real ones. */
export type ContohIndikator = {
  /** "Desa tepat waktu: 18" */
  readonly isian: readonly string[]
  /** "18 ÷ 20 × 100 = 90" */
  readonly nilai: string
  readonly target: string
  readonly capaian: string
}
type Kartu = Pick<
  KartuIndikator,
  | 'metode'
  | 'variabel'
  | 'kategori'
  | 'ekspresi'
  | 'desimal'
  | 'pembulatan'
  | 'polaritas'
  | 'varianMin'
  | 'arah'
  | 'aturanNol'
  | 'satuan'
>

const DERET = ['80', '90', '85', '95', '70']
const KECIL = ['12', '8', '6', '4', '3']

/** Figures for an indicator's variables and what comes of them; null when its card cannot be computed. */
export function contohIndikator(kartu: Kartu): ContohIndikator | null {
  const isian = isianContoh(kartu)
  const terpilih = kartu.kategori[0]
  const hasil = hitungNilai({
    ...kartu,
    isian,
    kategoriTerpilih: kartu.metode === 'KATEGORI' ? (terpilih?.kode ?? null) : null,
  })
  if (hasil.jenis !== 'NILAI') return null
  const sasaran = targetContoh(kartu, hasil.nilai)
  const capaian = hitungCapaianContoh(kartu, { hasil, kategori: terpilih?.kode ?? '', ...sasaran })
  if (capaian.jenis !== 'NILAI') return null
  return {
    isian:
      kartu.metode === 'KATEGORI'
        ? [`Predikat: ${terpilih?.nama ?? ''}`]
        : kartu.variabel.map((v) => `${v.nama}: ${formatAngka(isian[v.kode] ?? '')}`),
    nilai: hasil.rumus,
    target: sasaran.sebut,
    capaian: capaian.rumus,
  }
}

/** Denominators 20, numerators together 18 at most: a share that does not exceed the whole. */
function isianContoh({ metode, variabel, satuan }: Kartu): Record<string, string> {
  const kedua = bagianKedua({ metode, variabel })
  const pertama = variabel.length - kedua.size
  const angka = (kode: string, ke: number): string => {
    if (metode === 'PERSENTASE' || metode === 'RASIO')
      return kedua.has(kode) ? '20' : `${Math.max(1, Math.floor(18 / Math.max(1, pertama)))}`
    if (metode === 'SELISIH') return kedua.has(kode) ? '20' : '120'
    const deret = metode === 'JUMLAH' || (metode === 'TUNGGAL' && satuan !== '%') ? KECIL : DERET
    return deret[ke % deret.length] ?? '1'
  }
  return Object.fromEntries(variabel.map((v, ke) => [v.kode, angka(v.kode, ke)]))
}

/** Codes of what is divided by or taken away, by role or, without roles, by order (as in hitungNilai). */
function bagianKedua({ metode, variabel }: Pick<Kartu, 'metode' | 'variabel'>): Set<string> {
  const peran = metode === 'SELISIH' ? 'PENGURANG' : 'PENYEBUT'
  const berperan = variabel.filter((v) => v.peran === peran || (!v.peran && /^penyebut/i.test(v.kode)))
  if (berperan.length > 0) return new Set(berperan.map((v) => v.kode))
  return new Set((metode === 'SELISIH' ? variabel.slice(1) : variabel.slice(-1)).map((v) => v.kode))
}

/** A round target a little above the value; for categories the best one. */
function targetContoh({ polaritas, kategori }: Kartu, nilai: string) {
  const atas = new Desimal(nilai).div(10).floor().plus(1).times(10)
  const bawah = Desimal.max(0, atas.minus(20))
  if (polaritas === 'KATEGORI') {
    const [terbaik] = [...kategori].sort((a, b) => new Desimal(b.skor).cmp(new Desimal(a.skor)))
    return { target: terbaik?.kode ?? '', bawah: '', sebut: terbaik?.nama ?? '' }
  }
  const sebut = polaritas === 'RENTANG' ? `${formatAngka(bawah)}–${formatAngka(atas)}` : formatAngka(atas)
  return { target: atas.toFixed(), bawah: bawah.toFixed(), sebut }
}

function hitungCapaianContoh(
  k: Kartu,
  {
    hasil,
    kategori,
    target,
    bawah,
  }: { hasil: Hasil & { nilai: string }; kategori: string; target: string; bawah: string },
): Hasil {
  const dasar = { desimal: 2, aturanNol: k.aturanNol }
  const nilai = (teks: string) => ({ status: 'TERISI' as const, nilai: teks })
  if (k.polaritas === 'KATEGORI')
    return hitungCapaian({ ...dasar, polaritas: 'KATEGORI', realisasi: nilai(kategori), target, kategori: k.kategori })
  const realisasi = nilai(hasil.nilai)
  if (k.polaritas === 'RENTANG')
    return hitungCapaian({ ...dasar, polaritas: 'RENTANG', realisasi, bawah, atas: target, arah: k.arah })
  const varian = k.varianMin === 'T/R' ? 'T/R' : '2T-R'
  return hitungCapaian({ ...dasar, polaritas: k.polaritas, realisasi, target, varian })
}
