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
import {
  alamatHalaman,
  alamatLangkah,
  ambilLangkah,
  ambilSebagaiPenyiap,
  PERAN_PENULIS,
  PERAN_SIKLUS,
  periksaPenyelesaian,
  pesanPenyelesaian,
  susunKepala,
} from '../siklus/index.ts'
import { isianSumber } from './isian.ts'
import { cariKertasKerja } from './kueri.ts'
import { saringTerlihat } from './rute-umum.ts'
import { selesaikanPengukuran } from './selesaikan-pengukuran.ts'
import { salinKalimatBantu } from './simpan-analisis.ts'
import { daftarPengumpulan } from './sumber-pengumpulan.ts'
import { halamanPengukuran, susunPengukuran } from './tampilan-pengukuran.ts'
import { ambilAngkaPengumpulan, isiSendiri } from './tetapkan-sumber.ts'

const JENIS = 'pengukuran'
const alamat = (req: Request) => alamatLangkah(req, JENIS)

/** The page of the kind "pengukuran": source of the figures, helper sentences, finish. */
export const pasangPengukuran = (rute: RuteBerizin, db: BasisData): RuteBerizin =>
  rute
    .get('/pengukuran', PERAN_SIKLUS, (req, res) => tampilkan(db, req, res))
    .post('/pengukuran/sumber', PERAN_PENULIS, (req, res) => tetapkanSumber(db, req, res))
    .post('/pengukuran/kalimat-bantu', PERAN_PENULIS, async (req, res) => {
      const jumlah = await salinKalimatBantu(db, pelakuDari(res), alamat(req))
      berhasil(res, alamatHalaman(req, JENIS), jumlah > 0 ? 'kalimat-bantu-disalin' : 'kalimat-bantu-tiada')
    })
    .post('/pengukuran/penyelesaian', PERAN_PENULIS, async (req, res) => {
      const { data, kesalahan } = await periksaPenyelesaian(db.baca, pelakuDari(res), {
        alamat: alamat(req),
        badan: req.body,
      })
      if (!data) return tampilkan(db, req, res, kesalahan)
      const hasil = await selesaikanPengukuran(db, pelakuDari(res), alamat(req), data)
      berhasil(res, `/siklus/${req.params.siklusId}`, pesanPenyelesaian(hasil))
    })

async function tetapkanSumber(db: BasisData, req: Request, res: Response): Promise<void> {
  const pelaku = pelakuDari(res)
  await ambilSebagaiPenyiap(db.baca, pelaku, alamat(req))
  const { data, kesalahan } = bacaIsian(isianSumber, req.body)
  if (!data) return tampilkan(db, req, res, kesalahan)
  const diambil = data.sumber === 'pengumpulan'
  await (diambil ? ambilAngkaPengumpulan : isiSendiri)(db, pelaku, alamat(req), data)
  berhasil(res, alamatHalaman(req, JENIS), diambil ? 'sumber-diambil' : 'sumber-sendiri')
}

async function tampilkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const konteks = await ambilLangkah(db.baca, pelaku, alamat(req))
  const [kepala, kertas, pengumpulan] = await Promise.all([
    susunKepala(db.baca, konteks, pelaku, { badan: req.body, kesalahan }),
    cariKertasKerja(db.baca, konteks.siklus),
    konteks.langkah.status === 'BERJALAN' ? daftarPengumpulan(db.baca, pelaku, konteks.siklus) : [],
  ])
  const terlihat = saringTerlihat(kertas, konteks, pelaku)
  const bahan = { kepala, konteks, kertas: terlihat, pengumpulan, lengkap: terlihat === kertas }
  const kembali = kesalahan ? { isian: isianKembali(req.body), kesalahan } : {}
  halamanPengukuran(res, susunPengukuran(bahan, kembali), kesalahan ? 422 : 200)
}
