import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import {
  bacaIsian,
  berhasil,
  isianKembali,
  type Kesalahan,
  pelakuDari,
  type RuteBerizin,
} from '../../inti/http/index.ts'
import { PENGELOLA_SURVEI, PETUGAS_SURVEI, pastikanMengelola, pastikanMengetik, pastikanStatus } from './alur.ts'
import { aturTautan } from './atur-tautan.ts'
import { badanUnsur, isianAlasan, isianUnsur, isianVersi } from './isian.ts'
import { ambilSurvei, daftarJawaban } from './kueri.ts'
import { asalPermintaan } from './rute-unduh.ts'
import { simpanHasil } from './simpan-hasil.ts'
import { batalkanKuesioner, simpanKuesioner } from './simpan-kuesioner.ts'
import { simpanUnsur } from './simpan-unsur.ts'
import {
  halamanHasil,
  halamanKuesioner,
  halamanTautan,
  halamanUnsur,
  susunHasil,
  susunKuesioner,
  susunTautan,
  susunUnsur,
} from './tampilan-isi.ts'

const idDari = (req: Request): string => String(req.params.id)
const alamat = (req: Request): string => `/survei-kepuasan/${idDari(req)}`
const versiDari = (req: Request): number => bacaIsian(isianVersi, req.body).data?.versi ?? 0

/** What goes into a survey: unsur, totals, questionnaires; and the visitors' address. */
export const pasangIsi = (rute: RuteBerizin, db: BasisData): RuteBerizin =>
  pasangTautan(
    rute
      .get('/:id/unsur', PENGELOLA_SURVEI, async (req, res) => tampilkanUnsur(db, req, res))
      .post('/:id/unsur', PENGELOLA_SURVEI, async (req, res) => {
        const { data, kesalahan } = bacaIsian(isianUnsur, badanUnsur(req.body))
        const salah = data ? await simpanUnsur(db, pelakuDari(res), idDari(req), data) : kesalahan
        if (salah) return tampilkanUnsur(db, req, res, salah)
        berhasil(res, alamat(req), 'survei-unsur-tersimpan')
      })
      .get('/:id/hasil', PETUGAS_SURVEI, async (req, res) => tampilkanHasil(db, req, res))
      .post('/:id/hasil', PETUGAS_SURVEI, async (req, res) => {
        const salah = await simpanHasil(db, pelakuDari(res), idDari(req), req.body)
        if (salah) return tampilkanHasil(db, req, res, salah)
        berhasil(res, alamat(req), 'survei-hasil-tersimpan')
      })
      .get('/:id/kuesioner', PETUGAS_SURVEI, async (req, res) => tampilkanKuesioner(db, req, res))
      .post('/:id/kuesioner', PETUGAS_SURVEI, async (req, res) => {
        const hasil = await simpanKuesioner(db, pelakuDari(res), idDari(req), req.body)
        if ('kesalahan' in hasil) return tampilkanKuesioner(db, req, res, hasil.kesalahan)
        berhasil(res, `${alamat(req)}/kuesioner`, 'survei-kuesioner-tersimpan')
      })
      .post('/:id/kuesioner/:jawabanId/pembatalan', PENGELOLA_SURVEI, async (req, res) => {
        const jawabanId = String(req.params.jawabanId)
        // each questionnaire of the list has a reason of its own
        const badan = req.body as Record<string, unknown> | undefined
        const { data, kesalahan } = bacaIsian(isianAlasan, { alasan: badan?.[`alasan-${jawabanId}`] })
        if (!data)
          return tampilkanKuesioner(db, req, res, { [`alasan-${jawabanId}`]: Object.values(kesalahan)[0] ?? '' })
        await batalkanKuesioner(db, pelakuDari(res), { id: idDari(req), jawabanId, alasan: data.alasan })
        const ke = halamanDari(req)
        berhasil(res, `${alamat(req)}/kuesioner${ke > 1 ? `?halaman=${ke}` : ''}`, 'survei-kuesioner-dibatalkan')
      }),
    db,
  )

const pasangTautan = (rute: RuteBerizin, db: BasisData): RuteBerizin =>
  rute
    .get('/:id/tautan', PETUGAS_SURVEI, async (req, res) => {
      const pelaku = pelakuDari(res)
      const survei = await ambilSurvei(db.baca, pelaku, idDari(req))
      halamanTautan(res, susunTautan(pelaku, survei, asalPermintaan(req)))
    })
    .post('/:id/tautan', PENGELOLA_SURVEI, async (req, res) => {
      await aturTautan(db, pelakuDari(res), idDari(req), { versi: versiDari(req), cabut: false })
      berhasil(res, `${alamat(req)}/tautan`, 'survei-tautan-dibuat')
    })
    .post('/:id/tautan/pencabutan', PENGELOLA_SURVEI, async (req, res) => {
      await aturTautan(db, pelakuDari(res), idDari(req), { versi: versiDari(req), cabut: true })
      berhasil(res, `${alamat(req)}/tautan`, 'survei-tautan-dicabut')
    })

/** Questionnaires on one page of the list. */
const PER_HALAMAN = 20
const halamanDari = ({ query }: Request): number => {
  const ke = Number(query.halaman)
  return Number.isInteger(ke) && ke >= 1 && ke <= 10_000 ? ke : 1
}

const kembali = (req: Request, kesalahan: Kesalahan | undefined) =>
  kesalahan ? { badan: req.body as unknown, isian: isianKembali(req.body), kesalahan } : {}

async function tampilkanUnsur(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const survei = await ambilSurvei(db.baca, pelakuDari(res), idDari(req))
  pastikanMengelola(pelakuDari(res), survei)
  pastikanStatus(survei, 'DISIAPKAN')
  halamanUnsur(res, susunUnsur(survei, kembali(req, kesalahan)), kesalahan ? 422 : 200)
}

async function tampilkanHasil(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const survei = await ambilSurvei(db.baca, pelakuDari(res), idDari(req))
  pastikanMengetik(pelakuDari(res), survei)
  pastikanStatus(survei, 'DIBUKA')
  halamanHasil(res, susunHasil(survei, kembali(req, kesalahan)), kesalahan ? 422 : 200)
}

async function tampilkanKuesioner(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const survei = await ambilSurvei(db.baca, pelaku, idDari(req))
  pastikanMengetik(pelaku, survei)
  const { petugas, pengunjung, batal } = survei.kuesioner
  const jumlahHalaman = Math.max(1, Math.ceil((petugas + pengunjung + batal) / PER_HALAMAN))
  const halaman = Math.min(halamanDari(req), jumlahHalaman)
  const lewati = (halaman - 1) * PER_HALAMAN
  const jawaban = await daftarJawaban(db.baca, pelaku, { surveiId: survei.id, batas: PER_HALAMAN, lewati })
  const bahan = { survei, jawaban, halaman, jumlahHalaman }
  halamanKuesioner(res, susunKuesioner(pelaku, bahan, kembali(req, kesalahan)), kesalahan ? 422 : 200)
}
