import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { bacaIsian, berhasil, type Kesalahan, pelakuDari, type RuteBerizin } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tahunDari, tahunIni, tanggalLokal } from '../../inti/waktu/index.ts'
import { PENULIS_PK, PENYUSUN_PK, pastikanHakPk, type TindakanPk } from './alur.ts'
import { buatPerubahan } from './buat-perubahan.ts'
import { buatPk } from './buat-pk.ts'
import { isianBaru, isianDaftarTarget, isianLampiran, isianPerubahan, isianPilihan } from './isian.ts'
import { ambilPk, type Pk } from './kueri.ts'
import { ambilPilihanAnggaran, ambilPilihanIndikator, daftarPemegang } from './kueri-draf.ts'
import { pilihIndikator, simpanLampiran, simpanTarget } from './simpan-isi.ts'
import {
  halamanBaru,
  halamanLampiran,
  halamanPerubahan,
  halamanPilihan,
  halamanTarget,
  susunBaru,
  susunLampiran,
  susunPerubahan,
  susunPilihan,
  susunTarget,
} from './tampilan-draf.ts'

const id = (req: Request) => String(req.params.id)
const alamat = (nomor: string) => `/perjanjian-kinerja/${nomor}`
const hariIni = (pelaku: Pelaku) => tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)

/** Writing a draft: new, changed agreement, indicators, targets, lampiran. */
export function pasangDraf(rute: RuteBerizin, db: BasisData): RuteBerizin {
  return rute
    .get('/baru', PENULIS_PK, (req, res) => tampilkanBaru(db, req, res))
    .post('/', PENULIS_PK, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianBaru, req.body)
      const hasil = data ? await buatPk(db, pelakuDari(res), data) : { kesalahan }
      if ('id' in hasil) return berhasil(res, alamat(hasil.id), 'pk-disusun')
      await tampilkanBaru(db, req, res, hasil.kesalahan)
    })
    .get('/:id/perubahan', PENULIS_PK, (req, res) => tampilkanPerubahan(db, req, res))
    .post('/:id/perubahan', PENULIS_PK, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianPerubahan, req.body)
      const hasil = data ? await buatPerubahan(db, pelakuDari(res), { id: id(req), isian: data }) : { kesalahan }
      if ('id' in hasil) return berhasil(res, alamat(hasil.id), 'pk-disusun')
      await tampilkanPerubahan(db, req, res, hasil.kesalahan)
    })
    .get('/:id/indikator', PENULIS_PK, async (req, res) => {
      const pelaku = pelakuDari(res)
      const pk = await ambilUntuk(db, req, res, 'UBAH')
      halamanPilihan(res, susunPilihan(pk, await ambilPilihanIndikator(db.baca, pelaku, pk.id)))
    })
    .post('/:id/indikator', PENULIS_PK, async (req, res) => {
      await pilihIndikator(db, pelakuDari(res), { id: id(req), isian: isianPilihan.parse(saring(req.body)) })
      berhasil(res, `${alamat(id(req))}/target`, 'pk-disimpan')
    })
    .get('/:id/target', PENULIS_PK, async (req, res) =>
      halamanTarget(res, susunTarget(await ambilUntuk(db, req, res, 'UBAH'), {})),
    )
    .post('/:id/target', PENULIS_PK, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianDaftarTarget, req.body)
      const salah = data ? await simpanTarget(db, pelakuDari(res), { id: id(req), isian: data }) : kesalahan
      if (salah) return tampilkanTarget(db, req, res, salah)
      berhasil(res, `${alamat(id(req))}/target`, 'pk-disimpan')
    })
    .get('/:id/lampiran', PENULIS_PK, (req, res) => tampilkanLampiran(db, req, res))
    .post('/:id/lampiran', PENULIS_PK, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianLampiran, req.body)
      const salah = data ? await simpanLampiran(db, pelakuDari(res), { id: id(req), isian: data }) : kesalahan
      if (salah) return tampilkanLampiran(db, req, res, salah)
      berhasil(res, alamat(id(req)), 'pk-disimpan')
    })
}

/** Ids that are none are ticks of another page: left out. */
const saring = (badan: unknown) => {
  const { indikator, ...lain } = (badan ?? {}) as Record<string, unknown>
  const daftar = Array.isArray(indikator) ? indikator : [indikator]
  return { ...lain, indikator: daftar.filter((i) => /^[0-9a-f-]{36}$/i.test(String(i))) }
}

/** The agreement for somebody who may do this to it now; 403, 404, 409 otherwise. */
async function ambilUntuk(db: BasisData, req: Request, res: Response, tindakan: TindakanPk): Promise<Pk> {
  const pelaku = pelakuDari(res)
  const pk = await ambilPk(db.baca, pelaku, { id: id(req) })
  pastikanHakPk(pelaku, pk, tindakan)
  return pk
}

const kembali = (req: Request, kesalahan?: Kesalahan) => (kesalahan ? { badan: req.body as unknown, kesalahan } : {})

async function tampilkanBaru(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const hari = hariIni(pelaku)
  const semua = await daftarPemegang(db.baca, pelaku, hari)
  const milik = semua.filter((p) => pelaku.penugasan.some((j) => j.id === p.penugasanId))
  const pemegang = pelaku.peran.some((p) => PENYUSUN_PK.includes(p)) ? semua : milik
  const tahun = tahunDari(req.query.tahun, tahunIni(pelaku))
  const vm = susunBaru({ pemegang, tahun, sendiri: milik[0]?.penugasanId ?? '' }, kembali(req, kesalahan))
  halamanBaru(res, vm, kesalahan ? 422 : 200)
}

async function tampilkanPerubahan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pk = await ambilUntuk(db, req, res, 'BUAT_PERUBAHAN')
  halamanPerubahan(res, susunPerubahan(pk, kembali(req, kesalahan), hariIni(pelakuDari(res))), kesalahan ? 422 : 200)
}

async function tampilkanTarget(db: BasisData, req: Request, res: Response, kesalahan: Kesalahan): Promise<void> {
  const pk = await ambilUntuk(db, req, res, 'UBAH')
  halamanTarget(res, susunTarget(pk, kembali(req, kesalahan)), 422)
}

async function tampilkanLampiran(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const pk = await ambilUntuk(db, req, res, 'UBAH')
  const pilihan = await ambilPilihanAnggaran(db.baca, pelaku, pk)
  halamanLampiran(res, susunLampiran(pk, pilihan, kembali(req, kesalahan)), kesalahan ? 422 : 200)
}
