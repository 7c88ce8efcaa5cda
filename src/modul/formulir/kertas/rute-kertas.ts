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
import { jam, tanggalLokal } from '../../../inti/waktu/index.ts'
import { buatPenerima, unggahan } from '../../berkas/index.ts'
import { ambilFormulir } from '../kueri.ts'
import type { LingkunganBukti } from '../rute-bukti.ts'
import { idFormulir, PEMBACA, param } from '../rute-umum.ts'
import type { HasilSimpanFormulir } from '../simpan-formulir.ts'
import { catatKertas, PENCATAT, pastikanBisaDicatat, pengisiKertas, salahKertas } from './catat-kertas.ts'
import { isiDariKertas, pengisiDariKertas } from './isi-dari-kertas.ts'
import { isianKertas } from './isian-kertas.ts'
import { ambilKertas, daftarKertas } from './kueri-kertas.ts'
import { salahPindaian } from './pindaian.ts'
import { halamanIsiKertas, halamanKertas, susunIsiKertas, susunKertas } from './tampilan-kertas.ts'

const TANPA_PINDAIAN = 'Lampirkan pindaian atau foto formulir kertasnya; itu buktinya.'

/** Forms that were filled in on paper: recorded with their scan, then copied in the name of who wrote them. */
export function pasangKertas(rute: RuteBerizin, db: BasisData, { gudang, batasMb }: LingkunganBukti): RuteBerizin {
  const { terimaDenganIsian } = buatPenerima(gudang, { batasMb, maksBerkas: 1 })
  return rute
    .get('/:id/kertas', PEMBACA, (req, res) => tampilkan(db, req, res))
    .post('/:id/kertas', PENCATAT, terimaDenganIsian, async (req, res) => {
      const pelaku = pelakuDari(res)
      const formulirId = idFormulir(req)
      const { data, kesalahan } = bacaIsian(isianKertas, req.body)
      const [berkas] = unggahan(req, 'berkas')
      const formulir = await ambilFormulir(db.baca, pelaku, formulirId)
      pastikanBisaDicatat(pelaku, formulir)
      const isi = data ? await salahKertas(db.baca, pelaku, { formulir, isian: data }) : kesalahan
      const salah = { ...salahPindaian(berkas?.mime, TANPA_PINDAIAN), ...isi }
      if (!data || !berkas || Object.keys(salah).length > 0) return tampilkan(db, req, res, salah)
      const id = await catatKertas(db, pelaku, { formulirId, gudang, isian: data, berkas })
      berhasil(res, `/formulir/${formulirId}/kertas/${id}`, 'kertas-dicatat')
    })
    .get('/:id/kertas/:kertasId', PEMBACA, (req, res) => tampilkanSatu(db, req, res))
    .post('/:id/kertas/:kertasId', PENCATAT, async (req, res) => {
      const hasil = await isiDariKertas(db, pelakuDari(res), yangMana(req), req.body)
      if (hasil.tanggapan.size > 0) return tampilkanSatu(db, req, res, hasil)
      berhasil(res, `/formulir/${idFormulir(req)}/kertas/${param(req, 'kertasId')}`, 'kertas-diisi')
    })
}

const yangMana = (req: Request) => ({ formulirId: idFormulir(req), id: param(req, 'kertasId') })

async function tampilkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const formulir = await ambilFormulir(db.baca, pelaku, idFormulir(req))
  const tanggal = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
  const kertas = await daftarKertas(db.baca, pelaku, { formulirId: formulir.id })
  const calon = await pengisiKertas(db.baca, pelaku, { unitId: formulir.unitId, tanggal })
  const kembali = kesalahan ? { isian: isianKembali(req.body), kesalahan } : {}
  halamanKertas(res, susunKertas({ formulir, kertas, calon, pelaku }, kembali), kesalahan ? 422 : 200)
}

async function tampilkanSatu(db: BasisData, req: Request, res: Response, hasil?: HasilSimpanFormulir): Promise<void> {
  const pelaku = pelakuDari(res)
  const formulir = hasil?.formulir ?? (await ambilFormulir(db.baca, pelaku, idFormulir(req)))
  const kertas = await ambilKertas(db.baca, pelaku, yangMana(req))
  const pengisi = await pengisiDariKertas(db.baca, pelaku, { kertas, unitId: formulir.unitId })
  const bentrok = [...(hasil?.tanggapan.values() ?? [])].some((t) => t.bentrok)
  const status = hasil ? (bentrok ? 409 : 422) : 200
  halamanIsiKertas(res, susunIsiKertas({ formulir, kertas, pengisi, pelaku }, hasil), status)
}
