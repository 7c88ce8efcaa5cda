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
import { ambilUnggahan, buangUnggahan, buatPenerima, type Gudang, unggahan } from '../berkas/index.ts'
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
  const { terimaDenganIsian } = buatPenerima(gudang, { batasMb })
  const halaman = (req: Request) => `/formulir/${idFormulir(req)}/baris/${param(req, 'barisId')}/bukti`
  return rute
    .get('/:id/baris/:barisId/bukti', PEMBACA, (req, res) => tampilkan({ db, batasMb }, req, res))
    .post('/:id/baris/:barisId/bukti', PENGISI, terimaDenganIsian, async (req, res) => {
      pastikanBisaDiisi(pelakuDari(res), await ambilFormulir(db.baca, pelakuDari(res), idFormulir(req)))
      const { data, kesalahan } = bacaIsian(isianBukti, req.body)
      const bertahap = await ambilUnggahan(gudang, pelakuDari(res), req.body)
      res.on('close', () => void buangUnggahan(gudang, bertahap))
      const berkas = [...unggahan(req, 'berkas'), ...bertahap.berkas]
      const lupa = data?.jenis === 'berkas' && berkas.length === 0 && !bertahap.hilang
      if (!data || lupa)
        return tampilkan({ db, batasMb }, req, res, lupa ? { berkas: 'Pilih berkasnya dahulu.' } : kesalahan)
      await tambahBukti(db, pelakuDari(res), alamatBaris(req), { gudang, isian: data, berkas, hilang: bertahap.hilang })
      berhasil(res, halaman(req), 'bukti-ditambah')
    })
    .post('/:id/baris/:barisId/bukti/:buktiId/penghapusan', PENGISI, async (req, res) => {
      await hapusBukti(db, pelakuDari(res), { ...alamatBaris(req), buktiId: param(req, 'buktiId') })
      berhasil(res, halaman(req), 'bukti-dihapus')
    })
}

type Tampilan = { db: BasisData; batasMb: number }
async function tampilkan({ db, batasMb }: Tampilan, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const formulir = await ambilFormulir(db.baca, pelaku, idFormulir(req))
  const baris = barisDari(formulir, param(req, 'barisId'))
  const bukti = await daftarBukti(db.baca, pelaku, { formulirId: formulir.id })
  const balasan = kesalahan ? { isian: isianKembali(req.body), kesalahan } : {}
  halamanBukti(res, susunBukti(formulir, pelaku, { baris, bukti, batasMb, ...balasan }), kesalahan ? 422 : 200)
}
