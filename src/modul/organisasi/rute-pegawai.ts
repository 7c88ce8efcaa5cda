import type { Request, RequestHandler, Response } from 'express'
import type { z } from 'zod'
import type { BasisData } from '../../inti/basis-data/index.ts'
import {
  bacaIsian,
  berhasil,
  isianKembali,
  type Kesalahan,
  pelakuDari,
  type RuteBerizin,
} from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { akhiriPenugasan, ambilPenugasan } from './akhiri-penugasan.ts'
import { akhiriSesi, aktifkanAkun, nonaktifkanAkun } from './atur-akun.ts'
import { aktifkanPegawai, nonaktifkanPegawai } from './atur-pegawai.ts'
import { aturUlangSandi } from './atur-ulang-sandi.ts'
import { buatAkun } from './buat-akun.ts'
import { hariIni } from './hari-ini.ts'
import * as isian from './isian.ts'
import { ambilDaftarPegawai, ambilPegawai } from './kueri-pegawai.ts'
import { ambilPilihanJabatan } from './kueri-struktur.ts'
import { tambahPegawai } from './tambah-pegawai.ts'
import * as tampilan from './tampilan-pegawai.ts'
import { tugaskanPegawai } from './tugaskan-pegawai.ts'
import { ubahPegawai } from './ubah-pegawai.ts'

const ADMIN = ['ADMIN'] as const
const id = (req: Request) => String(req.params.id)
const alamatPegawai = (pegawaiId: string) => `/organisasi/pegawai/${pegawaiId}`

/** Pages about people: data, account, posts. All for the admin. */
export function pasangRutePegawai(rute: RuteBerizin, db: BasisData): void {
  rute
    .get('/pegawai', ADMIN, async (req, res) => {
      const pelaku = pelakuDari(res)
      const saring = {
        q: String(req.query.q ?? '')
          .trim()
          .slice(0, 100),
        semua: req.query.semua === 'ya',
      }
      const pegawai = await ambilDaftarPegawai(db.baca, pelaku, { ...saring, tanggal: hariIni(pelaku) })
      tampilan.halamanDaftarPegawai(res, tampilan.susunDaftarPegawai(pegawai, saring))
    })
    .get('/pegawai/baru', ADMIN, (_req, res) => tampilan.halamanIsianPegawai(res, tampilan.susunIsianPegawai(null)))
    .post('/pegawai', ADMIN, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isian.isianPegawai, req.body)
      const hasil = data ? await tambahPegawai(db, pelakuDari(res), data) : { kesalahan }
      if ('id' in hasil) return berhasil(res, alamatPegawai(hasil.id), 'pegawai-ditambah')
      tampilan.halamanIsianPegawai(res, tampilan.susunIsianPegawai(null, kembali(req, hasil.kesalahan)), 422)
    })
    .get('/pegawai/:id', ADMIN, async (req, res) => tampilkanPegawai(db, res, { id: id(req) }))
    .get('/pegawai/:id/data', ADMIN, async (req, res) =>
      tampilan.halamanIsianPegawai(
        res,
        tampilan.susunIsianPegawai(await ambilPegawai(db.baca, pelakuDari(res), id(req))),
      ),
    )
    .post('/pegawai/:id/data', ADMIN, async (req, res) => {
      const pelaku = pelakuDari(res)
      const pegawai = await ambilPegawai(db.baca, pelaku, id(req))
      const { data, kesalahan } = bacaIsian(isian.isianPegawai, req.body)
      const ditolak = data ? await ubahPegawai(db, pelaku, pegawai.id, data) : kesalahan
      if (!ditolak) return berhasil(res, alamatPegawai(pegawai.id), 'pegawai-diubah')
      tampilan.halamanIsianPegawai(res, tampilan.susunIsianPegawai(pegawai, kembali(req, ditolak)), 422)
    })
    .post(
      '/pegawai/:id/penonaktifan',
      ADMIN,
      ubah(db, isian.isianAlasanPegawai, nonaktifkanPegawai, 'pegawai-dinonaktifkan'),
    )
    .post('/pegawai/:id/pengaktifan', ADMIN, ubah(db, isian.isianVersi, aktifkanPegawai, 'pegawai-diaktifkan'))
  pasangRuteAkunPegawai(rute, db)
  pasangRutePenugasan(rute, db)
}

function pasangRuteAkunPegawai(rute: RuteBerizin, db: BasisData): void {
  rute
    .post(
      '/pegawai/:id/akun/penonaktifan',
      ADMIN,
      ubah(db, isian.isianAlasanAkun, nonaktifkanAkun, 'akun-dinonaktifkan'),
    )
    .post('/pegawai/:id/akun/pengaktifan', ADMIN, ubah(db, isian.isianVersi, aktifkanAkun, 'akun-diaktifkan'))
    .post('/pegawai/:id/akun/pengakhiran-sesi', ADMIN, ubah(db, isian.isianVersi, akhiriSesi, 'sesi-diakhiri'))
    .post('/pegawai/:id/akun', ADMIN, async (req, res) => {
      const pelaku = pelakuDari(res)
      const { data, kesalahan } = bacaIsian(isian.isianAkun, req.body)
      const hasil = data ? await buatAkun(db, pelaku, id(req), data) : { kesalahan }
      if ('kesalahan' in hasil) return tampilkanPegawai(db, res, { id: id(req), ...kembali(req, hasil.kesalahan) })
      tampilan.halamanSandiPertama(res, tampilan.susunSandiPertama(pelaku, hasil, id(req)))
    })
    .post('/pegawai/:id/akun/sandi-pertama', ADMIN, async (req, res) => {
      const pelaku = pelakuDari(res)
      const baru = await aturUlangSandi(db, pelaku, id(req), { versi: String(req.body?.versi ?? '') })
      tampilan.halamanSandiPertama(res, tampilan.susunSandiPertama(pelaku, baru, id(req)))
    })
}

function pasangRutePenugasan(rute: RuteBerizin, db: BasisData): void {
  rute
    .get('/pegawai/:id/penugasan', ADMIN, async (req, res) => tampilkanPenugasan(db, res, { id: id(req) }))
    .post('/pegawai/:id/penugasan', ADMIN, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isian.isianPenugasan, req.body)
      const ditolak = data ? await tugaskanPegawai(db, pelakuDari(res), id(req), data) : kesalahan
      if (!ditolak) return berhasil(res, alamatPegawai(id(req)), 'penugasan-ditambah')
      await tampilkanPenugasan(db, res, { id: id(req), ...kembali(req, ditolak) })
    })
    .get('/penugasan/:id/pengakhiran', ADMIN, async (req, res) => {
      const pelaku = pelakuDari(res)
      const penugasan = await ambilPenugasan(db.baca, pelaku, id(req))
      tampilan.halamanAkhiriPenugasan(res, tampilan.susunAkhiriPenugasan(penugasan, { hari: hariIni(pelaku) }))
    })
    .post('/penugasan/:id/pengakhiran', ADMIN, async (req, res) => {
      const pelaku = pelakuDari(res)
      const penugasan = await ambilPenugasan(db.baca, pelaku, id(req))
      const { data, kesalahan } = bacaIsian(isian.isianAkhir, req.body)
      const ditolak = data ? await akhiriPenugasan(db, pelaku, penugasan.id, data) : kesalahan
      if (!ditolak) return berhasil(res, alamatPegawai(penugasan.pegawaiId), 'penugasan-diakhiri')
      const bahan = { hari: hariIni(pelaku), ...kembali(req, ditolak) }
      tampilan.halamanAkhiriPenugasan(res, tampilan.susunAkhiriPenugasan(penugasan, bahan), 422)
    })
}

const kembali = (req: Request, kesalahan: Kesalahan) => ({ isian: isianKembali(req.body), kesalahan })

/** One act on the person page: parse → change → back to the page, or the page again with what was refused. */
const ubah =
  <S extends z.ZodType>(
    db: BasisData,
    skema: S,
    kerjakan: (db: BasisData, pelaku: Pelaku, id: string, data: z.output<S>) => Promise<Kesalahan | null>,
    pesan: string,
  ): RequestHandler =>
  async (req, res) => {
    const { data, kesalahan } = bacaIsian(skema, req.body)
    const ditolak = data ? await kerjakan(db, pelakuDari(res), id(req), data) : kesalahan
    if (!ditolak) return berhasil(res, alamatPegawai(id(req)), pesan)
    await tampilkanPegawai(db, res, { id: id(req), ...kembali(req, ditolak) })
  }

type Kembalian = tampilan.Kembalian & { id: string }
async function tampilkanPegawai(db: BasisData, res: Response, { id, ...sisa }: Kembalian): Promise<void> {
  const pelaku = pelakuDari(res)
  const pegawai = await ambilPegawai(db.baca, pelaku, id)
  const vm = tampilan.susunPegawai(pelaku, pegawai, { hari: hariIni(pelaku), kini: jam.sekarang(), ...sisa })
  tampilan.halamanPegawai(res, vm, sisa.kesalahan ? 422 : 200)
}

async function tampilkanPenugasan(db: BasisData, res: Response, { id, ...sisa }: Kembalian): Promise<void> {
  const pelaku = pelakuDari(res)
  const hari = hariIni(pelaku)
  const [pegawai, jabatan] = await Promise.all([
    ambilPegawai(db.baca, pelaku, id),
    ambilPilihanJabatan(db.baca, pelaku, hari),
  ])
  tampilan.halamanPenugasan(
    res,
    tampilan.susunPenugasan(pegawai, { jabatan, hari, ...sisa }),
    sisa.kesalahan ? 422 : 200,
  )
}
