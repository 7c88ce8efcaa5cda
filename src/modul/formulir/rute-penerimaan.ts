import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import {
  bacaIsian,
  berhasil,
  isianKembali,
  type Kesalahan,
  pelakuDari,
  type RuteBerizin,
} from '../../inti/http/index.ts'
import { buatPenerima, unggahan } from '../berkas/index.ts'
import {
  alamatHalaman,
  alamatLangkah,
  ambilLangkah,
  bacaPenyelesaian,
  PERAN_PENULIS,
  PERAN_SIKLUS,
  pastikanPelaksana,
  pastikanTerbuka,
  pesanPenyelesaian,
  selesaikanLangkah,
  susunKepala,
} from '../siklus/index.ts'
import { ambilIsianLangkah } from './cakupan-unit.ts'
import { isianPenerimaan, isianPengembalianUnit } from './isian-penerimaan.ts'
import { kembalikanPenyerahan } from './kembalikan-penyerahan.ts'
import { salahPindaian } from './kertas/pindaian.ts'
import { daftarPenerimaan } from './kueri-penerimaan.ts'
import type { LingkunganBukti } from './rute-bukti.ts'
import { param } from './rute-umum.ts'
import { halamanPenerimaan, susunPenerimaan } from './tampilan-penerimaan.ts'
import { terimaPenyerahan } from './terima-penyerahan.ts'

const JENIS = 'penerimaan'
const alamat = (req: Request) => alamatLangkah(req, JENIS)

/** Page of the kind "penerimaan": accept what came in, send a form back, finish or decide. */
export function pasangPenerimaan(rute: RuteBerizin, db: BasisData, { gudang, batasMb }: LingkunganBukti): RuteBerizin {
  const { terimaDenganIsian } = buatPenerima(gudang, { batasMb, maksBerkas: 1 })
  return rute
    .get('/penerimaan', PERAN_SIKLUS, (req, res) => tampilkan(db, req, res))
    .post('/penerimaan', PERAN_PENULIS, terimaDenganIsian, async (req, res) => {
      pastikanTerbuka(await pastikanSaya(db, req, res))
      const { data, kesalahan } = bacaIsian(isianPenerimaan, req.body)
      const [berkas] = unggahan(req, 'berkas')
      const salah = { ...salahPindaian(berkas?.mime, ''), ...kesalahan }
      if (!data || Object.keys(salah).length > 0) return tampilkan(db, req, res, salah)
      const semua = await terimaPenyerahan(db, pelakuDari(res), alamat(req), { ...data, gudang, berkas })
      if (semua) return berhasil(res, `/siklus/${param(req, 'siklusId')}`, 'penyerahan-semua-diterima')
      berhasil(res, alamatHalaman(req, JENIS), 'penyerahan-diterima')
    })
    .post('/penerimaan/pengembalian', PERAN_PENULIS, async (req, res) => {
      await pastikanSaya(db, req, res)
      const { data, kesalahan } = bacaIsian(isianPengembalianUnit, req.body)
      if (!data) return tampilkan(db, req, res, kesalahan)
      const { unitId, alasanKembali: alasan } = data
      await kembalikanPenyerahan(db, pelakuDari(res), alamat(req), { unitId, alasan })
      berhasil(res, alamatHalaman(req, JENIS), 'penyerahan-dikembalikan')
    })
    .post('/penerimaan/penyelesaian', PERAN_PENULIS, async (req, res) => {
      const konteks = await pastikanSaya(db, req, res)
      pastikanTerbuka(konteks)
      const { data, kesalahan } = bacaPenyelesaian(konteks, req.body)
      if (!data) return tampilkan(db, req, res, kesalahan)
      const hasil = await selesaikanLangkah(db, pelakuDari(res), alamat(req), { penyelesaian: data })
      berhasil(res, `/siklus/${param(req, 'siklusId')}`, pesanPenyelesaian(hasil))
    })
}

async function pastikanSaya(db: BasisData, req: Request, res: Response) {
  const konteks = await ambilLangkah(db.baca, pelakuDari(res), alamat(req))
  pastikanPelaksana(konteks, pelakuDari(res))
  return konteks
}

async function tampilkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const konteks = await ambilLangkah(db.baca, pelaku, alamat(req))
  const [kepala, formulir, penerimaan] = await Promise.all([
    susunKepala(db.baca, konteks, pelaku, { badan: req.body, kesalahan }),
    ambilIsianLangkah(db.baca, pelaku, konteks),
    daftarPenerimaan(db.baca, konteks),
  ])
  const kembali = kesalahan ? { isian: isianKembali(req.body), kesalahan } : {}
  halamanPenerimaan(
    res,
    susunPenerimaan({ kepala, konteks, formulir, penerimaan, pelaku }, kembali),
    kesalahan ? 422 : 200,
  )
}
