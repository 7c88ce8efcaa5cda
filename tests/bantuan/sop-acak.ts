import fc from 'fast-check'
import { bacaSopMentah, type KesalahanSop } from '../../src/modul/sop/baca-yaml.ts'
import { ambilJenisLangkah, type DefinisiSop, KODE_JENIS_LANGKAH, periksaSop } from '../../src/modul/sop/index.ts'

const MAKS_LANGKAH = 40
const BLOK_DATA = ['siapkan-formulir', 'distribusi', 'pengisian', 'penerimaan', 'rekap', 'lapor', 'telaah']
/** a second collection of the same siklus, somewhere after the first */
const BLOK_LAGI = ['distribusi', 'pengisian', 'penerimaan', 'rekap', 'lapor', 'telaah']
const BERSYARAT = new Set(['distribusi', 'pengisian', 'penerimaan', 'rekap', 'telaah', 'arsip'])
const BEBAS = KODE_JENIS_LANGKAH.filter((kode) => !BERSYARAT.has(kode))
const PERIODE_KHUSUS = [
  [{ jenis: 'TRIWULAN', nomor: [4] }],
  [{ jenis: 'TRIWULAN', nomor: [] }],
  [
    { jenis: 'BULAN', nomor: [3, 6] },
    { jenis: 'TRIWULAN', nomor: [1, 2] },
  ],
]
/** who stands behind the columns, in a real office too */
const PERAN_KOLOM = ['TIM_SAKIP', 'SEKCAM', 'KASI', 'CAMAT', 'STAF']

type LangkahAcak = {
  bentuk: 'BIASA' | 'KEPUTUSAN' | 'CABANG' | 'PERBAIKAN'
  jenis: number
  /** any kind, also one that cannot stand here: such an SOP must be refused by name */
  ngawur: boolean
  pelaksana: number[]
  semua: boolean
  penerima: number[]
  opsional: boolean
  khusus: (typeof PERIODE_KHUSUS)[number]
  tujuan: number[]
  lompat: number
}

const langkahAcak: fc.Arbitrary<LangkahAcak> = fc.record({
  bentuk: fc.oneof(
    { weight: 7, arbitrary: fc.constant('BIASA' as const) },
    { weight: 3, arbitrary: fc.constant('KEPUTUSAN' as const) },
    { weight: 1, arbitrary: fc.constant('CABANG' as const) },
    { weight: 1, arbitrary: fc.constant('PERBAIKAN' as const) },
  ),
  jenis: fc.nat(100),
  ngawur: fc.nat(99).map((n) => n > 97),
  pelaksana: fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 3 }),
  semua: fc.nat(9).map((n) => n > 7),
  penerima: fc.array(fc.nat(7), { maxLength: 2 }),
  opsional: fc.nat(9).map((n) => n > 8),
  khusus: fc.nat(39).map((n) => PERIODE_KHUSUS[n] ?? []),
  tujuan: fc.array(fc.nat(MAKS_LANGKAH), { minLength: 1, maxLength: 3 }),
  lompat: fc.nat(9),
})

/**
 * An SOP of 2 to 40 steps and 1 to 8 columns as an office might write it: decisions leading back and forth, branches
 * side by side, steps of certain periods, one collection or two or none, an archive or none, now and then nonsense.
 */
export const sopMentahAcak = fc
  .record({
    // left to itself fast-check makes lists of ten at most
    langkah: fc.oneof(
      { weight: 9, arbitrary: fc.array(langkahAcak, { minLength: 2, maxLength: 12 }) },
      { weight: 1, arbitrary: fc.array(langkahAcak, { minLength: 12, maxLength: MAKS_LANGKAH, size: 'max' }) },
    ),
    lagi: fc.nat(3).map((n) => n > 2),
    kolom: fc.integer({ min: 1, max: 8 }),
    blok: fc.option(fc.nat(MAKS_LANGKAH), { nil: null }),
    arsip: fc.boolean(),
    melewati: fc.boolean(),
  })
  .map(({ langkah, kolom, blok, lagi, arsip, melewati }) => {
    const kumpul = blok === null ? [] : blokData(langkah, BLOK_DATA)
    const kumpulLagi = blok === null || !lagi ? [] : blokData(langkah, BLOK_LAGI)
    const sisa = MAKS_LANGKAH - kumpul.length - kumpulLagi.length - (arsip ? 1 : 0)
    const isi = langkah.slice(0, sisa).map((l) => ({ ...l, tetap: null as string | null }))
    isi.splice((blok ?? 0) % (isi.length + 1), 0, ...kumpul)
    isi.push(...kumpulLagi)
    const banyak = isi.length + (arsip ? 1 : 0)
    const kode = (i: number) => `L${i + 1}`
    const baris: Record<string, unknown>[] = isi.map((l, i) => susunBaris(l, i, { banyak, kolom, kode }))
    if (arsip) baris.push({ kode: kode(banyak - 1), nomor: banyak, uraian: 'arsip', jenis: 'arsip', pelaksana: 'K1' })
    sambungCabang(isi, baris, kode)
    return {
      kode: 'sop-acak',
      nama: 'SOP Acak',
      tujuan: 'PENGUMPULAN',
      periode: ['BULAN', 'TRIWULAN'],
      identitas: { disahkanOleh: {} },
      pelaksana: Array.from({ length: kolom }, (_, i) => ({
        kode: `K${i + 1}`,
        nama: `Kolom ${i + 1}`,
        peran: PERAN_KOLOM[i % PERAN_KOLOM.length],
      })),
      langkah: baris,
      bolehMelewati: melewati ? ['K1', `K${kolom}`].slice(0, kolom) : [],
    }
  })

/** Generated SOPs that passed the check. */
export const sopAcak: fc.Arbitrary<DefinisiSop> = sopMentahAcak
  .map(bacaDanPeriksa)
  .filter((hasil) => 'definisi' in hasil)
  .map((hasil) => {
    if (!('definisi' in hasil)) throw new Error('tidak mungkin')
    return hasil.definisi
  })

export function bacaDanPeriksa(mentah: unknown): { definisi: DefinisiSop } | { kesalahan: KesalahanSop[] } {
  const hasil = bacaSopMentah(mentah)
  if ('kesalahan' in hasil) return hasil
  const kesalahan = periksaSop(hasil.definisi)
  return kesalahan.length > 0 ? { kesalahan } : hasil
}

type Isi = LangkahAcak & { tetap: string | null }

function blokData(langkah: readonly LangkahAcak[], blok: readonly string[]): Isi[] {
  const contoh = langkah[0]
  if (!contoh) return []
  return blok.map((tetap, i) => ({
    ...contoh,
    ...langkah[i % langkah.length],
    tetap,
    bentuk: tetap === 'telaah' ? 'KEPUTUSAN' : 'BIASA',
    opsional: false,
    khusus: [],
  }))
}

function susunBaris(
  l: Isi,
  i: number,
  { banyak, kolom, kode }: { banyak: number; kolom: number; kode: (i: number) => string },
): Record<string, unknown> {
  const jenis =
    l.tetap ?? (l.ngawur ? KODE_JENIS_LANGKAH : BEBAS)[l.jenis % (l.ngawur ? KODE_JENIS_LANGKAH : BEBAS).length]
  const kodeKolom = (nomor: readonly number[]) => [...new Set(nomor.map((p) => `K${(p % kolom) + 1}`))]
  const penerima = kodeKolom(l.penerima)
  const dasar = {
    kode: kode(i),
    nomor: i + 1,
    uraian: `langkah ${i + 1}`,
    jenis,
    pelaksana: kodeKolom(l.pelaksana),
    cara: l.semua ? 'SEMUA' : 'SALAH_SATU',
    penerima: jenis === 'lapor-camat' && penerima.length === 0 && !l.ngawur ? ['K1'] : penerima,
    opsional: l.opsional,
    tahanPertanyaan: jenis === 'pengisian' && l.semua,
    hanyaPeriode: l.khusus,
  }
  if (l.bentuk === 'PERBAIKAN' && i + 2 < banyak) {
    return { ...dasar, keputusan: { ya: kode(i + 2), tidak: kode(i + 1) } }
  }
  if (l.bentuk !== 'KEPUTUSAN' || i === 0) return dasar
  const ya = l.lompat > 7 ? kode(Math.min(banyak - 1, i + l.lompat - 6)) : undefined
  // mostly back, as offices do; sometimes anywhere
  const tujuan = l.tujuan.map((t) => kode(l.lompat < 7 ? t % i : t % banyak)).filter((t) => t !== kode(i) && t !== ya)
  const tidak = [...new Set(tujuan)].filter((t) => ya !== undefined || t !== kode(i + 1))
  return tidak.length === 0 ? dasar : { ...dasar, keputusan: { ya, tidak } }
}

/** Splits into two branches of one to three steps that join, and leads "perbaikan" steps back to their decision. */
function sambungCabang(isi: readonly Isi[], baris: Record<string, unknown>[], kode: (i: number) => string): void {
  isi.forEach((l, i) => {
    const kini = baris[i]
    if (!kini) return
    if (l.bentuk === 'PERBAIKAN' && kini.keputusan && !baris[i + 1]?.keputusan) {
      Object.assign(baris[i + 1] ?? {}, { berikutnya: kode(i), hanyaPeriode: [], jenis: 'tugas' })
    }
    const panjang = 1 + (l.lompat % 3)
    const [ujung, kedua] = [i + panjang, i + panjang + 1]
    if (l.bentuk !== 'CABANG' || kini.keputusan || kini.berikutnya || kedua + 1 >= baris.length) return
    const akhir = baris[ujung]
    if (!akhir || akhir.keputusan || akhir.berikutnya) return
    kini.berikutnya = [kode(i + 1), kode(kedua)]
    akhir.berikutnya = [kode(Math.min(baris.length - 1, kedua + 1 + (l.jenis % 2)))]
  })
}

type Pilihan = Record<'banyak' | 'benih' | 'minLangkah' | 'maksLangkah', number> & {
  /** already chosen: what they hold need not be held again */
  melengkapi?: readonly DefinisiSop[]
}

/**
 * In an office of one person per post somebody must be left who may decide: here the Camat, who stands in for whoever has
 * submitted what is decided on. Otherwise a Plh. has to be named, which no page of a step does.
 */
const adaPemutusBebas = (s: DefinisiSop): boolean => {
  const camat = s.pelaksana.filter((p) => p.peran.includes('CAMAT')).map((p) => p.kode)
  return !s.langkah.some((l) => ambilJenisLangkah(l.jenis).mengajukan && l.pelaksana.some((k) => camat.includes(k)))
}

/** A few generated SOPs, always the same for a seed, that together hold as many kinds of step as can be; small ones first. */
export function pilihSopAcak({ banyak, benih, minLangkah, maksLangkah, melengkapi = [] }: Pilihan) {
  const calon = fc
    .sample(sopAcak, { numRuns: 150, seed: benih })
    .filter(({ langkah }) => langkah.length >= minLangkah && langkah.length <= maksLangkah)
    .filter((s) => s.langkah.some((l) => l.hanyaPeriode.length === 0))
    .filter((s) => minLangkah < 20 || adaPemutusBebas(s))
  const ciri = (s: DefinisiSop) => s.langkah.map((l) => `${l.jenis}${l.keputusan ? '?' : ''}`)
  const ada = new Set(melengkapi.flatMap(ciri))
  const pilihan: DefinisiSop[] = []
  while (pilihan.length < banyak) {
    const nilai = (s: DefinisiSop) => new Set(ciri(s).filter((c) => !ada.has(c))).size
    const terbaik = calon.filter((s) => !pilihan.includes(s)).sort((a, b) => nilai(b) - nilai(a))[0]
    if (!terbaik) break
    pilihan.push(terbaik)
    for (const c of ciri(terbaik)) ada.add(c)
  }
  return pilihan.map((s, i) => ({
    ...s,
    kode: `sop-acak-${benih}-${minLangkah}-${i + 1}`,
    nama: `SOP Acak ${benih}-${i + 1}`,
  }))
}
