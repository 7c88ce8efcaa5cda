import { Prisma } from '../../inti/basis-data/index.ts'

export type VariabelKartu = {
  readonly kode: string
  readonly nama: string
  readonly satuan: string
  readonly bobot?: string | number
}
export type KategoriKartu = { readonly kode: string; readonly nama: string; readonly skor: string | number }

/** The indicator card ("manual IKU") as forms, recaps and reports carry it. */
export type KartuIndikator = {
  readonly id: string
  readonly kode: string
  readonly versi: number
  readonly jenis: 'IKU' | 'IKK'
  readonly nama: string
  readonly satuan: string
  readonly definisi: string
  readonly polaritas: 'MAKS' | 'MIN' | 'TEPAT' | 'RENTANG' | 'KATEGORI'
  /** formula for MIN: "2T-R" or "T/R" */
  readonly varianMin: string
  readonly agregasi: 'KUMULATIF' | 'POSISI_AKHIR' | 'RATA_RATA' | 'TERBAIK' | 'TERBURUK'
  readonly metode: 'TUNGGAL' | 'PERSENTASE' | 'JUMLAH' | 'RATA_RATA' | 'BERBOBOT' | 'SELISIH' | 'RASIO' | 'KATEGORI'
  readonly variabel: readonly VariabelKartu[]
  readonly kategori: readonly KategoriKartu[]
  readonly rumus: string
  readonly desimal: number
  readonly sumberData: string
  readonly unitId: string
  readonly frekuensi: 'BULANAN' | 'TRIWULANAN' | 'SEMESTERAN' | 'TAHUNAN'
  readonly buktiWajib: boolean
  readonly aturanBukti: string
  readonly asal: string
  readonly sasaranId: string | null
  readonly programId: string | null
  readonly kegiatanId: string | null
  readonly subKegiatanId: string | null
  readonly urut: number
}

/** SQL for a `KartuIndikator` of the row `i` of table indikator. */
export const kartuIndikator = Prisma.sql`json_build_object('id', i.id, 'kode', i.kode, 'versi', i.versi, 'jenis', i.jenis, 'nama', i.nama,
  'satuan', i.satuan, 'definisi', i.definisi, 'polaritas', i.polaritas, 'varianMin', i.varian_min, 'agregasi', i.agregasi,
  'metode', i.metode, 'variabel', i.variabel, 'kategori', i.kategori, 'rumus', i.rumus, 'desimal', i.desimal,
  'sumberData', i.sumber_data, 'unitId', i.unit_id, 'frekuensi', i.frekuensi, 'buktiWajib', i.bukti_wajib,
  'aturanBukti', i.aturan_bukti, 'asal', i.asal, 'sasaranId', i.sasaran_id, 'programId', i.program_id,
  'kegiatanId', i.kegiatan_id, 'subKegiatanId', i.sub_kegiatan_id, 'urut', i.urut)`
