import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { bacaIsian, berhasil, buatRute, isianKembali, type Kesalahan, pelakuDari } from '../../inti/http/index.ts'
import { punyaPeran } from '../../inti/pelaku.ts'
import { tahunDari, tahunIni } from '../../inti/waktu/index.ts'
import { buatPenerima, type Gudang, unggahan } from '../berkas/index.ts'
import { batalkanImpor } from './batalkan-impor.ts'
import { buangImpor } from './buang-impor.ts'
import type { DefinisiImpor, KonteksImpor } from './definisi.ts'
import { isianPembatalan, isianTindakan } from './isian.ts'
import { ambilImpor, daftarBarisImpor, daftarImpor } from './kueri.ts'
import { susunBuku } from './susun-buku.ts'
import { halamanDaftarJenis, halamanJenis, susunDaftarJenis, susunJenis } from './tampilan.ts'
import { BATAS_TAMPIL, halamanPratinjau, susunPratinjau } from './tampilan-pratinjau.ts'
import { terapkanImpor } from './terapkan-impor.ts'
import { unggahImpor } from './unggah-impor.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
type Bahan = { gudang: Gudang; batasMb: number; daftar: readonly DefinisiImpor[] }

/** Import and export by Excel of everything in `daftar`, mounted at /impor. */
export function ruteImpor(db: BasisData, { gudang, batasMb, daftar }: Bahan) {
  const pembaca = [...new Set(daftar.flatMap((d) => d.pembaca))]
  const penulis = [...new Set(daftar.flatMap((d) => d.penulis))]
  const { terimaUnggahan } = buatPenerima(gudang, { batasMb, maksBerkas: 1 })
  const minta = (req: Request, res: Response) => bacaPermintaan(daftar, req, res)
  return buatRute()
    .get('/', pembaca, (_req, res) => halamanDaftarJenis(res, susunDaftarJenis(daftar, pelakuDari(res))))
    .get('/:jenis', pembaca, async (req, res) => tampilkanJenis(db, res, minta(req, res)))
    .get('/:jenis/templat', pembaca, async (req, res) => unduh(db, res, { ...minta(req, res), kosong: true }))
    .get('/:jenis/ekspor', pembaca, async (req, res) => unduh(db, res, { ...minta(req, res), kosong: false }))
    .post('/:jenis', penulis, terimaUnggahan, async (req, res) => {
      const permintaan = minta(req, res)
      const [berkas] = unggahan(req, 'berkas')
      if (berkas?.mime !== XLSX)
        return tampilkanJenis(db, res, permintaan, { berkas: 'Pilih berkas Excel (.xlsx) yang akan diunggah.' })
      const hasil = await unggahImpor(db, pelakuDari(res), { ...permintaan, berkas })
      if ('ditolak' in hasil) return tampilkanJenis(db, res, permintaan, { berkas: hasil.ditolak })
      res.redirect(303, `/impor/${permintaan.definisi.kode}/${hasil.id}`)
    })
    .get('/:jenis/:id', pembaca, async (req, res) => tampilkanPratinjau(db, req, res, minta(req, res).definisi))
    .post('/:jenis/:id/penerapan', penulis, async (req, res) => {
      const hasil = await terapkanImpor(db, pelakuDari(res), tindakan(req, minta(req, res)))
      berhasil(res, alamatSatu(req), hasil === 'DITERAPKAN' ? 'impor-diterapkan' : 'impor-diperbarui')
    })
    .post('/:jenis/:id/pembuangan', penulis, async (req, res) => {
      const permintaan = minta(req, res)
      await buangImpor(db, pelakuDari(res), tindakan(req, permintaan))
      berhasil(res, `/impor/${permintaan.definisi.kode}`, 'impor-dibuang')
    })
    .post('/:jenis/:id/pembatalan', penulis, async (req, res) => {
      const { definisi } = minta(req, res)
      const { data, kesalahan } = bacaIsian(isianPembatalan, req.body)
      if (!data) return tampilkanPratinjau(db, req, res, definisi, kesalahan)
      await batalkanImpor(db, pelakuDari(res), { definisi, id: String(req.params.id), ...data })
      berhasil(res, alamatSatu(req), 'impor-dibatalkan')
    })
}

const alamatSatu = ({ params }: Request): string => `/impor/${params.jenis}/${params.id}`
const tindakan = (req: Request, { definisi }: Permintaan) => ({
  definisi,
  id: String(req.params.id),
  versi: bacaIsian(isianTindakan, req.body).data?.versi ?? 0,
})

type Permintaan = { readonly definisi: DefinisiImpor; readonly konteks: KonteksImpor; readonly tahunIni: number }
/** Kind and year of an address. 404 for an unknown kind, 403 where the person may not read it. */
function bacaPermintaan(daftar: readonly DefinisiImpor[], req: Request, res: Response): Permintaan {
  const pelaku = pelakuDari(res)
  const definisi = daftar.find((d) => d.kode === req.params.jenis)
  if (!definisi) throw galat.tidakDitemukan('Halaman')
  if (!punyaPeran(pelaku, definisi.pembaca)) throw galat.tidakBerwenang()
  const kini = tahunIni(pelaku)
  return { definisi, konteks: { tahun: tahunDari(req.query.tahun, kini) }, tahunIni: kini }
}

async function tampilkanJenis(db: BasisData, res: Response, permintaan: Permintaan, kesalahan?: Kesalahan) {
  const pelaku = pelakuDari(res)
  const impor = await daftarImpor(db.baca, pelaku, { jenis: permintaan.definisi.kode })
  halamanJenis(res, susunJenis({ ...permintaan, impor, pelaku }, kesalahan), kesalahan ? 422 : 200)
}

async function tampilkanPratinjau(
  db: BasisData,
  req: Request,
  res: Response,
  definisi: DefinisiImpor,
  kesalahan?: Kesalahan,
) {
  const pelaku = pelakuDari(res)
  const id = String(req.params.id)
  const [impor, baris] = await Promise.all([
    ambilImpor(db.baca, pelaku, { jenis: definisi.kode, id }),
    daftarBarisImpor(db.baca, pelaku, { imporId: id, status: ['DITOLAK', 'BERUBAH', 'BARU'], batas: BATAS_TAMPIL }),
  ])
  const kembali = kesalahan ? { isian: isianKembali(req.body), kesalahan } : {}
  halamanPratinjau(res, susunPratinjau({ definisi, impor, baris, pelaku }, kembali), kesalahan ? 422 : 200)
}

async function unduh(db: BasisData, res: Response, { definisi, konteks, kosong }: Permintaan & { kosong: boolean }) {
  const { nama, isi } = await susunBuku(db, pelakuDari(res), { definisi, konteks, kosong })
  res
    .type(XLSX)
    .set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(nama)}`)
    .send(isi)
}
