import type { Periode } from '../../inti/waktu/index.ts'
import type { Gulungan, HasilUkur, MasukanUkur } from '../kertas-kerja/index.ts'
import type { BatasRataRata, Hasil, HasilGulung, Pembulatan, Skala } from '../pengukuran/index.ts'

/** State of a value in the recap: blank, zero, not applicable and not yet due are four different things. */
export type StatusNilai = 'TERISI' | 'KOSONG' | 'TIDAK_BERLAKU' | 'BELUM_JATUH_TEMPO'

/** One indicator of one unit with its figures as computed for this period. Numbers are plain decimals. */
export type BarisRekap = {
  readonly barisId: string
  readonly indikatorId: string
  readonly kode: string
  readonly jenis: 'IKU' | 'IKK'
  readonly nama: string
  readonly satuan: string
  readonly agregasi: string
  readonly polaritas: string
  readonly varianMin: string
  readonly desimal: number
  /** choices of the card; recaps frozen before cards had them lack both */
  readonly pembulatan?: Pembulatan
  readonly batasCapaian?: BatasRataRata | null
  readonly sasaranId: string | null
  readonly targetTahunan: string | null
  /** the target as printed where it is no single number: a category, a range */
  readonly targetTeks: string | null
  readonly status: StatusNilai
  readonly variabel: readonly { readonly nama: string; readonly nilai: string }[]
  /** value of this period */
  readonly nilai: string | null
  /** the category as printed */
  readonly kategori: string | null
  /** target and realisation up to the end of the period, by the card's aggregation */
  readonly target: Hasil
  readonly realisasi: Hasil
  readonly capaian: Hasil
  readonly predikat: { readonly nama: string; readonly warna: string } | null
  readonly jumlahBukti: number
  readonly tanpaBukti: boolean
  readonly peringatan: readonly string[]
  readonly alasanTidakBerlaku: string
  readonly kendala: string
  readonly faktorPendorong: string
  readonly tindakLanjut: string
  readonly keterangan: string
  readonly pengisi: string
  readonly pengisiId: string | null
  /** what its figures were computed from, in a recap of forms; recaps frozen before lack it */
  readonly masukan?: MasukanUkur
  /** sentences of approved koreksi of its figure, the oldest first */
  readonly koreksi?: readonly string[]
  /** sentence: in whose name it was taken over from paper, by whom */
  readonly kertas?: string
  /** of a measured indicator; in a recap of a Kertas Kerja only */
  readonly ukur?: UkurRekap
}
/** What the measuring adds to a row; obstacle, cause and solution stand in kendala, faktorPendorong and tindakLanjut. */
export type UkurRekap = {
  /** capaian of this period by itself; `capaian` is up to its end */
  readonly capaianPeriode: Hasil
  readonly programPenunjang: string
  readonly sumberAngka: string
  readonly rumus: string
  /** formula version, scale, inputs and outputs: recomputes to the same digits */
  readonly hasil: HasilUkur
}
/** Where the figures of a Kertas Kerja came from, and the roll-up of its results. */
export type PengukuranRekap = {
  readonly kalimatSumber: string
  readonly sumber: readonly {
    readonly siklusId: string
    readonly nama: string
    readonly versi: number | null
    readonly sha256: string
  }[]
  readonly gulungan: Gulungan
  readonly analisis: { readonly ditulis: number; readonly dari: number }
}
export type AnggaranRekap = {
  readonly barisId: string
  readonly subKegiatanId: string
  readonly kode: string
  readonly nama: string
  readonly pagu: string
  readonly status: StatusNilai
  readonly realisasi: string | null
  /** false: another form of this recap already counts this sub kegiatan */
  readonly dihitung: boolean
  readonly serapan: Hasil
  readonly keterangan: string
  readonly peringatan: readonly string[]
  /** sentences of approved koreksi of it, the oldest first */
  readonly koreksi?: readonly string[]
  readonly kertas?: string
}
export type UnitRekap = {
  readonly unitId: string
  /** '' in a recap of a Kertas Kerja, which has no forms */
  readonly formulirId: string
  readonly nama: string
  readonly status: string
  readonly putaran: number
  /** ISO */
  readonly diserahkanPada: string | null
  readonly penyerah: string
  readonly penyerahId: string | null
  readonly jabatanPenyerah: string
  readonly baris: readonly BarisRekap[]
  readonly anggaran: readonly AnggaranRekap[]
}
export type RingkasanRekap = {
  readonly unit: number
  readonly unitMenyerahkan: number
  /** rows that are due */
  readonly jatuhTempo: number
  readonly terisi: number
  readonly tidakBerlaku: number
  readonly kosong: number
  readonly tanpaBukti: number
  readonly perluDiperiksa: number
  /** mean capaian, single values capped as the year's rule and the cards say, excluded ones named */
  readonly rataRata: HasilGulung
  readonly pagu: string
  /** of the budget rows that are filled in; null: none is */
  readonly realisasiAnggaran: string | null
  /** budget rows that are blank: never counted as zero */
  readonly anggaranKosong: number
  readonly serapan: Hasil
}
/** The recap as it is frozen, reported, decided on and archived: plain JSON that recomputes to nothing else. */
export type IsiRekap = {
  readonly skema: 1
  readonly siklusId: string
  readonly namaSop: string
  readonly namaPeriode: string
  readonly periode: Periode
  readonly skala: Skala
  /** cap inside averages of the year; recaps frozen before years had one: 120 */
  readonly batasRataRata?: BatasRataRata
  /** version of the formulas; recaps frozen before it was kept: that of their results */
  readonly versiRumus?: string
  readonly unit: readonly UnitRekap[]
  readonly ringkasan: RingkasanRekap
  /** only in a recap of a Kertas Kerja */
  readonly pengukuran?: PengukuranRekap
}
