import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatPdf, buatWord, type Dokumen, JENIS_WORD } from '../../inti/dokumen/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { pelakuDari, type RuteBerizin } from '../../inti/http/index.ts'
import { ambilKecamatan } from '../organisasi/index.ts'
import { PEMBACA_SURVEI } from './alur.ts'
import { namaSurvei } from './catat-survei.ts'
import { susunKuesioner } from './dokumen-kuesioner.ts'
import { susunPoster } from './dokumen-poster.ts'
import { excelSurvei } from './excel-survei.ts'
import { gambarQr } from './gambar-qr.ts'
import { ambilSurvei, daftarJawaban } from './kueri.ts'
import { muatLaporan } from './muat-laporan.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const idDari = (req: Request): string => String(req.params.id)

/** Report as PDF and Word, processing as Excel, questionnaire for paper, QR code. */
export const pasangUnduh = (rute: RuteBerizin, db: BasisData): RuteBerizin =>
  rute
    .get('/:id/laporan', PEMBACA_SURVEI, async (req, res) => kirimPdf(res, await laporan(db, req, res)))
    .get('/:id/laporan/word', PEMBACA_SURVEI, async (req, res) => {
      const dokumen = await laporan(db, req, res)
      kirim(res, { jenis: JENIS_WORD, nama: `${dokumen.judul}.docx`, isi: await buatWord(dokumen) })
    })
    .get('/:id/excel', PEMBACA_SURVEI, async (req, res) => {
      const pelaku = pelakuDari(res)
      const survei = await ambilSurvei(db.baca, pelaku, idDari(req))
      const jawaban = (await daftarJawaban(db.baca, pelaku, { surveiId: survei.id, terpakai: true })).reverse()
      const nama = namaSurvei(survei)
      const isi = await excelSurvei({ survei, jawaban, instansi: pelaku.namaKecamatan, nama })
      kirim(res, { jenis: XLSX, nama: `SKM ${nama}.xlsx`, isi })
    })
    .get('/:id/blangko', PEMBACA_SURVEI, async (req, res) => {
      const pelaku = pelakuDari(res)
      const survei = await ambilSurvei(db.baca, pelaku, idDari(req))
      await kirimPdf(res, susunKuesioner(survei, await ambilKecamatan(db.baca, pelaku)))
    })
    .get('/:id/tautan/poster', PEMBACA_SURVEI, async (req, res) => kirimPdf(res, await poster(db, req, res)))
    .get('/:id/tautan/qr', PEMBACA_SURVEI, async (req, res) => {
      const { tautan } = await ambilSurvei(db.baca, pelakuDari(res), idDari(req))
      if (!tautan) throw galat.tidakDitemukan('Tautan')
      res.type('image/svg+xml').send(gambarQr(`${asalPermintaan(req)}/survei/${tautan}`))
    })

async function poster(db: BasisData, req: Request, res: Response): Promise<Dokumen> {
  const pelaku = pelakuDari(res)
  const survei = await ambilSurvei(db.baca, pelaku, idDari(req))
  if (!survei.tautan) throw galat.tidakDitemukan('Tautan')
  return susunPoster(survei, await ambilKecamatan(db.baca, pelaku), `${asalPermintaan(req)}/survei/${survei.tautan}`)
}

/** Address of the application as the person's browser knows it. */
export const asalPermintaan = (req: Request): string => `${req.protocol}://${req.get('host') ?? ''}`

async function laporan(db: BasisData, req: Request, res: Response): Promise<Dokumen> {
  const pelaku = pelakuDari(res)
  return muatLaporan(db, pelaku, [await ambilSurvei(db.baca, pelaku, idDari(req))])
}

async function kirimPdf(res: Response, dokumen: Dokumen): Promise<void> {
  const pdf = await buatPdf(dokumen)
  res
    .type('pdf')
    .set('Content-Disposition', `inline; filename*=UTF-8''${encodeURIComponent(`${dokumen.judul}.pdf`)}`)
    .send(pdf)
}

function kirim(res: Response, { jenis, nama, isi }: { jenis: string; nama: string; isi: Buffer }): void {
  res
    .type(jenis)
    .set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(nama)}`)
    .send(isi)
}
