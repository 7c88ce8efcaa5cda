import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatPdf, type Dokumen } from '../../inti/dokumen/index.ts'
import { bacaIsian, berhasil, buatRute, isianKembali, pelakuDari } from '../../inti/http/index.ts'
import type { Peran } from '../../inti/pelaku.ts'
import { buatPenerima, type Gudang, unggahan } from '../berkas/index.ts'
import { hapusBukti } from './hapus-bukti.ts'
import { isianAnggaran, isianBaris, isianBukti, isianFormulir } from './isian.ts'
import { jawabanAnggaran, jawabanBaris, type Jawaban } from './jawaban.ts'
import { ambilFormulir } from './kueri.ts'
import { barisDari, daftarBukti } from './kueri-bukti.ts'
import { muatDokumenFormulir } from './muat-dokumen.ts'
import { serahkanFormulir } from './serahkan-formulir.ts'
import { simpanAnggaran } from './simpan-anggaran.ts'
import { simpanBaris } from './simpan-baris.ts'
import { simpanFormulir } from './simpan-formulir.ts'
import { tambahBukti } from './tambah-bukti.ts'
import { tanggapanSatu } from './tanggapan.ts'
import { halamanFormulir, susunFormulir } from './tampilan.ts'
import { halamanBukti, susunBukti } from './tampilan-bukti.ts'
import { halamanPeriksa, susunPeriksa } from './tampilan-periksa.ts'
import { tarikFormulir } from './tarik-formulir.ts'
import { terimaFormulir } from './terima-formulir.ts'

/** Who may look at forms at all; the unit's people see their own. */
const PEMBACA = ['CAMAT', 'SEKCAM', 'TIM_SAKIP', 'KASI', 'STAF', 'DESA', 'PENGAMAT'] as const satisfies readonly Peran[]
/** Who may write in a form: people of units (a Sekcam where he heads one). */
const PENGISI = ['KASI', 'STAF', 'DESA', 'SEKCAM'] as const satisfies readonly Peran[]
const KEPALA = ['KASI', 'SEKCAM'] as const satisfies readonly Peran[]

type Lingkungan = { readonly gudang: Gudang; readonly batasUnggahMb: number }

/** Pages of one form, mounted at /formulir. */
export const ruteFormulir = (db: BasisData, { gudang, batasUnggahMb }: Lingkungan) => {
  const { terimaUnggahan } = buatPenerima(gudang, { batasMb: batasUnggahMb })
  return buatRute()
    .get('/:id', PEMBACA, async (req, res) => {
      const pelaku = pelakuDari(res)
      halamanFormulir(res, susunFormulir(await ambilFormulir(db.baca, pelaku, id(req)), pelaku))
    })
    .post('/:id', PENGISI, async (req, res) => {
      const pelaku = pelakuDari(res)
      const hasil = await simpanFormulir(db, pelaku, id(req), req.body)
      if (hasil.tanggapan.size > 0) return halamanFormulir(res, susunFormulir(hasil.formulir, pelaku, hasil), bentrok(hasil.tanggapan) ? 409 : 422)
      lanjutkan(req, res)
    })
    .post('/:id/baris/:barisId', PENGISI, async (req, res) => {
      const pelaku = pelakuDari(res)
      const { isian } = isianBaris(req.body)
      const hasil = await simpanBaris(db, pelaku, alamatBaris(req), isian)
      if (mintaJson(req)) return kirimJawaban(res, jawabanBaris(hasil, { barisId: param(req, 'barisId'), zona: pelaku.zonaWaktu }))
      if (hasil.jenis === 'TERSIMPAN' || hasil.jenis === 'BERULANG') return berhasil(res, `/formulir/${id(req)}#baris-${param(req, 'barisId')}`, 'formulir-tersimpan')
      const formulir = await ambilFormulir(db.baca, pelaku, id(req))
      halamanFormulir(res, susunFormulir(formulir, pelaku, tanggapanSatu(param(req, 'barisId'), hasil, isian)), hasil.jenis === 'BENTROK' ? 409 : 422)
    })
    .post('/:id/anggaran/:barisId', PENGISI, async (req, res) => {
      const pelaku = pelakuDari(res)
      const { isian } = isianAnggaran(req.body)
      const hasil = await simpanAnggaran(db, pelaku, alamatBaris(req), isian)
      if (mintaJson(req)) return kirimJawaban(res, jawabanAnggaran(hasil, { barisId: param(req, 'barisId'), zona: pelaku.zonaWaktu }))
      if (hasil.jenis === 'TERSIMPAN' || hasil.jenis === 'BERULANG') return berhasil(res, `/formulir/${id(req)}#baris-${param(req, 'barisId')}`, 'formulir-tersimpan')
      const formulir = await ambilFormulir(db.baca, pelaku, id(req))
      halamanFormulir(res, susunFormulir(formulir, pelaku, tanggapanSatu(param(req, 'barisId'), hasil, isian)), hasil.jenis === 'BENTROK' ? 409 : 422)
    })
    .get('/:id/baris/:barisId/bukti', PEMBACA, async (req, res) => halamanBukti(res, await muatBukti(db, req, res)))
    .post('/:id/baris/:barisId/bukti', PENGISI, terimaUnggahan, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianBukti, req.body)
      const berkas = unggahan(req, 'berkas')
      const salah = data?.jenis === 'berkas' && berkas.length === 0 ? { berkas: 'Pilih berkasnya dahulu.' } : kesalahan
      if (!data || Object.keys(salah).length > 0) return halamanBukti(res, await muatBukti(db, req, res, { isian: isianKembali(req.body), kesalahan: salah }), 422)
      await tambahBukti(db, pelakuDari(res), alamatBaris(req), { gudang, isian: data, berkas })
      berhasil(res, `/formulir/${id(req)}/baris/${param(req, 'barisId')}/bukti`, 'bukti-ditambah')
    })
    .post('/:id/baris/:barisId/bukti/:buktiId/penghapusan', PENGISI, async (req, res) => {
      await hapusBukti(db, pelakuDari(res), { ...alamatBaris(req), buktiId: param(req, 'buktiId') })
      berhasil(res, `/formulir/${id(req)}/baris/${param(req, 'barisId')}/bukti`, 'bukti-dihapus')
    })
    .get('/:id/pemeriksaan', PEMBACA, async (req, res) => {
      const pelaku = pelakuDari(res)
      halamanPeriksa(res, susunPeriksa(await ambilFormulir(db.baca, pelaku, id(req)), pelaku))
    })
    .post('/:id/penyerahan', KEPALA, async (req, res) => {
      await serahkanFormulir(db, pelakuDari(res), { id: id(req), versi: versiDari(req) })
      berhasil(res, `/formulir/${id(req)}`, 'formulir-diserahkan')
    })
    .post('/:id/penarikan', KEPALA, async (req, res) => {
      await tarikFormulir(db, pelakuDari(res), { id: id(req), versi: versiDari(req) })
      berhasil(res, `/formulir/${id(req)}`, 'formulir-ditarik')
    })
    .post('/:id/penerimaan', PENGISI, async (req, res) => {
      await terimaFormulir(db, pelakuDari(res), { id: id(req), versi: versiDari(req) })
      berhasil(res, `/formulir/${id(req)}`, 'formulir-diterima')
    })
    .get('/:id/blangko', PEMBACA, async (req, res) => kirimPdf(res, await muatDokumenFormulir(db.baca, pelakuDari(res), { id: id(req), blangko: true })))
    .get('/:id/cetak', PEMBACA, async (req, res) => kirimPdf(res, await muatDokumenFormulir(db.baca, pelakuDari(res), { id: id(req), blangko: false })))
}

const param = (req: Request, nama: string): string => String(req.params[nama] ?? '')
const id = (req: Request): string => param(req, 'id')
const alamatBaris = (req: Request) => ({ formulirId: id(req), barisId: param(req, 'barisId') })
const versiDari = (req: Request): number => bacaIsian(isianFormulir, req.body).data?.versi ?? 0
const mintaJson = (req: Request): boolean => (req.get('accept') ?? '').startsWith('application/json')
const kirimJawaban = (res: Response, { http, isi }: Jawaban): void => void res.status(http).json(isi)
const bentrok = (tanggapan: ReadonlyMap<string, { bentrok: boolean }>): boolean => [...tanggapan.values()].some((t) => t.bentrok)

/** After the whole form is saved: on to what the pressed button asked for. */
function lanjutkan(req: Request, res: Response): void {
  const lanjut = (req.body as Record<string, unknown> | undefined)?.lanjut
  if (lanjut === 'pemeriksaan') return berhasil(res, `/formulir/${id(req)}/pemeriksaan`, 'formulir-tersimpan')
  if (typeof lanjut === 'string' && /^[0-9a-f-]{36}$/.test(lanjut)) return berhasil(res, `/formulir/${id(req)}/baris/${lanjut}/bukti`, 'formulir-tersimpan')
  berhasil(res, `/formulir/${id(req)}`, 'formulir-tersimpan')
}

async function muatBukti(db: BasisData, req: Request, res: Response, balasan: { isian?: Record<string, string>; kesalahan?: Record<string, string> } = {}) {
  const pelaku = pelakuDari(res)
  const formulir = await ambilFormulir(db.baca, pelaku, id(req))
  const baris = barisDari(formulir, param(req, 'barisId'))
  return susunBukti(formulir, pelaku, { baris, bukti: await daftarBukti(db.baca, pelaku, alamatBaris(req)), ...balasan })
}

async function kirimPdf(res: Response, dokumen: Dokumen): Promise<void> {
  const pdf = await buatPdf(dokumen)
  res.type('pdf').set('Content-Disposition', `inline; filename*=UTF-8''${encodeURIComponent(`${dokumen.judul}.pdf`)}`).send(pdf)
}
