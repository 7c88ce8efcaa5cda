import type { Pelaku } from '../../inti/pelaku.ts'
import { ambilCapaian, type Capaian } from './capaian.ts'
import { type Kekurangan, susunKelengkapan } from './kelengkapan.ts'
import { ambilAnggaranTeks, type Paragraf, type SubAnggaran, type VersiLkjip } from './kueri-anggaran.ts'
import type { Pembaca } from './kueri-hasil.ts'

/** The input of the LKjIP of a year: what is frozen and what its documents are made of. Plain JSON. */
export type IsiLkjip = {
  readonly skema: 1
  readonly tahun: number
  readonly capaian: Capaian
  readonly anggaran: readonly SubAnggaran[]
  /** sub kegiatan without money of the year, to which the Renstra gives money in some year */
  readonly renstraSaja: readonly SubAnggaran[]
  readonly paragraf: readonly Paragraf[]
  /** what is missing, and where to enter it */
  readonly kurang: readonly Kekurangan[]
}
export type BahanLkjip = {
  readonly isi: IsiLkjip
  readonly versi: readonly VersiLkjip[]
  /** all versions of all paragraphs, the newest of each first */
  readonly riwayat: readonly Paragraf[]
}

/** The input of a year as it stands now, and its frozen versions. Five queries. */
export async function ambilLkjip(baca: Pembaca, pelaku: Pelaku, tahun: number): Promise<BahanLkjip> {
  const capaian = await ambilCapaian(baca, pelaku, tahun)
  const { anggaran: semua, paragraf, versi } = await ambilAnggaranTeks(baca, pelaku, tahun)
  const anggaran = semua.filter(adaUang)
  const renstraSaja = semua.filter((s) => !adaUang(s))
  const dasar = { skema: 1, tahun, capaian, anggaran, renstraSaja, paragraf: terbaru(paragraf) } as const
  return { isi: { ...dasar, kurang: susunKelengkapan(dasar) }, versi, riwayat: paragraf }
}

const adaUang = ({ pagu, realisasi }: SubAnggaran): boolean => pagu !== null || realisasi !== null

/** The newest version of each paragraph. */
const terbaru = (paragraf: readonly Paragraf[]): Paragraf[] =>
  paragraf.filter((p, ke) => p.objek !== paragraf[ke - 1]?.objek || p.bagian !== paragraf[ke - 1]?.bagian)

/** Does anything approved stand in it? An input without a single result is not frozen. */
export const adaHasil = ({ capaian }: Pick<IsiLkjip, 'capaian'>): boolean =>
  [...capaian.sasaran.flatMap((s) => s.indikator), ...capaian.ikk].some((i) => i.kini?.capaian.jenis === 'NILAI')
