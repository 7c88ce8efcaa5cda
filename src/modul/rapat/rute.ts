import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatPdf, type Dokumen } from '../../inti/dokumen/index.ts'
import { bacaIsian, berhasil, berkasDitolak, buatRute, type Kesalahan, pelakuDari } from '../../inti/http/index.ts'
import { buatPenerima, daftarLampiran, type Gudang, hapusLampiran, lampirkan, unggahan } from '../berkas/index.ts'
import {
  alamatHalaman,
  alamatLangkah,
  ambilBahanDokumen,
  ambilLangkah,
  ambilSebagaiPelaksana,
  ambilSebagaiPenyiap,
  bacaDenganPenyelesaian,
  type KonteksLangkah,
  PERAN_PENULIS,
  PERAN_SIKLUS,
  pesanPenyelesaian,
  susunKepala,
  ubahLangkah,
} from '../siklus/index.ts'
import { isianRapat } from './isian.ts'
import { pengundang, pokok } from './jenis-rapat.ts'
import { gabungkan, kurangKeputusan, kurangRapat, periksaHubungan } from './kelengkapan-rapat.ts'
import { ambilRapat, cariRapat, type Rapat } from './kueri.ts'
import { nomoriUndangan } from './nomori-undangan.ts'
import { selesaikanRapat } from './selesaikan-rapat.ts'
import { simpanRapat } from './simpan-rapat.ts'
import { susunDaftarHadir } from './susun-daftar-hadir.ts'
import { type BahanRapat, susunUndangan } from './susun-undangan.ts'
import { halamanRapat, susunRapat } from './tampilan.ts'

const alamatDari = (req: Request) => alamatLangkah(req, 'rapat')
const halamanLangkah = (req: Request) => alamatHalaman(req, 'rapat')

/** Screens of the step kind "rapat", mounted at /siklus/:siklusId/langkah/:kode. */
export const ruteRapat = (db: BasisData, { gudang, batasMb }: { gudang: Gudang; batasMb: number }) => {
  const { terimaDenganIsian } = buatPenerima(gudang, { batasMb })
  return buatRute()
    .get('/rapat', PERAN_SIKLUS, async (req, res) => tampilkan(db, req, res))
    .post('/rapat', PERAN_PENULIS, async (req, res) => {
      const pelaku = pelakuDari(res)
      const konteks = await ambilSebagaiPenyiap(db.baca, pelaku, alamatDari(req))
      const rapat = await ambilRapat(db.baca, konteks)
      const { data, kesalahan } = periksaIsian(rapat, { badan: req.body, selesai: false })
      if (!data) return tampilkan(db, req, res, kesalahan)
      await simpanRapat(db, pelaku, alamatDari(req), data)
      berhasil(res, halamanLangkah(req), 'rapat-disimpan')
    })
    .post('/rapat/penyelesaian', PERAN_PENULIS, async (req, res) => {
      const pelaku = pelakuDari(res)
      const konteks = await ambilSebagaiPelaksana(db.baca, pelaku, alamatDari(req))
      const rapat = await ambilRapat(db.baca, konteks)
      const { data, kesalahan } = bacaDenganPenyelesaian(konteks, req.body, (kembali) =>
        periksaIsian(rapat, { badan: req.body, selesai: !kembali }),
      )
      if (!data) return tampilkan(db, req, res, kesalahan)
      const hasil = await selesaikanRapat(db, pelaku, alamatDari(req), data)
      berhasil(res, `/siklus/${konteks.siklus.id}`, pesanPenyelesaian(hasil, 'rapat-selesai'))
    })
    .post('/rapat/nomor-undangan', PERAN_PENULIS, async (req, res) => {
      await nomoriUndangan(db, pelakuDari(res), alamatDari(req), { versi: Number(req.body?.versi) || 0 })
      berhasil(res, halamanLangkah(req), 'undangan-dinomori')
    })
    .post('/rapat/berkas', PERAN_PENULIS, terimaDenganIsian, async (req, res) => unggahBerkas(db, req, res, gudang))
    .post('/rapat/berkas/:id/penghapusan', PERAN_PENULIS, async (req, res) => {
      const pelaku = pelakuDari(res)
      await ubahLangkah(db, pelaku, alamatDari(req), (tx, konteks) =>
        hapusLampiran(tx, pelaku, { id: String(req.params.id), tempat: tempat(konteks) }),
      )
      berhasil(res, halamanLangkah(req), 'berkas-dilepas')
    })
    .get('/rapat/undangan', PERAN_SIKLUS, async (req, res) => kirimPdf(db, req, res, susunUndangan))
    .get('/rapat/daftar-hadir', PERAN_SIKLUS, async (req, res) =>
      kirimPdf(db, req, res, (isi) => susunDaftarHadir(isi, { selesai: false })),
    )
}

async function unggahBerkas(db: BasisData, req: Request, res: Response, gudang: Gudang): Promise<void> {
  const pelaku = pelakuDari(res)
  const konteks = await ambilSebagaiPenyiap(db.baca, pelaku, alamatDari(req))
  const berkas = unggahan(req, 'berkas')
  const ditolak = berkasDitolak(req.body)
  if (berkas.length === 0 || ditolak.berkas)
    return tampilkan(db, req, res, { berkas: 'Pilih berkas yang akan diunggah.', ...ditolak }, { simpanIsian: false })
  await ubahLangkah(db, pelaku, alamatDari(req), (tx) =>
    lampirkan(tx, pelaku, { gudang, berkas, tempat: tempat(konteks), keterangan: 'Rapat' }),
  )
  berhasil(res, halamanLangkah(req), 'foto-diunggah')
}

const tempat = ({ siklus, langkah }: KonteksLangkah) => ({ siklusId: siklus.id, langkahId: langkah.id })

/** Fields, then what holds between them, then (to finish) what is still missing; all sentences at once. */
function periksaIsian(
  rapat: Rapat,
  { badan, selesai }: { badan: unknown; selesai: boolean },
): ReturnType<typeof bacaIsian<typeof isianRapat>> {
  const terbaca = bacaIsian(isianRapat, badan)
  if (!terbaca.data) return terbaca
  const gabung = gabungkan(rapat, terbaca.data)
  const kurang = selesai ? { ...kurangRapat(gabung), ...kurangKeputusan(terbaca.data.keputusan) } : {}
  const kesalahan: Kesalahan = { ...kurang, ...periksaHubungan(gabung, terbaca.data) }
  return Object.keys(kesalahan).length > 0 ? { data: null, kesalahan } : terbaca
}

async function kirimPdf(
  db: BasisData,
  req: Request,
  res: Response,
  susun: (bahan: BahanRapat) => Dokumen,
): Promise<void> {
  const pelaku = pelakuDari(res)
  const konteks = await ambilLangkah(db.baca, pelaku, alamatDari(req))
  const [rapat, bahan] = [await ambilRapat(db.baca, konteks), await ambilBahanDokumen(db.baca, pelaku)]
  const dokumen = susun({ bahan, rapat, pengundang: pengundang(bahan, konteks, pelaku), periode: pokok(konteks) })
  const pdf = await buatPdf(dokumen)
  res
    .type('pdf')
    .set('Content-Disposition', `inline; filename*=UTF-8''${encodeURIComponent(`${dokumen.judul}.pdf`)}`)
    .send(pdf)
}

async function tampilkan(
  db: BasisData,
  req: Request,
  res: Response,
  kesalahan?: Kesalahan,
  { simpanIsian = true } = {},
): Promise<void> {
  const pelaku = pelakuDari(res)
  const konteks = await ambilLangkah(db.baca, pelaku, alamatDari(req))
  const [kepala, rapat, lampiran] = await Promise.all([
    susunKepala(db.baca, konteks, pelaku, kesalahan && { badan: req.body, kesalahan }),
    cariRapat(db.baca, konteks),
    daftarLampiran(db, pelaku, konteks.langkah.id),
  ])
  const kurang = rapat ? Object.values(kurangRapat(rapat)) : []
  const kembali = kesalahan ? { kesalahan, ...(simpanIsian ? { badan: req.body } : {}) } : {}
  halamanRapat(res, susunRapat({ kepala, rapat, lampiran, kurang }, kembali), kesalahan ? 422 : 200)
}
