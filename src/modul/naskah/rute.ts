import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatRute } from '../../inti/http/index.ts'
import { pasangKirim } from './rute-kirim.ts'
import { pasangSusun } from './rute-susun.ts'
import { type Lingkungan, pasangTandaTangan } from './rute-tanda-tangan.ts'

/** Pages of the three kinds, mounted at /siklus/:siklusId/langkah/:kode. */
export const ruteNaskah = (db: BasisData, lingkungan: Lingkungan) =>
  pasangKirim(pasangTandaTangan(pasangSusun(buatRute(), db), db, lingkungan), db, lingkungan)
