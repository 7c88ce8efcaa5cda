import { randomBytes } from 'node:crypto'
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { type Galat, galat, terjemahkanGalat } from '../galat/index.ts'
import { cariAsal } from './asal.ts'
import { halaman } from './halaman.ts'
import { cariPelaku } from './pelaku-permintaan.ts'
import { bacaKetikan, kalimatDiketik } from './sandingkan-ketikan.ts'
import { type HalamanGalat, susunHalamanGalat } from './teks-galat.ts'

const halamanGalat = halaman<HalamanGalat>('galat/galat')

/** Last route: everything unknown is a 404 page. */
export const tanganiTidakDitemukan: RequestHandler = () => {
  throw galat.tidakDitemukan('Halaman')
}

/** Maps every error to its page and one line of the log; texts of programs and databases never reach a person. */
export const tanganiGalat =
  (log: Logger): ErrorRequestHandler =>
  (sebab, req, res, _next) => {
    if (res.headersSent) {
      // the answer had begun (mostly a download that its receiver cut off): nothing can be told any more
      log.info({ metode: req.method, jalur: req.path, err: sebab }, 'jawaban terputus')
      return void res.destroy()
    }
    const dikenal = terjemahkanGalat(sebab) ?? galatPustaka(sebab)
    if (dikenal?.kode === 'belum-masuk') return arahkanMasuk(req, res)
    if (dikenal?.kode === 'berulang') return arahkanKembali(req, res)
    const nomorAcuan = randomBytes(4).toString('hex').toUpperCase()
    catat(log, { sebab, req, res, dikenal, nomorAcuan })
    const status = dikenal?.http ?? 500
    if (dikenal?.tunggu) res.set('Retry-After', String(Math.ceil(dikenal.tunggu)))
    if (mintaJson(req))
      return void res.status(status).json({ pesan: dikenal?.pesan ?? 'Terjadi gangguan.', nomorAcuan })
    halamanGalat(
      res,
      susunHalamanGalat(status, {
        nomorAcuan,
        pesan: dikenal?.pesan,
        alamatAsal: req.method === 'GET' ? null : cariAsal(req),
        ketikan: req.method === 'GET' ? [] : kalimatDiketik(bacaKetikan(req.body)),
      }),
      status,
    )
  }

const mintaJson = (req: Request): boolean => (req.get('accept') ?? '').startsWith('application/json')

function arahkanMasuk(req: Request, res: Response): void {
  if (mintaJson(req))
    return void res.status(401).json({ pesan: 'Sesi Anda habis. Masuk kembali, isian Anda tetap ada di halaman ini.' })
  const tujuan = req.method === 'GET' ? `tujuan=${encodeURIComponent(req.originalUrl)}` : ''
  const pesan = res.locals.sesiHabis || req.method !== 'GET' ? 'pesan=sesi-habis' : ''
  res.redirect(303, `/masuk?${[tujuan, pesan].filter(Boolean).join('&')}`)
}

/** The same form again: back to the page it came from, which shows the state after the first one. */
function arahkanKembali(req: Request, res: Response): void {
  if (mintaJson(req)) return void res.status(200).json({ berulang: true })
  // without a usable Referer: the home page shows what waits
  res.redirect(303, `${cariAsal(req)?.split('?')[0] ?? '/'}?pesan=sudah-diterima`)
}

/** Errors of express' body parser and of multer carry an HTTP status of their own. */
function galatPustaka(sebab: unknown): Galat | null {
  const { status, code } = (sebab ?? {}) as { status?: number; code?: string }
  if (status === 413 || code === 'LIMIT_FILE_SIZE')
    return galat.terlaluBesar('Isian atau berkas yang dikirim terlalu besar.')
  if (typeof code === 'string' && code.startsWith('LIMIT_'))
    return galat.tidakSesuai('Kiriman ini berisi terlalu banyak isian atau berkas.')
  if (status === 400 || status === 415)
    return galat.tidakSesuai('Isian tidak dapat dibaca. Muat ulang halaman dan ulangi.')
  return null
}

type Catatan = { sebab: unknown; req: Request; res: Response; dikenal: Galat | null; nomorAcuan: string }
function catat(log: Logger, { sebab, req, res, dikenal, nomorAcuan }: Catatan): void {
  const baris = {
    nomorAcuan,
    metode: req.method,
    jalur: req.path,
    akun: cariPelaku(res)?.akunId,
    kecamatan: cariPelaku(res)?.kecamatanId,
    kode: dikenal?.kode,
  }
  if (!dikenal || dikenal.http >= 500) log.error({ ...baris, err: sebab }, 'gangguan')
  else if (dikenal.http === 403 || dikenal.http === 429) log.warn(baris, 'ditolak')
  else log.info(baris, 'ditolak')
}
