import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { buatRute, isianKembali } from '../../inti/http/index.ts'
import { buatPembatasPengunjung, type PembatasPengunjung } from './batasi-pengunjung.ts'
import { bacaKuesioner } from './isian.ts'
import { cariSurveiTautan, kirimJawaban, type SurveiTerbuka } from './kirim-jawaban.ts'
import { halamanPengunjung, halamanTerimaKasih, susunPengunjung, susunTerimaKasih } from './tampilan-pengunjung.ts'

/** The visitors' page, mounted at /survei: no login; whoever holds the address may answer while the survey is open. */
export function rutePengunjung(db: BasisData) {
  const pembatas = buatPembatasPengunjung(db)
  return buatRute()
    .get('/:tautan', 'umum', async (req, res) => {
      await pastikanBolehBuka(pembatas, req)
      halamanPengunjung(res, susunPengunjung(await ambil(db, req)))
    })
    .post('/:tautan', 'umum', async (req, res) => terima(db, pembatas, req, res))
    .get('/:tautan/terima-kasih', 'umum', async (req, res) => {
      await pastikanBolehBuka(pembatas, req)
      halamanTerimaKasih(res, susunTerimaKasih(await ambil(db, req)))
    })
}

async function pastikanBolehBuka(pembatas: PembatasPengunjung, req: Request): Promise<void> {
  const tunggu = await pembatas.pakaiBukaan(req.ip ?? '')
  if (tunggu > 0) throw galat.terlaluSering(tunggu)
}

async function ambil(db: BasisData, req: Request): Promise<SurveiTerbuka> {
  const ada = await cariSurveiTautan(db, req.params.tautan)
  if (!ada) throw galat.tidakDitemukan('Survei')
  return ada
}

async function terima(db: BasisData, pembatas: PembatasPengunjung, req: Request, res: Response): Promise<void> {
  const ada = await ambil(db, req)
  if (ada.survei.status !== 'DIBUKA') return halamanPengunjung(res, susunPengunjung(ada), 409)
  const isian = isianKembali(req.body)
  const kode = ada.survei.unsur.map((u) => u.kode)
  const { data, kesalahan } = bacaKuesioner(req.body ?? {}, kode)
  const kosong = kode.filter((k) => data.nilai[k] === undefined && !kesalahan[k])
  const salah = { ...kesalahan, ...Object.fromEntries(kosong.map((k) => [k, 'Pilih salah satu jawaban.'])) }
  if (Object.keys(salah).length > 0)
    return halamanPengunjung(res, susunPengunjung(ada, { isian, kesalahan: salah }), 422)
  const tunggu = await pembatas.pakaiKesempatan(ada.survei.id, req.ip ?? '')
  if (tunggu > 0) return tolak(res, ada, { isian, tunggu })
  const hasil = await kirimJawaban(db, ada, { isi: data, kunci: kunciDari(req) })
  if (hasil === 'DITUTUP') throw galat.bentrok('Survei ini baru saja ditutup. Terima kasih atas perhatian Anda.')
  if (hasil === 'PENUH') return tolak(res, ada, { isian, tunggu: 0 })
  res.redirect(303, `/survei/${ada.survei.tautan ?? ''}/terima-kasih`)
}

/** The same form sent twice has the same key; a form without one is a questionnaire of its own. */
function kunciDari(req: Request): string {
  const kunci = (req.body as Record<string, unknown> | undefined)?.kunci
  return typeof kunci === 'string' && /^[\w-]{16,64}$/.test(kunci) ? kunci : randomUUID()
}

/** Too many at once: says so, says when, keeps the answers. */
function tolak(
  res: Response,
  ada: SurveiTerbuka,
  { isian, tunggu }: { isian: Readonly<Record<string, string>>; tunggu: number },
): void {
  if (tunggu > 0) res.set('Retry-After', String(tunggu))
  const teks =
    tunggu > 0
      ? `Banyak jawaban baru saja dikirim dari tempat ini, jadi jawaban Anda belum tersimpan. Tunggu ${Math.ceil(tunggu / 60)} menit, lalu tekan Kirim sekali lagi. Jawaban Anda masih ada di bawah.`
      : 'Jumlah jawaban untuk hari ini sudah penuh, jadi jawaban Anda belum tersimpan. Silakan kirim lagi besok, atau minta kuesioner kertas kepada petugas.'
  halamanPengunjung(res, susunPengunjung(ada, { isian, tunggu: teks }), 429)
}
