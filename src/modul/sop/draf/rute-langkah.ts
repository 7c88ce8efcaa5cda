import type { Request, Response } from 'express'
import type { BasisData } from '../../../inti/basis-data/index.ts'
import { bacaIsian, berhasil, type Kesalahan, pelakuDari, type RuteBerizin } from '../../../inti/http/index.ts'
import { PENYUSUN_SOP } from '../alur.ts'
import { alamatSop, idVersi, isianTombol, kodeBagian } from '../rute-umum.ts'
import { hapusLangkahDraf } from './hapus-langkah.ts'
import { isianLangkah } from './isian-langkah.ts'
import { isianPemindahan, isianPenghapusan } from './isian-penghapusan.ts'
import { pindahkanLangkah } from './pindahkan.ts'
import { ambilDraf, kembali } from './rute-draf.ts'
import { ambilLangkahDraf, simpanLangkah, tambahLangkah } from './simpan-langkah.ts'
import { halamanHapus } from './tampilan-draf.ts'
import { halamanIsianLangkah, susunHapusLangkah, susunIsianLangkah } from './tampilan-langkah.ts'

const alamatLangkah = (req: Request) => ({ id: idVersi(req), kode: kodeBagian(req) })
/** Back to the list, at the step. */
const daftar = (req: Request, kode?: string): string => `${alamatSop(req)}/langkah${kode ? `#langkah-${kode}` : ''}`
const sesudahDari = (isi: unknown): string | null => (typeof isi === 'string' && isi !== '' ? isi : null)

/** Pages of the steps of a draft: write, insert, move, take out. */
export const pasangLangkah = (rute: RuteBerizin, db: BasisData): RuteBerizin =>
  rute
    .get('/:id/draf/langkah/baru', PENYUSUN_SOP, (req, res) => tampilkan(db, req, res))
    .post('/:id/draf/langkah', PENYUSUN_SOP, async (req, res) => {
      const versi = await ambilDraf(db, req, res)
      const { data, kesalahan } = bacaIsian(isianLangkah(versi.definisi, null), req.body)
      if (!data) return tampilkan(db, req, res, kesalahan)
      const sesudah = sesudahDari(req.body?.sesudah)
      await tambahLangkah(db, pelakuDari(res), { id: versi.id, sesudah }, data)
      const lagi = `${alamatSop(req)}/draf/langkah/baru?sesudah=${data.kode}`
      berhasil(res, req.body?.lanjut ? lagi : daftar(req, data.kode), 'sop-bagian-disimpan')
    })
    .get('/:id/draf/langkah/:kode', PENYUSUN_SOP, (req, res) => tampilkan(db, req, res))
    .post('/:id/draf/langkah/:kode', PENYUSUN_SOP, async (req, res) => {
      const { definisi } = await ambilDraf(db, req, res)
      const { kode } = ambilLangkahDraf(definisi, kodeBagian(req))
      const { data, kesalahan } = bacaIsian(isianLangkah(definisi, kode), req.body)
      if (!data) return tampilkan(db, req, res, kesalahan)
      await simpanLangkah(db, pelakuDari(res), alamatLangkah(req), data)
      berhasil(res, daftar(req, data.kode), 'sop-bagian-disimpan')
    })
    .post('/:id/draf/langkah/:kode/pemindahan', PENYUSUN_SOP, async (req, res) => {
      await pindahkanLangkah(db, pelakuDari(res), alamatLangkah(req), isianTombol(isianPemindahan, req))
      berhasil(res, daftar(req, kodeBagian(req)), 'sop-bagian-disimpan')
    })
    .get('/:id/draf/langkah/:kode/penghapusan', PENYUSUN_SOP, async (req, res) => {
      const versi = await ambilDraf(db, req, res)
      halamanHapus(res, susunHapusLangkah(versi, ambilLangkahDraf(versi.definisi, kodeBagian(req))))
    })
    .post('/:id/draf/langkah/:kode/penghapusan', PENYUSUN_SOP, async (req, res) => {
      await hapusLangkahDraf(db, pelakuDari(res), alamatLangkah(req), isianTombol(isianPenghapusan, req))
      berhasil(res, daftar(req), 'sop-bagian-dihapus')
    })

async function tampilkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const versi = await ambilDraf(db, req, res)
  const lama = req.params.kode === undefined ? null : ambilLangkahDraf(versi.definisi, kodeBagian(req))
  const sesudah = sesudahDari(kesalahan ? req.body?.sesudah : req.query.sesudah)
  const balasan = kesalahan ? kembali(req, kesalahan) : {}
  halamanIsianLangkah(res, susunIsianLangkah(versi, { lama, sesudah }, balasan), kesalahan ? 422 : 200)
}
