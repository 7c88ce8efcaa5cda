import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { bacaIsian, berhasil, buatRute, isianKembali, type Kesalahan, pelakuDari } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { kembalikanPenyerahan } from '../formulir/index.ts'
import { ambilKecamatan } from '../organisasi/index.ts'
import { hitungTanya } from '../percakapan/index.ts'
import {
  alamatLangkah,
  ambilLangkah,
  ambilSebagaiPelaksana,
  ambilSiklus,
  bacaDenganPenyelesaian,
  bukaSiklus,
  type KonteksLangkah,
  PERAN_PENULIS,
  PERAN_SIKLUS,
  pastikanPelaksana,
  pastikanTerbuka,
  pesanPenyelesaian,
  susunKepala,
} from '../siklus/index.ts'
import type { DefinisiSop } from '../sop/index.ts'
import { excelRekap } from './excel-rekap.ts'
import { isianKembalikanFormulir, isianKembalikanIndikator, isianPembekuan } from './isian.ts'
import { kembalikanIndikator } from './kembalikan-indikator.ts'
import { ambilRekapKini, ambilVersiRekap, daftarVersiRekap } from './kueri.ts'
import { selesaikanRekap } from './selesaikan-rekap.ts'
import { halamanLangkahRekap, halamanTabRekap, membacaRekap, susunLangkahRekap, susunTabRekap } from './tampilan.ts'

/** The version asked for in the address; null for none and for what is no version. */
const nomorVersi = (req: Request): number | null =>
  /^\d{1,6}$/.test(String(req.query.versi)) ? Number(req.query.versi) : null
const alamatDari = (req: Request) => alamatLangkah(req, 'rekap')

/** The kind's own pages, below a step of a siklus. */
export const ruteJenisRekap = (db: BasisData) =>
  buatRute()
    .get('/rekap', PERAN_SIKLUS, (req, res) => tampilkan(db, req, res))
    .post('/rekap/pembekuan', PERAN_PENULIS, async (req, res) => {
      const pelaku = pelakuDari(res)
      const konteks = await ambilLangkah(db.baca, pelaku, alamatDari(req))
      const { data, kesalahan } = bacaDenganPenyelesaian(konteks, req.body, () => bacaIsian(isianPembekuan, req.body))
      if (!data) return tolak(db, req, res, { konteks, kesalahan })
      const hasil = await selesaikanRekap(db, pelaku, alamatDari(req), data)
      berhasil(res, `/siklus/${req.params.siklusId}`, pesanPenyelesaian(hasil, 'rekap-dibekukan'))
    })
    .post('/rekap/pengembalian-indikator', PERAN_PENULIS, async (req, res) => {
      const konteks = await ambilLangkah(db.baca, pelakuDari(res), alamatDari(req))
      const { data, kesalahan } = bacaIsian(isianKembalikanIndikator, req.body)
      if (!data) return tolak(db, req, res, { konteks, kesalahan })
      await kembalikanIndikator(db, pelakuDari(res), alamatDari(req), data)
      berhasil(res, `/siklus/${req.params.siklusId}`, 'indikator-dikembalikan')
    })
    .post('/rekap/pengembalian', PERAN_PENULIS, async (req, res) => {
      const konteks = await ambilSebagaiPelaksana(db.baca, pelakuDari(res), alamatDari(req))
      const { data, kesalahan } = bacaIsian(isianKembalikanFormulir, req.body)
      if (!data) return tolak(db, req, res, { konteks, kesalahan })
      await kembalikanPenyerahan(db, pelakuDari(res), alamatDari(req), data)
      berhasil(res, `/siklus/${req.params.siklusId}`, 'formulir-dikembalikan')
    })

/** The page again with what was typed; whose step it is not, or who comes too late, is told that instead. */
async function tolak(
  db: BasisData,
  req: Request,
  res: Response,
  { konteks, kesalahan }: { konteks: KonteksLangkah; kesalahan: Kesalahan },
): Promise<void> {
  pastikanPelaksana(konteks, pelakuDari(res))
  pastikanTerbuka(konteks)
  return tampilkan(db, req, res, kesalahan)
}

async function tampilkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const konteks = await ambilLangkah(db.baca, pelaku, alamatDari(req))
  const [kepala, kini, versi, tanya] = await Promise.all([
    susunKepala(db.baca, konteks, pelaku, { badan: req.body, kesalahan }),
    ambilRekapKini(db.baca, pelaku, konteks.siklus, konteks),
    ambilVersiRekap(db.baca, pelaku, { siklusId: konteks.siklus.id, batas: 1 }),
    hitungTanya(db.baca, pelaku, konteks.siklus.id),
  ])
  const isian = kesalahan ? isianKembali(req.body) : {}
  halamanLangkahRekap(
    res,
    susunLangkahRekap({ kepala, konteks, pelaku, kini, versi, tanya, isian, kesalahan }),
    kesalahan ? 422 : 200,
  )
}

/** The tab "Formulir" or "Kertas kerja" of a siklus and the workbook. */
export const ruteRekap = (db: BasisData) =>
  buatRute()
    .get('/:siklusId', PERAN_SIKLUS, async (req, res) => {
      const pelaku = pelakuDari(res)
      const muatan = await bukaSiklus(db, pelaku, String(req.params.siklusId))
      const { siklus } = muatan
      pastikanMembaca(siklus.definisi, pelaku)
      // what was frozen is shown as it was; only the present state is computed
      const pilihan = nomorVersi(req)
      const [kini, versi, tanya] = await Promise.all([
        pilihan === null ? db.ingat(pelaku, `rekap:${siklus.id}`, () => ambilRekapKini(db.baca, pelaku, siklus)) : null,
        db.ingat(pelaku, `versi-rekap:${siklus.id}:${pilihan}`, () =>
          daftarVersiRekap(db.baca, pelaku, { siklusId: siklus.id, denganIsi: pilihan }),
        ),
        db.ingat(pelaku, `tanya:${siklus.id}`, () => hitungTanya(db.baca, pelaku, siklus.id)),
      ])
      const terpilih = versi.find((v) => v.nomorVersi === pilihan) ?? null
      const isi = terpilih?.isi ?? kini ?? (await ambilRekapKini(db.baca, pelaku, siklus))
      halamanTabRekap(res, susunTabRekap({ muatan, isi, versi, terpilih, tanya, pelaku }))
    })
    .get('/:siklusId/excel', PERAN_SIKLUS, async (req, res) => {
      const pelaku = pelakuDari(res)
      const { siklus } = await ambilSiklus(db.baca, pelaku, String(req.params.siklusId))
      pastikanMembaca(siklus.definisi, pelaku)
      const versi = nomorVersi(req)
      const beku = versi
        ? (await ambilVersiRekap(db.baca, pelaku, { siklusId: siklus.id, batas: 100 })).find(
            (v) => v.nomorVersi === versi,
          )
        : null
      if (versi && !beku) throw galat.tidakDitemukan('Versi rekap')
      const kecamatan = await ambilKecamatan(db.baca, pelaku)
      const isi = beku?.isi ?? (await ambilRekapKini(db.baca, pelaku, siklus))
      const buku = await excelRekap({
        isi,
        versi,
        instansi: `${kecamatan.nama.toUpperCase()} ${kecamatan.kabupaten.toUpperCase()}`,
      })
      const nama = `Rekap ${siklus.namaSop.replace(/^SOP /, '')} ${siklus.namaPeriode}${versi ? ` versi ${versi}` : ''}.xlsx`
      res
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(nama)}`)
        .send(buku)
    })

/** Throws 403 for who reads the own unit's form only. */
function pastikanMembaca(definisi: DefinisiSop, pelaku: Pelaku): void {
  if (!membacaRekap(definisi, pelaku))
    throw galat.tidakBerwenang('Rekap seluruh unit dibaca oleh mereka yang mengelolanya menurut SOP.')
}
