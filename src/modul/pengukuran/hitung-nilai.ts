import { Desimal } from '../../inti/angka/index.ts'
import { bukanAngka, cariAngka, type Hasil, hasilAngka, type Pembulatan, suku, tanpaNilai } from './hasil.ts'
import { hitungRumus } from './rumus/hitung-rumus.ts'

export const METODE = [
  'TUNGGAL',
  'PERSENTASE',
  'JUMLAH',
  'RATA_RATA',
  'BERBOBOT',
  'SELISIH',
  'RASIO',
  'KATEGORI',
  'RUMUS',
] as const
export type Metode = (typeof METODE)[number]
export type PeranVariabel = 'PEMBILANG' | 'PENYEBUT' | 'SUKU' | 'PENGURANG'
/** A variable of the indicator card. Without `peran` the order says it: the last is the denominator, the first the minuend. */
export type Variabel = {
  readonly kode: string
  readonly nama: string
  readonly peran?: PeranVariabel
  readonly bobot?: string | number | null
}
export type Kategori = { readonly kode: string; readonly nama?: string; readonly skor: string | number }
export type MasukanNilai = {
  readonly metode: Metode
  readonly variabel: readonly Variabel[]
  /** What was entered per variable code, plain decimal text ('12.5'); null, '' or missing is blank. */
  readonly isian: Readonly<Record<string, string | null | undefined>>
  /** Codes of variables that do not apply this time: left out of sums and means, never zero. */
  readonly tidakBerlaku?: readonly string[]
  /** KATEGORI: the score table and the chosen code. */
  readonly kategori?: readonly Kategori[]
  readonly kategoriTerpilih?: string | null
  /** RUMUS: the formula over the codes of the variables. */
  readonly ekspresi?: string | null
  /** Decimals of the result (default 2). */
  readonly desimal?: number
  readonly pembulatan?: Pembulatan
}

type Terisi = { readonly variabel: Variabel; readonly angka: Desimal }
const SERATUS = new Desimal(100)

/**
 * The indicator's value from its variables, by the method of its card (house rule:
 * variables are collected, not the end value). Blank variables give KOSONG with their names, a zero denominator gives
 * TIDAK_DAPAT_DIHITUNG. Never throws on data, never gives NaN, Infinity or -0.
 */
export function hitungNilai(masukan: MasukanNilai): Hasil {
  if (masukan.metode === 'KATEGORI') return hitungKategori(masukan)
  const tidakBerlaku = new Set(masukan.tidakBerlaku)
  const dipakai = masukan.variabel.filter(({ kode }) => !tidakBerlaku.has(kode))
  if (masukan.variabel.length === 0) return tanpaNilai('TIDAK_DAPAT_DIHITUNG', 'Kartu indikator tidak memuat variabel')
  if (dipakai.length === 0) return tanpaNilai('TIDAK_BERLAKU', 'Semua variabel tidak berlaku pada periode ini')
  const kurang = dipakai.filter(({ kode }) => (masukan.isian[kode] ?? '').trim() === '').map(({ nama }) => nama)
  if (kurang.length > 0) return tanpaNilai('KOSONG', `Belum diisi: ${kurang.join(', ')}`)
  const terisi: Terisi[] = []
  for (const variabel of dipakai) {
    const angka = cariAngka(masukan.isian[variabel.kode]?.trim())
    if (!angka) return bukanAngka(variabel.nama)
    terisi.push({ variabel, angka })
  }
  const lengkap = dipakai.length === masukan.variabel.length
  const opsi = {
    desimal: masukan.desimal ?? 2,
    pembulatan: masukan.pembulatan,
    lengkap,
    ekspresi: masukan.ekspresi ?? '',
  }
  return hitungMenurutMetode(masukan.metode, terisi, opsi)
}

type Opsi = {
  readonly desimal: number
  readonly pembulatan: Pembulatan | undefined
  readonly lengkap: boolean
  readonly ekspresi: string
}

function hitungMenurutMetode(metode: Exclude<Metode, 'KATEGORI'>, terisi: readonly Terisi[], opsi: Opsi): Hasil {
  if (metode === 'JUMLAH') return hasilAngka(jumlahkan(terisi), deret(terisi), opsi)
  if (metode === 'RATA_RATA') {
    const rata = jumlahkan(terisi).div(terisi.length)
    return hasilAngka(rata, terisi.length > 1 ? `(${deret(terisi)}) ÷ ${terisi.length}` : deret(terisi), opsi)
  }
  if (!opsi.lengkap) return tanpaNilai('TIDAK_BERLAKU', 'Sebagian variabel rumus tidak berlaku pada periode ini')
  if (metode === 'TUNGGAL') return hitungTunggal(terisi, opsi)
  if (metode === 'BERBOBOT') return hitungBerbobot(terisi, opsi)
  if (metode === 'SELISIH') return hitungSelisih(terisi, opsi)
  if (metode === 'RUMUS') {
    const variabel = terisi.map(({ variabel: { kode, nama }, angka }) => ({ kode, nama, nilai: angka.toFixed() }))
    return hitungRumus({ ...opsi, rumus: opsi.ekspresi, variabel })
  }
  return hitungPembagian(metode, terisi, opsi)
}

function hitungTunggal(terisi: readonly Terisi[], opsi: Opsi): Hasil {
  const [satu, lain] = terisi
  if (!satu || lain) return tanpaNilai('TIDAK_DAPAT_DIHITUNG', 'Metode tunggal memerlukan tepat satu variabel')
  return hasilAngka(satu.angka, suku(satu.angka), opsi)
}

/** Weighted sum; the weights must be 100 together. */
function hitungBerbobot(terisi: readonly Terisi[], opsi: Opsi): Hasil {
  let jumlah = new Desimal(0)
  let jumlahBobot = new Desimal(0)
  const bagian: string[] = []
  for (const { variabel, angka } of terisi) {
    const bobot = cariAngka(variabel.bobot)
    if (!bobot || bobot.isNegative())
      return tanpaNilai('TIDAK_DAPAT_DIHITUNG', `Bobot ${variabel.nama} belum ditetapkan`)
    jumlah = jumlah.plus(angka.times(bobot))
    jumlahBobot = jumlahBobot.plus(bobot)
    bagian.push(`${suku(angka)} × ${suku(bobot)}%`)
  }
  if (!jumlahBobot.eq(100))
    return tanpaNilai('TIDAK_DAPAT_DIHITUNG', `Jumlah bobot ${suku(jumlahBobot)}, seharusnya 100`)
  return hasilAngka(jumlah.div(SERATUS), bagian.join(' + '), opsi)
}

function hitungSelisih(terisi: readonly Terisi[], opsi: Opsi): Hasil {
  const berperan = terisi.some(({ variabel }) => variabel.peran === 'PENGURANG')
  const pengurang = terisi.filter(({ variabel }, ke) => (berperan ? variabel.peran === 'PENGURANG' : ke > 0))
  const ditambah = terisi.filter((satu) => !pengurang.includes(satu))
  if (ditambah.length === 0 || pengurang.length === 0) {
    return tanpaNilai('TIDAK_DAPAT_DIHITUNG', 'Metode selisih memerlukan variabel yang dikurangi dan pengurangnya')
  }
  const kurung = pengurang.length > 1 ? `(${deret(pengurang)})` : deret(pengurang)
  return hasilAngka(jumlahkan(ditambah).minus(jumlahkan(pengurang)), `${deret(ditambah)} − ${kurung}`, opsi)
}

/** Σpembilang ÷ Σpenyebut, ×100 for PERSENTASE. */
function hitungPembagian(metode: 'PERSENTASE' | 'RASIO', terisi: readonly Terisi[], opsi: Opsi): Hasil {
  const adaPenyebut = terisi.some(({ variabel }) => menyebut(variabel))
  const penyebut = terisi.filter(({ variabel }, ke) => (adaPenyebut ? menyebut(variabel) : ke === terisi.length - 1))
  const pembilang = terisi.filter((satu) => !penyebut.includes(satu))
  if (pembilang.length === 0) {
    return tanpaNilai('TIDAK_DAPAT_DIHITUNG', 'Rumus memerlukan paling sedikit satu pembilang dan satu penyebut')
  }
  const atas = jumlahkan(pembilang)
  const bawah = jumlahkan(penyebut)
  if (bawah.isZero()) return tanpaNilai('TIDAK_DAPAT_DIHITUNG', `Penyebut nol: ${sebutan(penyebut)}`)
  const hitungan = `${berkurung(pembilang)} ÷ ${berkurung(penyebut)}`
  if (metode === 'RASIO') return hasilAngka(atas.div(bawah), hitungan, opsi)
  const peringatan = atas.gt(bawah) ? [`${sebutan(pembilang)} lebih besar daripada ${sebutan(penyebut)}`] : []
  return hasilAngka(atas.times(SERATUS).div(bawah), `${hitungan} × 100`, { ...opsi, peringatan })
}

function hitungKategori({ kategori = [], kategoriTerpilih, desimal = 2, pembulatan }: MasukanNilai): Hasil {
  if (!kategoriTerpilih) return tanpaNilai('KOSONG', 'Kategori belum dipilih')
  const terpilih = kategori.find(({ kode }) => kode === kategoriTerpilih)
  const skor = cariAngka(terpilih?.skor)
  if (!skor)
    return tanpaNilai('TIDAK_DAPAT_DIHITUNG', `Kategori ${kategoriTerpilih.slice(0, 40)} tidak ada dalam tabel skor`)
  return hasilAngka(skor, `skor kategori ${terpilih?.nama ?? kategoriTerpilih}`, { desimal, pembulatan })
}

function menyebut({ peran, kode }: Variabel): boolean {
  return peran ? peran === 'PENYEBUT' : /^penyebut/i.test(kode)
}

function jumlahkan(terisi: readonly Terisi[]): Desimal {
  return terisi.reduce((jumlah, { angka }) => jumlah.plus(angka), new Desimal(0))
}

function deret(terisi: readonly Terisi[]): string {
  return terisi.map(({ angka }) => suku(angka)).join(' + ')
}

function berkurung(terisi: readonly Terisi[]): string {
  return terisi.length > 1 ? `(${deret(terisi)})` : deret(terisi)
}

function sebutan(terisi: readonly Terisi[]): string {
  return terisi.map(({ variabel }) => variabel.nama).join(' + ')
}
