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
import { buatPenerima, unggahan } from '../../berkas/index.ts'
import { buatBukuTerlindung } from '../../impor/index.ts'
import { pastikanBisaDiisi } from '../jelaskan-penolakan.ts'
import { ambilFormulir } from '../kueri.ts'
import type { LingkunganBukti } from '../rute-bukti.ts'
import { idFormulir, PEMBACA, PENGISI, param } from '../rute-umum.ts'
import { batalkanBuku, buangBuku } from './batalkan-buku.ts'
import { bacaPilihan, isianBatalBuku, isianTerap, isianTindakanBuku } from './isian-buku.ts'
import { bukanExcel } from './kenali-buku.ts'
import { ambilBuku, daftarBuku } from './kueri-buku.ts'
import { susunBukuFormulir } from './susun-buku.ts'
import { halamanBeda, susunBeda } from './tampilan-beda.ts'
import { halamanBuku, susunBuku } from './tampilan-buku.ts'
import { terapkanBuku } from './terapkan-buku.ts'
import { unggahBuku } from './unggah-buku.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The form as a workbook: out, in, differences, application, undo. */
export function pasangBuku(rute: RuteBerizin, db: BasisData, { gudang, batasMb }: LingkunganBukti): RuteBerizin {
  const { terimaUnggahan } = buatPenerima(gudang, { batasMb, maksBerkas: 1 })
  return rute
    .get('/:id/buku', PEMBACA, (req, res) => tampilkan(db, req, res))
    .get('/:id/buku/unduhan', PEMBACA, (req, res) => unduh(db, req, res))
    .post('/:id/buku', PENGISI, terimaUnggahan, (req, res) => terima(db, req, res))
    .get('/:id/buku/:bukuId', PEMBACA, (req, res) => tampilkanSatu(db, req, res))
    .post('/:id/buku/:bukuId/penerapan', PENGISI, (req, res) => terapkan(db, req, res))
    .post('/:id/buku/:bukuId/pembuangan', PENGISI, async (req, res) => {
      const { data } = bacaIsian(isianTindakanBuku, req.body)
      await buangBuku(db, pelakuDari(res), { ...yangMana(req), versi: data?.versi ?? 0 })
      berhasil(res, `/formulir/${idFormulir(req)}/buku`, 'buku-dibuang')
    })
    .post('/:id/buku/:bukuId/pembatalan', PENGISI, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianBatalBuku, req.body)
      if (!data) {
        pastikanBisaDiisi(pelakuDari(res), await ambilFormulir(db.baca, pelakuDari(res), idFormulir(req)))
        return tampilkanSatu(db, req, res, { isian: isianKembali(req.body), kesalahan })
      }
      await batalkanBuku(db, pelakuDari(res), { ...yangMana(req), versi: data.versi }, data)
      berhasil(res, alamatSatu(req), 'buku-dibatalkan')
    })
}

const yangMana = (req: Request) => ({ formulirId: idFormulir(req), id: param(req, 'bukuId') })
const alamatSatu = (req: Request) => `/formulir/${idFormulir(req)}/buku/${param(req, 'bukuId')}`

async function tampilkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const formulir = await ambilFormulir(db.baca, pelaku, idFormulir(req))
  const buku = await daftarBuku(db.baca, pelaku, formulir.id)
  halamanBuku(res, susunBuku({ formulir, buku, pelaku }, kesalahan), kesalahan ? 422 : 200)
}

type Kembalian = Parameters<typeof susunBeda>[1]
async function tampilkanSatu(db: BasisData, req: Request, res: Response, kembali?: Kembalian): Promise<void> {
  const pelaku = pelakuDari(res)
  const formulir = await ambilFormulir(db.baca, pelaku, idFormulir(req))
  const buku = await ambilBuku(db.baca, pelaku, yangMana(req))
  halamanBeda(res, susunBeda({ formulir, buku, pelaku }, kembali), kembali ? 422 : 200)
}

async function unduh(db: BasisData, req: Request, res: Response): Promise<void> {
  const pelaku = pelakuDari(res)
  const formulir = await ambilFormulir(db.baca, pelaku, idFormulir(req))
  const nama = `Buku isian ${formulir.unitNama} ${formulir.siklus.namaPeriode}.xlsx`
  res
    .type(XLSX)
    .set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(nama)}`)
    .send(await buatBukuTerlindung(susunBukuFormulir(formulir, pelaku)))
}

async function terima(db: BasisData, req: Request, res: Response): Promise<void> {
  const pelaku = pelakuDari(res)
  const formulirId = idFormulir(req)
  const [berkas] = unggahan(req, 'berkas')
  if (berkas?.mime !== XLSX) {
    pastikanBisaDiisi(pelaku, await ambilFormulir(db.baca, pelaku, formulirId))
    return tampilkan(db, req, res, { berkas: bukanExcel(berkas?.mime) })
  }
  const hasil = await unggahBuku(db, pelaku, { formulirId, berkas })
  if ('ditolak' in hasil) return tampilkan(db, req, res, { berkas: hasil.ditolak })
  const alamat = `/formulir/${formulirId}/buku/${hasil.id}`
  if (hasil.lagi) return berhasil(res, alamat, 'buku-sudah-diterapkan')
  res.redirect(303, alamat)
}

async function terapkan(db: BasisData, req: Request, res: Response): Promise<void> {
  const { data } = bacaIsian(isianTerap, req.body)
  const pakaiBuku = bacaPilihan(req.body)
  const alamat = { ...yangMana(req), versi: data?.versi ?? 0 }
  const hasil = await terapkanBuku(db, pelakuDari(res), alamat, { sidik: data?.sidik ?? '', pakaiBuku })
  if (hasil.jenis === 'DITOLAK') return tampilkanSatu(db, req, res, { beda: hasil.beda, pakaiBuku })
  berhasil(res, alamatSatu(req), hasil.jenis === 'DITERAPKAN' ? 'buku-diterapkan' : 'buku-diperbarui')
}
