import type { BasisData } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { type AturanNilai, ambilAturanNilai } from '../perencanaan/index.ts'
import { type TargetBerlaku, targetBerlaku } from '../perjanjian-kinerja/index.ts'
import type { HasilTahun } from './hasil-tahun.ts'
import { ambilHasilSah, type HasilSah, type Pembaca } from './kueri-hasil.ts'
import { ambilRencana, type Rencana } from './kueri-rencana.ts'
import type { Banding } from './perbandingan.ts'
import { susunCapaian, TAHUN_LALU } from './susun-capaian.ts'

/** Where a figure leads: its form with the evidence, who filled it in, who approved it. */
export type AsalAngka = {
  readonly siklusId: string
  readonly versiRekap: number | null
  readonly formulirId: string | null
  readonly barisId: string | null
  readonly unitId: string
  readonly pengisi: string
  readonly bukti: number
  readonly penyetuju: string
  /** ISO */
  readonly disetujuiPada: string | null
}
/** An indicator with all that was approved of it: this year, its quarters, the years before. */
export type CapaianIndikator = {
  readonly id: string
  readonly kode: string
  readonly jenis: 'IKU' | 'IKK'
  readonly nama: string
  readonly satuan: string
  readonly polaritas: string
  readonly varianMin: string
  readonly agregasi: string
  readonly desimal: number
  readonly unit: string
  readonly tujuanId: string | null
  readonly sasaranId: string | null
  readonly programId: string | null
  readonly kegiatanId: string | null
  readonly subKegiatanId: string | null
  /** sub kegiatan that the office linked to it one by one */
  readonly kaitan: readonly string[]
  /** target of the year in the PK; plain decimal, null where it is no number */
  readonly target: string | null
  readonly targetTeks: string
  /** the latest approved result of the year; null: none */
  readonly kini: HasilTahun | null
  /** triwulan I–IV of the year, each as approved up to its end; null: nothing */
  readonly triwulan: readonly (HasilTahun | null)[]
  /** the four years before, oldest first; null: nothing recorded */
  readonly lalu: readonly { readonly tahun: number; readonly hasil: HasilTahun | null }[]
  /** end-target of the Renstra; `jumlahTarget`: sum of its yearly targets, for amounts that add up */
  readonly renstra: Banding & {
    readonly tahunAkhir: number | null
    readonly targetTahunIni: string
    readonly jumlahTarget: string | null
  }
  readonly standar: (Banding & { readonly sumber: string; readonly tahun: string }) | null
  readonly asal: AsalAngka | null
  /** of the latest Kertas Kerja (measured results only) */
  readonly kertas: {
    readonly penyebab: string
    readonly hambatan: string
    readonly solusi: string
    readonly penunjang: string
  }
}
export type CapaianSasaran = {
  readonly id: string
  readonly uraian: string
  readonly tujuan: string
  readonly capaian: HasilGulungan
  /** indicators in the order of the plan */
  readonly indikator: readonly CapaianIndikator[]
}
/** A mean of capaian with its rule in words and what was left out of it. */
export type HasilGulungan = {
  readonly capaian: CapaianIndikator['renstra']['capaian']
  readonly predikat: { readonly nama: string; readonly warna: string } | null
  readonly aturan: string
  readonly dikecualikan: readonly { readonly nama: string; readonly alasan: string }[]
}
/** All approved capaian of an office in a year, by sasaran. */
export type Capaian = {
  readonly tahun: number
  readonly tahunTersedia: readonly number[]
  readonly renstra: Rencana['renstra']
  readonly aturan: Pick<AturanNilai, 'nama' | 'sumber' | 'kelas' | 'batasRataRata'>
  readonly organisasi: HasilGulungan
  readonly sasaran: readonly CapaianSasaran[]
  /** indicators of programs, kegiatan and sub kegiatan */
  readonly ikk: readonly CapaianIndikator[]
  /** active indicators that stand in no PK of the year */
  readonly tanpaPk: readonly { readonly id: string; readonly nama: string; readonly unit: string }[]
}
export type BahanCapaian = {
  readonly tahun: number
  readonly target: readonly TargetBerlaku[]
  readonly hasil: readonly HasilSah[]
  readonly rencana: Rencana
  readonly aturan: AturanNilai
}

/**
 * Capaian of a year with the four years before it, from approved results and planning tables only. The targets are those of
 * the PK valid on the year's last day (PermenPANRB 53/2014). Four queries.
 */
export async function ambilCapaian(baca: Pembaca | BasisData['baca'], pelaku: Pelaku, tahun: number): Promise<Capaian> {
  const [target, hasil, rencana, aturan] = [
    await targetBerlaku(baca, pelaku, { tanggal: `${tahun}-12-31` }),
    await ambilHasilSah(baca, pelaku, { dari: tahun - TAHUN_LALU, sampai: tahun }),
    await ambilRencana(baca, pelaku, tahun),
    await ambilAturanNilai(baca, pelaku, tahun),
  ]
  return susunCapaian({ tahun, target, hasil, rencana, aturan })
}
