import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { Galat, galat } from '../../inti/galat/index.ts'
import { bacaIsian, berhasil, buatRute, isianKembali, type Kesalahan, pelakuDari } from '../../inti/http/index.ts'
import { PERAN_KANTOR } from '../../inti/pelaku.ts'
import { ambilSiklus, kolomPengelola, melihatSemua } from '../siklus/index.ts'
import { ajukanPertanyaan } from './ajukan-pertanyaan.ts'
import { PESERTA, pilihanTujuan } from './alur.ts'
import { isianJawab, isianTanya, isianVersi } from './isian.ts'
import { ambilBaris, ambilPertanyaan, daftarBaris, daftarTerlihat } from './kueri.ts'
import {
  halamanBaris,
  halamanDaftar,
  halamanPertanyaan,
  susunHalamanBaris,
  susunHalamanDaftar,
  susunHalamanPertanyaan,
} from './tampilan.ts'
import { jawabPertanyaan, selesaikanPertanyaan, tarikPesan } from './ubah-pertanyaan.ts'

const param = (req: Request, nama: string): string => String(req.params[nama] ?? '')
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Questions and answers about rows of forms: list, one row, one question. */
export const rutePercakapan = (db: BasisData) =>
  buatRute()
    .get('/', PERAN_KANTOR, (req, res) => tampilkanDaftar(db, req, res))
    .get('/baris/:barisId', PERAN_KANTOR, (req, res) => tampilkanBaris(db, req, res))
    .post('/baris/:barisId', PESERTA, (req, res) => tanyakan(db, req, res))
    .get('/:id', PERAN_KANTOR, (req, res) => tampilkan(db, req, res))
    .post('/:id/jawaban', PESERTA, (req, res) => jawab(db, req, res))
    .post('/:id/penyelesaian', PESERTA, async (req, res) => {
      const id = param(req, 'id')
      await selesaikanPertanyaan(db, pelakuDari(res), { id, ...isianVersi.parse(req.body ?? {}) })
      berhasil(res, `/percakapan/${id}`, 'pertanyaan-selesai')
    })
    .post('/:id/pesan/:pesanId/penarikan', PESERTA, async (req, res) => {
      const id = param(req, 'id')
      await tarikPesan(db, pelakuDari(res), { id, pesanId: param(req, 'pesanId') })
      berhasil(res, `/percakapan/${id}`, 'pesan-ditarik')
    })

async function tampilkanDaftar(db: BasisData, req: Request, res: Response): Promise<void> {
  const pelaku = pelakuDari(res)
  const siklusId = UUID.test(String(req.query.siklus ?? '')) ? String(req.query.siklus) : null
  const semua = req.query.tampil === 'semua'
  const siklus = siklusId ? (await ambilSiklus(db.baca, pelaku, siklusId)).siklus : null
  const pengelola = siklus !== null && melihatSemua(kolomPengelola(siklus.definisi), pelaku)
  const daftar = await daftarTerlihat(db.baca, pelaku, { siklusId, semua, melihatSemua: pengelola })
  halamanDaftar(res, susunHalamanDaftar(daftar, pelaku, { siklus, semua }))
}

type Kembalian = {
  readonly isian: Readonly<Record<string, string>>
  readonly kesalahan: Kesalahan
  readonly http?: number
}

async function tampilkanBaris(db: BasisData, req: Request, res: Response, kembali?: Kembalian): Promise<void> {
  const pelaku = pelakuDari(res)
  const baris = await ambilBaris(db.baca, pelaku, param(req, 'barisId'))
  const daftar = await daftarBaris(db.baca, pelaku, baris.id)
  halamanBaris(res, susunHalamanBaris(baris, daftar, pelaku, kembali), kembali ? (kembali.http ?? 422) : 200)
}

async function tanyakan(db: BasisData, req: Request, res: Response): Promise<void> {
  const pelaku = pelakuDari(res)
  const barisId = param(req, 'barisId')
  const { formulir } = await ambilBaris(db.baca, pelaku, barisId)
  const tujuan = pilihanTujuan(pelaku, formulir)
  if (tujuan.length === 0)
    throw galat.tidakBerwenang('Yang bertanya di sini: pegawai unit itu, Tim SAKIP, dan Sekretaris Kecamatan.')
  const { data, kesalahan } = bacaIsian(isianTanya(tujuan), req.body)
  const isian = isianKembali(req.body)
  if (!data) return tampilkanBaris(db, req, res, { isian, kesalahan })
  const terlalu = (pesan: string) =>
    tampilkanBaris(db, req, res, { isian, kesalahan: { pertanyaan: pesan }, http: 429 })
  const id = await bilaTerlaluSering(ajukanPertanyaan(db, pelaku, { barisId, isian: data }), terlalu)
  if (id !== null) berhasil(res, `/percakapan/${id}`, 'pertanyaan-terkirim')
}

async function tampilkan(db: BasisData, req: Request, res: Response, kembali?: Kembalian): Promise<void> {
  const pelaku = pelakuDari(res)
  const { pertanyaan, baris } = await ambilPertanyaan(db.baca, pelaku, param(req, 'id'))
  const isi = susunHalamanPertanyaan(pertanyaan, baris, pelaku, kembali)
  halamanPertanyaan(res, isi, kembali ? (kembali.http ?? 422) : 200)
}

async function jawab(db: BasisData, req: Request, res: Response): Promise<void> {
  const id = param(req, 'id')
  const { data, kesalahan } = bacaIsian(isianJawab, req.body)
  const isian = isianKembali(req.body)
  if (!data) return tampilkan(db, req, res, { isian, kesalahan })
  const terlalu = (pesan: string) => tampilkan(db, req, res, { isian, kesalahan: { jawaban: pesan }, http: 429 })
  const selesai = await bilaTerlaluSering(
    jawabPertanyaan(db, pelakuDari(res), id, data.jawaban).then(() => id),
    terlalu,
  )
  if (selesai !== null) berhasil(res, `/percakapan/${id}`, 'jawaban-terkirim')
}

/** Too many messages: the page again with what was typed; null then. */
async function bilaTerlaluSering(kerja: Promise<string>, tampilkan: (pesan: string) => Promise<void>) {
  try {
    return await kerja
  } catch (sebab) {
    if (!(sebab instanceof Galat) || sebab.kode !== 'terlalu-sering') throw sebab
    await tampilkan('Anda baru saja menulis sangat banyak pesan. Tunggu 10 menit, lalu kirim lagi.')
    return null
  }
}
