import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import {
  bacaIsian,
  berhasil,
  isianKembali,
  type Kesalahan,
  pelakuDari,
  type RuteBerizin,
} from '../../inti/http/index.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { buatPenerima, type Gudang, unggahan } from '../berkas/index.ts'
import { PENULIS_PK, PENYUSUN_PK, pastikanHakPk, type TindakanPk } from './alur.ts'
import { berlakukanPk } from './berlakukan-pk.ts'
import { catatPersetujuan, catatTandaTangan } from './catat-naskah.ts'
import { isianAlasan, isianBatal, isianBerlaku, isianSetujuLuar, isianTandaTangan, isianVersi } from './isian.ts'
import { ambilPk } from './kueri.ts'
import { periksaPk } from './periksa-pk.ts'
import { ajukanPk, putuskanPk } from './putuskan-pk.ts'
import { halamanPk, susunPk } from './tampilan.ts'

export type Lingkungan = { readonly gudang: Gudang; readonly batasMb: number }
const id = (req: Request) => String(req.params.id)
const versi = (req: Request) => isianVersi.parse(req.body ?? {}).versi
const selesai = (req: Request, res: Response, pesan: string) => berhasil(res, `/perjanjian-kinerja/${id(req)}`, pesan)
const PINDAIAN = 'Unggah pindaian naskahnya (PDF atau foto).'

/** The acts of an agreement's life (alur.ts). */
export function pasangKeadaan(rute: RuteBerizin, db: BasisData, lingkungan: Lingkungan): RuteBerizin {
  return pasangNaskah(rute, db, lingkungan)
    .post('/:id/pengajuan', PENULIS_PK, async (req, res) => {
      const salah = await ajukanPk(db, pelakuDari(res), { id: id(req), versi: versi(req) })
      if (salah) return tampilkanPk(db, req, res, salah)
      selesai(req, res, 'pk-diajukan')
    })
    .post('/:id/penarikan', PENULIS_PK, async (req, res) => {
      await putuskanPk(db, pelakuDari(res), { id: id(req), versi: versi(req), tindakan: 'TARIK' })
      selesai(req, res, 'pk-ditarik')
    })
    .post('/:id/persetujuan', PENULIS_PK, async (req, res) => {
      await putuskanPk(db, pelakuDari(res), { id: id(req), versi: versi(req), tindakan: 'SETUJUI' })
      selesai(req, res, 'pk-disetujui')
    })
    .post('/:id/pengembalian', PENULIS_PK, async (req, res) => {
      await pastikan(db, req, res, 'KEMBALIKAN')
      const { data, kesalahan } = bacaIsian(isianAlasan, req.body)
      if (!data) return tampilkanPk(db, req, res, kesalahan)
      await putuskanPk(db, pelakuDari(res), { id: id(req), tindakan: 'KEMBALIKAN', ...data })
      selesai(req, res, 'pk-dikembalikan')
    })
    .post('/:id/pemberlakuan', PENYUSUN_PK, async (req, res) => {
      await pastikan(db, req, res, 'BERLAKUKAN')
      const { data, kesalahan } = bacaIsian(isianBerlaku, req.body)
      const salah = data ? await berlakukanPk(db, pelakuDari(res), { id: id(req), ...data }) : kesalahan
      if (salah) return tampilkanPk(db, req, res, salah)
      selesai(req, res, 'pk-berlaku')
    })
    .post('/:id/pembatalan', PENULIS_PK, async (req, res) => {
      await pastikan(db, req, res, 'BATALKAN')
      const { data, kesalahan } = bacaIsian(isianBatal, req.body)
      if (!data) return tampilkanPk(db, req, res, kesalahan)
      const { alasanBatal: alasan, versi: nomor } = data
      await putuskanPk(db, pelakuDari(res), { id: id(req), versi: nomor, tindakan: 'BATALKAN', alasan })
      selesai(req, res, 'pk-dibatalkan')
    })
}

/** What is done on paper is recorded with its scan. */
function pasangNaskah(rute: RuteBerizin, db: BasisData, { gudang, batasMb }: Lingkungan): RuteBerizin {
  const { terimaDenganIsian } = buatPenerima(gudang, { batasMb, maksBerkas: 1 })
  return rute
    .post('/:id/persetujuan-luar', PENYUSUN_PK, terimaDenganIsian, async (req, res) => {
      await pastikan(db, req, res, 'CATAT_SETUJU')
      const { data, berkas, kesalahan } = denganBerkas(bacaIsian(isianSetujuLuar, req.body), req)
      if (!data || !berkas) return tampilkanPk(db, req, res, kesalahan)
      await catatPersetujuan(db, pelakuDari(res), { id: id(req), ...data, berkas, gudang })
      selesai(req, res, 'pk-disetujui')
    })
    .post('/:id/tanda-tangan', PENULIS_PK, terimaDenganIsian, async (req, res) => {
      await pastikan(db, req, res, 'TANDATANGANI')
      const hari = tanggalLokal(jam.sekarang(), pelakuDari(res).zonaWaktu)
      const { data, berkas, kesalahan } = denganBerkas(bacaIsian(isianTandaTangan(hari), req.body), req)
      if (!data || !berkas) return tampilkanPk(db, req, res, kesalahan)
      const salah = await catatTandaTangan(db, pelakuDari(res), { id: id(req), ...data, berkas, gudang })
      if (salah) return tampilkanPk(db, req, res, salah)
      selesai(req, res, 'pk-ditandatangani')
    })
}

/** Right and state before anything is said about the fields. */
async function pastikan(db: BasisData, req: Request, res: Response, tindakan: TindakanPk): Promise<void> {
  const pelaku = pelakuDari(res)
  pastikanHakPk(pelaku, await ambilPk(db.baca, pelaku, { id: id(req) }), tindakan)
}

/** What was read, with the scan that must come along. */
function denganBerkas<T>(hasil: { data: T | null; kesalahan: Kesalahan }, req: Request) {
  const [berkas] = unggahan(req, 'berkas')
  return { ...hasil, berkas, kesalahan: { ...(berkas ? {} : { berkas: PINDAIAN }), ...hasil.kesalahan } }
}

/** The page of an agreement; after a refusal with what was typed. */
export async function tampilkanPk(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const pk = await ambilPk(db.baca, pelaku, { id: id(req) })
  const masalah = pk.status === 'DRAF' ? await periksaPk(db.baca, pelaku, pk) : []
  const isian = kesalahan ? isianKembali(req.body) : {}
  halamanPk(res, susunPk(pk, { pelaku, masalah, isian, kesalahan }), kesalahan ? 422 : 200)
}
