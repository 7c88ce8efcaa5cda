import type { Periode } from '../../../inti/waktu/index.ts'

/** A siklus as a whole. Everything but BERJALAN is final: nothing is accepted any more. */
export const STATUS_SIKLUS = ['BERJALAN', 'SELESAI', 'DIARSIPKAN', 'DIBATALKAN'] as const
/** A step. BELUM also after a return: it waits for its turn in the next round. */
export const STATUS_LANGKAH = ['BELUM', 'BERJALAN', 'SELESAI', 'DILEWATI'] as const

export type StatusSiklus = (typeof STATUS_SIKLUS)[number]
export type StatusLangkah = (typeof STATUS_LANGKAH)[number]

/** The person and the post held at that moment, as the log keeps them. */
export type PelakuPeristiwa = { readonly pegawaiId: string; readonly nama: string; readonly jabatan: string }

/** What was sent back, by whom and why; `baris` names the single values (null: the whole part). */
export type Pengembalian = {
  readonly alasan: string
  readonly dari: string
  readonly oleh: PelakuPeristiwa
  readonly waktu: string
  readonly baris: readonly string[] | null
}

/** One part of a step that several carry out side by side: a unit, or one of several pelaksana who must all act. */
export type KeadaanBagian = {
  readonly kunci: string
  readonly unitId: string | null
  /** column code when the parts are the pelaksana themselves */
  readonly pelaksana: string | null
  readonly status: StatusLangkah
  readonly putaran: number
  /** round of the step in which the part was last opened; an older part cannot be withdrawn */
  readonly putaranLangkah: number
  readonly dibukaPada: string | null
  readonly selesaiPada: string | null
  readonly selesaiOleh: string | null
  /** pegawaiId of all whose work was handed in with it */
  readonly pengaju: readonly string[]
  readonly dikembalikan: Pengembalian | null
}

export type KeadaanLangkah = {
  readonly kode: string
  readonly status: StatusLangkah
  /** how many times it was opened */
  readonly putaran: number
  readonly dibukaPada: string | null
  readonly dimulaiPada: string | null
  /** handed over to the penerima, who now holds it */
  readonly diteruskanPada: string | null
  readonly selesaiPada: string | null
  readonly selesaiOleh: string | null
  readonly pengaju: readonly string[]
  /** finished steps that lead here while others on their way here still run */
  readonly menunggu: readonly string[]
  readonly bagian: readonly KeadaanBagian[]
  readonly dikembalikan: Pengembalian | null
}

/** The fold of all events: plain JSON. */
export type Keadaan = {
  readonly status: StatusSiklus
  readonly kodeSop: string
  readonly periode: Periode
  readonly urutan: readonly string[]
  readonly langkah: Readonly<Record<string, KeadaanLangkah>>
  readonly jumlahPeristiwa: number
  readonly dimulaiPada: string
  readonly berakhirPada: string | null
}

/** What a decider sends back: everything, some parts, or single values of some parts. */
export type Cakupan =
  | { readonly jenis: 'SEMUA' }
  | { readonly jenis: 'BAGIAN'; readonly kunci: readonly string[] }
  | { readonly jenis: 'NILAI'; readonly nilai: readonly { readonly kunci: string; readonly barisId: string }[] }

/** Steps that go back to BELUM, with the parts that reopen with them and the arrivals that stay. */
export type SetelUlang = {
  readonly langkah: string
  readonly bagian: readonly string[]
  readonly menunggu: readonly string[]
}

type Isi<J extends string, D> = { readonly jenis: J; readonly data: D }
type IsiLangkah<J extends string, D> = Isi<J, D> & { readonly langkah: string }
type IsiBagian<J extends string, D> = IsiLangkah<J, D> & { readonly bagian: string }

export type IsiPeristiwa =
  | Isi<'SIKLUS_DIMULAI', { kodeSop: string; namaSop: string; periode: Periode; urutan: readonly string[] }>
  | IsiLangkah<'LANGKAH_DIBUKA', { bagianPelaksana: readonly string[]; disetelUlang: readonly SetelUlang[] }>
  | IsiLangkah<'LANGKAH_MENUNGGU', { dari: string }>
  | IsiLangkah<'LANGKAH_DIMULAI', Record<string, never>>
  | IsiLangkah<'LANGKAH_DITERUSKAN', { penerima: readonly string[] }>
  | IsiLangkah<'LANGKAH_SELESAI', { otomatis: boolean; pengaju: readonly string[]; catatan: string | null }>
  | IsiLangkah<'LANGKAH_DILEWATI', { otomatis: boolean; alasan: string }>
  | IsiLangkah<'BAGIAN_DIBUKA', { bagian: readonly { kunci: string; unitId: string | null }[] }>
  /** parts that nobody carries out any more: nothing is left for them to answer */
  | IsiLangkah<'BAGIAN_DILEWATI', { bagian: readonly string[]; alasan: string }>
  | IsiBagian<'BAGIAN_DISERAHKAN', { pengaju: readonly string[] }>
  | IsiBagian<'BAGIAN_DITARIK', Record<string, never>>
  | IsiLangkah<'BAGIAN_DIKEMBALIKAN', { dari: string; cakupan: Cakupan; alasan: string }>
  | IsiLangkah<'DIPUTUSKAN', { keputusan: 'ya' | 'tidak'; tujuan: string | null; alasan: string | null }>
  | IsiLangkah<
      'DIKEMBALIKAN',
      {
        /** null: not by a decision but while the recap was being made */
        keputusan: 'ya' | 'tidak' | null
        tujuan: string
        cakupan: Cakupan
        alasan: string
        disetelUlang: readonly SetelUlang[]
      }
    >
  | Isi<'SIKLUS_SELESAI', { status: 'SELESAI' | 'DIARSIPKAN' }>
  | Isi<'SIKLUS_DIBATALKAN', { alasan: string }>

export type Peristiwa = IsiPeristiwa & { readonly waktu: string; readonly pelaku: PelakuPeristiwa }
export type JenisPeristiwa = IsiPeristiwa['jenis']

/** The parts a scope names; null: all. */
export function kunciCakupan(cakupan: Cakupan): ReadonlySet<string> | null {
  if (cakupan.jenis === 'SEMUA') return null
  return new Set(cakupan.jenis === 'BAGIAN' ? cakupan.kunci : cakupan.nilai.map((n) => n.kunci))
}

/** Codes of the steps that can be worked on now, in the order of the SOP; [] once the siklus has ended. */
export function langkahTerbuka(keadaan: Keadaan): string[] {
  if (keadaan.status !== 'BERJALAN') return []
  return keadaan.urutan.filter((kode) => keadaan.langkah[kode]?.status === 'BERJALAN')
}
