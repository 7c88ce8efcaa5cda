import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatRute } from '../../inti/http/index.ts'
import { type LingkunganBukti, pasangIndikator } from './rute-indikator.ts'
import { pasangMetodologi } from './rute-metodologi.ts'
import { pasangPengukuran } from './rute-pengukuran.ts'

/** Screens of the kinds "metodologi" and "pengukuran", mounted at /siklus/:siklusId/langkah/:kode. */
export const ruteKertasKerja = (db: BasisData, lingkungan: LingkunganBukti) =>
  pasangIndikator(pasangPengukuran(pasangMetodologi(buatRute(), db), db), db, lingkungan)
