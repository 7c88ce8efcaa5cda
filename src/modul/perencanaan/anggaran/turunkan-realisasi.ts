import type { Tx } from '../../../inti/basis-data/index.ts'
import { daftarRealisasi } from './kueri-realisasi.ts'
import { SUMBER_BULANAN, turunanTriwulan } from './realisasi.ts'

type Minta = { readonly kecamatanId: string; readonly tahun: number; readonly sub?: readonly string[] }

/**
 * Renews what months say about the ends of quarters and of the year (realisasi_anggaran), where no approved siklus and no
 * older record says it. So pages, forms and reports read one figure. Runs after months changed, and after a siklus recorded
 * or took back its figures.
 */
export async function turunkanRealisasi(tx: Tx, { kecamatanId, tahun, sub }: Minta): Promise<void> {
  const baris = await daftarRealisasi(tx, { kecamatanId, tahun, sub })
  const id = baris.map((b) => b.id)
  await tx.realisasiAnggaran.deleteMany({
    where: { kecamatanId, tahun, sumber: SUMBER_BULANAN, siklusId: null, subKegiatanId: { in: id } },
  })
  await tx.realisasiAnggaran.createMany({
    data: baris.flatMap((b) =>
      turunanTriwulan(b).map(({ triwulan, nilai }) => ({
        kecamatanId,
        subKegiatanId: b.id,
        tahun,
        triwulan,
        pagu: b.pagu,
        nilai,
        sumber: SUMBER_BULANAN,
      })),
    ),
  })
}
