import type { Request, Response } from 'express'
import type { BasisData } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import {
  bacaIsian,
  berhasil,
  isianKembali,
  type Kesalahan,
  pelakuDari,
  type RuteBerizin,
} from '../../../inti/http/index.ts'
import { punyaPeran } from '../../../inti/pelaku.ts'
import { tahunIni } from '../../../inti/waktu/index.ts'
import { PENULIS_KARTU } from '../indikator/alur.ts'
import { ambilSebutan } from '../indikator/kueri-sebutan.ts'
import { PEMBACA_PERENCANAAN } from '../istilah.ts'
import { isianSebutan, isianSkala } from './isian.ts'
import { ambilAturanNilai, ambilAturanTahun, daftarAturan, daftarBerbobot } from './kueri.ts'
import { buatSkala, ubahSkala } from './simpan-skala.ts'
import {
  halamanDaftarSkala,
  halamanIsianSkala,
  halamanSkala,
  susunDaftarSkala,
  susunIsianSkala,
  susunSkala,
} from './tampilan.ts'
import { ubahSebutan } from './ubah-sebutan.ts'

const DAFTAR = '/perencanaan/skala'
const id = (req: Request) => String(req.params.id)

/** Rules of judging per year (scale, cap, weights) and the words for the two kinds of indicators. */
export function pasangRuteSkala(rute: RuteBerizin, db: BasisData): void {
  rute
    .get('/skala', PEMBACA_PERENCANAAN, (req, res) => tampilkanDaftar(db, req, res))
    .get('/skala/baru', PENULIS_KARTU, (req, res) => tampilkanBaru(db, req, res))
    .post('/skala', PENULIS_KARTU, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianSkala, req.body)
      const ditolak = data ? await buatSkala(db, pelakuDari(res), data) : kesalahan
      if (ditolak) return tampilkanBaru(db, req, res, ditolak)
      berhasil(res, DAFTAR, 'skala-disimpan')
    })
    .get('/skala/:id', PEMBACA_PERENCANAAN, (req, res) => tampilkanTahun(db, req, res))
    .post('/skala/:id', PENULIS_KARTU, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianSkala, req.body)
      const ditolak = data ? await ubahSkala(db, pelakuDari(res), id(req), data) : kesalahan
      if (ditolak) return tampilkanTahun(db, req, res, ditolak)
      berhasil(res, `${DAFTAR}/${id(req)}`, 'skala-disimpan')
    })
    .post('/sebutan-indikator', PENULIS_KARTU, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianSebutan, req.body)
      if (!data) return tampilkanDaftar(db, req, res, kesalahan)
      await ubahSebutan(db, pelakuDari(res), data)
      berhasil(res, DAFTAR, 'sebutan-disimpan')
    })
}

async function tampilkanDaftar(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const [daftar, sebutan] = await Promise.all([daftarAturan(db.baca, pelaku), ambilSebutan(db.baca, pelaku)])
  const isian = kesalahan ? isianKembali(req.body) : {}
  halamanDaftarSkala(res, susunDaftarSkala(daftar, pelaku, { sebutan, isian, kesalahan }), kesalahan ? 422 : 200)
}

async function tampilkanBaru(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const [terakhir] = await daftarAturan(db.baca, pelaku)
  const tahunBaru = Math.max(tahunIni(pelaku), terakhir?.tahun ?? 0) + 1
  const diminta = Number(req.query.dari)
  const asal = await ambilAturanNilai(db.baca, pelaku, Number.isInteger(diminta) ? diminta : tahunBaru)
  const berbobot = await daftarBerbobot(db.baca, pelaku, tahunBaru)
  const badan = kesalahan ? { badan: req.body, kesalahan } : {}
  halamanIsianSkala(res, susunIsianSkala({ lama: null, asal, tahunBaru, berbobot, ...badan }), kesalahan ? 422 : 200)
}

/** A year's rules: the form while they may be changed by this person, else to read. */
async function tampilkanTahun(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const aturan = await ambilAturanTahun(db.baca, pelaku, { id: id(req) })
  const berbobot = await daftarBerbobot(db.baca, pelaku, aturan.tahun)
  if (aturan.dipakai || !punyaPeran(pelaku, PENULIS_KARTU)) {
    if (kesalahan)
      throw galat.bentrok(
        `Aturan tahun ${aturan.tahun} sudah dipakai, jadi tidak diubah lagi. Buat aturan untuk tahun sesudahnya.`,
      )
    return halamanSkala(res, susunSkala(aturan, pelaku, berbobot))
  }
  const badan = kesalahan ? { badan: req.body, kesalahan } : {}
  halamanIsianSkala(
    res,
    susunIsianSkala({ lama: aturan, asal: aturan, tahunBaru: aturan.tahun, berbobot, ...badan }),
    kesalahan ? 422 : 200,
  )
}
