import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { bacaIsian, berhasil, buatRute, type HasilIsian, type Kesalahan, pelakuDari } from '../../inti/http/index.ts'
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
import { type IsianProgramKerja, isianProgramKerja } from './isian.ts'
import { daftarKegiatan, type Kegiatan } from './kueri.ts'
import { selesaikanProgramKerja, simpanKegiatan } from './simpan-kegiatan.ts'
import { halamanProgramKerja, susunProgramKerja } from './tampilan.ts'
import { langkahSesudah, usulkanKegiatan } from './usulkan-kegiatan.ts'

const alamatDari = (req: Request) => alamatLangkah(req, 'program-kerja')
const halamanLangkah = (req: Request) => alamatHalaman(req, 'program-kerja')

/** Screens of the step kind "program-kerja", mounted at /siklus/:siklusId/langkah/:kode. */
export const ruteProgramKerja = (db: BasisData) =>
  buatRute()
    .get('/program-kerja', PERAN_SIKLUS, async (req, res) => tampilkan(db, req, res))
    .post('/program-kerja', PERAN_PENULIS, async (req, res) => {
      const { data, kesalahan } = await periksa(db, req, res)
      if (!data) return tampilkan(db, req, res, kesalahan)
      await simpanKegiatan(db, pelakuDari(res), alamatDari(req), data)
      berhasil(res, halamanLangkah(req), 'program-kerja-disimpan')
    })
    .post('/program-kerja/usulan', PERAN_PENULIS, async (req, res) => {
      const { data, kesalahan } = await periksa(db, req, res)
      if (!data) return tampilkan(db, req, res, kesalahan)
      const jumlah = await usulkanKegiatan(db, pelakuDari(res), alamatDari(req), data)
      berhasil(res, halamanLangkah(req), jumlah > 0 ? 'program-kerja-diusulkan' : 'program-kerja-tanpa-usulan')
    })
    .post('/program-kerja/penyelesaian', PERAN_PENULIS, async (req, res) => {
      const { data, kesalahan } = await periksaSelesai(db, req, res)
      if (!data) return tampilkan(db, req, res, kesalahan)
      const hasil = await selesaikanProgramKerja(db, pelakuDari(res), alamatDari(req), data)
      berhasil(res, `/siklus/${req.params.siklusId}`, pesanPenyelesaian(hasil))
    })

/** Right and state first, then the fields. */
async function periksa(db: BasisData, req: Request, res: Response) {
  await ambilSebagaiPenyiap(db.baca, pelakuDari(res), alamatDari(req))
  return bacaIsian(isianProgramKerja, req.body)
}

/** The same to finish: something must be left in the list, unless the decision sends the work back. */
async function periksaSelesai(db: BasisData, req: Request, res: Response) {
  const pelaku = pelakuDari(res)
  const konteks = await ambilSebagaiPelaksana(db.baca, pelaku, alamatDari(req))
  const lama = await daftarKegiatan(db.baca, konteks)
  return bacaDenganPenyelesaian(konteks, req.body, (kembali) => {
    const terbaca = bacaIsian(isianProgramKerja, req.body)
    return kembali || !terbaca.data ? terbaca : pastikanBerisi(terbaca.data, lama)
  })
}

function pastikanBerisi(isian: IsianProgramKerja, lama: readonly Kegiatan[]): HasilIsian<IsianProgramKerja> {
  const dikirim = new Map(isian.kegiatan.map((k) => [k.id, k]))
  const tetap = lama.filter((k) => !dikirim.get(k.id)?.dihapus)
  const baru = isian.kegiatan.filter((k) => k.id === null && !k.dihapus)
  if (tetap.length + baru.length > 0) return { data: isian, kesalahan: {} }
  return {
    data: null,
    kesalahan: { 'kegiatan.0.uraian': 'Tulis paling sedikit satu kegiatan, atau usulkan dari langkah SOP.' },
  }
}

async function tampilkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const konteks = await ambilLangkah(db.baca, pelaku, alamatDari(req))
  const [kepala, kegiatan] = await Promise.all([
    susunKepala(db.baca, konteks, pelaku, { badan: req.body, kesalahan }),
    daftarKegiatan(db.baca, konteks),
  ])
  const bahan = { kepala, kegiatan, langkahSisa: langkahSesudah(konteks).length, pelaku }
  halamanProgramKerja(
    res,
    susunProgramKerja(bahan, kesalahan ? { badan: req.body, kesalahan } : {}),
    kesalahan ? 422 : 200,
  )
}
