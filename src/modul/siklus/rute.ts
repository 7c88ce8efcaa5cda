import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatPdf } from '../../inti/dokumen/index.ts'
import { Galat } from '../../inti/galat/index.ts'
import { bacaIsian, berhasil, buatRute, isianKembali, type Kesalahan, pelakuDari } from '../../inti/http/index.ts'
import { PERAN_KANTOR, type Pelaku, type Peran } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { type IsianMulai, isianMulai } from './isian.ts'
import { ambilLangkah, ambilSiklus, bukaSiklus } from './kueri.ts'
import { daftarDokumen, daftarSiklus, daftarSopBerlaku } from './kueri-daftar.ts'
import { ambilDokumen } from './kueri-dokumen.ts'
import { alasanTahuLowong, ambilOrangKantor, kolomLowong } from './lowong.ts'
import { bolehMemulai, mulaiSiklus } from './mulai-siklus.ts'
import { susunRiwayat } from './riwayat.ts'
import { pasangRutePenghentian } from './rute-penghentian.ts'
import { pasangRutePlh } from './rute-plh.ts'
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
export const PERAN_SIKLUS = PERAN_KANTOR
/** Those of them who may write at all (the Inspektorat only reads); each step asks again whose it is. */
export const PERAN_PENULIS = ['CAMAT', 'SEKCAM', 'TIM_SAKIP', 'KASI', 'STAF', 'DESA'] as const
const PEMULAI_RUTE: readonly Peran[] = ['CAMAT', 'SEKCAM', 'TIM_SAKIP', 'KASI', 'STAF']

export const ruteSiklus = (db: BasisData) =>
  pasangRutePlh(pasangRutePenghentian(buatRute(), db, PERAN_PENULIS), db)
    .get('/', PERAN_SIKLUS, async (_req, res) => {
      const pelaku = pelakuDari(res)
      halamanDaftar(res, susunDaftar(await daftarSiklus(db, pelaku), pelaku))
    })
    .get('/baru', PEMULAI_RUTE, async (_req, res) => {
      const pelaku = pelakuDari(res)
      halamanBaru(res, susunBaru(await bahanBaru(db, pelaku), { pelaku }))
    })
    .post('/', PEMULAI_RUTE, async (req, res) => {
      const pelaku = pelakuDari(res)
      const { data, kesalahan } = bacaIsian(isianMulai, req.body)
      const hasil = data ? await cobaMulai(db, pelaku, data) : kesalahan
      if (typeof hasil === 'string') return berhasil(res, `/siklus/${hasil}`, 'siklus-dimulai')
      const kembali = { isian: isianKembali(req.body), kesalahan: hasil }
      halamanBaru(res, susunBaru(await bahanBaru(db, pelaku), { pelaku, ...kembali }), 422)
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

/**
 * Starts the siklus, or says what stands against it on the page: a period that the SOP does not run for, or a vacant
 * pelaksana that was not acknowledged. Everything else (403, 404, 409) goes on as it is.
 */
async function cobaMulai(db: BasisData, pelaku: Pelaku, isian: IsianMulai): Promise<string | Kesalahan> {
  if (!isian.tahuLowong) {
    const { sop, orang } = await bahanBaru(db, pelaku)
    const dipilih = sop.find((s) => s.id === isian.sopId && bolehMemulai(s, pelaku))
    const kosong = dipilih ? kolomLowong(dipilih.definisi, orang).filter((k) => k.pengganti.length === 0) : []
    if (kosong.length > 0) return { tahuLowong: alasanTahuLowong(kosong) }
  }
  return mulaiSiklus(db, pelaku, isian).catch(periodeDitolak)
}

function periodeDitolak(sebab: unknown): Kesalahan {
  if (sebab instanceof Galat && sebab.kode === 'tidak-sesuai') return { periode: sebab.pesan }
  throw sebab
}

/** SOPs in force today, and the people of the office to see who stands behind their columns. */
async function bahanBaru(db: BasisData, pelaku: Pelaku) {
  const hari = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
  const [sop, orang] = await Promise.all([daftarSopBerlaku(db.baca, pelaku, hari), ambilOrangKantor(db.baca, pelaku)])
  return { sop, orang }
}
