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
import { daftarUnit } from '../../organisasi/index.ts'
import { PEMBACA_PERENCANAAN } from '../istilah.ts'
import { ajukanUsulan } from './ajukan-usulan.ts'
import { PENGUSUL_KARTU, PENULIS_KARTU } from './alur.ts'
import { siapkanIsianKartu } from './halaman-isian.ts'
import { bacaKartu, isianAlasan, isianVersi, isianVersiKartu } from './isian.ts'
import { daftarLetak } from './kueri-letak.ts'
import { ambilUsulan, daftarUsulan } from './kueri-usulan.ts'
import { tarikUsulan, terimaUsulan, tolakUsulan } from './putuskan-usulan.ts'
import { halamanIsianKartu } from './tampilan-isian.ts'
import { halamanDaftarUsulan, halamanUsulan, susunDaftarUsulan, susunUsulan } from './tampilan-usulan.ts'
import { sudahDipakai } from './ubah-kartu.ts'

const id = (req: Request) => String(req.params.id)
const DAFTAR = '/perencanaan/usulan-indikator'

/** Proposals of cards: heads of units make them, Tim SAKIP and Sekcam decide. */
export function pasangRuteUsulan(rute: RuteBerizin, db: BasisData): void {
  rute
    .get('/usulan-indikator', PEMBACA_PERENCANAAN, async (_req, res) => {
      const pelaku = pelakuDari(res)
      halamanDaftarUsulan(res, susunDaftarUsulan(await daftarUsulan(db.baca, pelaku), pelaku))
    })
    .get('/usulan-indikator/baru', PENGUSUL_KARTU, (req, res) => tampilkanIsian(db, req, res))
    .post('/usulan-indikator', PENGUSUL_KARTU, async (req, res) => {
      const { data, kesalahan } = bacaKartu(req.body)
      const usulan = data && { indikatorId: indikatorDari(req), ...data }
      const hasil = usulan ? await ajukanUsulan(db, pelakuDari(res), usulan) : { id: null, kesalahan }
      if (hasil.id) return berhasil(res, `${DAFTAR}/${hasil.id}`, 'usulan-diajukan')
      await tampilkanIsian(db, req, res, hasil.kesalahan ?? {})
    })
    .get('/usulan-indikator/:id', PEMBACA_PERENCANAAN, (req, res) => tampilkanUsulan(db, req, res))
    .post('/usulan-indikator/:id/penerimaan', PENULIS_KARTU, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianVersiKartu, req.body)
      const hasil = data ? await terimaUsulan(db, pelakuDari(res), id(req), data) : { id: null, kesalahan }
      if (hasil.id) return berhasil(res, `/perencanaan/indikator/${hasil.id}`, 'usulan-diterima')
      await tampilkanUsulan(db, req, res, hasil.kesalahan ?? {})
    })
    .post('/usulan-indikator/:id/penolakan', PENULIS_KARTU, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianAlasan, req.body)
      if (!data) return tampilkanUsulan(db, req, res, kesalahan)
      await tolakUsulan(db, pelakuDari(res), id(req), data)
      berhasil(res, `${DAFTAR}/${id(req)}`, 'usulan-ditolak')
    })
    .post('/usulan-indikator/:id/penarikan', PENGUSUL_KARTU, async (req, res) => {
      await tarikUsulan(db, pelakuDari(res), id(req), isianVersi.parse(req.body ?? {}))
      berhasil(res, DAFTAR, 'usulan-ditarik')
    })
}

/** The card whose change is proposed; null for a new one. */
const indikatorDari = ({ query }: Request): string | null =>
  /^[0-9a-f-]{36}$/i.test(String(query.indikator ?? '')) ? String(query.indikator) : null

async function tampilkanIsian(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const badan = kesalahan ? { badan: req.body, kesalahan } : {}
  const vm = await siapkanIsianKartu(db, pelakuDari(res), { id: indikatorDari(req), usulan: true, ...badan })
  halamanIsianKartu(res, vm, kesalahan ? 422 : 200)
}

async function tampilkanUsulan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const usulan = await ambilUsulan(db.baca, pelaku, { id: id(req) })
  const [unit, letak, dipakai] = await Promise.all([
    daftarUnit(db.baca, pelaku, { semua: true }),
    daftarLetak(db.baca, pelaku),
    usulan.indikatorId ? sudahDipakai(db.baca, pelaku, usulan.indikatorId) : false,
  ])
  const isian = kesalahan ? isianKembali(req.body) : {}
  halamanUsulan(res, susunUsulan(usulan, pelaku, { unit, letak, dipakai, isian, kesalahan }), kesalahan ? 422 : 200)
}
