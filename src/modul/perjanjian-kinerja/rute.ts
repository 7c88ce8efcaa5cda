import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatPdf } from '../../inti/dokumen/index.ts'
import { buatRute, pelakuDari } from '../../inti/http/index.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { ambilKecamatan } from '../organisasi/index.ts'
import { PEMBACA_PERENCANAAN } from '../perencanaan/index.ts'
import { susunDokumenPk } from './dokumen-pk.ts'
import { ambilDaftarPk, ambilPk } from './kueri.ts'
import { halamanDaftarPk, halamanPk, susunDaftarPk, susunPk } from './tampilan.ts'

/** Perjanjian Kinerja: read by the whole office, printed in the official form. */
export const rutePerjanjianKinerja = (db: BasisData) =>
  buatRute()
    .get('/', PEMBACA_PERENCANAAN, async (req, res) => {
      const pelaku = pelakuDari(res)
      const hari = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
      const tahun = tahunDari(req.query.tahun, Number(hari.slice(0, 4)))
      // of another year: the version that held on its last day
      const tanggal = hari.startsWith(`${tahun}-`) ? hari : `${tahun}-12-31`
      halamanDaftarPk(res, susunDaftarPk(await ambilDaftarPk(db, pelaku, { tahun, tanggal }), tahun))
    })
    .get('/:id', PEMBACA_PERENCANAAN, async (req, res) => {
      const pelaku = pelakuDari(res)
      halamanPk(res, susunPk(await ambilPk(db, pelaku, String(req.params.id)), pelaku.kabupaten))
    })
    .get('/:id/pdf', PEMBACA_PERENCANAAN, async (req, res) => {
      const pelaku = pelakuDari(res)
      const [pk, kecamatan] = await Promise.all([
        ambilPk(db, pelaku, String(req.params.id)),
        ambilKecamatan(db.baca, pelaku),
      ])
      const dokumen = susunDokumenPk(pk, kecamatan)
      const nama = encodeURIComponent(`${dokumen.judul}.pdf`)
      res
        .type('pdf')
        .set('Content-Disposition', `inline; filename*=UTF-8''${nama}`)
        .send(await buatPdf(dokumen))
    })

function tahunDari(nilai: unknown, bawaan: number): number {
  const tahun = Number(nilai)
  return Number.isInteger(tahun) && tahun >= 2000 && tahun <= 2100 ? tahun : bawaan
}
