import type { Response } from 'express'
import type { BasisData } from '../../../inti/basis-data/index.ts'
import { buatRute, pelakuDari } from '../../../inti/http/index.ts'
import { jam, tanggalLokal } from '../../../inti/waktu/index.ts'
import { ambilVersiSop } from '../kueri.ts'
import { lukisanLembar, pdfLembar } from './buat-lembar.ts'
import { bahanVersi, halamanLembarSop, kertasDari, susunLembarSop } from './tampilan.ts'

/** The official sheet of an SOP version, on screen and to print; for everybody signed in, like the SOP itself. */
export const ruteLembar = (db: BasisData) =>
  buatRute()
    .get('/:id/lembar', 'masuk', async (req, res) => {
      const versi = await ambilVersi(db, res, String(req.params.id))
      const kertas = kertasDari(req.query.kertas)
      const lukisan = await lukisanLembar(bahanVersi(versi, kertas))
      halamanLembarSop(res, susunLembarSop(versi, { lukisan, kertas, pelaku: pelakuDari(res) }))
    })
    .get('/:id/lembar.pdf', 'masuk', async (req, res) => {
      const versi = await ambilVersi(db, res, String(req.params.id))
      const pdf = await pdfLembar(bahanVersi(versi, kertasDari(req.query.kertas)))
      kirimPdf(res, `Lembar ${versi.nama} versi ${versi.nomorVersi}`, pdf)
    })

/** Shows a file in the browser under a name that may be kept. */
export function kirimPdf(res: Response, nama: string, pdf: Buffer): void {
  res
    .type('pdf')
    .set('Content-Disposition', `inline; filename*=UTF-8''${encodeURIComponent(`${nama}.pdf`)}`)
    .send(pdf)
}

function ambilVersi(db: BasisData, res: Response, id: string) {
  const pelaku = pelakuDari(res)
  return ambilVersiSop(db, pelaku, { id, hari: tanggalLokal(jam.sekarang(), pelaku.zonaWaktu) })
}
