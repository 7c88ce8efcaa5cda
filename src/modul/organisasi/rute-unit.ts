import type { Request, RequestHandler, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import {
  bacaIsian,
  berhasil,
  isianKembali,
  type Kesalahan,
  pelakuDari,
  type RuteBerizin,
} from '../../inti/http/index.ts'
import { isianJabatan, isianUbahJabatan, isianUbahUnit, isianUnit } from './isian-struktur.ts'
import { daftarUnit } from './kueri.ts'
import { ambilJabatan, ambilUnit } from './kueri-unit.ts'
import { aturJabatan, tambahJabatan, ubahJabatan } from './simpan-jabatan.ts'
import { aturUnit, tambahUnit, ubahUnit } from './simpan-unit.ts'
import { halamanIsianJabatan, halamanIsianUnit, susunIsianJabatan, susunIsianUnit } from './tampilan-unit.ts'

const ADMIN = ['ADMIN'] as const
const KANTOR = '/organisasi'
const id = (req: Request) => String(req.params.id)

/** Units and posts: add, change, disable, bring back. All for the admin. */
export function pasangRuteUnit(rute: RuteBerizin, db: BasisData): void {
  rute
    .get('/unit/baru', ADMIN, async (_req, res) => tampilkanUnit(db, res, { id: null }))
    .post('/unit', ADMIN, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianUnit, req.body)
      const ditolak = data ? await tambahUnit(db, pelakuDari(res), data) : kesalahan
      if (!ditolak) return berhasil(res, KANTOR, 'unit-disimpan')
      await tampilkanUnit(db, res, { id: null, ...kembali(req, ditolak) })
    })
    .get('/unit/:id', ADMIN, async (req, res) => tampilkanUnit(db, res, { id: id(req) }))
    .post('/unit/:id/data', ADMIN, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianUbahUnit, req.body)
      const ditolak = data ? await ubahUnit(db, pelakuDari(res), id(req), data) : kesalahan
      if (!ditolak) return berhasil(res, KANTOR, 'unit-disimpan')
      await tampilkanUnit(db, res, { id: id(req), ...kembali(req, ditolak) })
    })
    .post('/unit/:id/penonaktifan', ADMIN, atur(db, { ubah: aturUnit, aktif: false, pesan: 'unit-dinonaktifkan' }))
    .post('/unit/:id/pengaktifan', ADMIN, atur(db, { ubah: aturUnit, aktif: true, pesan: 'unit-diaktifkan' }))
    .get('/jabatan/baru', ADMIN, async (_req, res) => tampilkanJabatan(db, res, { id: null }))
    .post('/jabatan', ADMIN, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianJabatan, req.body)
      const ditolak = data ? await tambahJabatan(db, pelakuDari(res), data) : kesalahan
      if (!ditolak) return berhasil(res, KANTOR, 'jabatan-disimpan')
      await tampilkanJabatan(db, res, { id: null, ...kembali(req, ditolak) })
    })
    .get('/jabatan/:id', ADMIN, async (req, res) => tampilkanJabatan(db, res, { id: id(req) }))
    .post('/jabatan/:id/data', ADMIN, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianUbahJabatan, req.body)
      const ditolak = data ? await ubahJabatan(db, pelakuDari(res), id(req), data) : kesalahan
      if (!ditolak) return berhasil(res, KANTOR, 'jabatan-disimpan')
      await tampilkanJabatan(db, res, { id: id(req), ...kembali(req, ditolak) })
    })
    .post(
      '/jabatan/:id/penonaktifan',
      ADMIN,
      atur(db, { ubah: aturJabatan, aktif: false, pesan: 'jabatan-dinonaktifkan' }),
    )
    .post('/jabatan/:id/pengaktifan', ADMIN, atur(db, { ubah: aturJabatan, aktif: true, pesan: 'jabatan-diaktifkan' }))
}

const kembali = (req: Request, kesalahan: Kesalahan) => ({ isian: isianKembali(req.body), kesalahan })

/** Disable or bring back: one button, no fields but the version. */
const atur =
  (db: BasisData, { ubah, aktif, pesan }: { ubah: typeof aturUnit; aktif: boolean; pesan: string }): RequestHandler =>
  async (req, res) => {
    await ubah(db, pelakuDari(res), id(req), { versi: String(req.body?.versi ?? ''), aktif })
    berhasil(res, KANTOR, pesan)
  }

type Kembalian = { id: string | null; isian?: Record<string, string>; kesalahan?: Kesalahan }
async function tampilkanUnit(db: BasisData, res: Response, { id, ...sisa }: Kembalian): Promise<void> {
  const pelaku = pelakuDari(res)
  const [lama, unit] = await Promise.all([id ? ambilUnit(db.baca, pelaku, { id }) : null, daftarUnit(db.baca, pelaku)])
  halamanIsianUnit(res, susunIsianUnit(lama, { unit, ...sisa }), sisa.kesalahan ? 422 : 200)
}

async function tampilkanJabatan(db: BasisData, res: Response, { id, ...sisa }: Kembalian): Promise<void> {
  const pelaku = pelakuDari(res)
  const [lama, unit] = await Promise.all([
    id ? ambilJabatan(db.baca, pelaku, { id }) : null,
    daftarUnit(db.baca, pelaku),
  ])
  halamanIsianJabatan(res, susunIsianJabatan(lama, { unit, ...sisa }), sisa.kesalahan ? 422 : 200)
}
