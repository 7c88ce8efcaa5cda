import { bulatkan, type Desimal, formatAngka } from '../../inti/angka/index.ts'
import { cariAngka } from './hasil.ts'

/** One class of a scale. `batasBawah` is the lowest printed value that belongs to it; null (or 0) for the lowest class. */
export type KelasPredikat = {
  readonly nama: string
  readonly batasBawah: string | number | null
  readonly warna: string
}
/** A scale of predicates as data, highest class first. Offices use many scales, so it is versioned per year. */
export type Skala = { readonly nama: string; readonly sumber: string; readonly kelas: readonly KelasPredikat[] }
/** Badge code of a class by its colour. */
export const LENCANA_PREDIKAT: Readonly<Record<string, string>> = {
  'hijau-tua': 'SANGAT_TINGGI',
  hijau: 'TINGGI',
  kuning: 'SEDANG',
  jingga: 'RENDAH',
  merah: 'SANGAT_RENDAH',
}
/** The two lowest colours of a scale: what asks for attention first. */
export const WARNA_MERAH: readonly string[] = ['merah', 'jingga']

/** A class as regulations print it, with both bounds. */
export type RentangKelas = {
  readonly nama: string
  readonly bawah: string
  readonly atas: string
  readonly warna: string
}

/**
 * Permendagri 86/2017, skala nilai peringkat kinerja. The printed table (91–…, 76–90, 66–75, 51–65, ≤ 50) leaves gaps such
 * as 90,5; its lower bounds are used on the printed two-decimal value: 90,99 is Tinggi, 91,00 Sangat Tinggi. Above 100 stays
 * Sangat Tinggi.
 */
export const SKALA_PERMENDAGRI_86: Skala = {
  nama: 'Skala Nilai Peringkat Kinerja',
  sumber: 'Permendagri 86/2017',
  kelas: [
    { nama: 'Sangat Tinggi', batasBawah: '91', warna: 'hijau-tua' },
    { nama: 'Tinggi', batasBawah: '76', warna: 'hijau' },
    { nama: 'Sedang', batasBawah: '66', warna: 'kuning' },
    { nama: 'Rendah', batasBawah: '51', warna: 'jingga' },
    { nama: 'Sangat Rendah', batasBawah: null, warna: 'merah' },
  ],
}

/**
 * Class of a percentage: the number is rounded to the two decimals that are printed, then compared with the lower bounds
 * of the scale of its year (never of a scale that nobody named). Total: every number has exactly one class. RangeError for what is not a number or for an empty scale.
 */
export function bacaPredikat(nilai: string | Desimal, skala: Skala): KelasPredikat {
  const tercetak = cariAngka(bulatkan(nilai, 2))
  const terendah = skala.kelas.at(-1)
  if (!tercetak || !terendah) throw new RangeError('Skala predikat kosong')
  return skala.kelas.find(({ batasBawah }) => cariAngka(batasBawah)?.lte(tercetak) ?? false) ?? terendah
}

/** What is wrong with a scale, in sentences for the person who edits it; empty when it may be used. */
export function periksaSkala({ kelas }: Skala): string[] {
  const masalah: string[] = []
  if (kelas.length < 2) masalah.push('Skala memerlukan paling sedikit dua kelas.')
  const nama = kelas.map((satu) => satu.nama.trim().toLowerCase())
  if (nama.some((isi) => isi === '')) masalah.push('Setiap kelas harus bernama.')
  if (new Set(nama).size !== nama.length) masalah.push('Nama kelas tidak boleh sama.')
  const terendah = kelas.at(-1)?.batasBawah ?? null
  if (terendah !== null && !cariAngka(terendah)?.isZero()) {
    masalah.push('Kelas terendah tidak boleh mempunyai batas bawah selain 0: nilai di bawahnya tidak punya kelas.')
  }
  const batas = kelas.map(({ batasBawah }) => cariAngka(batasBawah))
  for (const [ke, isi] of batas.slice(0, -1).entries()) {
    const berikut = batas[ke + 1]
    if (!isi) masalah.push(`Batas bawah kelas ke-${ke + 1} bukan angka.`)
    else if (berikut && isi.lte(berikut)) {
      masalah.push(`Kelas ke-${ke + 1} dan ke-${ke + 2} bertumpuk: batas bawah harus menurun dari kelas tertinggi.`)
    }
  }
  return masalah
}

/** RangeError with all sentences of periksaSkala when the scale may not be used. */
export function pastikanSkala(skala: Skala): void {
  const masalah = periksaSkala(skala)
  if (masalah.length > 0) throw new RangeError(masalah.join(' '))
}

/**
 * A scale typed with both bounds, highest first: each class must begin 0,01 above the end of the next lower one (the step
 * of printed values), else the sentence says where values fall into a gap or into two classes. The table of Permendagri
 * 86/2017 as printed is refused for its gaps.
 */
export function periksaRentang(daftar: readonly RentangKelas[]): string[] {
  const masalah: string[] = []
  for (const [ke, kelas] of daftar.entries()) {
    const bawah = cariAngka(kelas.bawah)
    const atas = cariAngka(kelas.atas)
    if (!bawah || !atas || bawah.gt(atas)) masalah.push(`Batas kelas ${kelas.nama} tidak benar.`)
    const lebihRendah = daftar[ke + 1]
    const ujung = lebihRendah ? cariAngka(lebihRendah.atas) : null
    if (!lebihRendah || !ujung || !bawah) continue
    const jarak = bawah.minus(ujung)
    const antara = `${lebihRendah.nama} (sampai ${formatAngka(ujung)}) dan ${kelas.nama} (mulai ${formatAngka(bawah)})`
    if (jarak.gt('0.01')) masalah.push(`Ada celah antara ${antara}.`)
    if (jarak.lt('0.01')) masalah.push(`Kelas bertumpuk: ${antara}.`)
  }
  return masalah
}

/** A class as it is typed, highest first: the lower bound, and the upper one where somebody wrote it. */
export type KelasKetik = { readonly nama: string; readonly bawah: string | null; readonly atas: string | null }

/**
 * Upper bounds that were written must end where the next higher class begins, 0,01 below it; those that were not follow from
 * it. `tertinggi` is the end of the highest class. Sentences for the person who edits the scale; empty when all fits.
 */
export function periksaBatasKetik(daftar: readonly KelasKetik[], tertinggi: string): string[] {
  const berbatas = daftar.map(({ nama, bawah, atas }, ke) => {
    const diatas = cariAngka(daftar[ke - 1]?.bawah ?? '')
    const ujung = diatas ? diatas.minus('0.01').toFixed() : tertinggi
    return { nama, warna: '', bawah: bawah ?? '0', atas: atas ?? ujung }
  })
  return periksaRentang(berbatas)
}
