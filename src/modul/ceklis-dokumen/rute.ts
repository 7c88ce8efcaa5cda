import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { bacaIsian, berhasil, buatRute, type HasilIsian, type Kesalahan, pelakuDari } from '../../inti/http/index.ts'
import { type BerkasDiterima, buatPenerima, type Gudang, unggahan } from '../berkas/index.ts'
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
} from '../siklus/index.ts'
import { type IsianCeklis, isianCeklis, kesalahanSelesai, MAKS_DOKUMEN } from './isian.ts'
import { type DokumenCeklis, daftarDokumenCeklis } from './kueri.ts'
import { selesaikanCeklis, simpanCeklis } from './simpan-ceklis.ts'
import { halamanCeklisDokumen, susunCeklisDokumen } from './tampilan.ts'

const alamatDari = (req: Request) => alamatLangkah(req, 'ceklis-dokumen')

/** Screens of the step kind "ceklis-dokumen", mounted at /siklus/:siklusId/langkah/:kode. */
export const ruteCeklisDokumen = (db: BasisData, { gudang, batasMb }: { gudang: Gudang; batasMb: number }) => {
  const { terimaDenganIsian } = buatPenerima(gudang, { batasMb, maksBerkas: MAKS_DOKUMEN + 2 })
  return buatRute()
    .get('/ceklis-dokumen', PERAN_SIKLUS, async (req, res) => tampilkan(db, req, res))
    .post('/ceklis-dokumen', PERAN_PENULIS, terimaDenganIsian, async (req, res) => {
      const { data, kesalahan } = await periksa(db, req, res)
      if (!data) return tampilkan(db, req, res, kesalahan)
      await simpanCeklis(db, pelakuDari(res), alamatDari(req), { isian: data, berkas: berkasBaris(req), gudang })
      berhasil(res, alamatHalaman(req, 'ceklis-dokumen'), 'ceklis-disimpan')
    })
    .post('/ceklis-dokumen/penyelesaian', PERAN_PENULIS, terimaDenganIsian, async (req, res) => {
      const { data, kesalahan } = await periksaSelesai(db, req, res)
      if (!data) return tampilkan(db, req, res, kesalahan)
      const kiriman = { ...data, berkas: berkasBaris(req), gudang }
      const hasil = await selesaikanCeklis(db, pelakuDari(res), alamatDari(req), kiriman)
      berhasil(res, `/siklus/${req.params.siklusId}`, pesanPenyelesaian(hasil))
    })
}

/** Files by the number of their row: the field of row 3 is berkas-3. */
const berkasBaris = (req: Request): Map<number, BerkasDiterima> =>
  new Map(unggahan(req).flatMap((b) => (/^berkas-\d+$/.test(b.kolom) ? [[Number(b.kolom.slice(7)), b] as const] : [])))

/** Right and state first, then the fields. */
async function periksa(db: BasisData, req: Request, res: Response) {
  await ambilSebagaiPenyiap(db.baca, pelakuDari(res), alamatDari(req))
  return bacaIsian(isianCeklis, req.body)
}

/** The same to finish: every row decided, unless the decision sends the work back. */
async function periksaSelesai(db: BasisData, req: Request, res: Response) {
  const pelaku = pelakuDari(res)
  const konteks = await ambilSebagaiPelaksana(db.baca, pelaku, alamatDari(req))
  const tersimpan = await daftarDokumenCeklis(db.baca, konteks)
  return bacaDenganPenyelesaian(konteks, req.body, (kembali) => {
    const terbaca = bacaIsian(isianCeklis, req.body)
    return kembali || !terbaca.data ? terbaca : periksaPutusan(terbaca.data, tersimpan, berkasBaris(req))
  })
}

/** Rows that are still undecided, by field of the form. */
function periksaPutusan(
  isian: IsianCeklis,
  tersimpan: readonly DokumenCeklis[],
  unggah: ReadonlyMap<number, BerkasDiterima>,
): HasilIsian<IsianCeklis> {
  const lama = new Map(tersimpan.map((d) => [d.id, d]))
  const baris = isian.dokumen
    .filter((d) => !d.dihapus)
    .map((d) => {
      const ada = d.id === null ? undefined : lama.get(d.id)
      const baru = unggah.has(d.nomor)
      return {
        ...d,
        nama: ada?.nama ?? d.nama,
        berberkas: baru || (ada?.berkasId != null && !d.lepasBerkas),
        status: baru && d.status === 'BELUM' ? ('ADA' as const) : d.status,
      }
    })
  const kesalahan = kesalahanSelesai(baris)
  return Object.keys(kesalahan).length > 0 ? { data: null, kesalahan } : { data: isian, kesalahan: {} }
}

async function tampilkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const konteks = await ambilLangkah(db.baca, pelaku, alamatDari(req))
  const [kepala, daftar] = await Promise.all([
    susunKepala(db.baca, konteks, pelaku, { badan: req.body, kesalahan }),
    daftarDokumenCeklis(db.baca, konteks),
  ])
  halamanCeklisDokumen(
    res,
    susunCeklisDokumen({ kepala, daftar }, kesalahan ? { badan: req.body, kesalahan } : {}),
    kesalahan ? 422 : 200,
  )
}
