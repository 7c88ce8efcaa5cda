import type { Request, Response } from 'express'
import type { BasisData } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import {
  bacaIsian,
  barisIsian,
  berhasil,
  isianKembali,
  type Kesalahan,
  pelakuDari,
  type RuteBerizin,
} from '../../../inti/http/index.ts'
import { jam, tanggalLokal } from '../../../inti/waktu/index.ts'
import { ambilKecamatan } from '../../organisasi/index.ts'
import { PENULIS_KARTU } from '../indikator/alur.ts'
import { PEMBACA_PERENCANAAN } from '../istilah.ts'
import { kirimDokumen } from '../kirim-dokumen.ts'
import { ambilRenstra } from '../kueri-renstra.ts'
import { susunDokumenRenstra } from './dokumen-renstra.ts'
import { isianRenstra } from './isian.ts'
import { daftarPaguIndikatif } from './kueri-pagu.ts'
import { ambilPeriode } from './kueri-periode.ts'
import { daftarTarget } from './kueri-target.ts'
import { pasangRutePagu } from './rute-pagu.ts'
import { ambilBahanSalinan, salinRenstra } from './salin-renstra.ts'
import { buatRenstra, ubahRenstra } from './simpan-renstra.ts'
import { simpanTarget } from './simpan-target.ts'
import { halamanPeriode, susunPeriode, susunSalinan } from './tampilan-periode.ts'
import { halamanTarget, susunTarget } from './tampilan-target.ts'

const id = (req: Request) => String(req.params.id)
const kembali = (req: Request, kesalahan?: Kesalahan) => (kesalahan ? { isian: isianKembali(req.body), kesalahan } : {})

/** Renstra periods: identity, targets, the copy to the next one, print. */
export function pasangRuteRenstra(rute: RuteBerizin, db: BasisData): void {
  rute
    .get('/renstra/baru', PENULIS_KARTU, (_req, res) => halamanPeriode(res, susunPeriode({ lama: null })))
    .post('/renstra', PENULIS_KARTU, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianRenstra, req.body)
      const hasil = data ? await buatRenstra(db, pelakuDari(res), data) : { id: null, kesalahan }
      if (hasil.id) return berhasil(res, `/perencanaan?renstra=${hasil.id}`, 'renstra-disimpan')
      halamanPeriode(res, susunPeriode({ lama: null, ...kembali(req, hasil.kesalahan ?? {}) }), 422)
    })
    .get('/renstra/:id', PENULIS_KARTU, (req, res) => tampilkanPeriode(db, req, res))
    .post('/renstra/:id', PENULIS_KARTU, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianRenstra, req.body)
      const hasil = data ? await ubahRenstra(db, pelakuDari(res), id(req), data) : { id: null, kesalahan }
      if (hasil.id) return berhasil(res, `/perencanaan?renstra=${hasil.id}`, 'renstra-disimpan')
      await tampilkanPeriode(db, req, res, hasil.kesalahan ?? {})
    })
    .get('/renstra/:id/target', PENULIS_KARTU, (req, res) => tampilkanTarget(db, req, res))
    .post('/renstra/:id/target', PENULIS_KARTU, async (req, res) => {
      const { alasan = '', versi = '0' } = isianKembali(req.body)
      const isian = { baris: barisIsian(req.body, 'baris'), alasan: alasan.trim().slice(0, 500), versi: Number(versi) }
      const salah = await simpanTarget(db, pelakuDari(res), id(req), isian)
      if (salah) return tampilkanTarget(db, req, res, salah)
      berhasil(res, `/perencanaan?renstra=${id(req)}`, 'target-disimpan')
    })
    .get('/renstra/:id/salinan', PENULIS_KARTU, (req, res) => tampilkanSalinan(db, req, res))
    .post('/renstra/:id/salinan', PENULIS_KARTU, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianRenstra, req.body)
      const hasil = data ? await salinRenstra(db, pelakuDari(res), id(req), data) : { id: null, kesalahan }
      if (hasil.id) return berhasil(res, `/perencanaan?renstra=${hasil.id}`, 'renstra-disalin')
      await tampilkanSalinan(db, req, res, hasil.kesalahan ?? {})
    })
    .get('/renstra/:id/pdf', PEMBACA_PERENCANAAN, (req, res) => cetak(db, req, res, 'pdf'))
    .get('/renstra/:id/word', PEMBACA_PERENCANAAN, (req, res) => cetak(db, req, res, 'word'))
  pasangRutePagu(rute, db)
}

async function tampilkanPeriode(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const lama = await ambilPeriode(db.baca, pelakuDari(res), { id: id(req) })
  halamanPeriode(res, susunPeriode({ lama, ...kembali(req, kesalahan) }), kesalahan ? 422 : 200)
}

async function tampilkanTarget(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const renstra = await ambilPeriode(db.baca, pelaku, { id: id(req) })
  const indikator = await daftarTarget(db.baca, pelaku, renstra)
  const badan = kesalahan ? { badan: req.body, kesalahan } : {}
  halamanTarget(res, susunTarget(renstra, indikator, badan), kesalahan ? 422 : 200)
}

async function tampilkanSalinan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const asal = await ambilPeriode(db.baca, pelaku, { id: id(req) })
  const bahan = await ambilBahanSalinan(db.baca, pelaku, asal)
  halamanPeriode(res, susunSalinan({ asal, bahan, ...kembali(req, kesalahan) }), kesalahan ? 422 : 200)
}

async function cetak(db: BasisData, req: Request, res: Response, bentuk: 'pdf' | 'word'): Promise<void> {
  const pelaku = pelakuDari(res)
  const renstra = (await ambilRenstra(db, pelaku)).find((r) => r.id === id(req))
  if (!renstra) throw galat.tidakDitemukan('Renstra')
  const [target, pagu, kecamatan] = await Promise.all([
    daftarTarget(db.baca, pelaku, renstra),
    daftarPaguIndikatif(db.baca, pelaku, renstra),
    ambilKecamatan(db.baca, pelaku),
  ])
  const hari = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
  const ikk = target.filter((t) => t.jenis === 'IKK')
  await kirimDokumen(res, susunDokumenRenstra({ renstra, ikk, pagu, kecamatan, hari }), bentuk)
}
