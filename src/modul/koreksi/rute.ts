import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatPdf } from '../../inti/dokumen/index.ts'
import { Galat, galat } from '../../inti/galat/index.ts'
import { bacaIsian, berhasil, buatRute, isianKembali, type Kesalahan, pelakuDari } from '../../inti/http/index.ts'
import { ambilBahanDokumen, ambilSiklus } from '../siklus/index.ts'
import { ajukanKoreksi } from './ajukan-koreksi.ts'
import { PEMBACA_KOREKSI, PEMUTUS_KOREKSI, PENGUSUL_KOREKSI } from './alur.ts'
import { type AlamatAngka, ambilAngka, ambilAngkaSiklus } from './angka-siklus.ts'
import { bacaUsulan } from './baca-usulan.ts'
import { beritaAcaraKoreksi } from './dokumen-koreksi.ts'
import { isianKoreksi, isianTolak, isianVersi } from './isian.ts'
import { ambilKoreksi, daftarKoreksi } from './kueri.ts'
import { setujuiKoreksi, tarikKoreksi, tolakKoreksi } from './putuskan-koreksi.ts'
import {
  halamanBaruKoreksi,
  halamanDaftarKoreksi,
  halamanKoreksi,
  susunBaru,
  susunDaftar,
  susunKoreksi,
} from './tampilan.ts'

const id = (req: Request) => String(req.params.id)
const alamat = (req: Request) => `/koreksi/${id(req)}`

/** Koreksi after approval: list, proposal, decision, Berita Acara. */
export const ruteKoreksi = (db: BasisData) =>
  buatRute()
    .get('/', PEMBACA_KOREKSI, (req, res) => tampilkanDaftar(db, req, res))
    .get('/baru', PENGUSUL_KOREKSI, (req, res) => tampilkanBaru(db, req, res))
    .post('/baru', PENGUSUL_KOREKSI, (req, res) => ajukan(db, req, res))
    .get('/:id', PEMBACA_KOREKSI, (req, res) => tampilkan(db, req, res))
    .get('/:id/berita-acara', PEMBACA_KOREKSI, (req, res) => kirimBerita(db, req, res))
    .post('/:id/persetujuan', PEMUTUS_KOREKSI, async (req, res) => {
      await setujuiKoreksi(db, pelakuDari(res), id(req), isianVersi.parse(req.body ?? {}))
      berhasil(res, alamat(req), 'koreksi-disetujui')
    })
    .post('/:id/penolakan', PEMUTUS_KOREKSI, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianTolak, req.body)
      if (!data) return tampilkan(db, req, res, kesalahan)
      await tolakKoreksi(db, pelakuDari(res), id(req), data)
      berhasil(res, alamat(req), 'koreksi-ditolak')
    })
    .post('/:id/penarikan', PENGUSUL_KOREKSI, async (req, res) => {
      await tarikKoreksi(db, pelakuDari(res), id(req), isianVersi.parse(req.body ?? {}))
      berhasil(res, alamat(req), 'koreksi-ditarik')
    })

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const pengenal = (isi: unknown): string | null => (UUID.test(String(isi ?? '')) ? String(isi) : null)

/** Which figure the address names: `indikator` or, of money, `anggaran` (the sub kegiatan); null: none. */
function cariAsal({ query }: Request): AlamatAngka | null {
  const [siklusId, objekId] = [pengenal(query.siklus), pengenal(query.indikator ?? query.anggaran)]
  return siklusId && objekId ? { siklusId, objekId } : null
}

async function tampilkanDaftar(db: BasisData, req: Request, res: Response): Promise<void> {
  const pelaku = pelakuDari(res)
  const siklusId = pengenal(req.query.siklus)
  const [daftar, pilih] = await Promise.all([
    daftarKoreksi(db.baca, pelaku, siklusId),
    siklusId ? pilihAngka(db, res, siklusId) : null,
  ])
  halamanDaftarKoreksi(res, susunDaftar(daftar, pelaku, pilih && { ...pilih, q: kataCari(req) }))
}

const kataCari = ({ query }: Request): string => (typeof query.q === 'string' ? query.q.trim().slice(0, 100) : '')

/** What may be corrected in a siklus; why nothing may, in a sentence. */
async function pilihAngka(db: BasisData, res: Response, siklusId: string) {
  const pelaku = pelakuDari(res)
  const { siklus } = await ambilSiklus(db.baca, pelaku, siklusId)
  const namaSiklus = `${siklus.namaSop.replace(/^SOP /, '')} ${siklus.namaPeriode}`
  const tertolak = (sebab: unknown) => {
    if (sebab instanceof Galat && sebab.http === 409) return { angka: [], sebab: sebab.pesan }
    throw sebab
  }
  const { angka, sebab } = await ambilAngkaSiklus(db.baca, pelaku, siklusId).then(
    (a) => ({ angka: a.angka, sebab: '' }),
    tertolak,
  )
  return { siklusId, namaSiklus, angka, sebab }
}

type Kembalian = Parameters<typeof susunBaru>[1]
/** Without a figure to correct there is only the list to choose from. */
async function tampilkanBaru(db: BasisData, req: Request, res: Response, kembali?: Kembalian): Promise<void> {
  const dari = cariAsal(req)
  if (!dari) return tampilkanDaftar(db, req, res)
  const { siklus, satu } = await ambilAngka(db.baca, pelakuDari(res), dari)
  const namaSiklus = `${siklus.namaSop.replace(/^SOP /, '')} ${siklus.namaPeriode}`
  const bahan = { siklusId: dari.siklusId, namaSiklus, satu }
  halamanBaruKoreksi(res, susunBaru(bahan, kembali ?? { isian: {}, diketik: {}, kesalahan: {} }), kembali ? 422 : 200)
}

async function ajukan(db: BasisData, req: Request, res: Response): Promise<void> {
  const pelaku = pelakuDari(res)
  const dari = cariAsal(req)
  if (!dari) throw galat.tidakDitemukan('Angka itu')
  const { satu } = await ambilAngka(db.baca, pelaku, dari)
  const { baru, kesalahan: salahAngka, diketik } = bacaUsulan(satu, req.body)
  const { data, kesalahan } = bacaIsian(isianKoreksi, req.body)
  const semua: Kesalahan = { ...salahAngka, ...kesalahan }
  if (!data || !baru || Object.keys(semua).length > 0)
    return tampilkanBaru(db, req, res, { isian: isianKembali(req.body), diketik, kesalahan: semua })
  const idBaru = await ajukanKoreksi(db, pelaku, { siklusId: dari.siklusId, isian: data, baru })
  berhasil(res, `/koreksi/${idBaru}`, 'koreksi-diajukan')
}

async function tampilkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const koreksi = await ambilKoreksi(db.baca, pelaku, { id: id(req) })
  const kembali = kesalahan ? { isian: isianKembali(req.body), kesalahan } : {}
  halamanKoreksi(res, susunKoreksi(koreksi, pelaku, kembali), kesalahan ? 422 : 200)
}

async function kirimBerita(db: BasisData, req: Request, res: Response): Promise<void> {
  const pelaku = pelakuDari(res)
  const koreksi = await ambilKoreksi(db.baca, pelaku, { id: id(req) })
  if (koreksi.status !== 'DISETUJUI') throw galat.tidakDitemukan('Berita acara koreksi')
  const dokumen = beritaAcaraKoreksi({ koreksi, bahan: await ambilBahanDokumen(db.baca, pelaku), pelaku })
  const nama = encodeURIComponent(`${dokumen.judul}.pdf`)
  res.type('pdf').set('Content-Disposition', `inline; filename*=UTF-8''${nama}`)
  res.send(await buatPdf(dokumen))
}
