import { cariDesimal, teksDesimal } from './desimal.ts'
import { formatAngka } from './format-angka.ts'

/** Limits of a typed number: what the database column holds. */
export const BATAS_ANGKA = { bulat: 15, desimal: 6, desimalUang: 2, panjangTeks: 64 } as const

export type Terbaca =
  | { readonly jenis: 'kosong' }
  | { readonly jenis: 'angka'; readonly nilai: string }
  | { readonly jenis: 'taksa'; readonly kemungkinan: readonly [string, string]; readonly pesan: string }
  | { readonly jenis: 'salah'; readonly pesan: string }
export type UangTerbaca = Exclude<Terbaca, { jenis: 'taksa' }>

type Tafsir = { bulat: string; pecahan: string }
type Badan = { negatif: boolean; badan: string; uang: boolean; persen: boolean }

const CONTOH = 'Tulis angka seperti 1250 atau 1.234,56.'
const CONTOH_UANG = 'Tulis uang seperti 2.006.320.505 atau 1.250,50.'
const KOSONG = { jenis: 'kosong' } as const
/** Spaces that people and spreadsheets put between thousands: space, NBSP, figure, thin and narrow NBSP. */
const SPASI = /[ \u00a0\u2007\u2009\u202f]/g
const POLA_BADAN = /^[\d., \u00a0\u2007\u2009\u202f]+$/
const RIBUAN_SPASI = /^[1-9]\d{0,2}(?:[ \u00a0\u2007\u2009\u202f]\d{3})+$/

/**
 * Reads a number as people type it in the office: '1.234,56', '85,5', '85.5', '1,234.56', '1 250 000', 'Rp2.006.320.505',
 * '93,75%', '−5', '(5)'. '1.250' may mean 1250 or 1,25 and is asked about ('taksa', never guessed); '1,250'
 * is 1,25 because the comma is the Indonesian decimal sign. At most 15 digits before and 6 after the comma. Never throws;
 * `nilai` is a plain decimal string ('1234.56', no exponent, no trailing zeros, never '-0').
 */
export function bacaAngka(teks: string | null | undefined): Terbaca {
  const dasar = siapkan(teks, CONTOH)
  if ('jenis' in dasar) return dasar
  if (dasar.uang) return bacaIsi(dasar, tafsirUang, BATAS_ANGKA.desimalUang)
  if (/^[1-9]\d{0,2}\.\d{3}$/.test(dasar.badan)) return taksa(dasar)
  return bacaIsi(dasar, tafsirAngka, BATAS_ANGKA.desimal)
}

/**
 * Reads an amount of money in rupiah. Money has no three decimals, so '1.250' and '1,250' both are 1250; 'Rp1.250,-' is
 * understood; at most two decimals. Never throws.
 */
export function bacaUang(teks: string | null | undefined): UangTerbaca {
  const dasar = siapkan(teks, CONTOH_UANG)
  if ('jenis' in dasar) return dasar
  if (dasar.persen) return salah(`Tanda % tidak dipakai untuk uang. ${CONTOH_UANG}`)
  return bacaIsi(dasar, tafsirUang, BATAS_ANGKA.desimalUang)
}

/** Strips what surrounds the digits: spaces, sign, parentheses, Rp, %; refuses foreign characters before any costly step. */
function siapkan(teks: string | null | undefined, contoh: string): Badan | Exclude<Terbaca, { jenis: 'taksa' }> {
  if (teks === null || teks === undefined) return KOSONG
  if (teks.length > BATAS_ANGKA.panjangTeks) return salah(`Isian terlalu panjang untuk sebuah angka. ${contoh}`)
  let sisa = teks.trim()
  if (sisa === '') return KOSONG
  const kurung = /^\((.*)\)$/.exec(sisa)
  if (kurung) sisa = (kurung[1] ?? '').trim()
  const depan = /^([-−–]?)\s*((?:rp\.?|idr)?)\s*([-−–]?)\s*/i.exec(sisa)
  const tanda = [depan?.[1], depan?.[3]].filter(Boolean).length + (kurung ? 1 : 0)
  const uang = Boolean(depan?.[2])
  sisa = sisa.slice(depan?.[0].length ?? 0)
  const persen = sisa.endsWith('%')
  if (persen) sisa = sisa.slice(0, -1).trimEnd()
  if (!persen) sisa = sisa.replace(/,-{1,2}$/, '')
  if (sisa === '') return salah(`Kosongkan bila belum ada data, tulis 0 bila nilainya nol. ${contoh}`)
  if (tanda > 1 || (uang && persen) || !POLA_BADAN.test(sisa)) return salah(`Ini bukan angka yang dikenal. ${contoh}`)
  return { negatif: tanda === 1, badan: sisa, uang, persen }
}

function bacaIsi(dasar: Badan, tafsirkan: (badan: string) => Tafsir | null, maksDesimal: number): UangTerbaca {
  const uang = tafsirkan === tafsirUang
  const tafsir = tafsirkan(dasar.badan)
  if (!tafsir) return salah(`Letak titik dan koma tidak dapat dipahami. ${uang ? CONTOH_UANG : CONTOH}`)
  const bulat = tafsir.bulat.replace(/^0+(?=\d)/, '')
  const pecahan = tafsir.pecahan.replace(/0+$/, '')
  if (bulat.length > BATAS_ANGKA.bulat)
    return salah(`Angka terlalu besar: paling banyak ${BATAS_ANGKA.bulat} angka sebelum koma.`)
  // a third decimal in money, even a zero, is more likely a misplaced thousand
  if ((uang ? tafsir.pecahan : pecahan).length > maksDesimal)
    return salah(`Paling banyak ${maksDesimal} angka di belakang koma.`)
  return { jenis: 'angka', nilai: susun(dasar.negatif, { bulat, pecahan }) }
}

/** The last separator is the decimal sign, except where one kind of separator repeats: then it groups thousands. */
function tafsirAngka(teks: string): Tafsir | null {
  const badan = gabungSpasi(teks)
  if (badan === null) return null
  const berspasi = badan !== teks
  const titik = jumlah(badan, '.')
  const koma = jumlah(badan, ',')
  if (titik + koma === 0) return pecah(badan, null)
  if (titik > 0 && koma > 0) {
    const desimal = badan.lastIndexOf(',') > badan.lastIndexOf('.') ? ',' : '.'
    return jumlah(badan, desimal) === 1 && !berspasi ? pecah(badan, desimal) : null
  }
  const pemisah = titik > 0 ? '.' : ','
  if (titik + koma > 1) return berspasi ? null : pecah(badan, null)
  if (berspasi && /\.\d{3}$/.test(badan)) return null
  return pecah(badan, pemisah)
}

function tafsirUang(badan: string): Tafsir | null {
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(badan)) return pecah(badan, null)
  return tafsirAngka(badan)
}

/** Removes spaces between thousands; null when spaces stand anywhere else. */
function gabungSpasi(teks: string): string | null {
  const [bulat = ''] = teks.split(/[.,]/)
  if (!/[^\d.,]/.test(teks)) return teks
  return RIBUAN_SPASI.test(bulat) && !/[^\d.,]/.test(teks.slice(bulat.length)) ? teks.replace(SPASI, '') : null
}

function pecah(badan: string, desimal: ',' | '.' | null): Tafsir | null {
  const letak = desimal === null ? badan.length : badan.lastIndexOf(desimal)
  const bulat = badan.slice(0, letak)
  const pecahan = badan.slice(letak + 1)
  if (!/^(?:\d*|[1-9]\d{0,2}(?:(?:\.\d{3})+|(?:,\d{3})+))$/.test(bulat) || !/^\d*$/.test(pecahan)) return null
  if (desimal !== null && pecahan === '') return null
  return { bulat: bulat.replace(/[.,]/g, '') || '0', pecahan }
}

function taksa({ negatif, badan }: Badan): Terbaca {
  const [bulat = '', pecahan = ''] = badan.split('.')
  const ribuan = susun(negatif, { bulat: bulat + pecahan, pecahan: '' })
  const desimal = susun(negatif, { bulat, pecahan })
  const pesan = `"${badan}" dapat berarti ${formatAngka(ribuan, { desimal: 0 }).replaceAll('.', '')} atau ${formatAngka(desimal)}. Pilih yang Anda maksud, atau tulis ulang.`
  return { jenis: 'taksa', kemungkinan: [ribuan, desimal], pesan }
}

function susun(negatif: boolean, { bulat, pecahan }: Tafsir): string {
  const angka = cariDesimal(`${negatif ? '-' : ''}${bulat}${pecahan === '' ? '' : `.${pecahan}`}`)
  return angka === null ? '0' : teksDesimal(angka)
}

function jumlah(teks: string, pemisah: string): number {
  return teks.split(pemisah).length - 1
}

function salah(pesan: string): { jenis: 'salah'; pesan: string } {
  return { jenis: 'salah', pesan }
}
