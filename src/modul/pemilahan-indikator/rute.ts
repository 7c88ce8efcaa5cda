import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { bacaIsian, berhasil, buatRute, type HasilIsian, type Kesalahan, pelakuDari } from '../../inti/http/index.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
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
import { type IsianPemilahan, isianPemilahan, kurangAlasan, PESAN_ALASAN } from './isian.ts'
import { ambilPilihan, daftarPemilahan, type Pemilahan } from './kueri.ts'
import { selesaikanPemilahan, simpanPemilahan, susunUlangPemilahan } from './simpan-pemilahan.ts'
import { halamanPemilahan, susunTampilan } from './tampilan.ts'

const JENIS = 'pemilahan-indikator'
const alamatDari = (req: Request) => alamatLangkah(req, JENIS)
const halamanLangkah = (req: Request) => alamatHalaman(req, JENIS)

/** Screens of the step kind "pemilahan-indikator", mounted at /siklus/:siklusId/langkah/:kode. */
export const rutePemilahanIndikator = (db: BasisData) =>
  buatRute()
    .get(`/${JENIS}`, PERAN_SIKLUS, (req, res) => tampilkan(db, req, res))
    .post(`/${JENIS}`, PERAN_PENULIS, async (req, res) => {
      const { data, kesalahan } = await periksa(db, req, res)
      if (!data) return tampilkan(db, req, res, kesalahan)
      await simpanPemilahan(db, pelakuDari(res), alamatDari(req), data)
      berhasil(res, halamanLangkah(req), 'pemilahan-disimpan')
    })
    .post(`/${JENIS}/susun-ulang`, PERAN_PENULIS, async (req, res) => {
      await susunUlangPemilahan(db, pelakuDari(res), alamatDari(req))
      berhasil(res, halamanLangkah(req), 'pemilahan-disusun')
    })
    .post(`/${JENIS}/penyelesaian`, PERAN_PENULIS, async (req, res) => {
      const { data, kesalahan } = await periksaSelesai(db, req, res)
      if (!data) return tampilkan(db, req, res, kesalahan)
      const hasil = await selesaikanPemilahan(db, pelakuDari(res), alamatDari(req), data)
      berhasil(res, `/siklus/${req.params.siklusId}`, pesanPenyelesaian(hasil))
    })

/** Right and state first, then the fields: another unit than the card's needs a reason. */
async function periksa(db: BasisData, req: Request, res: Response) {
  const pelaku = pelakuDari(res)
  const konteks = await ambilSebagaiPenyiap(db.baca, pelaku, alamatDari(req))
  return bacaPemilahan(req.body, await daftarPemilahan(db.baca, konteks))
}

/** The same to finish, with what the SOP asks of whoever finishes. */
async function periksaSelesai(db: BasisData, req: Request, res: Response) {
  const pelaku = pelakuDari(res)
  const konteks = await ambilSebagaiPelaksana(db.baca, pelaku, alamatDari(req))
  const daftar = await daftarPemilahan(db.baca, konteks)
  return bacaDenganPenyelesaian(konteks, req.body, () => bacaPemilahan(req.body, daftar))
}

function bacaPemilahan(badan: unknown, daftar: readonly Pemilahan[]): HasilIsian<IsianPemilahan> {
  const terbaca = bacaIsian(isianPemilahan, badan)
  if (!terbaca.data) return terbaca
  const asal = new Map(daftar.map((p) => [p.id, p.unitAsalId]))
  const kesalahan = Object.fromEntries(
    terbaca.data.baris.flatMap((b, i) =>
      kurangAlasan(b, asal.get(b.id) ?? b.unitId) ? [[`baris.${i}.alasan`, PESAN_ALASAN]] : [],
    ),
  )
  return Object.keys(kesalahan).length > 0 ? { data: null, kesalahan } : terbaca
}

async function tampilkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const konteks = await ambilLangkah(db.baca, pelaku, alamatDari(req))
  const [kepala, daftar, pilihan] = await Promise.all([
    susunKepala(db.baca, konteks, pelaku, { badan: req.body, kesalahan }),
    daftarPemilahan(db.baca, konteks),
    ambilPilihan(db.baca, konteks, tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)),
  ])
  const bahan = { kepala, konteks, daftar, pilihan }
  halamanPemilahan(res, susunTampilan(bahan, kesalahan ? { badan: req.body, kesalahan } : {}), kesalahan ? 422 : 200)
}
