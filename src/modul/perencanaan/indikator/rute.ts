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
import { tahunIni } from '../../../inti/waktu/index.ts'
import { daftarUnit } from '../../organisasi/index.ts'
import { PEMBACA_PERENCANAAN } from '../istilah.ts'
import { kirimDokumen } from '../kirim-dokumen.ts'
import { PENULIS_KARTU } from './alur.ts'
import { siapkanDokumen } from './dokumen-kartu.ts'
import { siapkanIsianKartu } from './halaman-isian.ts'
import { bacaKartu, isianAlasan, isianKartu, isianVersi } from './isian.ts'
import { ambilDaftarIndikator, ambilIndikator, ambilVersiKartu, type Saringan } from './kueri.ts'
import { ambilKepalaDaftar, ambilSebutan } from './kueri-sebutan.ts'
import { aturKeaktifan, tambahIndikator, ubahIndikator } from './simpan-indikator.ts'
import { halamanDaftarIndikator, susunDaftarIndikator } from './tampilan-daftar.ts'
import { halamanIsianKartu } from './tampilan-isian.ts'
import { halamanIndikator, halamanVersiKartu, susunIndikator, susunVersiKartu } from './tampilan-kartu.ts'

const id = (req: Request) => String(req.params.id)
const alamatKartu = (req: Request) => `/perencanaan/indikator/${id(req)}`

/** Indicator cards: list, card, versions, print; Tim SAKIP and Sekcam write them. */
export function pasangRuteIndikator(rute: RuteBerizin, db: BasisData): void {
  rute
    .get('/indikator', PEMBACA_PERENCANAAN, (req, res) => tampilkanDaftar(db, req, res))
    .get('/indikator/pdf', PEMBACA_PERENCANAAN, async (req, res) =>
      kirimDokumen(res, await siapkanDokumen(db, pelakuDari(res), saringanDari(req)), 'pdf'),
    )
    .get('/indikator/baru', PENULIS_KARTU, (_req, res) => tampilkanIsian(db, res, { id: null }))
    .post('/indikator', PENULIS_KARTU, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianKartu, req.body)
      const hasil = data ? await tambahIndikator(db, pelakuDari(res), data) : { id: null, kesalahan }
      if (hasil.id) return berhasil(res, `/perencanaan/indikator/${hasil.id}`, 'indikator-ditambah')
      await tampilkanIsian(db, res, { id: null, badan: req.body, kesalahan: hasil.kesalahan ?? {} })
    })
    .get('/indikator/:id', PEMBACA_PERENCANAAN, (req, res) => tampilkanKartu(db, req, res))
    .get('/indikator/:id/pdf', PEMBACA_PERENCANAAN, async (req, res) => {
      const { kartu } = await ambilIndikator(db, pelakuDari(res), id(req))
      kirimDokumen(res, await siapkanDokumen(db, pelakuDari(res), { ...TANPA_SARINGAN, id: kartu.id }), 'pdf')
    })
    .get('/indikator/:id/versi/:versi', PEMBACA_PERENCANAAN, async (req, res) => {
      const pelaku = pelakuDari(res)
      const versi = Number(req.params.versi)
      const minta = { id: id(req), versi: Number.isInteger(versi) && versi > 0 && versi < 10_000 ? versi : 0 }
      const [isi, sebutan] = await Promise.all([ambilVersiKartu(db.baca, pelaku, minta), ambilSebutan(db.baca, pelaku)])
      halamanVersiKartu(res, susunVersiKartu(isi, { sebutan }))
    })
    .get('/indikator/:id/kartu', PENULIS_KARTU, (req, res) => tampilkanIsian(db, res, { id: id(req) }))
    .post('/indikator/:id/kartu', PENULIS_KARTU, async (req, res) => {
      const { data, kesalahan } = bacaKartu(req.body)
      const hasil = data ? await ubahIndikator(db, pelakuDari(res), id(req), data) : { id: null, kesalahan }
      if (hasil.id) return berhasil(res, alamatKartu(req), 'indikator-diubah')
      await tampilkanIsian(db, res, { id: id(req), badan: req.body, kesalahan: hasil.kesalahan ?? {} })
    })
    .post('/indikator/:id/penonaktifan', PENULIS_KARTU, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianAlasan, req.body)
      if (!data) return tampilkanKartu(db, req, res, kesalahan)
      await aturKeaktifan(db, pelakuDari(res), id(req), { ...data, aktif: false })
      berhasil(res, alamatKartu(req), 'indikator-dinonaktifkan')
    })
    .post('/indikator/:id/pengaktifan', PENULIS_KARTU, async (req, res) => {
      const { versi } = isianVersi.parse(req.body ?? {})
      await aturKeaktifan(db, pelakuDari(res), id(req), { aktif: true, versi, alasan: '' })
      berhasil(res, alamatKartu(req), 'indikator-diaktifkan')
    })
}

async function tampilkanDaftar(db: BasisData, req: Request, res: Response): Promise<void> {
  const pelaku = pelakuDari(res)
  const saring = saringanDari(req)
  const tahun = tahunIni(pelaku)
  const [baris, unit, kepala] = await Promise.all([
    db.ingat(pelaku, `indikator:${JSON.stringify({ ...saring, tahun })}`, () =>
      ambilDaftarIndikator(db, pelaku, { ...saring, tahun }),
    ),
    db.ingat(pelaku, 'unit', () => daftarUnit(db.baca, pelaku)),
    db.ingat(pelaku, 'kepala-indikator', () => ambilKepalaDaftar(db.baca, pelaku)),
  ])
  halamanDaftarIndikator(res, susunDaftarIndikator(baris, { saring, unit, tahun, ...kepala }, pelaku))
}

async function tampilkanKartu(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const [rincian, sebutan] = await Promise.all([ambilIndikator(db, pelaku, id(req)), ambilSebutan(db.baca, pelaku)])
  const { alasan = '' } = isianKembali(req.body)
  halamanIndikator(res, susunIndikator(rincian, pelaku, { sebutan, kesalahan, alasan }), kesalahan ? 422 : 200)
}

type Minta = { id: string | null; badan?: unknown; kesalahan?: Kesalahan }
async function tampilkanIsian(db: BasisData, res: Response, minta: Minta): Promise<void> {
  const vm = await siapkanIsianKartu(db, pelakuDari(res), { ...minta, usulan: false })
  halamanIsianKartu(res, vm, minta.kesalahan ? 422 : 200)
}

const TANPA_SARINGAN = { jenis: '', unit: '', q: '', keadaan: '' } as const

/** What is not understood counts as not asked for. */
function saringanDari({ query }: Request): Saringan {
  const halaman = Number(query.halaman)
  return {
    jenis: query.jenis === 'IKU' || query.jenis === 'IKK' ? query.jenis : '',
    unit: /^[0-9a-f-]{36}$/i.test(String(query.unit ?? '')) ? String(query.unit) : '',
    q: String(query.q ?? '')
      .trim()
      .slice(0, 100),
    keadaan: query.keadaan === 'NONAKTIF' || query.keadaan === 'SEMUA' ? query.keadaan : '',
    halaman: Number.isInteger(halaman) && halaman >= 1 && halaman <= 1000 ? halaman : 1,
  }
}
