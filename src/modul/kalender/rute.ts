import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { bacaIsian, berhasil, buatRute, isianKembali, type Kesalahan, pelakuDari } from '../../inti/http/index.ts'
import { jam, tahunDari, tahunIni } from '../../inti/waktu/index.ts'
import { hapusLibur } from './hapus-libur.ts'
import { isianLibur } from './isian.ts'
import { ambilLibur, ambilLiburSetahun } from './kueri.ts'
import { tambahLibur } from './tambah-libur.ts'
import { halamanKalender, halamanUbahLibur, susunKalender, susunUbahLibur } from './tampilan.ts'
import { ubahLibur } from './ubah-libur.ts'

const ADMIN = ['ADMIN'] as const
const idDari = (req: Request) => String(req.params.id)

/** Holidays of the office: everybody reads, the admin writes. */
export const ruteKalender = (db: BasisData) =>
  buatRute()
    .get('/', 'masuk', async (req, res) => tampilkanTahun(db, res, { tahun: tahunDiminta(req.query.tahun, res) }))
    .post('/hari-libur', ADMIN, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianLibur, req.body)
      const ditolak = data ? await tambahLibur(db, pelakuDari(res), data) : kesalahan
      const tahun = tahunDiminta(String(req.body?.tanggal ?? '').slice(0, 4), res)
      if (ditolak) return tampilkanTahun(db, res, { tahun, isian: isianKembali(req.body), kesalahan: ditolak })
      berhasil(res, `/kalender?tahun=${tahun}`, 'libur-ditambah')
    })
    .get('/hari-libur/:id', ADMIN, async (req, res) =>
      halamanUbahLibur(res, susunUbahLibur(await ambilLibur(db.baca, pelakuDari(res), { id: idDari(req) }))),
    )
    .post('/hari-libur/:id', ADMIN, async (req, res) => {
      const pelaku = pelakuDari(res)
      const libur = await ambilLibur(db.baca, pelaku, { id: idDari(req) })
      const { data, kesalahan } = bacaIsian(isianLibur, req.body)
      const ditolak = data ? await ubahLibur(db, pelaku, libur.id, data) : kesalahan
      if (ditolak)
        return halamanUbahLibur(res, susunUbahLibur(libur, { isian: isianKembali(req.body), kesalahan: ditolak }), 422)
      berhasil(res, `/kalender?tahun=${data?.tanggal.slice(0, 4)}`, 'libur-diubah')
    })
    .post('/hari-libur/:id/penghapusan', ADMIN, async (req, res) => {
      const tahun = await hapusLibur(db, pelakuDari(res), idDari(req), { versi: String(req.body?.versi ?? '') })
      berhasil(res, `/kalender?tahun=${tahun}`, 'libur-dihapus')
    })

type Kembalian = { tahun: number; isian?: Record<string, string>; kesalahan?: Kesalahan }
async function tampilkanTahun(db: BasisData, res: Response, { tahun, isian, kesalahan }: Kembalian): Promise<void> {
  const pelaku = pelakuDari(res)
  const data = await ambilLiburSetahun(db.baca, pelaku, tahun)
  const vm = susunKalender(pelaku, { ...data, tahun, kini: jam.sekarang() }, { isian, kesalahan })
  halamanKalender(res, vm, kesalahan ? 422 : 200)
}

/** The year asked for, from the first one that a holiday may have on; otherwise the present one. */
const tahunDiminta = (nilai: unknown, res: Response): number => tahunDari(nilai, tahunIni(pelakuDari(res)), 1990)
