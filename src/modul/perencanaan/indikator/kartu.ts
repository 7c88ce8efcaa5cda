import { Prisma } from '../../../inti/basis-data/index.ts'
import type {
  AturanNol,
  BatasRataRata,
  Metode,
  Pembulatan,
  PeranVariabel,
  Polaritas,
  TipeAgregasi,
} from '../../pengukuran/index.ts'

export type VariabelKartu = {
  readonly kode: string
  readonly nama: string
  readonly satuan: string
  readonly bobot?: string | number
  readonly peran?: PeranVariabel
}
export type KategoriKartu = { readonly kode: string; readonly nama: string; readonly skor: string | number }
/** A national standard to compare with; nilai is a plain decimal or the code of a category. */
export type StandarNasional = { readonly nilai: string; readonly sumber: string; readonly tahun: string }
export type JawabanSmart = { readonly kode: string; readonly jawaban: 'YA' | 'TIDAK' | ''; readonly catatan: string }
/** What an indicator measures. */
export const TINGKAT_INDIKATOR = ['TUJUAN', 'SASARAN', 'PROGRAM', 'KEGIATAN', 'SUB_KEGIATAN'] as const
export type TingkatIndikator = (typeof TINGKAT_INDIKATOR)[number]

/** Where an indicator stands, with everything above it, so that it can be grouped at any level. */
export type LetakIndikator = {
  readonly tujuanId: string | null
  readonly sasaranId: string | null
  readonly programId: string | null
  readonly kegiatanId: string | null
  readonly subKegiatanId: string | null
}

/** The indicator card ("manual IKU") as forms, recaps and reports carry it. */
export type KartuIndikator = LetakIndikator & {
  readonly id: string
  readonly kode: string
  readonly versi: number
  /** first year for which this version holds; 0: from the beginning */
  readonly berlakuTahun: number
  readonly jenis: 'IKU' | 'IKK'
  readonly nama: string
  readonly satuan: string
  readonly definisi: string
  readonly polaritas: Polaritas
  /** formula for MIN: "2T-R" or "T/R" */
  readonly varianMin: string
  readonly arah: 'MAKS' | 'MIN'
  readonly agregasi: TipeAgregasi
  readonly aturanNol: AturanNol
  /** cap inside averages; null: that of the year */
  readonly batasCapaian: BatasRataRata | null
  /** weight in the mean of its sasaran or program; null: equal */
  readonly bobot: string | null
  readonly metode: Metode
  readonly variabel: readonly VariabelKartu[]
  readonly kategori: readonly KategoriKartu[]
  readonly rumus: string
  /** metode RUMUS: expression over the codes of the variables */
  readonly ekspresi: string
  readonly desimal: number
  readonly pembulatan: Pembulatan
  readonly sumberData: string
  readonly unitId: string
  readonly frekuensi: 'BULANAN' | 'TRIWULANAN' | 'SEMESTERAN' | 'TAHUNAN'
  readonly buktiWajib: boolean
  readonly aturanBukti: string
  readonly asal: string
  readonly standar: StandarNasional | Record<string, never>
  readonly urut: number
}
/** The card with what only its own page shows. */
export type KartuLengkap = KartuIndikator & { readonly smart: readonly JawabanSmart[] }

/** SQL for a `KartuIndikator` of the row `i` of table indikator: its present version. */
export const kartuIndikator = Prisma.sql`jsonb_build_object('id', i.id, 'kode', i.kode, 'versi', i.versi, 'berlakuTahun', i.berlaku_tahun,
  'jenis', i.jenis, 'nama', i.nama, 'satuan', i.satuan, 'definisi', i.definisi, 'polaritas', i.polaritas, 'varianMin', i.varian_min,
  'arah', i.arah, 'agregasi', i.agregasi, 'aturanNol', i.aturan_nol, 'batasCapaian', i.batas_capaian, 'bobot', trim_scale(i.bobot)::text,
  'metode', i.metode, 'variabel', i.variabel, 'kategori', i.kategori, 'rumus', i.rumus, 'ekspresi', i.ekspresi, 'desimal', i.desimal,
  'pembulatan', i.pembulatan, 'sumberData', i.sumber_data, 'unitId', i.unit_id, 'frekuensi', i.frekuensi, 'buktiWajib', i.bukti_wajib,
  'aturanBukti', i.aturan_bukti, 'asal', i.asal, 'standar', i.standar) || jsonb_build_object('tujuanId', i.tujuan_id,
  'sasaranId', i.sasaran_id, 'programId', i.program_id, 'kegiatanId', i.kegiatan_id, 'subKegiatanId', i.sub_kegiatan_id, 'urut', i.urut)`

/** SQL for a `KartuLengkap` of the row `i`. */
export const kartuLengkap = Prisma.sql`${kartuIndikator} || jsonb_build_object('smart', i.smart)`

/**
 * SQL: joins, as `lama`, the version of the card of `i` that held in a year when it is not the present one: forms and
 * measurement of old periods keep the old card. Columns `kartu` (jsonb) and `unit_id`; without a row the present card held.
 */
export const versiPada = (tahun: Prisma.Sql) => Prisma.sql`left join lateral (
  select v.kartu, v.unit_id from versi_indikator v
  where v.indikator_id = i.id and v.kecamatan_id = i.kecamatan_id and i.berlaku_tahun > ${tahun}
  order by (v.berlaku_tahun <= ${tahun}) desc, (case when v.berlaku_tahun <= ${tahun} then -v.versi else v.versi end) limit 1
) lama on true`

/** What an indicator measures: the lowest place that is named. */
export function tingkatIndikator(letak: LetakIndikator): { tingkat: TingkatIndikator; id: string } | null {
  const { tujuanId, sasaranId, programId, kegiatanId, subKegiatanId } = letak
  if (subKegiatanId) return { tingkat: 'SUB_KEGIATAN', id: subKegiatanId }
  if (kegiatanId) return { tingkat: 'KEGIATAN', id: kegiatanId }
  if (programId) return { tingkat: 'PROGRAM', id: programId }
  if (tujuanId) return { tingkat: 'TUJUAN', id: tujuanId }
  return sasaranId ? { tingkat: 'SASARAN', id: sasaranId } : null
}
