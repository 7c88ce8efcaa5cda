import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatPdf, buatWord, JENIS_WORD } from '../../inti/dokumen/index.ts'
import { buatRute, pelakuDari } from '../../inti/http/index.ts'
import { jam, tahunDari, tahunIni, tanggalLokal } from '../../inti/waktu/index.ts'
import { ambilKecamatan } from '../organisasi/index.ts'
import { PEMBACA_PERENCANAAN } from '../perencanaan/index.ts'
import { susunDokumenPk } from './dokumen-pk.ts'
import { ambilDaftarPk, ambilPk } from './kueri.ts'
import { pasangDraf } from './rute-draf.ts'
import { type Lingkungan, pasangKeadaan, tampilkanPk } from './rute-keadaan.ts'
import { halamanDaftarPk, susunDaftarPk } from './tampilan.ts'

/** Perjanjian Kinerja: read by the whole office, printed in the official form; written, approved and put in force by alur.ts. */
export function rutePerjanjianKinerja(db: BasisData, lingkungan: Lingkungan) {
  const rute = buatRute().get('/', PEMBACA_PERENCANAAN, async (req, res) => {
    const pelaku = pelakuDari(res)
    const hari = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
    const tahun = tahunDari(req.query.tahun, tahunIni(pelaku))
    // of another year: the version that held on its last day
    const tanggal = hari.startsWith(`${tahun}-`) ? hari : `${tahun}-12-31`
    halamanDaftarPk(res, susunDaftarPk(await ambilDaftarPk(db, pelaku, { tahun, tanggal }), tahun, pelaku))
  })
  pasangDraf(rute, db)
    .get('/:id', PEMBACA_PERENCANAAN, (req, res) => tampilkanPk(db, req, res))
    .get('/:id/pdf', PEMBACA_PERENCANAAN, async (req, res) => {
      const dokumen = await siapkan(db, req, res)
      lampirkan(res, `${dokumen.judul}.pdf`, 'inline')
      res.type('pdf').send(await buatPdf(dokumen))
    })
    .get('/:id/word', PEMBACA_PERENCANAAN, async (req, res) => {
      const dokumen = await siapkan(db, req, res)
      lampirkan(res, `${dokumen.judul}.docx`, 'attachment')
      res.type(JENIS_WORD).send(await buatWord(dokumen))
    })
  return pasangKeadaan(rute, db, lingkungan)
}

async function siapkan(db: BasisData, req: Request, res: Response) {
  const pelaku = pelakuDari(res)
  const [pk, kecamatan] = await Promise.all([
    ambilPk(db.baca, pelaku, { id: String(req.params.id) }),
    ambilKecamatan(db.baca, pelaku),
  ])
  return susunDokumenPk(pk, kecamatan)
}

const lampirkan = (res: Response, nama: string, cara: 'inline' | 'attachment') =>
  res.set('Content-Disposition', `${cara}; filename*=UTF-8''${encodeURIComponent(nama)}`)
