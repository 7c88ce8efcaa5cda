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
import { buatPenerima, unggahan } from '../berkas/index.ts'
import { daftarPejabat } from '../organisasi/index.ts'
import {
  alamatHalaman,
  alamatLangkah,
  ambilLangkah,
  ambilSebagaiPenyiap,
  PERAN_PENULIS,
  PERAN_SIKLUS,
  susunKepala,
} from '../siklus/index.ts'
import { bagikanFormulir } from './bagikan-formulir.ts'
import { ambilIsianLangkah } from './cakupan-unit.ts'
import { isianTandaTerima } from './isian.ts'
import { salahPindaian } from './kertas/pindaian.ts'
import type { LingkunganBukti } from './rute-bukti.ts'
import { selesaikan } from './rute-umum.ts'
import { halamanDistribusi, susunDistribusi } from './tampilan-distribusi.ts'
import { catatTandaTerimaKertas } from './terima-formulir.ts'

const JENIS = 'distribusi'
const alamat = (req: Request) => alamatLangkah(req, JENIS)

/** Page of the kind "distribusi": hand out, record a receipt on paper, finish. */
export function pasangDistribusi(rute: RuteBerizin, db: BasisData, { gudang, batasMb }: LingkunganBukti): RuteBerizin {
  const { terimaDenganIsian } = buatPenerima(gudang, { batasMb, maksBerkas: 1 })
  return rute
    .get('/distribusi', PERAN_SIKLUS, (req, res) => tampilkan(db, req, res))
    .post('/distribusi/pembagian', PERAN_PENULIS, async (req, res) => {
      await bagikanFormulir(db, pelakuDari(res), alamat(req))
      berhasil(res, alamatHalaman(req, JENIS), 'formulir-dibagikan')
    })
    .post('/distribusi/tanda-terima', PERAN_PENULIS, terimaDenganIsian, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianTandaTerima, req.body)
      const [berkas] = unggahan(req, 'berkas')
      const salah = { ...salahPindaian(berkas?.mime, ''), ...kesalahan }
      if (!data || Object.keys(salah).length > 0) {
        await ambilSebagaiPenyiap(db.baca, pelakuDari(res), alamat(req))
        return tampilkan(db, req, res, salah)
      }
      await catatTandaTerimaKertas(db, pelakuDari(res), alamat(req), { ...data, gudang, berkas })
      berhasil(res, alamatHalaman(req, JENIS), 'tanda-terima-dicatat')
    })
    .post('/distribusi/penyelesaian', PERAN_PENULIS, (req, res) =>
      selesaikan(db, { req, res, jenis: JENIS }, (kesalahan) => tampilkan(db, req, res, kesalahan)),
    )
}

async function tampilkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const konteks = await ambilLangkah(db.baca, pelaku, alamat(req))
  const [kepala, formulir, pejabat] = await Promise.all([
    susunKepala(db.baca, konteks, pelaku, { badan: req.body, kesalahan }),
    ambilIsianLangkah(db.baca, pelaku, konteks),
    daftarPejabat(db.baca, pelaku, tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)),
  ])
  const balasan = kesalahan ? { isian: isianKembali(req.body), kesalahan } : {}
  halamanDistribusi(
    res,
    susunDistribusi({ kepala, konteks, formulir, pejabat, pelaku, ...balasan }),
    kesalahan ? 422 : 200,
  )
}
