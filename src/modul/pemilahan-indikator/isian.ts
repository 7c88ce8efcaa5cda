import { z } from 'zod'
import { barisIsian, teksBebas, uuid } from '../../inti/http/index.ts'

const MIN_ALASAN = 10
const MAKS_BARIS = 500

const baris = z.object({
  id: uuid('Muat ulang halaman.'),
  versi: z.coerce.number().int().min(0).catch(0),
  unitId: uuid('Pilih unit yang menjawab.'),
  alasan: teksBebas(500),
})

/** Rows are named baris.0.unitId, baris.0.alasan. */
export const isianPemilahan = z.preprocess(
  (badan) => ({ baris: barisIsian(badan, 'baris') }),
  z.object({ baris: z.array(baris).max(MAKS_BARIS, `Paling banyak ${MAKS_BARIS} indikator.`) }),
)
export type IsianPemilahan = z.output<typeof isianPemilahan>

/** Is the reason of another unit missing? The unit of the card itself needs none. */
export const kurangAlasan = (b: { unitId: string; alasan: string }, unitAsalId: string): boolean =>
  b.unitId !== unitAsalId && b.alasan.length < MIN_ALASAN
export const PESAN_ALASAN = `Tulis mengapa bukan unit pada kartunya yang menjawab, paling sedikit ${MIN_ALASAN} huruf.`
