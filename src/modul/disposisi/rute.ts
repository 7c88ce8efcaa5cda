import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { bacaIsian, berhasil, buatRute, isianKembali, type Kesalahan, pelakuDari } from '../../inti/http/index.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { buatPenerima, daftarLampiran, type Gudang, hapusLampiran, unggahan } from '../berkas/index.ts'
import {
  alamatHalaman,
  alamatLangkah,
  ambilLangkah,
  ambilSebagaiPelaksana,
  ambilSebagaiPenyiap,
  bacaDenganPenyelesaian,
  PERAN_PENULIS,
  PERAN_SIKLUS,
  pesanPenyelesaian,
  susunKepala,
  ubahLangkah,
} from '../siklus/index.ts'
import { isianDisposisi, isianPenerbitan } from './isian.ts'
import { cariDisposisi, daftarTujuan } from './kueri.ts'
import { simpanDisposisi, tempat } from './simpan-disposisi.ts'
import { halamanDisposisi, susunDisposisi } from './tampilan.ts'
import { terbitkanDisposisi } from './terbitkan-disposisi.ts'

const alamatDari = (req: Request) => alamatLangkah(req, 'disposisi')
const hariIni = (res: Response) => tanggalLokal(jam.sekarang(), pelakuDari(res).zonaWaktu)

/** Screens of the step kind "disposisi", mounted at /siklus/:siklusId/langkah/:kode. */
export const ruteDisposisi = (db: BasisData, { gudang, batasMb }: { gudang: Gudang; batasMb: number }) => {
  const { terimaDenganIsian } = buatPenerima(gudang, { batasMb })
  return buatRute()
    .get('/disposisi', PERAN_SIKLUS, async (req, res) => tampilkan(db, req, res))
    .post('/disposisi', PERAN_PENULIS, terimaDenganIsian, async (req, res) => {
      const pelaku = pelakuDari(res)
      await ambilSebagaiPenyiap(db.baca, pelaku, alamatDari(req))
      const { data, kesalahan } = bacaIsian(isianDisposisi, req.body)
      if (!data) return tampilkan(db, req, res, kesalahan)
      await simpanDisposisi(db, pelaku, alamatDari(req), {
        isian: data,
        berkas: unggahan(req, 'berkas'),
        gudang,
        hariIni: hariIni(res),
      })
      berhasil(res, halamanLangkah(req), 'disposisi-disimpan')
    })
    .post('/disposisi/penerbitan', PERAN_PENULIS, terimaDenganIsian, async (req, res) => {
      const pelaku = pelakuDari(res)
      const konteks = await ambilSebagaiPelaksana(db.baca, pelaku, alamatDari(req))
      const { data, kesalahan } = bacaDenganPenyelesaian(konteks, req.body, (kembali) =>
        bacaIsian(kembali ? isianDisposisi : isianPenerbitan(hariIni(res)), req.body),
      )
      if (!data) return tampilkan(db, req, res, kesalahan)
      const kiriman = { ...data, berkas: unggahan(req, 'berkas'), gudang, hariIni: hariIni(res) }
      const hasil = await terbitkanDisposisi(db, pelaku, alamatDari(req), kiriman)
      berhasil(res, `/siklus/${konteks.siklus.id}`, pesanPenyelesaian(hasil, 'disposisi-terbit'))
    })
    .post('/disposisi/berkas/:id/penghapusan', PERAN_PENULIS, async (req, res) => {
      const pelaku = pelakuDari(res)
      await ubahLangkah(db, pelaku, alamatDari(req), (tx, konteks) =>
        hapusLampiran(tx, pelaku, { id: String(req.params.id), tempat: tempat(konteks) }),
      )
      berhasil(res, halamanLangkah(req), 'berkas-dilepas')
    })
}

const halamanLangkah = (req: Request) => alamatHalaman(req, 'disposisi')

async function tampilkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const konteks = await ambilLangkah(db.baca, pelaku, alamatDari(req))
  const [kepala, disposisi, tujuan, lampiran] = await Promise.all([
    susunKepala(db.baca, konteks, pelaku, { badan: req.body, kesalahan }),
    cariDisposisi(db.baca, konteks),
    daftarTujuan(db.baca, pelaku, hariIni(res)),
    daftarLampiran(db, pelaku, konteks.langkah.id),
  ])
  const vm = susunDisposisi(
    { kepala, disposisi, tujuan, lampiran, pelaku },
    kesalahan ? { isian: isianKembali(req.body), kesalahan } : {},
  )
  halamanDisposisi(res, vm, kesalahan ? 422 : 200)
}
