import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { bacaIsian, berhasil, buatRute, isianKembali, type Kesalahan, pelakuDari } from '../../inti/http/index.ts'
import { hitungTanya } from '../percakapan/index.ts'
import { ambilVersiRekap } from '../rekap/index.ts'
import {
  alamatLangkah,
  ambilLangkah,
  bacaLanjutan,
  jalanPutusan,
  PERAN_PENULIS,
  PERAN_SIKLUS,
  susunKepala,
} from '../siklus/index.ts'
import { pastikanPemutus } from './hak-telaah.ts'
import { alasanPerId, type IsianPengembalian, isianPengembalian, isianPersetujuan } from './isian.ts'
import { kembalikanRekap } from './kembalikan-rekap.ts'
import { ambilBahanTampil, daftarTelaah } from './kueri.ts'
import { setujuiRekap } from './setujui-rekap.ts'
import { susunPengembalian, susunTujuan } from './susun-pengembalian.ts'
import { halamanTelaah, susunTelaah } from './tampilan.ts'

const alamatDari = (req: Request) => alamatLangkah(req, 'telaah')

/** Screens of the step kind "telaah", mounted at /siklus/:siklusId/langkah/:kode. */
export const ruteTelaah = (db: BasisData) =>
  buatRute()
    .get('/telaah', PERAN_SIKLUS, (req, res) => tampilkan(db, req, res))
    .post('/telaah/persetujuan', PERAN_PENULIS, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianPersetujuan, req.body)
      const konteks = await ambilLangkah(db.baca, pelakuDari(res), alamatDari(req))
      const lanjutan = bacaLanjutan(konteks, jalanPutusan(konteks)[0] ?? null, req.body)
      if (!data || !lanjutan.data) return tolak(db, req, res, { ...kesalahan, ...lanjutan.kesalahan })
      const isian = { ...data, tidakPerlu: lanjutan.data }
      await setujuiRekap(db, pelakuDari(res), alamatDari(req), isian)
      berhasil(res, `/siklus/${req.params.siklusId}`, 'rekap-disetujui')
    })
    .post('/telaah/pengembalian', PERAN_PENULIS, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianPengembalian, { ...req.body, alasanPer: alasanPerId(req.body) })
      if (!data) return tolak(db, req, res, rapikan(kesalahan))
      const salah = await periksaPengembalian(db, req, res, data)
      if (salah) return tolak(db, req, res, salah)
      await kembalikanRekap(db, pelakuDari(res), alamatDari(req), data)
      berhasil(res, `/siklus/${req.params.siklusId}`, 'rekap-dikembalikan')
    })

/** The page again with what was typed; who may not decide, or comes too late, is told that instead. */
async function tolak(db: BasisData, req: Request, res: Response, kesalahan: Kesalahan): Promise<void> {
  await pastikanPemutus(db.baca, pelakuDari(res), alamatDari(req))
  await tampilkan(db, req, res, kesalahan)
}

/** Does what was ticked fit the recap and the SOP? Field errors, or null; the change itself checks again. */
async function periksaPengembalian(
  db: BasisData,
  req: Request,
  res: Response,
  data: IsianPengembalian,
): Promise<Kesalahan | null> {
  const konteks = await ambilLangkah(db.baca, pelakuDari(res), alamatDari(req))
  const [rekap] = await ambilVersiRekap(db.baca, pelakuDari(res), { siklusId: konteks.siklus.id, batas: 1 })
  if (!rekap) return null
  const susunan = susunPengembalian(data, { isi: rekap.isi, tujuan: susunTujuan(konteks.siklus.definisi, konteks.def) })
  return 'kesalahan' in susunan ? susunan.kesalahan : null
}

/** Errors stand at the fields of the page: reasons by id, ticks at the choice of what goes back. */
const rapikan = (kesalahan: Kesalahan): Kesalahan =>
  Object.fromEntries(
    Object.entries(kesalahan).map(([nama, pesan]) => [
      nama.replace(/^alasanPer\./, 'alasan.').replace(/^(unit|nilai)\..*$/, 'tujuan'),
      pesan,
    ]),
  )

async function tampilkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const konteks = await ambilLangkah(db.baca, pelaku, alamatDari(req))
  const siklusId = konteks.siklus.id
  const [kepala, versi, telaah, tampil, tanya] = await Promise.all([
    susunKepala(db.baca, konteks, pelaku, { badan: req.body, kesalahan }),
    ambilVersiRekap(db.baca, pelaku, { siklusId }),
    daftarTelaah(db.baca, pelaku, konteks),
    ambilBahanTampil(db.baca, pelaku, siklusId),
    hitungTanya(db.baca, pelaku, siklusId),
  ])
  const vm = susunTelaah(
    { konteks, kepala, versi, telaah, ...tampil, tanya, pelaku },
    kesalahan ? { isian: isianKembali(req.body), kesalahan } : {},
  )
  halamanTelaah(res, vm, kesalahan ? 422 : 200)
}
