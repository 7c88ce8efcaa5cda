import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { bacaIsian, berhasil, buatRute, isianKembali, type Kesalahan, pelakuDari } from '../../inti/http/index.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { buatPenerima, daftarLampiran, type Gudang, hapusLampiran, unggahan } from '../berkas/index.ts'
import {
  alamatHalaman,
  alamatLangkah,
  ambilLangkah,
  ambilOrangKantor,
  ambilSebagaiPelaksana,
  ambilSebagaiPenyiap,
  bacaDenganPenyelesaian,
  PERAN_PENULIS,
  PERAN_SIKLUS,
  pesanPenyelesaian,
  susunKepala,
  ubahLangkah,
} from '../siklus/index.ts'
import { isianInstruksi, isianPenerbitan } from './isian.ts'
import { cariInstruksi } from './kueri.ts'
import { susunPenerima } from './penerima.ts'
import { simpanInstruksi, tempat } from './simpan-instruksi.ts'
import { halamanInstruksi, susunInstruksi } from './tampilan.ts'
import { terbitkanInstruksi } from './terbitkan-instruksi.ts'

const alamatDari = (req: Request) => alamatLangkah(req, 'instruksi')
const halamanLangkah = (req: Request) => alamatHalaman(req, 'instruksi')

/** Screens of the step kind "instruksi", mounted at /siklus/:siklusId/langkah/:kode. */
export const ruteInstruksi = (db: BasisData, { gudang, batasMb }: { gudang: Gudang; batasMb: number }) => {
  const { terimaDenganIsian } = buatPenerima(gudang, { batasMb })
  return buatRute()
    .get('/instruksi', PERAN_SIKLUS, (req, res) => tampilkan(db, req, res))
    .post('/instruksi', PERAN_PENULIS, terimaDenganIsian, async (req, res) => {
      await ambilSebagaiPenyiap(db.baca, pelakuDari(res), alamatDari(req))
      const { data, kesalahan } = bacaIsian(isianInstruksi, req.body)
      if (!data) return tampilkan(db, req, res, kesalahan)
      await simpanInstruksi(db, pelakuDari(res), alamatDari(req), {
        isian: data,
        berkas: unggahan(req, 'berkas'),
        gudang,
      })
      berhasil(res, halamanLangkah(req), 'instruksi-disimpan')
    })
    .post('/instruksi/penerbitan', PERAN_PENULIS, terimaDenganIsian, async (req, res) => {
      const { data, kesalahan } = await periksaPenerbitan(db, req, res)
      if (!data) return tampilkan(db, req, res, kesalahan)
      const kiriman = { ...data, berkas: unggahan(req, 'berkas'), gudang }
      const hasil = await terbitkanInstruksi(db, pelakuDari(res), alamatDari(req), kiriman)
      berhasil(res, `/siklus/${req.params.siklusId}`, pesanPenyelesaian(hasil))
    })
    .post('/instruksi/berkas/:id/penghapusan', PERAN_PENULIS, async (req, res) => {
      const pelaku = pelakuDari(res)
      await ubahLangkah(db, pelaku, alamatDari(req), (tx, konteks) =>
        hapusLampiran(tx, pelaku, { id: String(req.params.id), tempat: tempat(konteks) }),
      )
      berhasil(res, halamanLangkah(req), 'berkas-dilepas')
    })
}

/** Right and state first, then the fields; what sends the work back needs no complete sheet. */
async function periksaPenerbitan(db: BasisData, req: Request, res: Response) {
  const pelaku = pelakuDari(res)
  const konteks = await ambilSebagaiPelaksana(db.baca, pelaku, alamatDari(req))
  const hariIni = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
  return bacaDenganPenyelesaian(konteks, req.body, (kembali) =>
    bacaIsian(kembali ? isianInstruksi : isianPenerbitan(hariIni), req.body),
  )
}

async function tampilkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const konteks = await ambilLangkah(db.baca, pelaku, alamatDari(req))
  const [kepala, instruksi, orang, lampiran] = await Promise.all([
    susunKepala(db.baca, konteks, pelaku, { badan: req.body, kesalahan }),
    cariInstruksi(db.baca, konteks),
    ambilOrangKantor(db.baca, pelaku),
    daftarLampiran(db, pelaku, konteks.langkah.id),
  ])
  const bahan = { kepala, instruksi, penerima: susunPenerima(konteks, orang), lampiran, pelaku }
  const kembali = kesalahan ? { isian: isianKembali(req.body), kesalahan } : {}
  halamanInstruksi(res, susunInstruksi(bahan, kembali), kesalahan ? 422 : 200)
}
