import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { bacaIsian, berhasil, buatRute, isianKembali, type Kesalahan, pelakuDari } from '../../inti/http/index.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
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
import { isianHapus, isianTemuan } from './isian.ts'
import { ambilPilihan, ambilTemuan, daftarTemuan } from './kueri.ts'
import { selesaikanMonev } from './selesaikan-monev.ts'
import { hapusTemuan, tambahTemuan, ubahTemuan } from './simpan-temuan.ts'
import { halamanMonev, halamanTemuan, susunMonev, susunTemuan } from './tampilan.ts'
import { usulkanTemuan } from './usulkan-temuan.ts'

const alamatDari = (req: Request) => alamatLangkah(req, 'monev')
const alamatTemuan = (req: Request) => ({ ...alamatDari(req), temuanId: String(req.params.temuanId) })
const halamanLangkah = (req: Request) => alamatHalaman(req, 'monev')

/** Screens of the step kind "monev", mounted at /siklus/:siklusId/langkah/:kode. */
export const ruteMonev = (db: BasisData) =>
  buatRute()
    .get('/monev', PERAN_SIKLUS, (req, res) => tampilkan(db, req, res))
    .post('/monev', PERAN_PENULIS, async (req, res) => {
      await ambilSebagaiPenyiap(db.baca, pelakuDari(res), alamatDari(req))
      const { data, kesalahan } = bacaIsian(isianTemuan, req.body)
      if (!data) return tampilkan(db, req, res, kesalahan)
      await tambahTemuan(db, pelakuDari(res), alamatDari(req), data)
      berhasil(res, halamanLangkah(req), 'temuan-ditambah')
    })
    .post('/monev/usulan', PERAN_PENULIS, async (req, res) => {
      const jumlah = await usulkanTemuan(db, pelakuDari(res), alamatDari(req))
      berhasil(res, halamanLangkah(req), jumlah > 0 ? 'temuan-diusulkan' : 'temuan-tanpa-usulan')
    })
    .post('/monev/penyelesaian', PERAN_PENULIS, async (req, res) => {
      const diminta = { alamat: alamatDari(req), badan: req.body }
      const { data, kesalahan } = await periksaPenyelesaian(db.baca, pelakuDari(res), diminta)
      if (!data) return tampilkan(db, req, res, kesalahan)
      const hasil = await selesaikanMonev(db, pelakuDari(res), alamatDari(req), data)
      berhasil(res, `/siklus/${req.params.siklusId}`, pesanPenyelesaian(hasil))
    })
    .get('/monev/temuan/:temuanId', PERAN_SIKLUS, (req, res) => tampilkanSatu(db, req, res))
    .post('/monev/temuan/:temuanId', PERAN_PENULIS, async (req, res) => {
      await ambilSebagaiPenyiap(db.baca, pelakuDari(res), alamatDari(req))
      const { data, kesalahan } = bacaIsian(isianTemuan, req.body)
      if (!data) return tampilkanSatu(db, req, res, kesalahan)
      await ubahTemuan(db, pelakuDari(res), alamatTemuan(req), data)
      berhasil(res, halamanLangkah(req), 'temuan-diubah')
    })
    .post('/monev/temuan/:temuanId/penghapusan', PERAN_PENULIS, async (req, res) => {
      const { data } = bacaIsian(isianHapus, req.body)
      await hapusTemuan(db, pelakuDari(res), alamatTemuan(req), data?.versi ?? 0)
      berhasil(res, halamanLangkah(req), 'temuan-dihapus')
    })

async function muat(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan) {
  const pelaku = pelakuDari(res)
  const konteks = await ambilLangkah(db.baca, pelaku, alamatDari(req))
  const [kepala, pilihan] = await Promise.all([
    susunKepala(db.baca, konteks, pelaku, { badan: req.body, kesalahan }),
    ambilPilihan(db.baca, konteks, tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)),
  ])
  return { konteks, kepala, pilihan }
}

async function tampilkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const { konteks, ...bahan } = await muat(db, req, res, kesalahan)
  const daftar = await daftarTemuan(db.baca, konteks)
  const kembali = kesalahan ? { isian: isianKembali(req.body), kesalahan } : {}
  halamanMonev(res, susunMonev({ ...bahan, daftar }, kembali), kesalahan ? 422 : 200)
}

async function tampilkanSatu(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const { konteks, ...bahan } = await muat(db, req, res)
  const temuan = await ambilTemuan(db.baca, konteks, alamatTemuan(req).temuanId)
  const kembali = kesalahan ? { isian: isianKembali(req.body), kesalahan } : {}
  halamanTemuan(res, susunTemuan({ ...bahan, temuan }, kembali), kesalahan ? 422 : 200)
}
