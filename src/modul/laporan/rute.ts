import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatPdf, type Dokumen } from '../../inti/dokumen/index.ts'
import {
  bacaIsian,
  barisIsian,
  berhasil,
  buatRute,
  isianKembali,
  type Kesalahan,
  pelakuDari,
} from '../../inti/http/index.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import {
  alamatHalaman,
  alamatLangkah,
  ambilLangkah,
  ambilSebagaiPelaksana,
  bacaDenganPenyelesaian,
  PERAN_PENULIS,
  PERAN_SIKLUS,
  pesanPenyelesaian,
} from '../siklus/index.ts'
import { isianJawaban, isianLaporan, isianPenyampaian } from './isian.ts'
import { jawabLaporan } from './jawab-laporan.ts'
import { modelLapor, modelLaporCamat } from './jenis-lapor.ts'
import { ambilLaporan } from './kueri.ts'
import { sampaikanLaporan, teruskanLaporan } from './sampaikan-laporan.ts'
import { tampilkanLapor, tampilkanLaporCamat } from './tampilkan.ts'
import { simpanLaporan } from './tulis-laporan.ts'

const hariIni = (res: Response) => tanggalLokal(jam.sekarang(), pelakuDari(res).zonaWaktu)
const alamatSiklus = (req: Request) => `/siklus/${req.params.siklusId}`

/** Screens of the step kinds "lapor" and "lapor-camat", mounted at /siklus/:siklusId/langkah/:kode. */
export const ruteLaporan = (db: BasisData) =>
  buatRute()
    .get('/lapor', PERAN_SIKLUS, (req, res) => tampilkanLapor(db, res, alamatLangkah(req, 'lapor')))
    .get('/lapor/pratinjau', PERAN_PENULIS, async (req, res) =>
      pratinjau(res, await modelLapor(db.baca, pelakuDari(res), await ambilRancangan(db, req, res, 'lapor'))),
    )
    .post('/lapor', PERAN_PENULIS, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianLaporan, req.body)
      if (!data) return tolak(db, req, res, { jenis: 'lapor', kesalahan })
      await simpanLaporan(db, pelakuDari(res), alamatLangkah(req, 'lapor'), data)
      berhasil(res, alamatHalaman(req, 'lapor'), 'laporan-disimpan')
    })
    .post('/lapor/penyampaian', PERAN_PENULIS, async (req, res) => {
      const konteks = await ambilLangkah(db.baca, pelakuDari(res), alamatLangkah(req, 'lapor'))
      const { data, kesalahan } = bacaDenganPenyelesaian(konteks, req.body, (kembali) =>
        bacaIsian(kembali ? isianLaporan : isianPenyampaian(hariIni(res)), req.body),
      )
      if (!data) return tolak(db, req, res, { jenis: 'lapor', kesalahan })
      const hasil = await sampaikanLaporan(db, pelakuDari(res), alamatLangkah(req, 'lapor'), data)
      berhasil(res, alamatSiklus(req), pesanPenyelesaian(hasil, 'laporan-disampaikan'))
    })
    .get('/lapor-camat', PERAN_SIKLUS, (req, res) => tampilkanLaporCamat(db, res, alamatLangkah(req, 'lapor-camat')))
    .get('/lapor-camat/pratinjau', PERAN_PENULIS, async (req, res) =>
      pratinjau(
        res,
        await modelLaporCamat(db.baca, pelakuDari(res), await ambilRancangan(db, req, res, 'lapor-camat')),
      ),
    )
    .post('/lapor-camat', PERAN_PENULIS, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianLaporan, req.body)
      if (!data) return tolak(db, req, res, { jenis: 'lapor-camat', kesalahan })
      await simpanLaporan(db, pelakuDari(res), alamatLangkah(req, 'lapor-camat'), data)
      berhasil(res, alamatHalaman(req, 'lapor-camat'), 'laporan-disimpan')
    })
    .post('/lapor-camat/penyampaian', PERAN_PENULIS, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianPenyampaian(hariIni(res)), req.body)
      if (!data) return tolak(db, req, res, { jenis: 'lapor-camat', kesalahan })
      await teruskanLaporan(db, pelakuDari(res), alamatLangkah(req, 'lapor-camat'), data)
      berhasil(res, alamatSiklus(req), 'laporan-diteruskan')
    })
    .post('/lapor-camat/disposisi', PERAN_PENULIS, async (req, res) => {
      const rekomendasi = barisIsian(req.body, 'rekomendasi').filter((r) =>
        Object.values(r).some((nilai) => nilai.trim() !== ''),
      )
      const konteks = await ambilLangkah(db.baca, pelakuDari(res), alamatLangkah(req, 'lapor-camat'))
      const { data, kesalahan } = bacaDenganPenyelesaian(konteks, req.body, (bolehKosong) =>
        bacaIsian(isianJawaban(hariIni(res), { bolehKosong }), { ...req.body, rekomendasi }),
      )
      if (!data) return tolak(db, req, res, { jenis: 'lapor-camat', kesalahan, rekomendasi })
      const hasil = await jawabLaporan(db, pelakuDari(res), alamatLangkah(req, 'lapor-camat'), data)
      berhasil(res, alamatSiklus(req), pesanPenyelesaian(hasil, 'laporan-dijawab'))
    })

type Tolakan = { jenis: 'lapor' | 'lapor-camat'; kesalahan: Kesalahan; rekomendasi?: readonly Record<string, string>[] }
/** The page again with what was typed; who may not write here, or comes too late, is told that instead. */
async function tolak(
  db: BasisData,
  req: Request,
  res: Response,
  { jenis, kesalahan, rekomendasi }: Tolakan,
): Promise<void> {
  await ambilSebagaiPelaksana(db.baca, pelakuDari(res), alamatLangkah(req, jenis))
  const kembali = { badan: req.body as unknown, isian: isianKembali(req.body), kesalahan, rekomendasi }
  await (jenis === 'lapor'
    ? tampilkanLapor(db, res, alamatLangkah(req, jenis), kembali)
    : tampilkanLaporCamat(db, res, alamatLangkah(req, jenis), kembali))
}

/** The saved draft, for those who are writing it. */
async function ambilRancangan(db: BasisData, req: Request, res: Response, jenis: 'lapor' | 'lapor-camat') {
  const konteks = await ambilSebagaiPelaksana(db.baca, pelakuDari(res), alamatLangkah(req, jenis))
  return { konteks, laporan: await ambilLaporan(db.baca, konteks) }
}

async function pratinjau(res: Response, model: Dokumen): Promise<void> {
  res
    .type('pdf')
    .set('Content-Disposition', 'inline; filename="pratinjau.pdf"')
    .send(await buatPdf(model))
}
