import type { Request, Response } from 'express'
import type { BasisData } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import {
  barisIsian,
  berhasil,
  isianKembali,
  type Kesalahan,
  pelakuDari,
  type RuteBerizin,
} from '../../../inti/http/index.ts'
import { jam, tanggalLokal } from '../../../inti/waktu/index.ts'
import { PENULIS_KARTU } from '../indikator/alur.ts'
import { PEMBACA_PERENCANAAN } from '../istilah.ts'
import { tahunDiminta } from '../tahun-diminta.ts'
import { PENULIS_REALISASI } from './alur-realisasi.ts'
import { ambilUangKaitan } from './kueri-kaitan.ts'
import { daftarRealisasi } from './kueri-realisasi.ts'
import { simpanKaitan } from './simpan-kaitan.ts'
import { simpanRealisasi } from './simpan-realisasi.ts'
import { halamanDaftarKaitan, halamanKaitan, susunDaftarKaitan, susunKaitan } from './tampilan-kaitan.ts'
import { halamanRealisasi, susunRealisasi } from './tampilan-realisasi.ts'

/** What was spent per month, and which sub kegiatan work for which indicator. */
export function pasangRuteRealisasi(rute: RuteBerizin, db: BasisData): void {
  rute
    .get('/realisasi', PEMBACA_PERENCANAAN, (req, res) => tampilkanRealisasi(db, req, res))
    .post('/realisasi', PENULIS_REALISASI, async (req, res) => {
      const { tahun, bulan } = bulanDari(req, res)
      const { yakin, keterangan = '' } = isianKembali(req.body)
      const baris = barisIsian(req.body, 'baris')
      const isian = { tahun, bulan, baris, yakin: yakin === 'ya', keterangan: keterangan.trim().slice(0, 500) }
      const salah = await simpanRealisasi(db, pelakuDari(res), isian)
      if (salah) return tampilkanRealisasi(db, req, res, salah)
      berhasil(res, `/perencanaan/realisasi?tahun=${tahun}&bulan=${bulan}`, 'realisasi-disimpan')
    })
    .get('/kaitan', PEMBACA_PERENCANAAN, async (req, res) => {
      const pelaku = pelakuDari(res)
      const { tahun } = tahunDiminta(req, pelaku)
      halamanDaftarKaitan(res, susunDaftarKaitan(await ambilUangKaitan(db.baca, pelaku, { tahun }), { tahun }, pelaku))
    })
    .get('/kaitan/:id', PENULIS_KARTU, (req, res) => tampilkanKaitan(db, req, res))
    .post('/kaitan/:id', PENULIS_KARTU, async (req, res) => {
      const badan = (req.body ?? {}) as Record<string, unknown>
      const sub = [badan.sub ?? []].flat().map(String)
      const { tahun } = tahunDiminta(req, pelakuDari(res))
      const isian = { tahun, sub, dilihat: String(badan.dilihat ?? '') }
      await simpanKaitan(db, pelakuDari(res), String(req.params.id), isian)
      berhasil(res, `/perencanaan/kaitan?tahun=${tahun}`, 'kaitan-disimpan')
    })
}

/** Year and month of a page or form; without a month the one that runs. */
function bulanDari(req: Request, res: Response): { tahun: number; bulan: number } {
  const pelaku = pelakuDari(res)
  const kini = Number(tanggalLokal(jam.sekarang(), pelaku.zonaWaktu).slice(5, 7))
  const diminta = Number((req.body as { bulan?: unknown } | undefined)?.bulan ?? req.query.bulan)
  const bulan = Number.isInteger(diminta) && diminta >= 1 && diminta <= 12 ? diminta : kini
  return { tahun: tahunDiminta(req, pelaku).tahun, bulan }
}

async function tampilkanRealisasi(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const { tahun, bulan } = bulanDari(req, res)
  const baris = await daftarRealisasi(db.baca, { kecamatanId: pelaku.kecamatanId, tahun })
  const badan = kesalahan ? { badan: req.body, kesalahan } : {}
  halamanRealisasi(res, susunRealisasi(baris, { tahun, bulan, ...badan }, pelaku), kesalahan ? 422 : 200)
}

async function tampilkanKaitan(db: BasisData, req: Request, res: Response): Promise<void> {
  const pelaku = pelakuDari(res)
  const { tahun } = tahunDiminta(req, pelaku)
  const bahan = await ambilUangKaitan(db.baca, pelaku, { tahun })
  const indikator = bahan.indikator.find((i) => i.id === req.params.id)
  if (!indikator) throw galat.tidakDitemukan('Indikator')
  halamanKaitan(res, susunKaitan(bahan, { indikator, tahun }))
}
