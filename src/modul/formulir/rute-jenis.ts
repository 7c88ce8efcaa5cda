import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatRute, pelakuDari } from '../../inti/http/index.ts'
import { alamatLangkah, ambilLangkah, PERAN_SIKLUS, susunKepala } from '../siklus/index.ts'
import { ambilIsianLangkah } from './cakupan-unit.ts'
import type { LingkunganBukti } from './rute-bukti.ts'
import { pasangDistribusi } from './rute-distribusi.ts'
import { pasangPenerimaan } from './rute-penerimaan.ts'
import { pasangSiapkan } from './rute-siapkan.ts'
import { halamanPengisian, susunPengisian } from './tampilan-pengisian.ts'

/** Pages of the four kinds, mounted at /siklus/:siklusId/langkah/:kode. */
export const ruteJenisFormulir = (db: BasisData, lingkungan: LingkunganBukti) =>
  pasangPenerimaan(pasangDistribusi(pasangSiapkan(buatRute(), db), db, lingkungan), db, lingkungan).get(
    '/pengisian',
    PERAN_SIKLUS,
    async (req, res) => {
      const pelaku = pelakuDari(res)
      const konteks = await ambilLangkah(db.baca, pelaku, alamatLangkah(req, 'pengisian'))
      const [kepala, formulir] = await Promise.all([
        susunKepala(db.baca, konteks, pelaku),
        ambilIsianLangkah(db.baca, pelaku, konteks),
      ])
      halamanPengisian(res, susunPengisian({ kepala, konteks, formulir, pelaku }))
    },
  )
