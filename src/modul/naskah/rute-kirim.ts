import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatPdf } from '../../inti/dokumen/index.ts'
import {
  bacaIsian,
  berhasil,
  isianKembali,
  type Kesalahan,
  pelakuDari,
  type RuteBerizin,
} from '../../inti/http/index.ts'
import { buatPenerima, daftarLampiran, hapusLampiran, unggahan } from '../berkas/index.ts'
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
import { isianPengiriman, isianPenomoran, isianPenyelesaian } from './isian-pengiriman.ts'
import { modelSurat } from './jenis-kirim.ts'
import { ambilBahanPengiriman, ambilPengiriman } from './kueri-pengiriman.ts'
import type { Lingkungan } from './rute-tanda-tangan.ts'
import { nomoriPengiriman, selesaikanPengiriman, simpanPengiriman } from './simpan-pengiriman.ts'
import { halamanKirim, susunHalamanKirim } from './tampilan-kirim.ts'
import { hariIni } from './tanda-tangani.ts'

const alamatDari = (req: Request) => alamatLangkah(req, 'kirim')
const halamanLangkah = (req: Request) => alamatHalaman(req, 'kirim')

/** Pages of the kind "kirim": letter, number, print, proof of delivery. */
export function pasangKirim(rute: RuteBerizin, db: BasisData, { gudang, batasMb }: Lingkungan): RuteBerizin {
  const { terimaDenganIsian } = buatPenerima(gudang, { batasMb })
  const kiriman = <I>(req: Request, isian: I) => ({ isian, berkas: unggahan(req, 'berkas'), gudang })
  return rute
    .get('/kirim', PERAN_SIKLUS, (req, res) => tampilkan(db, req, res))
    .get('/kirim/pratinjau', PERAN_PENULIS, async (req, res) => {
      const konteks = await ambilSebagaiPenyiap(db.baca, pelakuDari(res), alamatDari(req))
      const pengiriman = await ambilPengiriman(db.baca, konteks)
      const pdf = await buatPdf(await modelSurat(db.baca, pelakuDari(res), { konteks, pengiriman }))
      res.type('pdf').set('Content-Disposition', 'inline; filename="surat-pengantar.pdf"').send(pdf)
    })
    .post('/kirim', PERAN_PENULIS, terimaDenganIsian, async (req, res) => {
      await ambilSebagaiPenyiap(db.baca, pelakuDari(res), alamatDari(req))
      const { data, kesalahan } = bacaIsian(isianPengiriman, req.body)
      if (!data) return tampilkan(db, req, res, kesalahan)
      await simpanPengiriman(db, pelakuDari(res), alamatDari(req), kiriman(req, data))
      berhasil(res, halamanLangkah(req), 'surat-disimpan')
    })
    .post('/kirim/nomor', PERAN_PENULIS, terimaDenganIsian, async (req, res) => {
      await ambilSebagaiPelaksana(db.baca, pelakuDari(res), alamatDari(req))
      const { data, kesalahan } = bacaIsian(isianPenomoran(hariIni(pelakuDari(res))), req.body)
      if (!data) return tampilkan(db, req, res, kesalahan)
      await nomoriPengiriman(db, pelakuDari(res), alamatDari(req), kiriman(req, data))
      berhasil(res, halamanLangkah(req), 'surat-dinomori')
    })
    .post('/kirim/penyelesaian', PERAN_PENULIS, terimaDenganIsian, async (req, res) => {
      const { data, kesalahan } = await periksa(db, req, res)
      if (!data) return tampilkan(db, req, res, kesalahan)
      const isi = { ...kiriman(req, data.isian), penyelesaian: data.penyelesaian }
      const hasil = await selesaikanPengiriman(db, pelakuDari(res), alamatDari(req), isi)
      berhasil(res, `/siklus/${req.params.siklusId}`, pesanPenyelesaian(hasil))
    })
    .post('/kirim/berkas/:id/penghapusan', PERAN_PENULIS, async (req, res) => {
      const pelaku = pelakuDari(res)
      await ubahLangkah(db, pelaku, alamatDari(req), (tx, { siklus, langkah }) =>
        hapusLampiran(tx, pelaku, {
          id: String(req.params.id),
          tempat: { siklusId: siklus.id, langkahId: langkah.id },
        }),
      )
      berhasil(res, halamanLangkah(req), 'berkas-dilepas')
    })
}

/** What sends the work back needs no complete letter; everything else is a letter that went out. */
async function periksa(db: BasisData, req: Request, res: Response) {
  const konteks = await ambilSebagaiPelaksana(db.baca, pelakuDari(res), alamatDari(req))
  const tersimpan = await daftarLampiran(db, pelakuDari(res), konteks.langkah.id)
  const adaBukti = tersimpan.length + unggahan(req, 'berkas').length > 0
  const lengkap = isianPenyelesaian(hariIni(pelakuDari(res)), adaBukti)
  return bacaDenganPenyelesaian(konteks, req.body, (kembali) =>
    bacaIsian(kembali ? isianPengiriman : lengkap, req.body),
  )
}

async function tampilkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const konteks = await ambilLangkah(db.baca, pelaku, alamatDari(req))
  const [kepala, bahan, lampiran] = await Promise.all([
    susunKepala(db.baca, konteks, pelaku, { badan: req.body, kesalahan }),
    ambilBahanPengiriman(db.baca, pelaku, konteks),
    daftarLampiran(db, pelaku, konteks.langkah.id),
  ])
  const kembali = kesalahan ? { badan: req.body, isian: isianKembali(req.body), kesalahan } : {}
  halamanKirim(res, susunHalamanKirim({ kepala, konteks, ...bahan, lampiran, pelaku }, kembali), kesalahan ? 422 : 200)
}
