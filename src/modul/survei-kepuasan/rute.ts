import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { bacaIsian, berhasil, buatRute, isianKembali, type Kesalahan, pelakuDari } from '../../inti/http/index.ts'
import { jam, tahunDari, tahunIni, tanggalLokal } from '../../inti/waktu/index.ts'
import { daftarPejabat, daftarUnit } from '../organisasi/index.ts'
import { daftarTindakLanjut } from '../tindak-lanjut/index.ts'
import { PEMBACA_SURVEI, PENGELOLA_SURVEI, pastikanMengelola } from './alur.ts'
import { bukaKembaliSurvei, bukaSurvei, tutupSurvei } from './atur-keadaan.ts'
import { isianAlasan, isianSurvei, isianTindakLanjut, isianVersi } from './isian.ts'
import { ambilSurvei, daftarSurvei, tahunSurvei } from './kueri.ts'
import { pasangIsi } from './rute-isi.ts'
import { pasangUnduh } from './rute-unduh.ts'
import { buatSurvei, ubahSurvei } from './simpan-survei.ts'
import { halamanDaftar, halamanIsian, susunDaftar, susunIsian } from './tampilan.ts'
import { halamanSurvei, susunSurvei } from './tampilan-survei.ts'
import { alamatSurvei, tindakLanjutiUnsur } from './tindak-lanjuti-unsur.ts'

const idDari = (req: Request): string => String(req.params.id)
const versiDari = (req: Request): number => bacaIsian(isianVersi, req.body).data?.versi ?? 0

/** Surveys of the office, mounted at /survei-kepuasan. */
export const ruteSurveiKepuasan = (db: BasisData) => pasangKeadaan(pasangUnduh(pasangIsi(pasangData(db), db), db), db)

const pasangData = (db: BasisData) =>
  buatRute()
    .get('/', PEMBACA_SURVEI, async (req, res) => {
      const pelaku = pelakuDari(res)
      const tahun = tahunDari(req.query.tahun, tahunIni(pelaku))
      const [survei, tersedia] = await Promise.all([
        daftarSurvei(db.baca, pelaku, { tahun }),
        tahunSurvei(db.baca, pelaku),
      ])
      halamanDaftar(res, susunDaftar(pelaku, { survei, tahun, tersedia }))
    })
    .get('/baru', PENGELOLA_SURVEI, async (_req, res) => tampilkanIsian(db, res, { id: null }))
    .post('/', PENGELOLA_SURVEI, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianSurvei, req.body)
      const hasil = data ? await buatSurvei(db, pelakuDari(res), data) : { kesalahan }
      if ('kesalahan' in hasil) return tampilkanIsian(db, res, { id: null, req, kesalahan: hasil.kesalahan })
      berhasil(res, alamatSurvei(hasil.id), 'survei-dibuat')
    })
    .get('/:id', PEMBACA_SURVEI, async (req, res) => tampilkanSurvei(db, req, res))
    .get('/:id/data', PENGELOLA_SURVEI, async (req, res) => tampilkanIsian(db, res, { id: idDari(req) }))
    .post('/:id/data', PENGELOLA_SURVEI, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianSurvei, req.body)
      const salah = data ? await ubahSurvei(db, pelakuDari(res), idDari(req), data) : kesalahan
      if (salah) return tampilkanIsian(db, res, { id: idDari(req), req, kesalahan: salah })
      berhasil(res, alamatSurvei(idDari(req)), 'survei-diubah')
    })

const pasangKeadaan = (rute: ReturnType<typeof pasangData>, db: BasisData) =>
  rute
    .post('/:id/pembukaan', PENGELOLA_SURVEI, async (req, res) => {
      await bukaSurvei(db, pelakuDari(res), idDari(req), { versi: versiDari(req) })
      berhasil(res, alamatSurvei(idDari(req)), 'survei-dibuka')
    })
    .post('/:id/penutupan', PENGELOLA_SURVEI, async (req, res) => {
      await tutupSurvei(db, pelakuDari(res), idDari(req), { versi: versiDari(req) })
      berhasil(res, alamatSurvei(idDari(req)), 'survei-ditutup')
    })
    .post('/:id/pembukaan-kembali', PENGELOLA_SURVEI, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianAlasan, req.body)
      if (!data) return tampilkanSurvei(db, req, res, kesalahan)
      await bukaKembaliSurvei(db, pelakuDari(res), idDari(req), data)
      berhasil(res, alamatSurvei(idDari(req)), 'survei-dibuka-kembali')
    })
    .post('/:id/tindak-lanjut', PENGELOLA_SURVEI, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianTindakLanjut, req.body)
      if (!data) return tampilkanSurvei(db, req, res, kesalahan)
      await tindakLanjutiUnsur(db, pelakuDari(res), idDari(req), data)
      berhasil(res, alamatSurvei(idDari(req)), 'survei-tindak-lanjut')
    })

type Isian = { readonly id: string | null; readonly req?: Request; readonly kesalahan?: Kesalahan }
async function tampilkanIsian(db: BasisData, res: Response, { id, req, kesalahan }: Isian): Promise<void> {
  const pelaku = pelakuDari(res)
  const survei = id ? await ambilSurvei(db.baca, pelaku, id) : null
  if (survei) pastikanMengelola(pelaku, survei)
  const unit = await daftarUnit(db.baca, pelaku)
  const kembali = kesalahan ? { isian: isianKembali(req?.body), kesalahan } : {}
  halamanIsian(res, susunIsian(pelaku, { unit, survei }, kembali), kesalahan ? 422 : 200)
}

async function tampilkanSurvei(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const survei = await ambilSurvei(db.baca, pelaku, idDari(req))
  if (kesalahan) pastikanMengelola(pelaku, survei)
  const [tindakLanjut, pejabat] = await Promise.all([
    daftarTindakLanjut(db.baca, pelaku, { asal: alamatSurvei(survei.id) }),
    daftarPejabat(db.baca, pelaku, tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)),
  ])
  const kembali = kesalahan ? { isian: isianKembali(req.body), kesalahan } : {}
  halamanSurvei(res, susunSurvei(pelaku, { survei, tindakLanjut, pejabat }, kembali), kesalahan ? 422 : 200)
}
