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
import { PENULIS_KARTU } from '../indikator/alur.ts'
import { isianVersi } from '../indikator/isian.ts'
import { PEMBACA_PERENCANAAN } from '../istilah.ts'
import { akhiriUnsur, bukaUnsur, geserUnsur, hapusUnsur } from './akhiri-unsur.ts'
import { siapkanUnsur } from './halaman-unsur.ts'
import { isianPengakhiran, isianUnsur, isianUrutan } from './isian.ts'
import { cariTingkat, type TingkatUnsur } from './istilah.ts'
import { halamanUnsur } from './tampilan-unsur.ts'
import { tambahUnsur, ubahUnsur } from './ubah-unsur.ts'

/** Which part an address names; 404 for anything else. */
function alamatDari({ params }: Request): { tingkat: TingkatUnsur; id: string } {
  const tingkat = cariTingkat(params.tingkat)
  if (!tingkat) throw galat.tidakDitemukan('Halaman')
  return { tingkat, id: String(params.id ?? '') }
}
const halamanSatu = (req: Request) => `/perencanaan/unsur/${req.params.tingkat}/${req.params.id}`

/** Tujuan, sasaran, program, kegiatan, sub kegiatan: read by the office, written by Tim SAKIP and Sekcam. */
export function pasangRuteUnsur(rute: RuteBerizin, db: BasisData): void {
  rute
    .get('/unsur/:tingkat/baru', PENULIS_KARTU, (req, res) => tampilkan(db, req, res, { baru: true }))
    .post('/unsur/:tingkat', PENULIS_KARTU, async (req, res) => {
      const { tingkat } = alamatDari(req)
      const { data, kesalahan } = bacaIsian(isianUnsur, req.body)
      const hasil = data ? await tambahUnsur(db, pelakuDari(res), tingkat, data) : { id: null, kesalahan }
      if (hasil.id) return berhasil(res, `/perencanaan/unsur/${tingkat}/${hasil.id}`, 'unsur-ditambah')
      await tampilkan(db, req, res, { baru: true, kesalahan: hasil.kesalahan ?? {} })
    })
    .get('/unsur/:tingkat/:id', PEMBACA_PERENCANAAN, (req, res) => tampilkan(db, req, res, {}))
    .post('/unsur/:tingkat/:id', PENULIS_KARTU, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianUnsur, req.body)
      const hasil = data ? await ubahUnsur(db, pelakuDari(res), alamatDari(req), data) : { id: null, kesalahan }
      if (hasil.id) return berhasil(res, halamanSatu(req), 'unsur-diubah')
      await tampilkan(db, req, res, { kesalahan: hasil.kesalahan ?? {} })
    })
    .post('/unsur/:tingkat/:id/urutan', PENULIS_KARTU, async (req, res) => {
      const { data } = bacaIsian(isianUrutan, req.body)
      if (!data) throw galat.tidakSesuai('Pilih arahnya: naik atau turun.')
      await geserUnsur(db, pelakuDari(res), alamatDari(req), data)
      berhasil(res, halamanSatu(req), 'unsur-diurutkan')
    })
    .post('/unsur/:tingkat/:id/pengakhiran', PENULIS_KARTU, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianPengakhiran, req.body)
      if (!data) return tampilkan(db, req, res, { kesalahan })
      await akhiriUnsur(db, pelakuDari(res), alamatDari(req), data)
      berhasil(res, halamanSatu(req), 'unsur-diakhiri')
    })
    .post('/unsur/:tingkat/:id/pembukaan', PENULIS_KARTU, async (req, res) => {
      await bukaUnsur(db, pelakuDari(res), alamatDari(req), isianVersi.parse(req.body ?? {}).versi)
      berhasil(res, halamanSatu(req), 'unsur-dibuka')
    })
    .post('/unsur/:tingkat/:id/penghapusan', PENULIS_KARTU, async (req, res) => {
      await hapusUnsur(db, pelakuDari(res), alamatDari(req), isianVersi.parse(req.body ?? {}).versi)
      berhasil(res, '/perencanaan?tampilan=pohon', 'unsur-dihapus')
    })
}

type Tampil = { readonly baru?: boolean; readonly kesalahan?: Kesalahan }
async function tampilkan(db: BasisData, req: Request, res: Response, { baru, kesalahan }: Tampil): Promise<void> {
  const { tingkat, id } = alamatDari(req)
  const { alasan = '', ...isian } = kesalahan ? isianKembali(req.body) : {}
  const minta = { tingkat, id: baru ? null : id, induk: isian.induk || teksInduk(req), kesalahan }
  const vm = await siapkanUnsur(db, pelakuDari(res), { ...minta, isian: kesalahan ? { ...isian, alasan } : undefined })
  halamanUnsur(res, vm, kesalahan ? 422 : 200)
}

const teksInduk = ({ query }: Request): string | undefined =>
  /^[0-9a-f-]{36}$/i.test(String(query.induk ?? '')) ? String(query.induk) : undefined
