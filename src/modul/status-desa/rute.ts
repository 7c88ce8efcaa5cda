import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatPdf, kopKecamatan } from '../../inti/dokumen/index.ts'
import { galat } from '../../inti/galat/index.ts'
import {
  bacaIsian,
  berhasil,
  buatRute,
  isianKembali,
  type Kesalahan,
  pelakuDari,
  versi,
} from '../../inti/http/index.ts'
import { jam, tahunDari, tahunIni, tanggalLokal } from '../../inti/waktu/index.ts'
import { ambilKecamatan } from '../organisasi/index.ts'
import { PEMBACA_STATUS, PENULIS_STATUS } from './alur.ts'
import { susunDaftarStatus } from './dokumen-status.ts'
import { bacaTabel, isianDesa, isianTabel } from './isian.ts'
import { ambilDesa, daftarBatas, daftarDesa } from './kueri.ts'
import { pasangBatas } from './rute-batas.ts'
import { aturDesa, tambahDesa, ubahDesa } from './simpan-desa.ts'
import { simpanStatus } from './simpan-status.ts'
import {
  halamanDaftar,
  halamanDesa,
  halamanRiwayat,
  halamanTahun,
  susunDaftar,
  susunDesa,
  susunRiwayat,
  susunTahun,
} from './tampilan.ts'

const idDari = (req: Request) => String(req.params.id)

/** Status of the desa per year, mounted at /status-desa. */
export const ruteStatusDesa = (db: BasisData) => pasangBatas(pasangDesa(db), db)

const pasangDesa = (db: BasisData) =>
  buatRute()
    .get('/', PEMBACA_STATUS, async (req, res) =>
      tampilkanTahun(db, res, { tahun: tahunDiminta(req.query.tahun, res) }),
    )
    .post('/tahun/:tahun', PENULIS_STATUS, async (req, res) => {
      const tahun = tahunDiminta(req.params.tahun, res)
      if (String(tahun) !== req.params.tahun) throw galat.tidakDitemukan('Tahun')
      const { data, kesalahan } = bacaIsian(isianTabel, req.body)
      const salah = data
        ? await simpanStatus(db, pelakuDari(res), { ...data, tahun, baris: bacaTabel(req.body) })
        : kesalahan
      if (salah) return tampilkanTahun(db, res, { tahun, badan: req.body, kesalahan: salah })
      berhasil(res, `/status-desa?tahun=${tahun}`, 'status-desa-tersimpan')
    })
    .get('/tahun/:tahun/cetak', PEMBACA_STATUS, async (req, res) => cetak(db, res, tahunDiminta(req.params.tahun, res)))
    .get('/riwayat', PEMBACA_STATUS, async (_req, res) =>
      halamanRiwayat(
        res,
        susunRiwayat(await daftarDesa(db.baca, pelakuDari(res)), { tahunIni: tahunIni(pelakuDari(res)) }),
      ),
    )
    .get('/desa', PEMBACA_STATUS, async (_req, res) => tampilkanDaftar(db, res))
    .post('/desa', PENULIS_STATUS, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianDesa, req.body)
      const salah = data ? await tambahDesa(db, pelakuDari(res), data) : kesalahan
      if (salah) return tampilkanDaftar(db, res, { isian: isianKembali(req.body), kesalahan: salah })
      berhasil(res, '/status-desa/desa', 'desa-ditambah')
    })
    .get('/desa/:id', PENULIS_STATUS, async (req, res) =>
      halamanDesa(res, susunDesa(await ambilDesa(db.baca, pelakuDari(res), idDari(req)))),
    )
    .post('/desa/:id', PENULIS_STATUS, async (req, res) => {
      const desa = await ambilDesa(db.baca, pelakuDari(res), idDari(req))
      const { data, kesalahan } = bacaIsian(isianDesa, req.body)
      const salah = data ? await ubahDesa(db, pelakuDari(res), desa.id, data) : kesalahan
      if (salah) return halamanDesa(res, susunDesa(desa, { isian: isianKembali(req.body), kesalahan: salah }), 422)
      berhasil(res, '/status-desa/desa', 'desa-diubah')
    })
    .post('/desa/:id/pengeluaran', PENULIS_STATUS, async (req, res) => {
      await aturDesa(db, pelakuDari(res), idDari(req), { versi: versiDari(req), aktif: false })
      berhasil(res, '/status-desa/desa', 'desa-dikeluarkan')
    })
    .post('/desa/:id/pemasukan', PENULIS_STATUS, async (req, res) => {
      await aturDesa(db, pelakuDari(res), idDari(req), { versi: versiDari(req), aktif: true })
      berhasil(res, '/status-desa/desa', 'desa-dimasukkan')
    })

const versiDari = (req: Request): number => versi().parse((req.body as Record<string, unknown> | undefined)?.versi)
const tahunDiminta = (nilai: unknown, res: Response): number => tahunDari(nilai, tahunIni(pelakuDari(res)))

type Tahun = { readonly tahun: number; readonly badan?: unknown; readonly kesalahan?: Kesalahan }
async function tampilkanTahun(db: BasisData, res: Response, { tahun, badan, kesalahan }: Tahun): Promise<void> {
  const pelaku = pelakuDari(res)
  const [desa, batas] = [await daftarDesa(db.baca, pelaku), await daftarBatas(db.baca, pelaku)]
  const kembali = kesalahan ? { badan, isian: isianKembali(badan), kesalahan } : {}
  halamanTahun(
    res,
    susunTahun(pelaku, { desa, tahun, tahunIni: tahunIni(pelakuDari(res)), batas }, kembali),
    kesalahan ? 422 : 200,
  )
}

type Kembali = { readonly isian: Readonly<Record<string, string>>; readonly kesalahan: Kesalahan }
async function tampilkanDaftar(db: BasisData, res: Response, kembali?: Kembali): Promise<void> {
  const pelaku = pelakuDari(res)
  const desa = await daftarDesa(db.baca, pelaku)
  halamanDaftar(res, susunDaftar(pelaku, { desa, tahunIni: tahunIni(pelakuDari(res)) }, kembali), kembali ? 422 : 200)
}

async function cetak(db: BasisData, res: Response, tahun: number): Promise<void> {
  const pelaku = pelakuDari(res)
  const [desa, kecamatan] = await Promise.all([daftarDesa(db.baca, pelaku), ambilKecamatan(db.baca, pelaku)])
  const hari = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
  const pdf = await buatPdf(susunDaftarStatus({ desa, tahun, kop: kopKecamatan(kecamatan), hari }))
  res
    .type('pdf')
    .set('Content-Disposition', `inline; filename*=UTF-8''${encodeURIComponent(`Daftar Status Desa ${tahun}.pdf`)}`)
    .send(pdf)
}
