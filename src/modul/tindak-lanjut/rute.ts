import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { bacaIsian, berhasil, buatRute, isianKembali, type Kesalahan, pelakuDari } from '../../inti/http/index.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { daftarPejabat } from '../organisasi/index.ts'
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
} from '../siklus/index.ts'
import { pastikanMenutup } from './alur.ts'
import { isianPembatalan, isianPenutupan, isianTambah } from './isian.ts'
import { ambilTindakLanjut, daftarTindakLanjut } from './kueri.ts'
import { tambahTindakLanjut } from './tambah-tindak-lanjut.ts'
import { halamanDaftar, halamanLangkah, halamanSatu, susunDaftar, susunLangkah, susunSatu } from './tampilan.ts'
import { tutupTindakLanjut } from './tutup-tindak-lanjut.ts'

/** The list of follow-ups of the office, mounted at /tindak-lanjut. */
export const ruteDaftarTindakLanjut = (db: BasisData) =>
  buatRute()
    .get('/', PERAN_SIKLUS, async (req, res) => {
      const pelaku = pelakuDari(res)
      const { tampil } = req.query
      halamanDaftar(
        res,
        susunDaftar(await daftarTindakLanjut(db.baca, pelaku), pelaku, {
          tampil: tampil === 'saya' || tampil === 'semua' ? tampil : 'terbuka',
        }),
      )
    })
    .get('/:id', PERAN_SIKLUS, async (req, res) => tampilkanSatu(db, req, res))
    .post('/:id/penutupan', PERAN_PENULIS, async (req, res) => {
      const pelaku = pelakuDari(res)
      const { data, kesalahan } = bacaIsian(isianPenutupan, req.body)
      if (!data) return tolakPenutupan(db, req, res, kesalahan)
      await tutupTindakLanjut(db, pelaku, String(req.params.id), {
        status: 'SELESAI',
        hasil: data.hasil,
        versi: data.versi,
      })
      berhasil(res, `/tindak-lanjut/${req.params.id}`, 'tindak-lanjut-ditutup')
    })
    .post('/:id/pembatalan', PERAN_PENULIS, async (req, res) => {
      const pelaku = pelakuDari(res)
      const { data, kesalahan } = bacaIsian(isianPembatalan, req.body)
      if (!data) return tolakPenutupan(db, req, res, kesalahan)
      await tutupTindakLanjut(db, pelaku, String(req.params.id), {
        status: 'BATAL',
        hasil: data.alasan,
        versi: data.versi,
      })
      berhasil(res, `/tindak-lanjut/${req.params.id}`, 'tindak-lanjut-dibatalkan')
    })

/** Right and state before anything is said about the fields; a form that arrives twice never comes here. */
async function tolakPenutupan(db: BasisData, req: Request, res: Response, kesalahan: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  pastikanMenutup(await ambilTindakLanjut(db.baca, pelaku, String(req.params.id)), pelaku)
  return tampilkanSatu(db, req, res, kesalahan)
}

async function tampilkanSatu(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const satu = await ambilTindakLanjut(db.baca, pelaku, String(req.params.id))
  halamanSatu(
    res,
    susunSatu(satu, pelaku, kesalahan ? { isian: isianKembali(req.body), kesalahan } : {}),
    kesalahan ? 422 : 200,
  )
}

const alamatDari = (req: Request) => alamatLangkah(req, 'tindak-lanjut')

/** The step kind "tindak-lanjut", mounted at /siklus/:siklusId/langkah/:kode. */
export const ruteLangkahTindakLanjut = (db: BasisData) =>
  buatRute()
    .get('/tindak-lanjut', PERAN_SIKLUS, async (req, res) => tampilkanLangkah(db, req, res))
    .post('/tindak-lanjut', PERAN_PENULIS, async (req, res) => {
      const pelaku = pelakuDari(res)
      await ambilSebagaiPenyiap(db.baca, pelaku, alamatDari(req))
      const { data, kesalahan } = bacaIsian(isianTambah, req.body)
      if (!data) return tampilkanLangkah(db, req, res, kesalahan)
      await tambahTindakLanjut(db, pelaku, alamatDari(req), data)
      berhasil(res, alamatHalaman(req, 'tindak-lanjut'), 'tindak-lanjut-ditambah')
    })
    .post('/tindak-lanjut/penyelesaian', PERAN_PENULIS, async (req, res) => {
      const pelaku = pelakuDari(res)
      const alamat = alamatDari(req)
      const { data: penyelesaian, kesalahan } = await periksaPenyelesaian(db.baca, pelaku, { alamat, badan: req.body })
      if (!penyelesaian) return tampilkanLangkah(db, req, res, kesalahan)
      const hasil = await selesaikanLangkah(db, pelaku, alamat, { penyelesaian })
      berhasil(res, `/siklus/${req.params.siklusId}`, pesanPenyelesaian(hasil))
    })

async function tampilkanLangkah(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const konteks = await ambilLangkah(db.baca, pelaku, alamatDari(req))
  const [kepala, daftar, pejabat] = await Promise.all([
    susunKepala(db.baca, konteks, pelaku, { badan: req.body, kesalahan }),
    daftarTindakLanjut(db.baca, pelaku, { siklusId: konteks.siklus.id }),
    daftarPejabat(db.baca, pelaku, tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)),
  ])
  const kembali = kesalahan ? { isian: isianKembali(req.body), kesalahan } : {}
  halamanLangkah(res, susunLangkah({ kepala, daftar, pejabat, pelaku }, kembali), kesalahan ? 422 : 200)
}
