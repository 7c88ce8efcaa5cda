import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { bacaIsian, berhasil, type Kesalahan, pelakuDari, type RuteBerizin, versi } from '../../inti/http/index.ts'
import { tahunIni } from '../../inti/waktu/index.ts'
import { PEMBACA_STATUS, PENGATUR_BATAS } from './alur.ts'
import { isianBatas } from './isian-batas.ts'
import { daftarBatas } from './kueri.ts'
import { cabutBatas, simpanBatas } from './simpan-batas.ts'
import { halamanDaftarBatas, halamanIsianBatas, susunDaftarBatas, susunIsianBatas } from './tampilan-batas.ts'

const DAFTAR = '/status-desa/batas'

/** From which score of the Indeks Desa on a desa has a status, per year. */
export const pasangBatas = (rute: RuteBerizin, db: BasisData): RuteBerizin =>
  rute
    .get('/batas', PEMBACA_STATUS, async (_req, res) => {
      const pelaku = pelakuDari(res)
      halamanDaftarBatas(res, susunDaftarBatas(pelaku, await daftarBatas(db.baca, pelaku), tahunIni(pelaku)))
    })
    .get('/batas/:tahun', PENGATUR_BATAS, async (req, res) => tampilkan(db, req, res))
    .post('/batas/:tahun', PENGATUR_BATAS, async (req, res) => {
      const tahun = tahunBatas(req)
      const { data, kesalahan } = bacaIsian(isianBatas, req.body)
      if (!data) return tampilkan(db, req, res, kesalahan)
      await simpanBatas(db, pelakuDari(res), tahun, data)
      berhasil(res, DAFTAR, 'batas-indeks-tersimpan')
    })
    .post('/batas/:tahun/pencabutan', PENGATUR_BATAS, async (req, res) => {
      const diminta = versi().parse((req.body as Record<string, unknown> | undefined)?.versi)
      await cabutBatas(db, pelakuDari(res), tahunBatas(req), diminta)
      berhasil(res, DAFTAR, 'batas-indeks-dicabut')
    })

/** The Indeks Desa is measured since 2025 (Permendes 9/2024). */
function tahunBatas(req: Request): number {
  const tahun = String(req.params.tahun)
  if (!/^20\d\d$/.test(tahun) || Number(tahun) < 2025) throw galat.tidakDitemukan('Tahun')
  return Number(tahun)
}

async function tampilkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const tahun = tahunBatas(req)
  const batas = await daftarBatas(db.baca, pelakuDari(res))
  const kembali = kesalahan ? { badan: req.body as unknown, kesalahan } : {}
  halamanIsianBatas(res, susunIsianBatas(batas, tahun, kembali), kesalahan ? 422 : 200)
}
