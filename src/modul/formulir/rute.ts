import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatRute, pelakuDari } from '../../inti/http/index.ts'
import { bukaFormulir } from './kueri.ts'
import { muatDokumenFormulir } from './muat-dokumen.ts'
import { pasangAlur } from './rute-alur.ts'
import { type LingkunganBukti, pasangBukti } from './rute-bukti.ts'
import { pasangSimpan } from './rute-simpan.ts'
import { idFormulir, kirimPdf, PEMBACA } from './rute-umum.ts'
import { halamanFormulir, susunFormulir } from './tampilan.ts'
import { halamanPeriksa, susunPeriksa } from './tampilan-periksa.ts'

/** Pages of one form, mounted at /formulir. */
export const ruteFormulir = (db: BasisData, lingkungan: LingkunganBukti) =>
  pasangAlur(pasangBukti(pasangSimpan(buatRute(), db), db, lingkungan), db)
    .get('/:id', PEMBACA, async (req, res) => {
      const pelaku = pelakuDari(res)
      halamanFormulir(res, susunFormulir(await bukaFormulir(db, pelaku, idFormulir(req)), pelaku))
    })
    .get('/:id/pemeriksaan', PEMBACA, async (req, res) => {
      const pelaku = pelakuDari(res)
      halamanPeriksa(res, susunPeriksa(await bukaFormulir(db, pelaku, idFormulir(req)), pelaku))
    })
    .get('/:id/blangko', PEMBACA, async (req, res) =>
      kirimPdf(res, await muatDokumenFormulir(db.baca, pelakuDari(res), { id: idFormulir(req), blangko: true })),
    )
    .get('/:id/cetak', PEMBACA, async (req, res) =>
      kirimPdf(res, await muatDokumenFormulir(db.baca, pelakuDari(res), { id: idFormulir(req), blangko: false })),
    )
