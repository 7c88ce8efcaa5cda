import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { bacaIsian, berhasil, buatRute, isianKembali, type Kesalahan, pelakuDari } from '../../inti/http/index.ts'
import { jam } from '../../inti/waktu/index.ts'
import { ambilPerluDiingatkan } from './ajakan.ts'
import { PEMBERI_INGAT, PENGATUR, PENGULANG } from './alur.ts'
import type { BahanPengingat } from './buat-pengingat.ts'
import { catatAjakan } from './catat-ajakan.ts'
import { isianAjakan, isianSetelan } from './isian.ts'
import { ambilAjakanTerakhir, ambilKeadaanSurel, ambilKontak, daftarPengingat } from './kueri.ts'
import { ambilSetelan } from './setelan.ts'
import { simpanSetelan } from './simpan-setelan.ts'
import { halamanPengingat, susunPengingatSaya } from './tampilan.ts'
import { halamanAjakan, susunAjakan } from './tampilan-ajakan.ts'
import { halamanSetelan, susunSetelan } from './tampilan-setelan.ts'
import { tandaiDibaca } from './tandai-dibaca.ts'
import { ulangiSurel } from './ulangi-surel.ts'
import './kalimat.ts'

/** How far back the pages look: mails, and who reminded whom. */
const SEBULAN_MS = 30 * 86_400_000
const sebulanLalu = () => new Date(jam.sekarang().getTime() - SEBULAN_MS)
const siklusDari = (isi: unknown) => isianAjakan.parse(isi ?? {}).siklus
const alamatAjakan = (siklus: string | undefined) => `/pengingat/ingatkan${siklus ? `?siklus=${siklus}` : ''}`

/** The own reminders, reminding others, and the settings. Mounted at /pengingat. */
export const rutePengingat = (db: BasisData, bahan: BahanPengingat) =>
  buatRute()
    .get('/', 'masuk', async (_req, res) => {
      const pelaku = pelakuDari(res)
      halamanPengingat(res, susunPengingatSaya(pelaku, await daftarPengingat(db.baca, pelaku)))
    })
    .post('/dibaca', 'masuk', async (_req, res) => {
      await tandaiDibaca(db, pelakuDari(res))
      berhasil(res, '/', 'pengingat-dibaca')
    })
    .get('/ingatkan', PEMBERI_INGAT, async (req, res) => tampilkanAjakan(db, res, { ...bahan, req }))
    .post('/ingatkan', PEMBERI_INGAT, async (req, res) => {
      const siklus = siklusDari(req.body)
      const orang = await ambilPerluDiingatkan(db, pelakuDari(res), { siklus })
      await catatAjakan(db, pelakuDari(res), { orang, cara: 'grup WhatsApp' })
      berhasil(res, alamatAjakan(siklus), 'ajakan-dicatat')
    })
    .post('/ingatkan/:id', PEMBERI_INGAT, async (req, res) => {
      const siklus = siklusDari(req.body)
      const semua = await ambilPerluDiingatkan(db, pelakuDari(res), { siklus })
      const orang = semua.filter((o) => o.pelaku.pegawaiId === req.params.id)
      if (orang.length === 0) throw galat.tidakDitemukan('Orang yang perlu diingatkan')
      await catatAjakan(db, pelakuDari(res), { orang, cara: 'WhatsApp' })
      berhasil(res, `${alamatAjakan(siklus)}#orang-${req.params.id}`, 'ajakan-dicatat')
    })
    .get('/setelan', PENGATUR, async (_req, res) => tampilkanSetelan(db, res, bahan))
    .post('/setelan', PENGATUR, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianSetelan, req.body)
      if (!data) return tampilkanSetelan(db, res, { ...bahan, isian: isianKembali(req.body), kesalahan })
      await simpanSetelan(db, pelakuDari(res), data)
      berhasil(res, '/pengingat/setelan', 'setelan-pengingat-disimpan')
    })
    .post('/surel/:id/pengulangan', PENGULANG, async (req, res) => {
      await ulangiSurel(db, pelakuDari(res), String(req.params.id))
      berhasil(res, '/pengingat/setelan', 'surel-diulang')
    })

async function tampilkanAjakan(db: BasisData, res: Response, { req, alamatTakar }: BahanPengingat & { req: Request }) {
  const pelaku = pelakuDari(res)
  const siklus = siklusDari(req.query)
  const [orang, kontak, terakhir] = await Promise.all([
    ambilPerluDiingatkan(db, pelaku, { siklus }),
    ambilKontak(db.baca, pelaku.kecamatanId),
    ambilAjakanTerakhir(db.baca, pelaku, sebulanLalu()),
  ])
  halamanAjakan(res, susunAjakan(pelaku, { orang, kontak, terakhir, siklus, alamatTakar, kini: jam.sekarang() }))
}

type Kembalian = BahanPengingat & { isian?: Record<string, string>; kesalahan?: Kesalahan }
async function tampilkanSetelan(db: BasisData, res: Response, { adaSurel, isian, kesalahan }: Kembalian) {
  const pelaku = pelakuDari(res)
  const [setelan, surel] = await Promise.all([
    ambilSetelan(db.baca, pelaku.kecamatanId),
    ambilKeadaanSurel(db.baca, pelaku, sebulanLalu()),
  ])
  halamanSetelan(res, susunSetelan(pelaku, { setelan, surel, adaSurel }, { isian, kesalahan }), kesalahan ? 422 : 200)
}
