import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import type { Dokumen } from '../../inti/dokumen/index.ts'
import type { Pelaku, Peran } from '../../inti/pelaku.ts'
import type { JenisLangkah } from '../sop/index.ts'
import type { KonteksLangkah } from './kueri.ts'

/** Reads either inside a change (Tx) or from the pool of pages. */
export type Pembaca = Tx | BasisData['baca']

/** A document that a finished step leaves behind; `nomor` as printed, '' when it carries none. */
export type DokumenKeluaran = {
  readonly jenis: string
  readonly judul: string
  readonly nomor: string
  readonly model: Dokumen
}

/**
 * What the engine's surroundings know about a kind of step. Kinds implement it and are listed in src/peta-jenis.ts;
 * the siklus module imports none of them.
 */
export type PenangananJenis = {
  readonly kode: JenisLangkah
  /** what the pelaksana is asked to do, for Tugas Saya: "Terbitkan disposisi" */
  readonly perintah: string
  /** what the penerima is asked once the step was handed over: "Jawab laporan dengan disposisi" */
  readonly perintahPenerima?: string
  /** roles that may prepare the step's content although only the pelaksana finishes it */
  readonly penyiap?: readonly Peran[]
  /** Sentences about what is still missing before the step may be finished; empty: it may. */
  kekurangan(baca: Pembaca, konteks: KonteksLangkah): Promise<string[]>
  /** Output documents, built once when the step is finished and stored as they were. */
  dokumen(baca: Pembaca, konteks: KonteksLangkah, pelaku: Pelaku): Promise<DokumenKeluaran[]>
  /** the kind's own documents tell what was decided; without it the siklus adds it to the first of them */
  readonly mencatatPutusan?: true
  /**
   * Parts of a step that several units carry out side by side; asked when the step opens. What was a part before and is
   * none any more is left out; a step without any part is skipped.
   */
  bagian?(tx: Tx, konteks: KonteksLangkah): Promise<{ kunci: string; unitId: string | null }[]>
  /** Called in the transaction in which the step opens, also when it opens again after a return. */
  saatDibuka?(tx: Tx, konteks: KonteksLangkah, pelaku: Pelaku): Promise<void>
  /** Called in the transaction in which parts of this step are reopened by a return. */
  saatDikembalikan?(tx: Tx, konteks: KonteksLangkah, kembali: Pengembalian): Promise<void>
}

/** What a return reopened: whole parts, or single rows of parts, each with its reason. */
export type Pengembalian = {
  readonly alasan: string
  readonly bagian: readonly { readonly kunci: string; readonly barisId: string | null; readonly alasan: string }[]
}

const daftar = new Map<string, PenangananJenis>()

/** Called once per kind at start (src/peta-jenis.ts). */
export function daftarkanJenis(penanganan: readonly PenangananJenis[]): void {
  for (const p of penanganan) daftar.set(p.kode, p)
}

/** The handling of a kind; a kind that nobody listed is a programming error found at start by a test. */
export function ambilPenanganan(kode: string): PenangananJenis {
  const ada = daftar.get(kode)
  if (!ada) throw new Error(`jenis langkah tanpa penanganan: ${kode}`)
  return ada
}
