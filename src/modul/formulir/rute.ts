import type { Request } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { bacaIsian, berhasil, buatRute, pelakuDari } from '../../inti/http/index.ts'
import { isianFormulir } from './isian.ts'
import { ambilFormulir } from './kueri.ts'
import { muatDokumenFormulir } from './muat-dokumen.ts'
import { type LingkunganBukti, pasangBukti } from './rute-bukti.ts'
import { pasangSimpan } from './rute-simpan.ts'
import { idFormulir, KEPALA, kirimPdf, PEMBACA, PENGISI } from './rute-umum.ts'
import { serahkanFormulir } from './serahkan-formulir.ts'
import { halamanFormulir, susunFormulir } from './tampilan.ts'
import { halamanPeriksa, susunPeriksa } from './tampilan-periksa.ts'
import { tarikFormulir } from './tarik-formulir.ts'
import { terimaFormulir } from './terima-formulir.ts'

/** Pages of one form, mounted at /formulir. */
export const ruteFormulir = (db: BasisData, lingkungan: LingkunganBukti) =>
  pasangBukti(pasangSimpan(buatRute(), db), db, lingkungan)
    .get('/:id', PEMBACA, async (req, res) => {
      const pelaku = pelakuDari(res)
      halamanFormulir(res, susunFormulir(await ambilFormulir(db.baca, pelaku, idFormulir(req)), pelaku))
    })
    .get('/:id/pemeriksaan', PEMBACA, async (req, res) => {
      const pelaku = pelakuDari(res)
      halamanPeriksa(res, susunPeriksa(await ambilFormulir(db.baca, pelaku, idFormulir(req)), pelaku))
    })
    .post('/:id/penyerahan', KEPALA, async (req, res) => {
      await serahkanFormulir(db, pelakuDari(res), yangMana(req))
      berhasil(res, `/formulir/${idFormulir(req)}`, 'formulir-diserahkan')
    })
    .post('/:id/penarikan', KEPALA, async (req, res) => {
      await tarikFormulir(db, pelakuDari(res), yangMana(req))
      berhasil(res, `/formulir/${idFormulir(req)}`, 'formulir-ditarik')
    })
    .post('/:id/penerimaan', PENGISI, async (req, res) => {
      await terimaFormulir(db, pelakuDari(res), yangMana(req))
      berhasil(res, `/formulir/${idFormulir(req)}`, 'formulir-diterima')
    })
    .get('/:id/blangko', PEMBACA, async (req, res) =>
      kirimPdf(res, await muatDokumenFormulir(db.baca, pelakuDari(res), { id: idFormulir(req), blangko: true })),
    )
    .get('/:id/cetak', PEMBACA, async (req, res) =>
      kirimPdf(res, await muatDokumenFormulir(db.baca, pelakuDari(res), { id: idFormulir(req), blangko: false })),
    )

/** Which form, in which version, a button of the page is about. */
const yangMana = (req: Request) => ({
  id: idFormulir(req),
  versi: bacaIsian(isianFormulir, req.body).data?.versi ?? 0,
})
