import type { BasisData, Tx } from '../../../inti/basis-data/index.ts'
import type { Dokumen } from '../../../inti/dokumen/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import type { Periode } from '../../../inti/waktu/index.ts'

/** One thing that a source can tell: "IKM", "persentase desa mandiri". */
export type UkuranAngka = { readonly kode: string; readonly nama: string }

/** What the office's own data say for a period, ready to be proposed; or why they say nothing yet. */
export type HasilAngka =
  | {
      readonly jenis: 'ADA'
      /** one figure, for a card with one variable; plain decimal */
      readonly tunggal: string
      /** numerator and denominator, for a card with two; null: the measure has none */
      readonly pasangan: readonly [pembilang: string, penyebut: string] | null
      /** "IKM 84,52 dari SKM Pelayanan Umum Semester I 2026, 152 responden" */
      readonly kalimat: string
      readonly alamat: string
    }
  | { readonly jenis: 'BELUM'; readonly alasan: string; readonly alamat: string }

/**
 * A source of figures inside the office. The module that owns the data gives one object of this type to
 * `src/peta-sumber.ts`; forms propose its figures and take them over with their document as evidence.
 */
export type PenyediaAngka = {
  readonly kode: string
  readonly nama: string
  readonly ukuran: readonly UkuranAngka[]
  /** what each of the measures says at the end of a period; one query for all of them */
  readonly cari: (
    baca: Tx | BasisData['baca'],
    pelaku: Pelaku,
    permintaan: { readonly ukuran: readonly string[]; readonly periode: Periode },
  ) => Promise<ReadonlyMap<string, HasilAngka>>
  /** the document that shows where the figure comes from, as it stands now */
  readonly susunBukti: (
    db: BasisData,
    pelaku: Pelaku,
    permintaan: { readonly ukuran: string; readonly periode: Periode },
  ) => Promise<Dokumen>
}

const daftar = new Map<string, PenyediaAngka>()

/** Lists the sources, once at start. */
export function daftarkanSumber(penyedia: readonly PenyediaAngka[]): void {
  for (const satu of penyedia) daftar.set(satu.kode, satu)
}

export const semuaSumber = (): readonly PenyediaAngka[] => [...daftar.values()]
export const cariSumber = (kode: string): PenyediaAngka | null => daftar.get(kode) ?? null

/** "Survei Kepuasan Masyarakat: IKM"; null for what nobody offers. */
export function namaSumber(kode: string, ukuran: string): string | null {
  const penyedia = cariSumber(kode)
  const satu = penyedia?.ukuran.find((u) => u.kode === ukuran)
  return penyedia && satu ? `${penyedia.nama}: ${satu.nama}` : null
}
