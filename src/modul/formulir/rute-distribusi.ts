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
import { daftarPejabat } from '../organisasi/index.ts'
import { ambilLangkah, PERAN_PENULIS, PERAN_SIKLUS, susunKepala } from '../siklus/index.ts'
import { bagikanFormulir } from './bagikan-formulir.ts'
import { isianTandaTerima } from './isian.ts'
import { ambilIsianSiklus } from './kueri.ts'
import { alamatLangkah, halamanLangkah, pastikanGiliran, selesaikan } from './rute-umum.ts'
import { halamanDistribusi, susunDistribusi } from './tampilan-distribusi.ts'
import { catatTandaTerimaKertas } from './terima-formulir.ts'

const JENIS = 'distribusi'
const alamat = (req: Request) => alamatLangkah(req, JENIS)

/** Page of the kind "distribusi": hand out, record a receipt on paper, finish. */
export const pasangDistribusi = (rute: RuteBerizin, db: BasisData): RuteBerizin =>
  rute
    .get('/distribusi', PERAN_SIKLUS, (req, res) => tampilkan(db, req, res))
    .post('/distribusi/pembagian', PERAN_PENULIS, async (req, res) => {
      await bagikanFormulir(db, pelakuDari(res), alamat(req))
      berhasil(res, halamanLangkah(req, JENIS), 'formulir-dibagikan')
    })
    .post('/distribusi/tanda-terima', PERAN_PENULIS, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianTandaTerima, req.body)
      if (!data) {
        await pastikanGiliran(db, pelakuDari(res), alamat(req))
        return tampilkan(db, req, res, kesalahan)
      }
      await catatTandaTerimaKertas(db, pelakuDari(res), alamat(req), data)
      berhasil(res, halamanLangkah(req, JENIS), 'tanda-terima-dicatat')
    })
    .post('/distribusi/penyelesaian', PERAN_PENULIS, (req, res) =>
      selesaikan(db, { req, res, jenis: JENIS }, (kesalahan) => tampilkan(db, req, res, kesalahan)),
    )

async function tampilkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const konteks = await ambilLangkah(db.baca, pelaku, alamat(req))
  const [kepala, formulir, pejabat] = await Promise.all([
    susunKepala(db.baca, konteks, pelaku, { badan: req.body, kesalahan }),
    ambilIsianSiklus(db.baca, pelaku, konteks.siklus.id),
    daftarPejabat(db.baca, pelaku, tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)),
  ])
  const balasan = kesalahan ? { isian: isianKembali(req.body), kesalahan } : {}
  halamanDistribusi(
    res,
    susunDistribusi({ kepala, konteks, formulir, pejabat, pelaku, ...balasan }),
    kesalahan ? 422 : 200,
  )
}
