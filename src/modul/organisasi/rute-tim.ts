import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { bacaIsian, berhasil, isianKembali, pelakuDari, type RuteBerizin } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { akhiriAnggota, akhiriTim } from './akhiri-tim.ts'
import { hariIni } from './hari-ini.ts'
import { isianAkhir, isianAnggota, isianTim } from './isian.ts'
import { ambilDaftarPegawai } from './kueri-pegawai.ts'
import { ambilDaftarTim, type TimSakip } from './kueri-tim.ts'
import { tambahAnggota } from './tambah-anggota.ts'
import { masa } from './tampilan.ts'
import {
  halamanAkhiri,
  halamanIsianTim,
  halamanTim,
  type KembalianTim,
  susunAkhiri,
  susunAnggotaBaru,
  susunTim,
  susunTimBaru,
} from './tampilan-tim.ts'
import { tetapkanTim } from './tetapkan-tim.ts'

const ADMIN = ['ADMIN'] as const
const TIM = '/organisasi/tim-sakip'
const id = (req: Request) => String(req.params.id)

/** Decrees of the Tim SAKIP and their members. All for the admin. */
export function pasangRuteTim(rute: RuteBerizin, db: BasisData): void {
  rute
    .get('/tim-sakip', ADMIN, async (_req, res) => {
      const pelaku = pelakuDari(res)
      halamanTim(res, susunTim(await ambilDaftarTim(db.baca, pelaku), hariIni(pelaku)))
    })
    .get('/tim-sakip/baru', ADMIN, (_req, res) => halamanIsianTim(res, susunTimBaru()))
    .post('/tim-sakip', ADMIN, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianTim, req.body)
      if (!data) return halamanIsianTim(res, susunTimBaru({ isian: isianKembali(req.body), kesalahan }), 422)
      await tetapkanTim(db, pelakuDari(res), data)
      berhasil(res, TIM, 'tim-ditetapkan')
    })
    .get('/tim-sakip/:id/anggota', ADMIN, async (req, res) => tampilkanAnggotaBaru(db, res, { id: id(req) }))
    .post('/tim-sakip/:id/anggota', ADMIN, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianAnggota, req.body)
      const ditolak = data ? await tambahAnggota(db, pelakuDari(res), id(req), data) : kesalahan
      if (!ditolak) return berhasil(res, TIM, 'anggota-ditambah')
      await tampilkanAnggotaBaru(db, res, { id: id(req), isian: isianKembali(req.body), kesalahan: ditolak })
    })
  pasangPengakhiran(rute, db, {
    jalur: '/tim-sakip/:id/pengakhiran',
    cari: cariTim,
    akhiri: akhiriTim,
    pesan: 'tim-diakhiri',
  })
  pasangPengakhiran(rute, db, {
    jalur: '/anggota-tim/:id/pengakhiran',
    cari: cariAnggota,
    akhiri: akhiriAnggota,
    pesan: 'anggota-diakhiri',
  })
}

type Pengakhiran = {
  jalur: string
  cari: (db: BasisData, pelaku: Pelaku, id: string) => Promise<Omit<Parameters<typeof susunAkhiri>[0], 'hari'>>
  akhiri: typeof akhiriTim
  pesan: string
}
/** Page and act that set the last day of a decree or of a membership. */
function pasangPengakhiran(rute: RuteBerizin, db: BasisData, { jalur, cari, akhiri, pesan }: Pengakhiran): void {
  rute
    .get(jalur, ADMIN, async (req, res) => {
      const pelaku = pelakuDari(res)
      halamanAkhiri(res, susunAkhiri({ ...(await cari(db, pelaku, id(req))), hari: hariIni(pelaku) }))
    })
    .post(jalur, ADMIN, async (req, res) => {
      const pelaku = pelakuDari(res)
      const bahan = { ...(await cari(db, pelaku, id(req))), hari: hariIni(pelaku) }
      const { data, kesalahan } = bacaIsian(isianAkhir, req.body)
      const ditolak = data ? await akhiri(db, pelaku, id(req), data) : kesalahan
      if (!ditolak) return berhasil(res, TIM, pesan)
      halamanAkhiri(res, susunAkhiri(bahan, { isian: isianKembali(req.body), kesalahan: ditolak }), 422)
    })
}

async function ambilTim(db: BasisData, pelaku: Pelaku, timId: string): Promise<TimSakip> {
  const tim = (await ambilDaftarTim(db.baca, pelaku)).find((t) => t.id === timId)
  if (!tim) throw galat.tidakDitemukan('SK Tim SAKIP')
  return tim
}

async function cariTim(db: BasisData, pelaku: Pelaku, timId: string) {
  const tim = await ambilTim(db, pelaku, timId)
  const data = [
    { label: 'SK Tim SAKIP', nilai: `Nomor ${tim.nomorSk}` },
    { label: 'Masa berlaku', nilai: masa(tim) },
  ]
  return { judul: 'Akhiri SK Tim SAKIP', alamat: `${TIM}/${tim.id}/pengakhiran`, data, versi: tim.versi }
}

async function cariAnggota(db: BasisData, pelaku: Pelaku, anggotaId: string) {
  const anggota = (await ambilDaftarTim(db.baca, pelaku)).flatMap((t) => t.anggota).find((a) => a.id === anggotaId)
  if (!anggota) throw galat.tidakDitemukan('Anggota Tim SAKIP')
  const data = [
    { label: 'Anggota', nilai: anggota.nama },
    { label: 'Kedudukan', nilai: anggota.kedudukan },
    { label: 'Masa', nilai: masa(anggota) },
  ]
  return {
    judul: 'Akhiri keanggotaan Tim SAKIP',
    alamat: `/organisasi/anggota-tim/${anggota.id}/pengakhiran`,
    data,
    versi: anggota.versi,
  }
}

type Kembalian = KembalianTim & { id: string }
async function tampilkanAnggotaBaru(db: BasisData, res: Response, { id, ...sisa }: Kembalian): Promise<void> {
  const pelaku = pelakuDari(res)
  const hari = hariIni(pelaku)
  const [tim, pegawai] = await Promise.all([
    ambilTim(db, pelaku, id),
    ambilDaftarPegawai(db.baca, pelaku, { q: '', semua: false, tanggal: hari }),
  ])
  halamanIsianTim(res, susunAnggotaBaru(tim, { pegawai, hari, ...sisa }), sisa.kesalahan ? 422 : 200)
}
