import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { bacaIsian, berhasil, buatRute, type Kesalahan, pelakuDari } from '../../inti/http/index.ts'
import { tahunDari, tahunIni } from '../../inti/waktu/index.ts'
import { ambilKecamatan } from '../organisasi/index.ts'
import { kirimDokumen, PEMBACA_PERENCANAAN } from '../perencanaan/index.ts'
import { PENULIS_AKSI } from './alur.ts'
import { susunDokumenRencana } from './dokumen-rencana.ts'
import { bukaTriwulan, isiRealisasi, laporkanTriwulan, pastikanTriwulan } from './isi-triwulan.ts'
import { isianAksi, isianBuka, isianTriwulan, isianVersi } from './isian.ts'
import { ambilRencana, daftarJabatan, daftarRencana, hariIni } from './kueri.ts'
import { cariAksi, hapusAksi, pastikanSusun, tambahAksi, ubahAksi } from './simpan-aksi.ts'
import { halamanDaftarRencana, halamanRencana, susunDaftar, susunRencana } from './tampilan.ts'
import { halamanIsianAksi, halamanTriwulan, susunIsianAksi, susunTriwulan } from './tampilan-isian.ts'

const pkId = (req: Request) => String(req.params.id)
const rencana = (req: Request) => `/rencana-aksi/${pkId(req)}`
const versi = (req: Request) => isianVersi.parse(req.body ?? {}).versi

/** Rencana aksi per indicator of an agreement: plan, realisation quarter by quarter, print. */
export function ruteRencanaAksi(db: BasisData) {
  const rute = buatRute()
    .get('/', PEMBACA_PERENCANAAN, async (req, res) => {
      const pelaku = pelakuDari(res)
      const kini = tahunIni(pelaku)
      const tahun = tahunDari(req.query.tahun, kini)
      halamanDaftarRencana(res, susunDaftar(await daftarRencana(db.baca, pelaku, tahun), tahun, kini))
    })
    .get('/:id', PEMBACA_PERENCANAAN, async (req, res) => {
      const pelaku = pelakuDari(res)
      halamanRencana(res, susunRencana(await ambilRencana(db.baca, pelaku, { id: pkId(req) }), pelaku))
    })
    .get('/:id/pdf', PEMBACA_PERENCANAAN, async (req, res) => {
      await kirimDokumen(res, await siapkan(db, req, res), 'pdf')
    })
    .get('/:id/word', PEMBACA_PERENCANAAN, async (req, res) => {
      await kirimDokumen(res, await siapkan(db, req, res), 'word')
    })
  pasangAksi(rute, db)
  return pasangTriwulan(rute, db)
}

type Rute = ReturnType<typeof buatRute>
function pasangAksi(rute: Rute, db: BasisData): Rute {
  return rute
    .get('/:id/aksi/baru', PENULIS_AKSI, (req, res) => tampilkanAksi(db, req, res))
    .post('/:id/aksi', PENULIS_AKSI, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianAksi, req.body)
      const salah = data ? await tambahAksi(db, pelakuDari(res), { pkId: pkId(req), isian: data }) : kesalahan
      if (salah) return tampilkanAksi(db, req, res, salah)
      berhasil(res, rencana(req), 'aksi-disimpan')
    })
    .get('/:id/aksi/:aksiId', PENULIS_AKSI, (req, res) => tampilkanAksi(db, req, res))
    .post('/:id/aksi/:aksiId', PENULIS_AKSI, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianAksi, req.body)
      const alamat = { pkId: pkId(req), id: String(req.params.aksiId) }
      const salah = data ? await ubahAksi(db, pelakuDari(res), { ...alamat, isian: data }) : kesalahan
      if (salah) return tampilkanAksi(db, req, res, salah)
      berhasil(res, rencana(req), 'aksi-disimpan')
    })
    .post('/:id/aksi/:aksiId/penghapusan', PENULIS_AKSI, async (req, res) => {
      await hapusAksi(db, pelakuDari(res), { pkId: pkId(req), id: String(req.params.aksiId), versi: versi(req) })
      berhasil(res, rencana(req), 'aksi-dihapus')
    })
}

function pasangTriwulan(rute: Rute, db: BasisData): Rute {
  return rute
    .get('/:id/triwulan/:triwulan', PEMBACA_PERENCANAAN, (req, res) => tampilkanTriwulan(db, req, res))
    .post('/:id/triwulan/:triwulan', PENULIS_AKSI, async (req, res) => {
      const alamat = alamatTriwulan(req)
      await pastikan(db, req, res, 'ISI')
      const { data, kesalahan } = bacaIsian(isianTriwulan, req.body)
      if (!data) return tampilkanTriwulan(db, req, res, kesalahan)
      await isiRealisasi(db, pelakuDari(res), { ...alamat, ...data })
      berhasil(res, `${rencana(req)}/triwulan/${alamat.triwulan}`, 'aksi-realisasi')
    })
    .post('/:id/triwulan/:triwulan/pelaporan', PENULIS_AKSI, async (req, res) => {
      const salah = await laporkanTriwulan(db, pelakuDari(res), { ...alamatTriwulan(req), versi: versi(req) })
      if (salah) return tampilkanTriwulan(db, req, res, salah)
      berhasil(res, rencana(req), 'aksi-dilaporkan')
    })
    .post('/:id/triwulan/:triwulan/pembukaan', PENULIS_AKSI, async (req, res) => {
      await pastikan(db, req, res, 'BUKA')
      const { data, kesalahan } = bacaIsian(isianBuka, req.body)
      if (!data) return tampilkanTriwulan(db, req, res, kesalahan)
      await bukaTriwulan(db, pelakuDari(res), { ...alamatTriwulan(req), ...data })
      berhasil(res, `${rencana(req)}/triwulan/${req.params.triwulan}`, 'aksi-dibuka')
    })
}

/** 404 for a quarter that there is not. */
function alamatTriwulan(req: Request): { pkId: string; triwulan: number } {
  if (!/^[1-4]$/.test(String(req.params.triwulan))) throw galat.tidakDitemukan('Triwulan')
  return { pkId: pkId(req), triwulan: Number(req.params.triwulan) }
}

async function pastikan(db: BasisData, req: Request, res: Response, tindakan: 'ISI' | 'BUKA'): Promise<void> {
  const pelaku = pelakuDari(res)
  const { triwulan } = alamatTriwulan(req)
  pastikanTriwulan(pelaku, await ambilRencana(db.baca, pelaku, { id: pkId(req) }), { tindakan, triwulan })
}

const kembali = (req: Request, kesalahan?: Kesalahan) => (kesalahan ? { badan: req.body as unknown, kesalahan } : {})

async function tampilkanAksi(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const [isi, jabatan] = await Promise.all([
    ambilRencana(db.baca, pelaku, { id: pkId(req) }),
    daftarJabatan(db.baca, pelaku),
  ])
  pastikanSusun(pelaku, isi)
  const aksi = req.params.aksiId ? cariAksi(isi, String(req.params.aksiId)) : null
  const bahan = { aksi, indikator: String(req.query.indikator ?? ''), jabatan }
  halamanIsianAksi(res, susunIsianAksi(isi, bahan, kembali(req, kesalahan)), kesalahan ? 422 : 200)
}

async function tampilkanTriwulan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const { triwulan } = alamatTriwulan(req)
  const isi = await ambilRencana(db.baca, pelaku, { id: pkId(req) })
  // a refusal of the report or of the reason came without the rows: they are shown as they are stored
  const badan = kesalahan && Object.keys(kesalahan).some((nama) => nama.startsWith('realisasi')) ? req.body : undefined
  const vm = susunTriwulan(isi, { pelaku, triwulan }, { badan, kesalahan })
  halamanTriwulan(res, vm, kesalahan ? 422 : 200)
}

async function siapkan(db: BasisData, req: Request, res: Response) {
  const pelaku = pelakuDari(res)
  const [isi, kecamatan] = await Promise.all([
    ambilRencana(db.baca, pelaku, { id: pkId(req) }),
    ambilKecamatan(db.baca, pelaku),
  ])
  return susunDokumenRencana(isi, { kecamatan, hari: hariIni(pelaku) })
}
