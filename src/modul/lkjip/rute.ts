import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { bacaIsian, berhasil, buatRute, isianKembali, type Kesalahan, pelakuDari } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { tahunDari, tahunIni } from '../../inti/waktu/index.ts'
import { kelompokDari } from './bagian-teks.ts'
import { bekukanLkjip } from './bekukan-lkjip.ts'
import { isianPembekuan, isianTeks } from './isian.ts'
import { PEMBACA_LKJIP, PENULIS_LKJIP } from './istilah.ts'
import { kirimDokumen } from './kirim-dokumen.ts'
import { ambilLkjip, type BahanLkjip } from './lkjip.ts'
import { simpanParagraf } from './simpan-paragraf.ts'
import { halamanLkjip, susunHalamanLkjip } from './tampilan.ts'
import { halamanTeks, susunHalamanTeks } from './tampilan-teks.ts'

/** The input of the LKjIP of a year: its figures, texts, documents, and frozen versions. */
export const ruteLkjip = (db: BasisData) =>
  buatRute()
    .get('/', PEMBACA_LKJIP, (req, res) =>
      tampilkan(db, res, { tahun: tahunDari(req.query.tahun, tahunIni(pelakuDari(res))) }),
    )
    .get('/:tahun/dokumen/:dokumen/:bentuk', PEMBACA_LKJIP, (req, res) =>
      kirimDokumen(db, pelakuDari(res), res, { ...alamatDokumen(req), nomor: null }),
    )
    .get('/:tahun/versi/:nomor/:dokumen/:bentuk', PEMBACA_LKJIP, (req, res) =>
      kirimDokumen(db, pelakuDari(res), res, { ...alamatDokumen(req), nomor: bilangan(req.params.nomor) }),
    )
    .post('/:tahun/versi', PENULIS_LKJIP, async (req, res) => {
      const tahun = ambilTahun(req)
      const { data, kesalahan } = bacaIsian(isianPembekuan, req.body)
      if (!data) return tampilkan(db, res, { tahun, badan: req.body, kesalahan })
      await bekukanLkjip(db, pelakuDari(res), tahun, data)
      berhasil(res, `/lkjip?tahun=${tahun}`, 'lkjip-dibekukan')
    })
    .get('/:tahun/teks/:objek', PEMBACA_LKJIP, (req, res) => tampilkanTeks(db, req, res))
    .post('/:tahun/teks/:objek', PENULIS_LKJIP, async (req, res) => {
      const pelaku = pelakuDari(res)
      const { tahun, objek, tentang } = await ambilTeks(db, pelaku, req)
      const { data, kesalahan } = bacaIsian(isianTeks(objek), req.body)
      if (!data) return tampilkanTeks(db, req, res, kesalahan)
      const berubah = await simpanParagraf(db, pelaku, { tahun, objek, tentang }, data)
      berhasil(res, `/lkjip/${tahun}/teks/${objek}`, berubah > 0 ? 'lkjip-teks-disimpan' : 'lkjip-teks-sama')
    })

/** The year of an address; 404 for what is no year. */
function ambilTahun(req: Request): number {
  const tahun = tahunDari(req.params.tahun, 0)
  if (tahun === 0) throw galat.tidakDitemukan('Halaman')
  return tahun
}
const bilangan = (teks: unknown): number => (/^\d{1,6}$/.test(String(teks)) ? Number(teks) : 0)
const alamatDokumen = (req: Request) => ({
  tahun: ambilTahun(req),
  dokumen: String(req.params.dokumen),
  bentuk: String(req.params.bentuk),
})

type Kembali = { readonly tahun: number; readonly badan?: unknown; readonly kesalahan?: Kesalahan }

async function tampilkan(db: BasisData, res: Response, { tahun, badan, kesalahan }: Kembali): Promise<void> {
  const pelaku = pelakuDari(res)
  const bahan = await db.ingat(pelaku, `lkjip:${tahun}`, () => ambilLkjip(db.baca, pelaku, tahun))
  const kembali = kesalahan ? { isian: isianKembali(badan), kesalahan } : {}
  halamanLkjip(res, susunHalamanLkjip(bahan, pelaku, kembali), kesalahan ? 422 : 200)
}

type Teks = BahanLkjip & { readonly tahun: number; readonly objek: string; readonly tentang: string }

/** What the paragraphs of an address are about; 404 for an indicator that the year's input does not have. */
async function ambilTeks(db: BasisData, pelaku: Pelaku, req: Request): Promise<Teks> {
  const tahun = ambilTahun(req)
  const objek = String(req.params.objek)
  const bahan = await ambilLkjip(db.baca, pelaku, tahun)
  const kelompok = kelompokDari(objek)
  if (kelompok === 'umum') return { ...bahan, tahun, objek, tentang: 'Ikhtisar, anggaran, dan simpulan' }
  if (kelompok === 'renja') return { ...bahan, tahun, objek, tentang: 'Evaluasi Renja (E.81)' }
  const indikator = bahan.isi.capaian.sasaran.flatMap((s) => s.indikator).find((i) => i.id === objek)
  if (!indikator) throw galat.tidakDitemukan('Indikator')
  return { ...bahan, tahun, objek, tentang: indikator.nama }
}

async function tampilkanTeks(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const teks = await ambilTeks(db, pelaku, req)
  const kembali = kesalahan ? { isian: isianKembali(req.body), kesalahan } : {}
  halamanTeks(res, susunHalamanTeks(teks, pelaku, kembali), kesalahan ? 422 : 200)
}
