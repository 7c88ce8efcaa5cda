import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatRute, pelakuDari } from '../../inti/http/index.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { daftarUnit } from '../organisasi/index.ts'
import { PEMBACA_PERENCANAAN } from './istilah.ts'
import { ambilDaftarIndikator, ambilIndikator, type Saringan } from './kueri-indikator.ts'
import { ambilProgram } from './kueri-program.ts'
import { ambilRenstra } from './kueri-renstra.ts'
import { halamanRenstra, susunRenstra } from './tampilan.ts'
import { halamanDaftarIndikator, halamanIndikator, susunDaftarIndikator, susunIndikator } from './tampilan-indikator.ts'
import { halamanProgram, susunProgram } from './tampilan-program.ts'

/** Renstra, indicator cards, programs and budget: read by the whole office. */
export const rutePerencanaan = (db: BasisData) =>
  buatRute()
    .get('/', PEMBACA_PERENCANAAN, async (req, res) => {
      const pelaku = pelakuDari(res)
      const renstra = await db.ingat(pelaku, 'renstra', () => ambilRenstra(db, pelaku))
      halamanRenstra(res, susunRenstra(renstra, { pilih: String(req.query.renstra ?? ''), tahun: tahunIni(res) }))
    })
    .get('/indikator', PEMBACA_PERENCANAAN, async (req, res) => {
      const pelaku = pelakuDari(res)
      const saring = { ...saringanDari(req), tahun: tahunIni(res) }
      const [baris, unit] = await Promise.all([
        db.ingat(pelaku, `indikator:${JSON.stringify(saring)}`, () => ambilDaftarIndikator(db, pelaku, saring)),
        db.ingat(pelaku, 'unit', () => daftarUnit(db.baca, pelaku)),
      ])
      halamanDaftarIndikator(res, susunDaftarIndikator(baris, { ...saring, unit, pilihUnit: saring.unit }))
    })
    .get('/indikator/:id', PEMBACA_PERENCANAAN, async (req, res) =>
      halamanIndikator(res, susunIndikator(await ambilIndikator(db, pelakuDari(res), String(req.params.id)))),
    )
    .get('/program', PEMBACA_PERENCANAAN, async (req, res) => {
      const diminta = Number(req.query.tahun)
      const tahun = Number.isInteger(diminta) && diminta >= 2000 && diminta <= 2100 ? diminta : tahunIni(res)
      halamanProgram(
        res,
        susunProgram(await ambilProgram(db, pelakuDari(res), tahun), { tahun, tahunIni: tahunIni(res) }),
      )
    })

const tahunIni = (res: Response): number => Number(tanggalLokal(jam.sekarang(), pelakuDari(res).zonaWaktu).slice(0, 4))

/** What is not understood counts as not asked for. */
function saringanDari({ query }: Request): Saringan {
  const halaman = Number(query.halaman)
  return {
    jenis: query.jenis === 'IKU' || query.jenis === 'IKK' ? query.jenis : '',
    unit: /^[0-9a-f-]{36}$/i.test(String(query.unit ?? '')) ? String(query.unit) : '',
    q: String(query.q ?? '')
      .trim()
      .slice(0, 100),
    halaman: Number.isInteger(halaman) && halaman >= 1 && halaman <= 1000 ? halaman : 1,
  }
}
