import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatRute, pelakuDari } from '../../inti/http/index.ts'
import { bukaAngka } from './angka/usul-angka.ts'
import { pasangBuku } from './buku/rute-buku.ts'
import { pasangTugas } from './delegasi/rute-tugas.ts'
import { saringanBawaan } from './delegasi/tampilan-untuk.ts'
import { pasangKertas } from './kertas/rute-kertas.ts'
import { pasangSerahKertas } from './kertas/rute-serah.ts'
import { bukaFormulir } from './kueri.ts'
import { muatDokumenFormulir } from './muat-dokumen.ts'
import { penahanSerah } from './penahan-serah.ts'
import { pasangAlur } from './rute-alur.ts'
import { type LingkunganBukti, pasangBukti } from './rute-bukti.ts'
import { pasangSimpan } from './rute-simpan.ts'
import { idFormulir, kirimPdf, PEMBACA } from './rute-umum.ts'
import { bacaSaringan } from './saring.ts'
import { halamanFormulir, susunFormulir } from './tampilan.ts'
import { halamanPeriksa, susunPeriksa } from './tampilan-periksa.ts'

/** Pages of one form, mounted at /formulir. */
export const ruteFormulir = (db: BasisData, lingkungan: LingkunganBukti) =>
  pasangTugas(
    pasangKertas(
      pasangSerahKertas(
        pasangBuku(
          pasangAlur(pasangBukti(pasangSimpan(buatRute(), db, lingkungan), db, lingkungan), db),
          db,
          lingkungan,
        ),
        db,
        lingkungan,
      ),
      db,
      lingkungan,
    ),
    db,
  )
    .get('/:id', PEMBACA, async (req, res) => {
      const pelaku = pelakuDari(res)
      const formulir = await bukaFormulir(db, pelaku, idFormulir(req))
      const angka = await bukaAngka(db, pelaku, formulir)
      halamanFormulir(
        res,
        susunFormulir(formulir, pelaku, { angka, saringan: bacaSaringan(req.query, saringanBawaan(formulir, pelaku)) }),
      )
    })
    .get('/:id/pemeriksaan', PEMBACA, async (req, res) => {
      const pelaku = pelakuDari(res)
      const formulir = await bukaFormulir(db, pelaku, idFormulir(req))
      halamanPeriksa(res, susunPeriksa(formulir, pelaku, await penahanSerah(db.baca, formulir)))
    })
    .get('/:id/blangko', PEMBACA, async (req, res) =>
      kirimPdf(res, await muatDokumenFormulir(db.baca, pelakuDari(res), { id: idFormulir(req), blangko: true })),
    )
    .get('/:id/cetak', PEMBACA, async (req, res) =>
      kirimPdf(res, await muatDokumenFormulir(db.baca, pelakuDari(res), { id: idFormulir(req), blangko: false })),
    )
