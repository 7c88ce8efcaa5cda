import type { Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatPdf } from '../../inti/dokumen/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { bacaIsian, berhasil, buatRute, pelakuDari } from '../../inti/http/index.ts'
import { PERAN_KANTOR, type Pelaku, unitPelaku } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { ambilKecamatan } from '../organisasi/index.ts'
import { cariMenurutKode, cariPanduan } from './cari-bantuan.ts'
import { dokumenPanduan } from './dokumen-panduan.ts'
import { isianCentang, tahunKartu } from './isian.ts'
import { ambilHariPertama } from './kueri-hari-pertama.ts'
import { ambilIndikatorDibantu } from './kueri-indikator.ts'
import type { YangDitanya } from './naskah/bentuk.ts'
import { ambilOrang, type Ditanya, siapaDitanya } from './siapa-ditanya.ts'
import { aturHariPertama, centangLangkah } from './simpan-hari-pertama.ts'
import {
  halamanBantuan,
  halamanBantuanHalaman,
  halamanBantuanIndikator,
  halamanPanduan,
  susunBantuan,
  susunBantuanHalaman,
  susunBantuanIndikator,
  susunPanduan,
} from './tampilan.ts'

/** Help: index, guides of the roles on screen and on paper, help of pages and indicators, the tour. Mounted at /bantuan. */
export const ruteBantuan = (db: BasisData) =>
  buatRute()
    .get('/', 'masuk', async (_req, res) => {
      const pelaku = pelakuDari(res)
      const [bahan, tanya] = await Promise.all([
        ambilHariPertama(db, pelaku),
        ditanya(db, pelaku, ['TIM_SAKIP', 'KEPALA_UNIT', 'ADMIN']),
      ])
      halamanBantuan(res, susunBantuan(pelaku, { disembunyikan: bahan.disembunyikan, tanya }))
    })
    .get('/peran/:peran', 'masuk', async (req, res) => {
      const panduan = ambilPanduan(req.params.peran)
      halamanPanduan(res, susunPanduan(panduan, await ditanya(db, pelakuDari(res), panduan.tanya)))
    })
    .get('/peran/:peran/pdf', 'masuk', async (req, res) => kirimPanduan(db, res, req.params.peran))
    .get('/halaman/:halaman', 'masuk', async (req, res) => {
      const bantuan = cariMenurutKode(req.params.halaman)
      if (!bantuan) throw galat.tidakDitemukan('Bantuan halaman ini')
      const pelaku = pelakuDari(res)
      halamanBantuanHalaman(
        res,
        susunBantuanHalaman(bantuan, { pelaku, tanya: await ditanya(db, pelaku, bantuan.tanya) }),
      )
    })
    .get('/indikator/:id', PERAN_KANTOR, async (req, res) => {
      const pelaku = pelakuDari(res)
      const alamat = { id: String(req.params.id), tahun: tahunKartu.parse(req.query.tahun) }
      const indikator = await ambilIndikatorDibantu(db, pelaku, alamat)
      const tanya = await ditanya(db, pelaku, ['KEPALA_UNIT', 'TIM_SAKIP'], [indikator.unitId])
      halamanBantuanIndikator(res, susunBantuanIndikator(indikator, tanya))
    })
    .post('/hari-pertama/langkah', 'masuk', async (req, res) => {
      const { data } = bacaIsian(isianCentang, req.body)
      if (!data) throw galat.tidakDitemukan('Langkah hari pertama')
      await centangLangkah(db, pelakuDari(res), data)
      res.redirect(303, '/#hari-pertama')
    })
    .post('/hari-pertama/penyembunyian', 'masuk', async (_req, res) => {
      await aturHariPertama(db, pelakuDari(res), true)
      berhasil(res, '/', 'hari-pertama-disembunyikan')
    })
    .post('/hari-pertama/penampilan', 'masuk', async (_req, res) => {
      await aturHariPertama(db, pelakuDari(res), false)
      res.redirect(303, '/#hari-pertama')
    })

async function ditanya(
  db: BasisData,
  pelaku: Pelaku,
  kode: readonly YangDitanya[],
  unitId: readonly string[] = unitPelaku(pelaku),
): Promise<Ditanya[]> {
  return siapaDitanya(kode, { orang: await ambilOrang(db, pelaku), pelaku, unitId })
}

function ambilPanduan(kode: unknown) {
  const panduan = cariPanduan(kode)
  if (!panduan) throw galat.tidakDitemukan('Panduan peran ini')
  return panduan
}

async function kirimPanduan(db: BasisData, res: Response, kode: unknown): Promise<void> {
  const panduan = ambilPanduan(kode)
  const pelaku = pelakuDari(res)
  const [kantor, tanya] = await Promise.all([ambilKecamatan(db.baca, pelaku), ditanya(db, pelaku, panduan.tanya)])
  const dokumen = dokumenPanduan(panduan, { kantor, tanya, hari: tanggalLokal(jam.sekarang(), pelaku.zonaWaktu) })
  res
    .type('pdf')
    .set('Content-Disposition', `inline; filename*=UTF-8''${encodeURIComponent(`${dokumen.judul}.pdf`)}`)
    .send(await buatPdf(dokumen))
}
