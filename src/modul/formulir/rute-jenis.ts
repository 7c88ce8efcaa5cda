import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import {
  bacaIsian,
  berhasil,
  buatRute,
  isianKembali,
  type Kesalahan,
  pelakuDari,
  type RuteBerizin,
} from '../../inti/http/index.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { daftarPejabat } from '../organisasi/index.ts'
import {
  ambilLangkah,
  bolehMenyiapkan,
  PERAN_PENULIS,
  PERAN_SIKLUS,
  selesaikanLangkah,
  susunKepala,
} from '../siklus/index.ts'
import { bagikanFormulir } from './bagikan-formulir.ts'
import { isianBarisUnit, isianCatatanUnit, isianTandaTerima } from './isian.ts'
import { ambilIsianSiklus } from './kueri.ts'
import {
  keluarkanBaris,
  masukkanBaris,
  salinCatatanLalu,
  simpanCatatanUnit,
  susunUlangFormulir,
} from './sesuaikan-formulir.ts'
import { ambilSumber, ambilTanpaPk } from './sumber-formulir.ts'
import { halamanDistribusi, susunDistribusi } from './tampilan-distribusi.ts'
import { halamanPengisian, susunPengisian } from './tampilan-pengisian.ts'
import { halamanSiapkan, susunSiapkan } from './tampilan-siapkan.ts'
import { catatTandaTerimaKertas } from './terima-formulir.ts'

type Jenis = 'siapkan-formulir' | 'distribusi' | 'pengisian'

/** Pages of the three kinds, mounted at /siklus/:siklusId/langkah/:kode. */
export const ruteJenisFormulir = (db: BasisData) =>
  pasangDistribusi(pasangSiapkan(buatRute(), db), db).get('/pengisian', PERAN_SIKLUS, (req, res) =>
    tampilkanPengisian(db, req, res),
  )

const pasangSiapkan = (rute: RuteBerizin, db: BasisData): RuteBerizin =>
  rute
    .get('/siapkan-formulir', PERAN_SIKLUS, (req, res) => tampilkanSiapkan(db, req, res))
    .post('/siapkan-formulir/catatan', PERAN_PENULIS, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianCatatanUnit, req.body)
      if (!data) return tampilkanSiapkan(db, req, res, kesalahan)
      await simpanCatatanUnit(db, pelakuDari(res), alamat(req, 'siapkan-formulir'), data)
      berhasil(res, `${halamanLangkah(req, 'siapkan-formulir')}#formulir-${data.formulirId}`, 'formulir-disesuaikan')
    })
    .post('/siapkan-formulir/pengeluaran', PERAN_PENULIS, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianBarisUnit, req.body)
      if (!data) return tampilkanSiapkan(db, req, res, kesalahan)
      await keluarkanBaris(db, pelakuDari(res), alamat(req, 'siapkan-formulir'), data)
      berhasil(res, `${halamanLangkah(req, 'siapkan-formulir')}#formulir-${data.formulirId}`, 'formulir-disesuaikan')
    })
    .post('/siapkan-formulir/pemasukan', PERAN_PENULIS, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianBarisUnit, req.body)
      if (!data) return tampilkanSiapkan(db, req, res, kesalahan)
      await masukkanBaris(db, pelakuDari(res), alamat(req, 'siapkan-formulir'), data)
      berhasil(res, `${halamanLangkah(req, 'siapkan-formulir')}#formulir-${data.formulirId}`, 'formulir-disesuaikan')
    })
    .post('/siapkan-formulir/penyusunan-ulang', PERAN_PENULIS, async (req, res) => {
      await susunUlangFormulir(db, pelakuDari(res), alamat(req, 'siapkan-formulir'))
      berhasil(res, halamanLangkah(req, 'siapkan-formulir'), 'formulir-disusun-ulang')
    })
    .post('/siapkan-formulir/penyalinan', PERAN_PENULIS, async (req, res) => {
      const disalin = await salinCatatanLalu(db, pelakuDari(res), alamat(req, 'siapkan-formulir'))
      berhasil(
        res,
        halamanLangkah(req, 'siapkan-formulir'),
        disalin > 0 ? 'formulir-catatan-disalin' : 'formulir-tanpa-periode-lalu',
      )
    })
    .post('/siapkan-formulir/penyelesaian', PERAN_PENULIS, (req, res) => selesaikan(db, req, res, 'siapkan-formulir'))

const pasangDistribusi = (rute: RuteBerizin, db: BasisData): RuteBerizin =>
  rute
    .get('/distribusi', PERAN_SIKLUS, (req, res) => tampilkanDistribusi(db, req, res))
    .post('/distribusi/pembagian', PERAN_PENULIS, async (req, res) => {
      await bagikanFormulir(db, pelakuDari(res), alamat(req, 'distribusi'))
      berhasil(res, halamanLangkah(req, 'distribusi'), 'formulir-dibagikan')
    })
    .post('/distribusi/tanda-terima', PERAN_PENULIS, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianTandaTerima, req.body)
      if (!data) return tampilkanDistribusi(db, req, res, kesalahan)
      await catatTandaTerimaKertas(db, pelakuDari(res), alamat(req, 'distribusi'), data)
      berhasil(res, halamanLangkah(req, 'distribusi'), 'tanda-terima-dicatat')
    })
    .post('/distribusi/penyelesaian', PERAN_PENULIS, (req, res) => selesaikan(db, req, res, 'distribusi'))

const alamat = (req: Request, jenis: Jenis) => ({
  siklusId: String(req.params.siklusId),
  kode: String(req.params.kode),
  jenis,
})
const halamanLangkah = (req: Request, jenis: Jenis): string =>
  `/siklus/${req.params.siklusId}/langkah/${req.params.kode}/${jenis}`

async function selesaikan(db: BasisData, req: Request, res: Response, jenis: Jenis): Promise<void> {
  await selesaikanLangkah(db, pelakuDari(res), alamat(req, jenis))
  berhasil(res, `/siklus/${req.params.siklusId}`, 'langkah-selesai')
}

async function tampilkanSiapkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const konteks = await ambilLangkah(db.baca, pelaku, alamat(req, 'siapkan-formulir'))
  const terbuka = konteks.langkah.status === 'BERJALAN'
  const [kepala, formulir, sumber] = await Promise.all([
    susunKepala(db.baca, konteks, pelaku),
    ambilIsianSiklus(db.baca, pelaku, konteks.siklus.id),
    terbuka ? ambilSumber(db.baca, pelaku, { tanggal: konteks.siklus.akhirPeriode }) : null,
  ])
  const tanpaPk = sumber ? await ambilTanpaPk(db.baca, pelaku, { ada: sumber.baris.map((b) => b.indikatorId) }) : []
  const boleh = terbuka && bolehMenyiapkan(konteks, pelaku)
  halamanSiapkan(
    res,
    susunSiapkan({ kepala, konteks, formulir, sumber, tanpaPk, boleh, kesalahan }),
    kesalahan ? 422 : 200,
  )
}

async function tampilkanDistribusi(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const konteks = await ambilLangkah(db.baca, pelaku, alamat(req, 'distribusi'))
  const [kepala, formulir, pejabat] = await Promise.all([
    susunKepala(db.baca, konteks, pelaku),
    ambilIsianSiklus(db.baca, pelaku, konteks.siklus.id),
    daftarPejabat(db.baca, pelaku, tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)),
  ])
  const balasan = kesalahan ? { isian: isianKembali(req.body), kesalahan } : {}
  halamanDistribusi(res, susunDistribusi({ kepala, formulir, pejabat, pelaku, ...balasan }), kesalahan ? 422 : 200)
}

async function tampilkanPengisian(db: BasisData, req: Request, res: Response): Promise<void> {
  const pelaku = pelakuDari(res)
  const konteks = await ambilLangkah(db.baca, pelaku, alamat(req, 'pengisian'))
  const [kepala, formulir] = await Promise.all([
    susunKepala(db.baca, konteks, pelaku),
    ambilIsianSiklus(db.baca, pelaku, konteks.siklus.id),
  ])
  halamanPengisian(res, susunPengisian({ kepala, konteks, formulir, pelaku }))
}
