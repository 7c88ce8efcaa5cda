import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { z } from 'zod'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import {
  bacaIsian,
  berhasil,
  buatRute,
  isianKembali,
  type Kesalahan,
  pelakuDari,
  teksBebas,
  versi,
} from '../../inti/http/index.ts'
import { type Gudang, sha256Berkas } from '../berkas/index.ts'
import { daftarKoreksiSiklus } from '../koreksi/index.ts'
import { periksaSiklus } from '../rekap/index.ts'
import {
  alamatLangkah,
  ambilLangkah,
  daftarDokumen,
  melihatSiklus,
  PERAN_PENULIS,
  PERAN_SIKLUS,
  susunKepala,
} from '../siklus/index.ts'
import { ambilBerkasArsip } from './isi-arsip.ts'
import { ambilArsip, daftarArsip } from './kueri.ts'
import { segelArsip } from './segel-arsip.ts'
import {
  halamanArsip,
  halamanDaftarArsip,
  halamanLangkahArsip,
  susunArsip,
  susunDaftarArsip,
  susunLangkahArsip,
} from './tampilan.ts'

const isianSegel = z.object({ versi: versi(), tempatKertas: teksBebas(300) })
const alamatDari = (req: Request) => alamatLangkah(req, 'arsip')

/** The kind's own page, below a step of a siklus. */
export const ruteJenisArsip = (db: BasisData, gudang: Gudang) =>
  buatRute()
    .get('/arsip', PERAN_SIKLUS, (req, res) => tampilkan(db, req, res))
    .post('/arsip/penyegelan', PERAN_PENULIS, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianSegel, req.body)
      if (!data) return tampilkan(db, req, res, kesalahan)
      const id = await segelArsip(db, pelakuDari(res), alamatDari(req), { gudang, ...data })
      if (id === null) return berhasil(res, `/siklus/${req.params.siklusId}`, 'bagian-selesai')
      berhasil(res, `/arsip/${id}`, 'arsip-disegel')
    })

async function tampilkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const konteks = await ambilLangkah(db.baca, pelaku, alamatDari(req))
  const siklusId = konteks.siklus.id
  const [kepala, dokumen, berkas, arsip] = await Promise.all([
    susunKepala(db.baca, konteks, pelaku),
    daftarDokumen(db, pelaku, siklusId),
    ambilBerkasArsip(db.baca, pelaku, siklusId),
    konteks.siklus.diarsipkanPada ? ambilArsip(db.baca, pelaku, { siklusId }) : null,
  ])
  const isian = kesalahan ? isianKembali(req.body) : {}
  halamanLangkahArsip(
    res,
    susunLangkahArsip({ kepala, konteks, dokumen, berkas, arsip, isian, kesalahan }),
    kesalahan ? 422 : 200,
  )
}

/** Archives: found again, looked into, checked, downloaded. */
export const ruteArsip = (db: BasisData, gudang: Gudang) =>
  buatRute()
    .get('/', PERAN_SIKLUS, async (req, res) => {
      const pelaku = pelakuDari(res)
      const saringan = {
        kata: String(req.query.kata ?? '').slice(0, 100),
        tahun: String(req.query.tahun ?? '').slice(0, 4),
      }
      const daftar = await daftarArsip(db, pelaku, {
        kata: saringan.kata,
        tahun: /^\d{4}$/.test(saringan.tahun) ? Number(saringan.tahun) : null,
      })
      halamanDaftarArsip(res, susunDaftarArsip(daftar, saringan, pelaku))
    })
    .get('/:id', PERAN_SIKLUS, async (req, res) => {
      const pelaku = pelakuDari(res)
      const arsip = await ambilArsip(db.baca, pelaku, { id: String(req.params.id) })
      const [bolehUnduh, koreksi] = await Promise.all([
        melihatSiklus(db, pelaku, arsip.siklusId),
        daftarKoreksiSiklus(db.baca, pelaku, arsip.siklusId),
      ])
      halamanArsip(res, susunArsip(arsip, { pelaku, bolehUnduh, koreksi }))
    })
    .get('/:id/unduh', PERAN_SIKLUS, async (req, res) => {
      const arsip = await ambilPaket(db, req, res)
      const jalur = gudang.jalur(arsip.lokasi)
      const ukuran = await stat(jalur).then(
        (s) => s.size,
        () => null,
      )
      if (ukuran === null) throw galat.tidakDitemukan('Paket arsip di penyimpanan')
      if (ukuran !== arsip.ukuran)
        throw galat.bentrok(
          'Paket arsip di penyimpanan TIDAK sama dengan saat disegel. Pulihkan dari cadangan dan beri tahu admin.',
        )
      res.set({
        'Content-Type': 'application/zip',
        'Content-Length': String(arsip.ukuran),
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${arsip.nama}.zip`)}`,
      })
      await pipeline(createReadStream(jalur), res)
    })
    .get('/:id/pemeriksaan', PERAN_SIKLUS, async (req, res) => {
      const arsip = await ambilPaket(db, req, res)
      const kini = await sha256Berkas(gudang.jalur(arsip.lokasi)).catch(() => null)
      if (kini !== arsip.sha256) return berhasil(res, `/arsip/${arsip.id}`, 'arsip-rusak')
      const beda = await periksaSiklus(db.baca, pelakuDari(res), arsip.siklusId)
      berhasil(res, `/arsip/${arsip.id}`, beda.length === 0 ? 'arsip-utuh' : 'arsip-hitungan-beda')
    })

/** The package holds what all units reported: for those who see that by role or by the SOP; 403 for others. */
async function ambilPaket(db: BasisData, req: Request, res: Response) {
  const pelaku = pelakuDari(res)
  const arsip = await ambilArsip(db.baca, pelaku, { id: String(req.params.id) })
  if (!(await melihatSiklus(db, pelaku, arsip.siklusId)))
    throw galat.tidakBerwenang('Paket arsip dibuka oleh mereka yang mengelola data seluruh unit menurut SOP.')
  return arsip
}
