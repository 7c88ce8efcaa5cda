import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { bacaIsian, berhasil, buatRute, isianKembali, type Kesalahan, pelakuDari } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { ambilOrangKantor } from '../siklus/index.ts'
import { PEMBACA, PENANGGAP, PENCATAT } from './alur.ts'
import { isianCatatan, isianJawab, isianPokok, isianVersi } from './isian.ts'
import { ambilCatatan, daftarCatatan } from './kueri.ts'
import { daftarPenerima } from './penerima.ts'
import { ambilPokok } from './pokok.ts'
import { halamanBaru, halamanDaftar, halamanSatu, susunBaru, susunDaftar, susunSatu } from './tampilan.ts'
import { tanggapiCatatan } from './tanggapi-catatan.ts'
import { tulisCatatan } from './tulis-catatan.ts'

const id = (req: Request): string => String(req.params.id)
const alamat = (req: Request): string => `/catatan-camat/${id(req)}`

/** Notes of the Camat to heads of units, the Sekcam and Tim SAKIP, with their answers. */
export const ruteCatatanCamat = (db: BasisData) =>
  buatRute()
    .get('/', PEMBACA, async (req, res) => {
      const pelaku = pelakuDari(res)
      const semua = req.query.tampil === 'semua'
      halamanDaftar(res, susunDaftar(await daftarCatatan(db.baca, pelaku, { semua }), pelaku, { semua }))
    })
    .get('/baru', PENCATAT, async (req, res) => {
      halamanBaru(res, susunBaru(await bahanBaru(db, pelakuDari(res), req.query)))
    })
    .post('/', PENCATAT, (req, res) => tulis(db, req, res))
    .get('/:id', PEMBACA, (req, res) => tampilkan(db, req, res))
    .post('/:id/jawaban', PENANGGAP, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianJawab, req.body)
      if (!data) return tampilkan(db, req, res, kesalahan)
      await tanggapiCatatan(db, pelakuDari(res), id(req), { tindakan: 'JAWAB', ...data })
      berhasil(res, alamat(req), 'catatan-dijawab')
    })
    .post('/:id/pembacaan', PENANGGAP, async (req, res) => {
      const { versi } = isianVersi.parse(req.body ?? {})
      await tanggapiCatatan(db, pelakuDari(res), id(req), { tindakan: 'BACA', versi })
      berhasil(res, alamat(req), 'catatan-dibaca')
    })
    .post('/:id/pembacaan-jawaban', PENCATAT, async (req, res) => {
      const { versi } = isianVersi.parse(req.body ?? {})
      await tanggapiCatatan(db, pelakuDari(res), id(req), { tindakan: 'BACA_JAWABAN', versi })
      berhasil(res, alamat(req), 'catatan-dibaca')
    })
    .post('/:id/penarikan', PENCATAT, async (req, res) => {
      const { versi } = isianVersi.parse(req.body ?? {})
      await tanggapiCatatan(db, pelakuDari(res), id(req), { tindakan: 'TARIK', versi })
      berhasil(res, alamat(req), 'catatan-ditarik')
    })

/** What the note is about and who can be written to about it today. Throws 404 for what is not of this office. */
async function bahanBaru(db: BasisData, pelaku: Pelaku, dari: unknown) {
  const pokok = await ambilPokok(db.baca, pelaku, isianPokok.parse(dari ?? {}))
  const orang = await db.ingat(pelaku, 'orang-kantor', () => ambilOrangKantor(db.baca, pelaku))
  return { pokok, penerima: daftarPenerima(orang, { unitId: pokok.unitId, pelaku }) }
}

async function tulis(db: BasisData, req: Request, res: Response): Promise<void> {
  const pelaku = pelakuDari(res)
  const bahan = await bahanBaru(db, pelaku, req.body)
  const hariIni = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
  const kepada = bahan.penerima.map((p) => p.nilai)
  const { data, kesalahan } = bacaIsian(isianCatatan(kepada, hariIni), req.body)
  if (!data) return halamanBaru(res, susunBaru(bahan, { isian: isianKembali(req.body), kesalahan }), 422)
  const baru = await tulisCatatan(db, pelaku, { pokok: isianPokok.parse(req.body ?? {}), isian: data })
  berhasil(res, `/catatan-camat/${baru}`, 'catatan-terkirim')
}

async function tampilkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const catatan = await ambilCatatan(db.baca, pelaku, id(req))
  const kembali = kesalahan ? { kesalahan, isian: isianKembali(req.body) } : {}
  halamanSatu(res, susunSatu(catatan, pelaku, kembali), kesalahan ? 422 : 200)
}
