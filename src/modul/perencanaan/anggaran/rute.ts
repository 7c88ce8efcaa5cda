import type { Request, Response } from 'express'
import type { BasisData } from '../../../inti/basis-data/index.ts'
import { bacaIsian, berhasil, type Kesalahan, pelakuDari, type RuteBerizin } from '../../../inti/http/index.ts'
import { jam, tanggalLokal } from '../../../inti/waktu/index.ts'
import { ambilKecamatan } from '../../organisasi/index.ts'
import { PENULIS_KARTU } from '../indikator/alur.ts'
import { PEMBACA_PERENCANAAN } from '../istilah.ts'
import { kirimDokumen } from '../kirim-dokumen.ts'
import { ambilProgram } from '../kueri-program.ts'
import { tahunDiminta } from '../tahun-diminta.ts'
import { halamanProgram, susunProgram } from '../tampilan-program.ts'
import { susunDokumenAnggaran } from './dokumen-anggaran.ts'
import { isianDokumen } from './isian.ts'
import { ambilDokumen, daftarDokumen, daftarPagu } from './kueri.ts'
import { ambilBahanSalin, salinTahun } from './salin-anggaran.ts'
import { buatDokumen, ubahDokumen } from './simpan-dokumen.ts'
import { halamanDokumenIsian, susunDokumenIsian } from './tampilan.ts'
import { halamanSalinTahun, susunSalinTahun } from './tampilan-salin.ts'

const id = (req: Request) => String(req.params.id)
const halamanTahun = (tahun: number) => `/perencanaan/program?tahun=${tahun}`

/** Programs with their budget: read by the office; DPA, DPPA and the copy to the next year by Tim SAKIP and Sekcam. */
export function pasangRuteAnggaran(rute: RuteBerizin, db: BasisData): void {
  rute
    .get('/program', PEMBACA_PERENCANAAN, async (req, res) => {
      const pelaku = pelakuDari(res)
      const { tahun, kini } = tahunDiminta(req, pelaku)
      const baris = await ambilProgram(db, pelaku, tahun)
      const dokumen = await daftarDokumen(db.baca, pelaku, { tahun })
      halamanProgram(res, susunProgram(baris, { tahun, tahunIni: kini, dokumen, pelaku }))
    })
    .get('/program/pdf', PEMBACA_PERENCANAAN, (req, res) => cetak(db, req, res, 'pdf'))
    .get('/program/word', PEMBACA_PERENCANAAN, (req, res) => cetak(db, req, res, 'word'))
    .get('/program/salinan', PENULIS_KARTU, (req, res) => tampilkanSalinan(db, req, res))
    .post('/program/salinan', PENULIS_KARTU, async (req, res) => {
      const { tahun, ...pilih } = isianSalinan(req)
      const salah = await salinTahun(db, pelakuDari(res), { tahun, ...pilih })
      if (salah) return tampilkanSalinan(db, req, res, salah)
      berhasil(res, halamanTahun(tahun + 1), 'anggaran-disalin')
    })
    .get('/anggaran/baru', PENULIS_KARTU, (req, res) => tampilkanBaru(db, req, res))
    .post('/anggaran', PENULIS_KARTU, async (req, res) => {
      const { data: isian, kesalahan } = bacaIsian(isianDokumen, req.body)
      const hasil = isian ? await buatDokumen(db, pelakuDari(res), { isian, badan: req.body }) : { id: null, kesalahan }
      if (hasil.id && isian) return berhasil(res, halamanTahun(isian.tahun), 'anggaran-disimpan')
      await tampilkanBaru(db, req, res, hasil.kesalahan ?? {})
    })
    .get('/anggaran/:id', PENULIS_KARTU, (req, res) => tampilkanDokumen(db, req, res))
    .post('/anggaran/:id', PENULIS_KARTU, async (req, res) => {
      // the year is the document's own, whatever the form says
      const { tahun } = await ambilDokumen(db.baca, pelakuDari(res), { id: id(req) })
      const { data: isian, kesalahan } = bacaIsian(isianDokumen, { ...req.body, tahun })
      const hasil = isian
        ? await ubahDokumen(db, pelakuDari(res), id(req), { isian, badan: req.body })
        : { id: null, kesalahan }
      if (hasil.id) return berhasil(res, halamanTahun(tahun), 'anggaran-disimpan')
      await tampilkanDokumen(db, req, res, hasil.kesalahan ?? {})
    })
}

async function tampilkanBaru(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const { tahun } = tahunDiminta(req, pelaku)
  const [ada, sub] = await Promise.all([
    daftarDokumen(db.baca, pelaku, { tahun }),
    daftarPagu(db.baca, pelaku, { tahun }),
  ])
  const badan = kesalahan ? { badan: req.body, kesalahan } : {}
  halamanDokumenIsian(res, susunDokumenIsian({ dokumen: null, tahun, ada, sub, ...badan }), kesalahan ? 422 : 200)
}

async function tampilkanDokumen(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const dokumen = await ambilDokumen(db.baca, pelaku, { id: id(req) })
  const { tahun, berlakuSejak: sebelum } = dokumen
  const sub = await daftarPagu(db.baca, pelaku, { tahun, dokumenId: dokumen.id, sebelum })
  const badan = kesalahan ? { badan: req.body, kesalahan } : {}
  halamanDokumenIsian(res, susunDokumenIsian({ dokumen, tahun, ada: [], sub, ...badan }), kesalahan ? 422 : 200)
}

function isianSalinan(req: Request) {
  const badan = (req.body ?? {}) as Record<string, unknown>
  const pilih = [badan.isi].flat().map(String)
  return { tahun: Number(badan.tahun), anggaran: pilih.includes('anggaran'), target: pilih.includes('target') }
}

async function tampilkanSalinan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const { tahun } = tahunDiminta(req, pelaku)
  const bahan = await ambilBahanSalin(db.baca, pelaku, { tahun })
  halamanSalinTahun(res, susunSalinTahun(bahan, kesalahan), kesalahan ? 422 : 200)
}

async function cetak(db: BasisData, req: Request, res: Response, bentuk: 'pdf' | 'word'): Promise<void> {
  const pelaku = pelakuDari(res)
  const { tahun } = tahunDiminta(req, pelaku)
  const [baris, dokumen, kecamatan] = await Promise.all([
    ambilProgram(db, pelaku, tahun),
    daftarDokumen(db.baca, pelaku, { tahun }),
    ambilKecamatan(db.baca, pelaku),
  ])
  const hari = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
  await kirimDokumen(res, susunDokumenAnggaran({ baris, dokumen, kecamatan, tahun, hari }), bentuk)
}
