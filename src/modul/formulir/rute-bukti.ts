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
import { buatPenerima, type Gudang, unggahan } from '../berkas/index.ts'
import { hapusBukti } from './hapus-bukti.ts'
import { isianBukti } from './isian.ts'
import { pastikanBisaDiisi } from './jelaskan-penolakan.ts'
import { ambilFormulir } from './kueri.ts'
import { barisDari, daftarBukti } from './kueri-bukti.ts'
import { alamatBaris, idFormulir, PEMBACA, PENGISI, param } from './rute-umum.ts'
import { tambahBukti } from './tambah-bukti.ts'
import { halamanBukti, susunBukti } from './tampilan-bukti.ts'

export type LingkunganBukti = { readonly gudang: Gudang; readonly batasMb: number }

/** Evidence of a row: page, adding (files, link, paper), removal. */
export function pasangBukti(rute: RuteBerizin, db: BasisData, { gudang, batasMb }: LingkunganBukti): RuteBerizin {
  const { terimaUnggahan } = buatPenerima(gudang, { batasMb })
  const halaman = (req: Request) => `/formulir/${idFormulir(req)}/baris/${param(req, 'barisId')}/bukti`
  return rute
    .get('/:id/baris/:barisId/bukti', PEMBACA, (req, res) => tampilkan(db, req, res))
    .post('/:id/baris/:barisId/bukti', PENGISI, terimaUnggahan, async (req, res) => {
      pastikanBisaDiisi(pelakuDari(res), await ambilFormulir(db.baca, pelakuDari(res), idFormulir(req)))
      const { data, kesalahan } = bacaIsian(isianBukti, req.body)
      const berkas = unggahan(req, 'berkas')
      const lupa = data?.jenis === 'berkas' && berkas.length === 0
      if (!data || lupa) return tampilkan(db, req, res, lupa ? { berkas: 'Pilih berkasnya dahulu.' } : kesalahan)
      await tambahBukti(db, pelakuDari(res), alamatBaris(req), { gudang, isian: data, berkas })
      berhasil(res, halaman(req), 'bukti-ditambah')
    })
    .post('/:id/baris/:barisId/bukti/:buktiId/penghapusan', PENGISI, async (req, res) => {
      await hapusBukti(db, pelakuDari(res), { ...alamatBaris(req), buktiId: param(req, 'buktiId') })
      berhasil(res, halaman(req), 'bukti-dihapus')
    })
}

async function tampilkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const formulir = await ambilFormulir(db.baca, pelaku, idFormulir(req))
  const baris = barisDari(formulir, param(req, 'barisId'))
  const bukti = await daftarBukti(db.baca, pelaku, alamatBaris(req))
  const balasan = kesalahan ? { isian: isianKembali(req.body), kesalahan } : {}
  halamanBukti(res, susunBukti(formulir, pelaku, { baris, bukti, ...balasan }), kesalahan ? 422 : 200)
}
