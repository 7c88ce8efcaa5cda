import type { Request, Response } from 'express'
import type { BasisData } from '../../../inti/basis-data/index.ts'
import {
  bacaIsian,
  berhasil,
  isianKembali,
  type Kesalahan,
  pelakuDari,
  type RuteBerizin,
} from '../../../inti/http/index.ts'
import { PENYUSUN_SOP } from '../alur.ts'
import { alamatSop, ambilVersi, idVersi, isianTombol, kodeBagian, muatKantor, pastikanDraf } from '../rute-umum.ts'
import { hapusKolomDraf } from './hapus-kolom.ts'
import { isianCatatan } from './isian-catatan.ts'
import { isianIdentitas } from './isian-identitas.ts'
import { isianKolom } from './isian-kolom.ts'
import { isianPemindahan, isianPenghapusan } from './isian-penghapusan.ts'
import { pindahkanKolom } from './pindahkan.ts'
import { selesaikanCatatanBerkas, simpanCatatan } from './simpan-catatan.ts'
import { simpanIdentitas } from './simpan-identitas.ts'
import { ambilKolom, simpanKolom, tambahKolom } from './simpan-kolom.ts'
import {
  halamanCatatan,
  halamanHapus,
  halamanIdentitas,
  halamanKolom,
  susunCatatan,
  susunHapusKolom,
  susunIdentitas,
  susunKolom,
} from './tampilan-draf.ts'

const alamatKolom = (req: Request) => ({ id: idVersi(req), kode: kodeBagian(req) })

/** Pages of a draft but its steps: identity, columns, correction notes, remarks about the brought file. */
export const pasangDraf = (rute: RuteBerizin, db: BasisData): RuteBerizin =>
  pasangKolom(rute, db)
    .get('/:id/draf/identitas', PENYUSUN_SOP, async (req, res) =>
      halamanIdentitas(res, susunIdentitas(await ambilDraf(db, req, res))),
    )
    .post('/:id/draf/identitas', PENYUSUN_SOP, async (req, res) => {
      const versi = await ambilDraf(db, req, res)
      const { data, kesalahan } = bacaIsian(isianIdentitas(versi.definisi.pelaksana.map((p) => p.kode)), req.body)
      if (!data) return halamanIdentitas(res, susunIdentitas(versi, kembali(req, kesalahan)), 422)
      await simpanIdentitas(db, pelakuDari(res), versi.id, data)
      berhasil(res, alamatSop(req), 'sop-bagian-disimpan')
    })
    .get('/:id/draf/catatan', PENYUSUN_SOP, async (req, res) =>
      halamanCatatan(res, susunCatatan(await ambilDraf(db, req, res))),
    )
    .post('/:id/draf/catatan', PENYUSUN_SOP, async (req, res) => {
      const versi = await ambilDraf(db, req, res)
      const { data, kesalahan } = bacaIsian(isianCatatan, req.body)
      if (!data) return halamanCatatan(res, susunCatatan(versi, kembali(req, kesalahan)), 422)
      await simpanCatatan(db, pelakuDari(res), versi.id, data)
      berhasil(res, `${alamatSop(req)}/draf/catatan`, 'sop-bagian-disimpan')
    })
    .post('/:id/draf/catatan-berkas', PENYUSUN_SOP, async (req, res) => {
      const { versi } = isianTombol(isianPenghapusan, req)
      await selesaikanCatatanBerkas(db, pelakuDari(res), idVersi(req), { versi })
      berhasil(res, `${alamatSop(req)}/pemeriksaan`, 'sop-catatan-berkas-selesai')
    })

const pasangKolom = (rute: RuteBerizin, db: BasisData): RuteBerizin =>
  rute
    .get('/:id/draf/pelaksana/baru', PENYUSUN_SOP, async (req, res) => tampilkanKolom(db, req, res))
    .post('/:id/draf/pelaksana', PENYUSUN_SOP, async (req, res) => {
      const versi = await ambilDraf(db, req, res)
      const { data, kesalahan } = bacaIsian(isianKolom(versi.definisi, await muatKantor(db, res), null), req.body)
      if (!data) return tampilkanKolom(db, req, res, kesalahan)
      await tambahKolom(db, pelakuDari(res), versi.id, data)
      berhasil(res, alamatSop(req), 'sop-bagian-disimpan')
    })
    .get('/:id/draf/pelaksana/:kode', PENYUSUN_SOP, async (req, res) => tampilkanKolom(db, req, res))
    .post('/:id/draf/pelaksana/:kode', PENYUSUN_SOP, async (req, res) => {
      const { definisi } = await ambilDraf(db, req, res)
      const lama = ambilKolom(definisi.pelaksana, kodeBagian(req))
      const { data, kesalahan } = bacaIsian(isianKolom(definisi, await muatKantor(db, res), lama), req.body)
      if (!data) return tampilkanKolom(db, req, res, kesalahan)
      await simpanKolom(db, pelakuDari(res), alamatKolom(req), data)
      berhasil(res, alamatSop(req), 'sop-bagian-disimpan')
    })
    .post('/:id/draf/pelaksana/:kode/pemindahan', PENYUSUN_SOP, async (req, res) => {
      await pindahkanKolom(db, pelakuDari(res), alamatKolom(req), isianTombol(isianPemindahan, req))
      berhasil(res, alamatSop(req), 'sop-bagian-disimpan')
    })
    .get('/:id/draf/pelaksana/:kode/penghapusan', PENYUSUN_SOP, async (req, res) => {
      const versi = await ambilDraf(db, req, res)
      halamanHapus(res, susunHapusKolom(versi, ambilKolom(versi.definisi.pelaksana, kodeBagian(req))))
    })
    .post('/:id/draf/pelaksana/:kode/penghapusan', PENYUSUN_SOP, async (req, res) => {
      await hapusKolomDraf(db, pelakuDari(res), alamatKolom(req), isianTombol(isianPenghapusan, req))
      berhasil(res, alamatSop(req), 'sop-bagian-dihapus')
    })

/** The version when it is a draft this person may write on; 403, 404 or 409 otherwise. */
export async function ambilDraf(db: BasisData, req: Request, res: Response) {
  const versi = await ambilVersi(db, req, res)
  pastikanDraf(pelakuDari(res), versi)
  return versi
}

export const kembali = (req: Request, kesalahan: Kesalahan) => ({
  badan: req.body as unknown,
  isian: isianKembali(req.body),
  kesalahan,
})

async function tampilkanKolom(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const versi = await ambilDraf(db, req, res)
  const lama = req.params.kode === undefined ? null : ambilKolom(versi.definisi.pelaksana, kodeBagian(req))
  const bahan = { lama, kantor: await muatKantor(db, res) }
  halamanKolom(res, susunKolom(versi, bahan, kesalahan ? kembali(req, kesalahan) : {}), kesalahan ? 422 : 200)
}
