import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatPdf } from '../../inti/dokumen/index.ts'
import {
  bacaIsian,
  berhasil,
  isianKembali,
  type Kesalahan,
  pelakuDari,
  type RuteBerizin,
} from '../../inti/http/index.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { ambilVersiLapor } from '../rekap/index.ts'
import {
  alamatHalaman,
  alamatLangkah,
  ambilLangkah,
  ambilSebagaiPelaksana,
  ambilSebagaiPenyiap,
  bacaDenganPenyelesaian,
  PERAN_PENULIS,
  PERAN_SIKLUS,
  pesanPenyelesaian,
  susunKepala,
} from '../siklus/index.ts'
import { isianNaskah, isianPenyusunan } from './isian-naskah.ts'
import { modelNaskah } from './jenis-susun-dokumen.ts'
import { ambilNaskah, cariNaskah } from './kueri.ts'
import { selesaikanNaskah, simpanNaskah } from './simpan-naskah.ts'
import { halamanSusun, susunHalamanSusun } from './tampilan-susun.ts'

const alamatDari = (req: Request) => alamatLangkah(req, 'susun-dokumen')
const halamanLangkah = (req: Request) => alamatHalaman(req, 'susun-dokumen')

/** Pages of the kind "susun-dokumen": write, look at the PDF, hand on. */
export const pasangSusun = (rute: RuteBerizin, db: BasisData): RuteBerizin =>
  rute
    .get('/susun-dokumen', PERAN_SIKLUS, (req, res) => tampilkan(db, req, res))
    .get('/susun-dokumen/pratinjau', PERAN_PENULIS, async (req, res) => {
      const konteks = await ambilSebagaiPenyiap(db.baca, pelakuDari(res), alamatDari(req))
      const naskah = await ambilNaskah(db.baca, konteks)
      const pdf = await buatPdf(await modelNaskah(db.baca, pelakuDari(res), { konteks, naskah }))
      res.type('pdf').set('Content-Disposition', 'inline; filename="pratinjau.pdf"').send(pdf)
    })
    .post('/susun-dokumen', PERAN_PENULIS, async (req, res) => {
      await ambilSebagaiPenyiap(db.baca, pelakuDari(res), alamatDari(req))
      const { data, kesalahan } = bacaIsian(isianNaskah, req.body)
      if (!data) return tampilkan(db, req, res, kesalahan)
      await simpanNaskah(db, pelakuDari(res), alamatDari(req), data)
      berhasil(res, halamanLangkah(req), 'naskah-disimpan')
    })
    .post('/susun-dokumen/penyelesaian', PERAN_PENULIS, async (req, res) => {
      const { data, kesalahan } = await periksa(db, req, res)
      if (!data) return tampilkan(db, req, res, kesalahan)
      const hasil = await selesaikanNaskah(db, pelakuDari(res), alamatDari(req), data)
      berhasil(res, `/siklus/${req.params.siklusId}`, pesanPenyelesaian(hasil))
    })

async function periksa(db: BasisData, req: Request, res: Response) {
  const konteks = await ambilSebagaiPelaksana(db.baca, pelakuDari(res), alamatDari(req))
  const hariIni = tanggalLokal(jam.sekarang(), pelakuDari(res).zonaWaktu)
  return bacaDenganPenyelesaian(konteks, req.body, (kembali) =>
    bacaIsian(kembali ? isianNaskah : isianPenyusunan(hariIni), req.body),
  )
}

async function tampilkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const konteks = await ambilLangkah(db.baca, pelaku, alamatDari(req))
  const [kepala, naskah, versi] = await Promise.all([
    susunKepala(db.baca, konteks, pelaku, { badan: req.body, kesalahan }),
    cariNaskah(db.baca, konteks),
    ambilVersiLapor(db.baca, pelaku, konteks.siklus, { batas: 1 }),
  ])
  const kembali = kesalahan ? { isian: isianKembali(req.body), kesalahan } : {}
  const vm = susunHalamanSusun({ kepala, konteks, naskah, rekap: versi[0] ?? null }, kembali)
  halamanSusun(res, vm, kesalahan ? 422 : 200)
}
