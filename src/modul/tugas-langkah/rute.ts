import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import {
  bacaIsian,
  berhasil,
  buatRute,
  isianKembali,
  type Kesalahan,
  pelakuDari,
  type RuteBerizin,
} from '../../inti/http/index.ts'
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
import { isianTugas } from './isian.ts'
import { jenisTugas } from './jenis-tugas.ts'
import { cariTugas } from './kueri.ts'
import { selesaikanTugas, simpanTugas } from './simpan-tugas.ts'
import { halamanTugas, susunTugas } from './tampilan.ts'

type Bahan = {
  readonly db: BasisData
  readonly gudang: Gudang
  readonly terimaDenganIsian: ReturnType<typeof buatPenerima>['terimaDenganIsian']
}

/** Screens of the plain step, the same for every kind that runs as one; mounted at /siklus/:siklusId/langkah/:kode. */
export function ruteTugasLangkah(db: BasisData, { gudang, batasMb }: { gudang: Gudang; batasMb: number }): RuteBerizin {
  const rute = buatRute()
  const { terimaDenganIsian } = buatPenerima(gudang, { batasMb })
  pasang(rute, jenisTugas.kode, { db, gudang, terimaDenganIsian })
  return rute
}

function pasang(rute: RuteBerizin, jenis: string, { db, gudang, terimaDenganIsian }: Bahan): void {
  const alamatDari = (req: Request) => alamatLangkah(req, jenis)
  rute
    .get(`/${jenis}`, PERAN_SIKLUS, async (req, res) => tampilkan(db, { req, res, jenis }))
    .post(`/${jenis}`, PERAN_PENULIS, terimaDenganIsian, async (req, res) => {
      await ambilSebagaiPenyiap(db.baca, pelakuDari(res), alamatDari(req))
      const { data, kesalahan } = bacaIsian(isianTugas, req.body)
      if (!data) return tampilkan(db, { req, res, jenis }, kesalahan)
      await simpanTugas(db, pelakuDari(res), alamatDari(req), { isian: data, berkas: unggahan(req, 'berkas'), gudang })
      berhasil(res, alamatHalaman(req, jenis), 'tugas-disimpan')
    })
    .post(`/${jenis}/penyelesaian`, PERAN_PENULIS, terimaDenganIsian, async (req, res) => {
      const konteks = await ambilSebagaiPelaksana(db.baca, pelakuDari(res), alamatDari(req))
      const { data, kesalahan } = bacaDenganPenyelesaian(konteks, req.body, () => bacaIsian(isianTugas, req.body))
      if (!data) return tampilkan(db, { req, res, jenis }, kesalahan)
      const kiriman = { ...data, berkas: unggahan(req, 'berkas'), gudang }
      const hasil = await selesaikanTugas(db, pelakuDari(res), alamatDari(req), kiriman)
      berhasil(res, `/siklus/${req.params.siklusId}`, pesanPenyelesaian(hasil))
    })
    .post(`/${jenis}/berkas/:id/penghapusan`, PERAN_PENULIS, async (req, res) => {
      const pelaku = pelakuDari(res)
      await ubahLangkah(db, pelaku, alamatDari(req), (tx, { siklus, langkah }) =>
        hapusLampiran(tx, pelaku, {
          id: String(req.params.id),
          tempat: { siklusId: siklus.id, langkahId: langkah.id },
        }),
      )
      berhasil(res, alamatHalaman(req, jenis), 'berkas-dilepas')
    })
}

type Permintaan = { readonly req: Request; readonly res: Response; readonly jenis: string }

async function tampilkan(db: BasisData, { req, res, jenis }: Permintaan, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const konteks = await ambilLangkah(db.baca, pelaku, alamatLangkah(req, jenis))
  const [kepala, tugas, lampiran] = await Promise.all([
    susunKepala(db.baca, konteks, pelaku, { badan: req.body, kesalahan }),
    cariTugas(db.baca, konteks),
    daftarLampiran(db, pelaku, konteks.langkah.id),
  ])
  const kembali = kesalahan ? { isian: isianKembali(req.body), kesalahan } : {}
  halamanTugas(res, susunTugas({ kepala, konteks, tugas, lampiran }, kembali), kesalahan ? 422 : 200)
}
