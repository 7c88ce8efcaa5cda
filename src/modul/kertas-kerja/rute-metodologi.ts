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
  selesaikanLangkah,
  susunKepala,
  ubahLangkah,
} from '../siklus/index.ts'
import { isianMetodologi } from './isian.ts'
import { ambilKertasKerja, barisDari, cariKertasKerja } from './kueri.ts'
import { alamatBaris, saringTerlihat } from './rute-umum.ts'
import { simpanMetodologi } from './simpan-metodologi.ts'
import { susunKertas } from './susun-kertas.ts'
import {
  alamatBerikut,
  halamanMetodologi,
  halamanMetodologiSatu,
  susunMetodologi,
  susunMetodologiSatu,
} from './tampilan-metodologi.ts'

const JENIS = 'metodologi'
const alamat = (req: Request) => alamatLangkah(req, JENIS)

/** Pages of the kind "metodologi": the list, one indicator, finish. */
export const pasangMetodologi = (rute: RuteBerizin, db: BasisData): RuteBerizin =>
  rute
    .get('/metodologi', PERAN_SIKLUS, (req, res) => tampilkan(db, req, res))
    .get('/metodologi/indikator/:barisId', PERAN_SIKLUS, (req, res) => tampilkanSatu(db, req, res))
    .post('/metodologi/indikator/:barisId', PERAN_PENULIS, (req, res) => simpan(db, req, res))
    .post('/metodologi/susun-ulang', PERAN_PENULIS, async (req, res) => {
      const pelaku = pelakuDari(res)
      await ubahLangkah(db, pelaku, alamat(req), (tx, konteks) => susunKertas(tx, pelaku, konteks))
      berhasil(res, alamatHalaman(req, JENIS), 'kertas-disusun')
    })
    .post('/metodologi/penyelesaian', PERAN_PENULIS, async (req, res) => {
      const { data, kesalahan } = await periksaPenyelesaian(db.baca, pelakuDari(res), {
        alamat: alamat(req),
        badan: req.body,
      })
      if (!data) return tampilkan(db, req, res, kesalahan)
      const hasil = await selesaikanLangkah(db, pelakuDari(res), alamat(req), { penyelesaian: data })
      berhasil(res, `/siklus/${req.params.siklusId}`, pesanPenyelesaian(hasil))
    })

async function simpan(db: BasisData, req: Request, res: Response): Promise<void> {
  const pelaku = pelakuDari(res)
  const konteks = await ambilSebagaiPenyiap(db.baca, pelaku, alamat(req))
  const kertas = await ambilKertasKerja(db.baca, konteks.siklus)
  const baris = barisDari(kertas, String(req.params.barisId))
  const { data, kesalahan } = bacaIsian(isianMetodologi(baris), req.body)
  if (!data) return tampilkanSatu(db, req, res, kesalahan)
  await simpanMetodologi(db, pelaku, alamatBaris(req, JENIS), data)
  const berikut = req.body.lanjut === 'ya' ? alamatBerikut(kertas, baris, alamatHalaman(req, JENIS)) : null
  berhasil(res, berikut ?? alamatHalaman(req, JENIS), 'metodologi-disimpan')
}

async function tampilkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const konteks = await ambilLangkah(db.baca, pelaku, alamat(req))
  const [kepala, kertas] = await Promise.all([
    susunKepala(db.baca, konteks, pelaku, { badan: req.body, kesalahan }),
    cariKertasKerja(db.baca, konteks.siklus),
  ])
  const bahan = { kepala, konteks, kertas: saringTerlihat(kertas, konteks, pelaku), kesalahan }
  halamanMetodologi(res, susunMetodologi(bahan), kesalahan ? 422 : 200)
}

async function tampilkanSatu(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const konteks = await ambilLangkah(db.baca, pelaku, alamat(req))
  const [kepala, kertas] = await Promise.all([
    susunKepala(db.baca, konteks, pelaku),
    ambilKertasKerja(db.baca, konteks.siklus),
  ])
  const terlihat = saringTerlihat(kertas, konteks, pelaku)
  const baris = barisDari(terlihat, String(req.params.barisId))
  const kembali = kesalahan ? { isian: isianKembali(req.body), kesalahan } : {}
  halamanMetodologiSatu(res, susunMetodologiSatu({ kepala, kertas: terlihat, baris }, kembali), kesalahan ? 422 : 200)
}
