import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { bacaIsian, berhasil, type Kesalahan, pelakuDari, type RuteBerizin } from '../../inti/http/index.ts'
import {
  alamatHalaman,
  alamatLangkah,
  ambilLangkah,
  ambilSebagaiPenyiap,
  PERAN_PENULIS,
  PERAN_SIKLUS,
  susunKepala,
} from '../siklus/index.ts'
import { ambilIsianLangkah } from './cakupan-unit.ts'
import { isianBarisUnit, isianCatatanUnit } from './isian.ts'
import { selesaikan } from './rute-umum.ts'
import {
  keluarkanBaris,
  masukkanBaris,
  salinCatatanLalu,
  simpanCatatanUnit,
  susunUlangFormulir,
} from './sesuaikan-formulir.ts'
import { ambilSumber, ambilTanpaPk } from './sumber-formulir.ts'
import { halamanSiapkan, susunSiapkan } from './tampilan-siapkan.ts'

const JENIS = 'siapkan-formulir'
const alamat = (req: Request) => alamatLangkah(req, JENIS)
const kembali = (req: Request, formulirId?: string) =>
  `${alamatHalaman(req, JENIS)}${formulirId ? `#formulir-${formulirId}` : ''}`

/** Page of the kind "siapkan-formulir" and what can be adjusted on it. */
export const pasangSiapkan = (rute: RuteBerizin, db: BasisData): RuteBerizin =>
  rute
    .get('/siapkan-formulir', PERAN_SIKLUS, (req, res) => tampilkan(db, req, res))
    .post('/siapkan-formulir/catatan', PERAN_PENULIS, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianCatatanUnit, req.body)
      if (!data) return tolak(db, req, res, kesalahan)
      await simpanCatatanUnit(db, pelakuDari(res), alamat(req), data)
      berhasil(res, kembali(req, data.formulirId), 'formulir-disesuaikan')
    })
    .post('/siapkan-formulir/pengeluaran', PERAN_PENULIS, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianBarisUnit, req.body)
      if (!data) return tolak(db, req, res, kesalahan)
      await keluarkanBaris(db, pelakuDari(res), alamat(req), data)
      berhasil(res, kembali(req, data.formulirId), 'formulir-disesuaikan')
    })
    .post('/siapkan-formulir/pemasukan', PERAN_PENULIS, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianBarisUnit, req.body)
      if (!data) return tolak(db, req, res, kesalahan)
      await masukkanBaris(db, pelakuDari(res), alamat(req), data)
      berhasil(res, kembali(req, data.formulirId), 'formulir-disesuaikan')
    })
    .post('/siapkan-formulir/penyusunan-ulang', PERAN_PENULIS, async (req, res) => {
      await susunUlangFormulir(db, pelakuDari(res), alamat(req))
      berhasil(res, kembali(req), 'formulir-disusun-ulang')
    })
    .post('/siapkan-formulir/penyalinan', PERAN_PENULIS, async (req, res) => {
      const disalin = await salinCatatanLalu(db, pelakuDari(res), alamat(req))
      berhasil(res, kembali(req), disalin > 0 ? 'formulir-catatan-disalin' : 'formulir-tanpa-periode-lalu')
    })
    .post('/siapkan-formulir/penyelesaian', PERAN_PENULIS, (req, res) =>
      selesaikan(db, { req, res, jenis: JENIS }, (kesalahan) => tampilkan(db, req, res, kesalahan)),
    )

async function tolak(db: BasisData, req: Request, res: Response, kesalahan: Kesalahan): Promise<void> {
  await ambilSebagaiPenyiap(db.baca, pelakuDari(res), alamat(req))
  await tampilkan(db, req, res, kesalahan)
}

async function tampilkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const konteks = await ambilLangkah(db.baca, pelaku, alamat(req))
  const terbuka = konteks.langkah.status === 'BERJALAN' && konteks.siklus.status === 'BERJALAN'
  const [kepala, formulir, sumber] = await Promise.all([
    susunKepala(db.baca, konteks, pelaku, { badan: req.body, kesalahan }),
    ambilIsianLangkah(db.baca, pelaku, konteks),
    terbuka ? ambilSumber(db.baca, pelaku, konteks.siklus) : null,
  ])
  const ada = sumber?.baris.map((b) => b.indikatorId) ?? []
  const tanpaPk = sumber ? await ambilTanpaPk(db.baca, pelaku, { ada }) : []
  const vm = susunSiapkan({ kepala, konteks, formulir, sumber, tanpaPk, boleh: kepala.bolehSiapkan, kesalahan })
  halamanSiapkan(res, vm, kesalahan ? 422 : 200)
}
