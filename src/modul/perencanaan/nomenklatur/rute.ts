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
import { PENULIS_KARTU } from '../indikator/alur.ts'
import { isianVersi } from '../indikator/isian.ts'
import { PEMBACA_PERENCANAAN } from '../istilah.ts'
import { isianNomenklatur, isianVersiNomenklatur } from './isian.ts'
import { ambilNomenklatur, ambilVersi, daftarNomenklatur, daftarVersi } from './kueri.ts'
import { aturKode, tambahKode, ubahKode } from './simpan-kode.ts'
import { buatVersi, ubahVersi } from './simpan-versi.ts'
import {
  BATAS_TAMPIL,
  halamanDaftarVersi,
  halamanKode,
  halamanUbahVersi,
  halamanVersi,
  susunDaftarVersi,
  susunKode,
  susunUbahVersi,
  susunVersi,
} from './tampilan.ts'

const id = (req: Request) => String(req.params.id)
const DAFTAR = '/perencanaan/nomenklatur'
const KODE = '/perencanaan/kode-nomenklatur'

/** Reference data of the national nomenclature: editions and their rows. */
export function pasangRuteNomenklatur(rute: RuteBerizin, db: BasisData): void {
  rute
    .get('/nomenklatur', PEMBACA_PERENCANAAN, (req, res) => tampilkanDaftar(db, req, res))
    .post('/nomenklatur', PENULIS_KARTU, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianVersiNomenklatur, req.body)
      const hasil = data ? await buatVersi(db, pelakuDari(res), data) : { id: null, kesalahan }
      if (hasil.id) return berhasil(res, `${DAFTAR}/${hasil.id}`, 'nomenklatur-versi-dibuat')
      await tampilkanDaftar(db, req, res, hasil.kesalahan ?? {})
    })
    .get('/nomenklatur/:id', PEMBACA_PERENCANAAN, (req, res) => tampilkanVersi(db, req, res))
    .post('/nomenklatur/:id', PENULIS_KARTU, async (req, res) => {
      const { data: isi, kesalahan } = bacaIsian(isianNomenklatur, req.body)
      const hasil = isi ? await tambahKode(db, pelakuDari(res), { versiId: id(req), isi }) : { id: null, kesalahan }
      if (hasil.id) return berhasil(res, `${DAFTAR}/${id(req)}`, 'nomenklatur-disimpan')
      await tampilkanVersi(db, req, res, hasil.kesalahan ?? {})
    })
    .get('/nomenklatur/:id/ubah', PENULIS_KARTU, (req, res) => tampilkanUbah(db, req, res))
    .post('/nomenklatur/:id/ubah', PENULIS_KARTU, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianVersiNomenklatur, req.body)
      const hasil = data ? await ubahVersi(db, pelakuDari(res), id(req), data) : { id: null, kesalahan }
      if (hasil.id) return berhasil(res, `${DAFTAR}/${hasil.id}`, 'nomenklatur-disimpan')
      await tampilkanUbah(db, req, res, hasil.kesalahan ?? {})
    })
    .get('/kode-nomenklatur/:id', PENULIS_KARTU, (req, res) => tampilkanKode(db, req, res))
    .post('/kode-nomenklatur/:id', PENULIS_KARTU, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianNomenklatur, req.body)
      const hasil = data ? await ubahKode(db, pelakuDari(res), id(req), data) : { id: null, kesalahan }
      if (hasil.id) return berhasil(res, `${KODE}/${hasil.id}`, 'nomenklatur-disimpan')
      await tampilkanKode(db, req, res, hasil.kesalahan ?? {})
    })
    .post('/kode-nomenklatur/:id/penonaktifan', PENULIS_KARTU, (req, res) => atur(db, req, res, false))
    .post('/kode-nomenklatur/:id/pengaktifan', PENULIS_KARTU, (req, res) => atur(db, req, res, true))
}

async function atur(db: BasisData, req: Request, res: Response, aktif: boolean): Promise<void> {
  const { versi } = isianVersi.parse(req.body ?? {})
  const versiId = await aturKode(db, pelakuDari(res), id(req), { versi, aktif })
  berhasil(res, `${DAFTAR}/${versiId}`, 'nomenklatur-disimpan')
}

const kembali = (req: Request, kesalahan?: Kesalahan) => (kesalahan ? { isian: isianKembali(req.body), kesalahan } : {})
const status = (kesalahan?: Kesalahan) => (kesalahan ? 422 : 200)

async function tampilkanDaftar(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const versi = await daftarVersi(db.baca, pelakuDari(res))
  halamanDaftarVersi(res, susunDaftarVersi({ versi, ...kembali(req, kesalahan) }, pelakuDari(res)), status(kesalahan))
}

async function tampilkanVersi(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const q = String(req.query.q ?? '')
    .trim()
    .slice(0, 100)
  const versi = await ambilVersi(db.baca, pelaku, id(req))
  const baris = await daftarNomenklatur(db.baca, pelaku, { versiId: versi.id, q, batas: BATAS_TAMPIL + 1 })
  halamanVersi(res, susunVersi(versi, { baris, q, ...kembali(req, kesalahan) }, pelaku), status(kesalahan))
}

async function tampilkanUbah(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const versi = await ambilVersi(db.baca, pelakuDari(res), id(req))
  halamanUbahVersi(res, susunUbahVersi(versi, kembali(req, kesalahan)), status(kesalahan))
}

async function tampilkanKode(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const baris = await ambilNomenklatur(db.baca, pelakuDari(res), id(req))
  halamanKode(res, susunKode(baris, kembali(req, kesalahan)), status(kesalahan))
}
