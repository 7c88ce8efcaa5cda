import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatPdf } from '../../inti/dokumen/index.ts'
import { Galat } from '../../inti/galat/index.ts'
import { bacaIsian, berhasil, buatRute, isianKembali, type Kesalahan, pelakuDari } from '../../inti/http/index.ts'
import type { Peran } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { isianMulai } from './isian.ts'
import { ambilLangkah, ambilSiklus, bukaSiklus } from './kueri.ts'
import { daftarDokumen, daftarSiklus, daftarSopBerlaku } from './kueri-daftar.ts'
import { ambilDokumen } from './kueri-dokumen.ts'
import { mulaiSiklus } from './mulai-siklus.ts'
import { susunRiwayat } from './riwayat.ts'
import { pasangRutePenghentian } from './rute-penghentian.ts'
import {
  halamanBaru,
  halamanDaftar,
  halamanDokumen,
  halamanDokumenSiklus,
  halamanRiwayat,
  halamanSiklus,
  susunBaru,
  susunDaftar,
  susunDokumen,
  susunDokumenSiklus,
} from './tampilan.ts'
import { susunSiklus } from './tampilan-siklus.ts'

/** All roles of the office that see siklus; the admin sees no performance data. */
export const PERAN_SIKLUS = ['CAMAT', 'SEKCAM', 'TIM_SAKIP', 'KASI', 'STAF', 'DESA', 'PENGAMAT'] as const
/** Those of them who may write at all (the Inspektorat only reads); each step asks again whose it is. */
export const PERAN_PENULIS = ['CAMAT', 'SEKCAM', 'TIM_SAKIP', 'KASI', 'STAF', 'DESA'] as const
const PEMULAI_RUTE: readonly Peran[] = ['CAMAT', 'SEKCAM', 'TIM_SAKIP', 'KASI', 'STAF']

export const ruteSiklus = (db: BasisData) =>
  pasangRutePenghentian(buatRute(), db, PERAN_PENULIS)
    .get('/', PERAN_SIKLUS, async (_req, res) => {
      const pelaku = pelakuDari(res)
      halamanDaftar(res, susunDaftar(await daftarSiklus(db, pelaku), pelaku))
    })
    .get('/baru', PEMULAI_RUTE, async (_req, res) =>
      halamanBaru(res, susunBaru(await sopBerlaku(db, res), { pelaku: pelakuDari(res) })),
    )
    .post('/', PEMULAI_RUTE, async (req, res) => {
      const pelaku = pelakuDari(res)
      const { data, kesalahan } = bacaIsian(isianMulai, req.body)
      const tolak = async (salah: Kesalahan) =>
        halamanBaru(
          res,
          susunBaru(await sopBerlaku(db, res), { pelaku, isian: isianKembali(req.body), kesalahan: salah }),
          422,
        )
      if (!data) return tolak(kesalahan)
      const id = await mulaiSiklus(db, pelaku, data).catch(periodeDitolak)
      if (typeof id !== 'string') return tolak(id)
      berhasil(res, `/siklus/${id}`, 'siklus-dimulai')
    })
    .get('/:siklusId', PERAN_SIKLUS, async (req, res) => {
      const pelaku = pelakuDari(res)
      const muatan = await bukaSiklus(db, pelaku, String(req.params.siklusId))
      halamanSiklus(res, await susunSiklus(db, pelaku, muatan))
    })
    .get('/:siklusId/dokumen', PERAN_SIKLUS, async (req, res) => {
      const pelaku = pelakuDari(res)
      const muatan = await ambilSiklus(db.baca, pelaku, String(req.params.siklusId))
      halamanDokumenSiklus(res, susunDokumenSiklus(muatan, await daftarDokumen(db, pelaku, muatan.siklus.id), pelaku))
    })
    .get('/:siklusId/riwayat', PERAN_SIKLUS, async (req, res) => {
      const pelaku = pelakuDari(res)
      const muatan = await ambilSiklus(db.baca, pelaku, String(req.params.siklusId))
      halamanRiwayat(res, await susunRiwayat(db, pelaku, muatan))
    })
    .get('/:siklusId/dokumen/:id', PERAN_SIKLUS, async (req, res) => {
      const dokumen = await ambilDokumen(db, pelakuDari(res), {
        siklusId: String(req.params.siklusId),
        id: String(req.params.id),
      })
      halamanDokumen(res, susunDokumen(dokumen))
    })
    .get('/:siklusId/dokumen/:id/pdf', PERAN_SIKLUS, async (req, res) => {
      const dokumen = await ambilDokumen(db, pelakuDari(res), {
        siklusId: String(req.params.siklusId),
        id: String(req.params.id),
      })
      const pdf = await buatPdf(dokumen.model)
      res
        .type('pdf')
        .set('Content-Disposition', `inline; filename*=UTF-8''${encodeURIComponent(`${dokumen.judul}.pdf`)}`)
        .send(pdf)
    })
    .get('/:siklusId/langkah/:kode', PERAN_SIKLUS, async (req, res) => {
      const alamat = { siklusId: String(req.params.siklusId), kode: String(req.params.kode) }
      const { siklus, langkah } = await ambilLangkah(db.baca, pelakuDari(res), alamat)
      res.redirect(303, `/siklus/${siklus.id}/langkah/${langkah.kode}/${langkah.jenis}`)
    })

/** A period that the SOP does not run for is an error of that field; everything else goes on as it is. */
function periodeDitolak(sebab: unknown): Kesalahan {
  if (sebab instanceof Galat && sebab.kode === 'tidak-sesuai') return { periode: sebab.pesan }
  throw sebab
}

const sopBerlaku = (db: BasisData, res: Parameters<typeof pelakuDari>[0]) => {
  const pelaku = pelakuDari(res)
  return daftarSopBerlaku(db.baca, pelaku, tanggalLokal(jam.sekarang(), pelaku.zonaWaktu))
}
