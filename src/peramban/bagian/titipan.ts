/** One sending of a row: exactly this is repeated until the server has answered it. */
export type Kiriman = { readonly isi: string; readonly versi: number; readonly kunci: string }
/** What somebody else saved first: who, when, and the fields as a page would show them. */
export type Lawan = { readonly oleh: string; readonly pada: string; readonly isi: Readonly<Record<string, string>> }
/** What was typed into a row and not yet answered by the server. Kept in the browser, under its person and office. */
export type Titipan = {
  readonly alamat: string
  readonly baris: string
  /** what the row is called, and the page that shows it */
  readonly nama: string
  readonly halaman: string
  /** version of the row that the typing began from, and its fields then (as sent, and as the server writes them) */
  readonly versi: number
  readonly asal: string
  readonly asalBaku: Readonly<Record<string, string>>
  /** fields as typed now, urlencoded */
  readonly isi: string
  /** on its way, answer unknown */
  readonly jalan?: Kiriman
  /** refused: waits for the person */
  readonly ditolak?: string
  /** two readings of one field, until the person chose */
  readonly lawan?: Lawan
  readonly rebutan?: readonly string[]
}
/** The answer of the server as far as a titipan is concerned. */
export type JawabanKiriman =
  | { readonly jenis: 'tersimpan'; readonly versi?: number; readonly isian?: Readonly<Record<string, string>> }
  | { readonly jenis: 'tertunda' | 'keluar' }
  | { readonly jenis: 'ditolak'; readonly teks: string }
  | { readonly jenis: 'bentrok'; readonly teks: string; readonly versi: number; readonly lawan: Lawan }

/** Puts a sending on its way. What is on its way already goes again unchanged, with its key: an answer may have been lost. */
export function berangkatkan(titipan: Titipan, kunci: () => string): Titipan & { readonly jalan: Kiriman } {
  const { isi, versi } = titipan
  return { ...titipan, jalan: titipan.jalan ?? { isi, versi, kunci: kunci() } }
}

/** The titipan after an answer to what was on its way; null: everything typed has reached the server. */
export function terimaJawaban(titipan: Titipan, jawaban: JawabanKiriman): Titipan | null {
  const { jalan, ...lain } = titipan
  if (!jalan) return titipan
  const berubah = titipan.isi !== jalan.isi
  if (jawaban.jenis === 'tersimpan') {
    if (!berubah) return null
    const versi = jawaban.versi ?? jalan.versi + 1
    return { ...lain, versi, asal: jalan.isi, asalBaku: jawaban.isian ?? {} }
  }
  // typed on after the refused content: that is tried by itself
  if (jawaban.jenis === 'ditolak') return berubah ? lain : { ...lain, ditolak: jawaban.teks }
  return jawaban.jenis === 'bentrok' ? gabungkan(lain, jawaban) : titipan
}

/**
 * Somebody saved the row first. Fields only one of the two changed are joined without a question; fields both changed
 * differently are contested (`rebutan`) and wait for a choice.
 */
function gabungkan(
  titipan: Titipan,
  { teks, versi, lawan }: Extract<JawabanKiriman, { jenis: 'bentrok' }>,
): Titipan | null {
  const saya = pilah(titipan.isi)
  const asal = pilah(titipan.asal)
  const rebutan: string[] = []
  const hasil = { ...saya }
  for (const nama of new Set([...Object.keys(saya), ...Object.keys(lawan.isi), ...Object.keys(asal)])) {
    if (nama.startsWith('pilih.')) continue
    const [punyaku = '', punyanya = ''] = [saya[nama], lawan.isi[nama]]
    const semula = [asal[nama] ?? '', titipan.asalBaku[nama] ?? asal[nama] ?? '']
    if (punyaku === punyanya || semula.includes(punyanya)) continue
    if (semula.includes(punyaku)) hasil[nama] = punyanya
    else rebutan.push(nama)
  }
  const isi = rangkai(hasil)
  const baru = { ...titipan, versi, asal: rangkai(lawan.isi), asalBaku: lawan.isi, isi }
  if (rebutan.length > 0) return { ...baru, lawan, rebutan, ditolak: teks }
  return sama(hasil, lawan.isi) ? null : baru
}

/** The person chose for one contested field; with the last one the row may be sent again. */
export function pilihNilai(titipan: Titipan, nama: string, punyaSaya: boolean): Titipan {
  const { lawan, rebutan = [], ditolak, ...lain } = titipan
  if (!lawan) return titipan
  const isi = pilah(titipan.isi)
  if (!punyaSaya) isi[nama] = lawan.isi[nama] ?? ''
  const sisa = rebutan.filter((r) => r !== nama)
  const baru = { ...lain, isi: rangkai(isi) }
  return sisa.length > 0 ? { ...baru, lawan, rebutan: sisa, ditolak } : baru
}

/** May it be sent by itself? What was refused waits for the person, unless its answer was never heard. */
export const siapKirim = (titipan: Titipan): boolean => titipan.jalan !== undefined || titipan.ditolak === undefined

export const pilah = (isi: string): Record<string, string> => Object.fromEntries(new URLSearchParams(isi))
/** Empty fields are left out: an unticked box and a blank box are the same as none. */
export const rangkai = (bidang: Readonly<Record<string, string>>): string =>
  new URLSearchParams(Object.entries(bidang).filter(([, nilai]) => nilai !== '')).toString()

function sama(kiri: Readonly<Record<string, string>>, kanan: Readonly<Record<string, string>>): boolean {
  const nama = new Set([...Object.keys(kiri), ...Object.keys(kanan)])
  return [...nama].every((n) => n.startsWith('pilih.') || (kiri[n] ?? '') === (kanan[n] ?? ''))
}
