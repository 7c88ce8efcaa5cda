import { formatAngka, TANPA_NILAI } from '../../inti/angka/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { daftarAksi } from '../rencana-aksi/index.ts'
import type { Pembaca } from './kueri-hasil.ts'

/** One action of the rencana aksi with its targets and what was done, as the annex of the LKjIP prints it. */
export type BarisRencanaAksi = {
  readonly indikator: string
  readonly aksi: string
  readonly penanggungJawab: string
  /** targets and realisations of triwulan I–IV as printed */
  readonly target: readonly string[]
  readonly realisasi: readonly string[]
  /** plain decimal; null: none set */
  readonly anggaran: string | null
}

/**
 * The rencana aksi of all posts in a year, those of IKU first; null while the office has none in Takar: the annex then says so
 * in a sentence instead of showing an empty table. One query.
 */
export async function cariRencanaAksi(
  baca: Pembaca,
  pelaku: Pelaku,
  tahun: number,
): Promise<readonly BarisRencanaAksi[] | null> {
  const aksi = await daftarAksi(baca, pelaku, { tahun })
  if (aksi.length === 0) return null
  return aksi.map((a) => ({
    indikator: a.namaIndikator,
    aksi: `${a.aksi} (${a.satuan})`,
    penanggungJawab: a.penanggungJawab ?? TANPA_NILAI,
    target: a.tw.map((t) => formatAngka(t)),
    realisasi: [1, 2, 3, 4].map((n) => formatAngka(a.realisasi.find((r) => r.triwulan === n)?.nilai ?? null)),
    anggaran: a.anggaran,
  }))
}
