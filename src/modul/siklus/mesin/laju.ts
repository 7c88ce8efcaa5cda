import type { Periode } from '../../../inti/waktu/index.ts'
import { ambilJenisLangkah, cariLangkah, type DefinisiSop, hilir, type LangkahSop } from '../../sop/index.ts'
import {
  type Cakupan,
  type IsiPeristiwa,
  type Keadaan,
  type KeadaanBagian,
  type KeadaanLangkah,
  kunciCakupan,
  langkahTerbuka,
  type PelakuPeristiwa,
  type Peristiwa,
  type SetelUlang,
} from './keadaan.ts'
import { terapkan } from './terapkan.ts'

/** One command being worked out: events so far, the state they lead to, and the tokens still on their way. */
export type Rakitan = {
  readonly definisi: DefinisiSop
  readonly pelaku: PelakuPeristiwa
  readonly waktu: string
  /** optional steps that this command declares not needed */
  readonly tidakPerlu: ReadonlySet<string>
  readonly peristiwa: Peristiwa[]
  readonly antrean: { ke: string; dari: string }[]
  readonly dilewati: Set<string>
  keadaan: Keadaan
}

export function susunRakitan(
  definisi: DefinisiSop,
  keadaan: Keadaan,
  oleh: { pelaku: PelakuPeristiwa; waktu: string; tidakPerlu?: readonly string[] },
): Rakitan {
  const { pegawaiId, nama, jabatan } = oleh.pelaku
  return {
    definisi,
    keadaan,
    pelaku: { pegawaiId, nama, jabatan },
    waktu: oleh.waktu,
    tidakPerlu: new Set(oleh.tidakPerlu),
    peristiwa: [],
    antrean: [],
    dilewati: new Set(),
  }
}

/** Adds an event and moves the state on by it. */
export function catat(r: Rakitan, isi: IsiPeristiwa): void {
  const peristiwa: Peristiwa = { ...isi, waktu: r.waktu, pelaku: r.pelaku }
  r.keadaan = terapkan(r.keadaan, peristiwa)
  r.peristiwa.push(peristiwa)
}

/** Sends a token from a finished step to each of the given steps; `putarkan` lets them arrive. */
export function kirimToken(r: Rakitan, dari: string, tujuan: readonly string[]): void {
  r.antrean.push(...tujuan.map((ke) => ({ ke, dari })))
}

/** Finishes a step that is no decision and sends its token on. */
export function tutupLangkah(
  r: Rakitan,
  langkah: LangkahSop,
  isi: { otomatis: boolean; pengaju: readonly string[]; catatan: string | null },
): void {
  catat(r, { jenis: 'LANGKAH_SELESAI', langkah: langkah.kode, data: isi })
  kirimToken(r, langkah.kode, langkah.berikutnya)
}

/**
 * Lets tokens arrive until nothing moves. A step opens when nothing that still runs or waits can reach it: branches
 * side by side so join where they meet, without the SOP having to say which gate is a join, and a branch that takes
 * another way is not waited for. When only waiting tokens are left, the first of the SOP goes on: none is ever lost.
 */
export function putarkan(r: Rakitan): void {
  for (;;) {
    const tertunda = urutkan(r, new Set([...r.antrean.map((t) => t.ke), ...menunggu(r.keadaan)]))
    const pertama = tertunda[0]
    if (pertama === undefined) break
    const terbuka = langkahTerbuka(r.keadaan)
    const sumber = [...terbuka, ...tertunda]
    const bebas = (kode: string) =>
      terbuka.includes(kode) || !sumber.some((lain) => lain !== kode && hilir(r.definisi, lain).has(kode))
    const siap = tertunda.find(bebas) ?? (terbuka.length === 0 ? pertama : undefined)
    if (siap === undefined) break
    terima(r, siap)
  }
  for (const { ke, dari } of r.antrean.splice(0)) {
    catat(r, { jenis: 'LANGKAH_MENUNGGU', langkah: ke, data: { dari } })
  }
  akhiriBilaHabis(r)
}

/** Opens the step of a return at once, whatever waits elsewhere. */
export function bukaTujuan(r: Rakitan, kode: string): void {
  masuki(r, kode)
}

/**
 * The steps that a return to `tujuan` sets back: the target and everything after it that was opened, finished or
 * waited for; of their parts only those in the scope, besides parts that were still open. A scope of units names the
 * same units in every step after the target; where several pelaksana act, all of them act again on what has changed,
 * unless the scope names some of them at the target itself.
 */
export function susunSetelUlang(
  definisi: DefinisiSop,
  keadaan: Keadaan,
  kembali: { tujuan: string; dari: string | null; cakupan: Cakupan },
): SetelUlang[] {
  const kena = new Set(hilir(definisi, kembali.tujuan))
  // the deciding step closes in any case, also in a definition whose return never comes by again
  if (kembali.dari !== null) kena.add(kembali.dari)
  const kunci = kunciCakupan(kembali.cakupan)
  const menyebutKolom = keadaan.langkah[kembali.tujuan]?.bagian.some((b) => b.pelaksana !== null && kunci?.has(b.kunci))
  const ikut = (kode: string, b: KeadaanBagian): boolean => {
    if (b.status === 'BERJALAN' || kunci === null) return true
    const disebut = menyebutKolom ? kode === kembali.tujuan : b.pelaksana === null
    return !disebut || kunci.has(b.kunci)
  }
  return keadaan.urutan.flatMap((kode) => {
    const langkah = keadaan.langkah[kode]
    if (!langkah || !kena.has(kode)) return []
    const bagian = langkah.bagian.filter((b) => ikut(kode, b)).map((b) => b.kunci)
    const menungguLuar = langkah.menunggu.filter((asal) => !kena.has(asal))
    const takBerubah = langkah.status === 'BELUM' && bagian.length === 0 && langkah.menunggu.length === 0
    return takBerubah ? [] : [{ langkah: kode, bagian, menunggu: menungguLuar }]
  })
}

function terima(r: Rakitan, kode: string): void {
  for (let i = r.antrean.length - 1; i >= 0; i--) if (r.antrean[i]?.ke === kode) r.antrean.splice(i, 1)
  // two ways that meet at a step already open are one piece of work
  if (r.keadaan.langkah[kode]?.status !== 'BERJALAN') masuki(r, kode)
}

function masuki(r: Rakitan, kode: string): void {
  const langkah = cariLangkah(r.definisi, kode)
  const lama = r.keadaan.langkah[kode]
  if (!langkah || !lama) throw new Error(`SOP menuju langkah ${kode} yang tidak ada; periksa SOP sebelum dijalankan`)
  const alasan = alasanLewat(r, langkah)
  if (alasan !== null) {
    if (r.dilewati.has(kode)) return
    r.dilewati.add(kode)
    catat(r, { jenis: 'LANGKAH_DILEWATI', langkah: kode, data: { otomatis: true, alasan } })
    kirimToken(r, kode, susulanBiasa(langkah))
    return
  }
  const disetelUlang = sudahLewat(lama)
    ? susunSetelUlang(r.definisi, r.keadaan, { tujuan: kode, dari: null, cakupan: { jenis: 'SEMUA' } })
    : []
  const bagianPelaksana = perluSemua(langkah) && lama.bagian.length === 0 ? langkah.pelaksana : []
  catat(r, { jenis: 'LANGKAH_DIBUKA', langkah: kode, data: { bagianPelaksana, disetelUlang } })
  // parts that a return did not name stay handed in; when none of this step's parts reopens there is nothing to do
  const bagian = r.keadaan.langkah[kode]?.bagian ?? []
  if (bagian.length > 0 && bagian.every(bagianBeres)) {
    tutupLangkah(r, langkah, { otomatis: true, pengaju: [], catatan: null })
  }
}

function akhiriBilaHabis(r: Rakitan): void {
  // tokens never wait with nothing open: putarkan lets the first of them go on
  if (langkahTerbuka(r.keadaan).length > 0) return
  const tersegel = r.definisi.langkah.some(
    (l) => ambilJenisLangkah(l.jenis).penutup && r.keadaan.langkah[l.kode]?.status === 'SELESAI',
  )
  catat(r, { jenis: 'SIKLUS_SELESAI', data: { status: tersegel ? 'DIARSIPKAN' : 'SELESAI' } })
}

function alasanLewat(r: Rakitan, langkah: LangkahSop): string | null {
  if (!berlakuPada(langkah, r.keadaan.periode)) return 'Tidak dijalankan pada periode ini.'
  if (langkah.opsional && r.tidakPerlu.has(langkah.kode)) return 'Tidak diperlukan.'
  return null
}

/** Does the step belong to this period? ("hanya triwulan IV") */
export function berlakuPada(langkah: LangkahSop, periode: Periode): boolean {
  if (langkah.hanyaPeriode.length === 0) return true
  return langkah.hanyaPeriode.some(
    ({ jenis, nomor }) => jenis === periode.jenis && (nomor.length === 0 || nomor.includes(periode.nomor)),
  )
}

/** All the columns of the step must act, each for itself. */
export function perluSemua(langkah: LangkahSop): boolean {
  const { bagianUnit, dijawabPenerima } = ambilJenisLangkah(langkah.jenis)
  return langkah.cara === 'SEMUA' && langkah.pelaksana.length > 1 && !bagianUnit && !dijawabPenerima
}

/** Where a step leads when nobody decides otherwise. */
export function susulanBiasa(langkah: LangkahSop): readonly string[] {
  if (!langkah.keputusan) return langkah.berikutnya
  return langkah.keputusan.ya === null ? [] : [langkah.keputusan.ya]
}

export const bagianBeres = (b: { readonly status: string }): boolean =>
  b.status === 'SELESAI' || b.status === 'DILEWATI'

const sudahLewat = (l: KeadaanLangkah): boolean => l.status === 'SELESAI' || l.status === 'DILEWATI'

const menunggu = (keadaan: Keadaan): string[] =>
  keadaan.urutan.filter((kode) => (keadaan.langkah[kode]?.menunggu.length ?? 0) > 0)

const urutkan = (r: Rakitan, kode: ReadonlySet<string>): string[] => r.keadaan.urutan.filter((k) => kode.has(k))
