import type { Request, Response } from 'express'
import type { BasisData } from '../../../inti/basis-data/index.ts'
import {
  bacaIsian,
  berhasil,
  isianKembali,
  type Kesalahan,
  pelakuDari,
  type RuteBerizin,
} from '../../../inti/http/index.ts'
import { ambilKalenderKerja } from '../../kalender/index.ts'
import { pastikanFormulir } from '../alur.ts'
import { ambilFormulir } from '../kueri.ts'
import { idFormulir, KEPALA, PEMBACA, PENGISI } from '../rute-umum.ts'
import { bolehMembagi, bolehSelesai } from './alur-tugas.ts'
import { bagiSepertiLalu, bagiTugas, salahTanggal } from './bagi-tugas.ts'
import { isianBatas, isianPilihBaris, isianTugas } from './isian-tugas.ts'
import { orangUnit } from './orang-unit.ts'
import { bukaTugas, kalimatBelumDiisi, selesaikanTugas } from './selesaikan-tugas.ts'
import { halamanTugas, susunTugasFormulir } from './tampilan-tugas.ts'
import { batasiPengisi, tarikTugas } from './tarik-tugas.ts'
import { usulPembagian } from './usul-pembagian.ts'

const halaman = (req: Request) => `/formulir/${idFormulir(req)}/tugas`

/** Who fills in which row: given, taken back, done. */
export const pasangTugas = (rute: RuteBerizin, db: BasisData): RuteBerizin =>
  rute
    .get('/:id/tugas', PEMBACA, (req, res) => tampilkan(db, req, res))
    .post('/:id/tugas', KEPALA, async (req, res) => {
      const pelaku = pelakuDari(res)
      const { data, kesalahan } = bacaIsian(isianTugas, req.body)
      const formulir = await ambilFormulir(db.baca, pelaku, idFormulir(req))
      pastikanFormulir(pelaku, formulir, 'BAGI_TUGAS')
      const tanggal = data && salahTanggal(formulir, pelaku, data.tanggal)
      if (!data || tanggal) return tampilkan(db, req, res, tanggal ? { tanggal } : perBidang(kesalahan))
      const { hariKerja } = await bagiTugas(db, pelaku, formulir.id, data)
      berhasil(res, halaman(req), hariKerja ? 'tugas-dibagi' : 'tugas-dibagi-libur')
    })
    .post('/:id/tugas/penarikan', KEPALA, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianPilihBaris, req.body)
      if (!data) return tolak(db, req, res, { tindakan: 'BAGI_TUGAS', kesalahan })
      await tarikTugas(db, pelakuDari(res), idFormulir(req), data)
      berhasil(res, halaman(req), 'tugas-ditarik')
    })
    .post('/:id/tugas/usulan', KEPALA, async (req, res) => {
      await bagiSepertiLalu(db, pelakuDari(res), idFormulir(req))
      berhasil(res, halaman(req), 'tugas-dibagi')
    })
    .post('/:id/tugas/pembatasan', KEPALA, async (req, res) => {
      const { data } = bacaIsian(isianBatas, req.body)
      await batasiPengisi(db, pelakuDari(res), idFormulir(req), data ?? false)
      berhasil(res, halaman(req), 'tugas-batas')
    })
    .post('/:id/tugas/selesai', PENGISI, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianPilihBaris, req.body)
      if (!data) return tolak(db, req, res, { tindakan: 'ISI', kesalahan })
      const formulir = await ambilFormulir(db.baca, pelakuDari(res), idFormulir(req))
      const kosong = bolehSelesai(pelakuDari(res), formulir) && kalimatBelumDiisi(pelakuDari(res), formulir, data.baris)
      if (kosong) return tolak(db, req, res, { tindakan: 'ISI', kesalahan: { baris: kosong } })
      await selesaikanTugas(db, pelakuDari(res), idFormulir(req), data)
      berhasil(res, halaman(req), 'tugas-selesai')
    })
    .post('/:id/tugas/belum-selesai', PENGISI, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianPilihBaris, req.body)
      if (!data) return tolak(db, req, res, { tindakan: 'ISI', kesalahan })
      await bukaTugas(db, pelakuDari(res), idFormulir(req), data)
      berhasil(res, halaman(req), 'tugas-dibuka')
    })

type Penolakan = { readonly tindakan: 'BAGI_TUGAS' | 'ISI'; readonly kesalahan: Kesalahan }
/** Shows the page again with what must be corrected, to those only who may do it at all. */
async function tolak(db: BasisData, req: Request, res: Response, { tindakan, kesalahan }: Penolakan): Promise<void> {
  const pelaku = pelakuDari(res)
  pastikanFormulir(pelaku, await ambilFormulir(db.baca, pelaku, idFormulir(req)), tindakan)
  await tampilkan(db, req, res, perBidang(kesalahan))
}

/** A wrong row of the list is told at the list. */
const perBidang = (kesalahan: Kesalahan): Kesalahan =>
  Object.fromEntries(Object.entries(kesalahan).map(([nama, teks]) => [nama.split('.')[0] ?? nama, teks]))

async function tampilkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const formulir = await ambilFormulir(db.baca, pelaku, idFormulir(req))
  const orang = await orangUnit(db.baca, pelaku, formulir.unitId)
  const usulan = bolehMembagi(pelaku, formulir) ? await usulPembagian(db.baca, pelaku, { formulir, orang }) : []
  const kalender = await ambilKalenderKerja(db.baca, pelaku.kecamatanId)
  const kembali = kesalahan ? { isian: isianKembali(req.body), kesalahan } : {}
  halamanTugas(res, susunTugasFormulir({ formulir, pelaku, orang, usulan, kalender }, kembali), kesalahan ? 422 : 200)
}
