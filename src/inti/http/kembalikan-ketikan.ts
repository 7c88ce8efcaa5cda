import type { ErrorRequestHandler, Request, Response, Router } from 'express'
import { type Galat, MUAT_ULANG, terjemahkanGalat } from '../galat/index.ts'
import { cariAsal } from './asal.ts'
import type { OlahHalaman } from './halaman.ts'
import type { MesinTemplat } from './mesin-templat.ts'
import { bacaKetikan, type HasilSanding, sandingkanKetikan } from './sandingkan-ketikan.ts'

/** What `views/parsial/ketikan-kembali.ejs` needs. */
type KetikanKembali = Omit<HasilSanding, 'html'> & { readonly pesan: string }

/**
 * A form whose record somebody else changed meanwhile comes back as its page of now (409): what was typed stands in the
 * fields, what is stored beside those that differ. Where the form is gone the error goes on to its own page, which shows
 * the sentences that were typed.
 */
export const kembalikanKetikan =
  (rute: Router): ErrorRequestHandler =>
  async (sebab, req, res, next) => {
    const dikenal = terjemahkanGalat(sebab)
    if (dikenal?.kode !== 'sudah-berubah' || !dariFormulir(req)) return next(sebab)
    // most forms are sent to the address they stand at
    const asal = cariAsal(req) ?? req.originalUrl
    const { load } = await import('cheerio')
    const mesin = res.app.locals.mesin as MesinTemplat
    const kiriman = { jalur: req.path, ketikan: bacaKetikan(req.body), load }
    bukaSebagaiGet({ rute, asal, gagal: () => next(sebab) }, req, res, (isi) => {
      const hasil = sandingkanKetikan(isi, {
        ...kiriman,
        gambar: (beda) => mesin.gambar('parsial/tersimpan-kini', beda),
      })
      return hasil && { isi: gambarRingkasan(mesin, dikenal, hasil) + hasil.html, status: dikenal.http }
    })
  }

const dariFormulir = (req: Request): boolean =>
  req.method === 'POST' && !(req.get('accept') ?? '').startsWith('application/json')

const gambarRingkasan = (mesin: MesinTemplat, { pesan }: Galat, { html: _, ...hasil }: HasilSanding): string =>
  mesin.gambar('parsial/ketikan-kembali', { pesan: pesan.replace(MUAT_ULANG, ''), ...hasil } satisfies KetikanKembali)

type Pembukaan = { readonly rute: Router; readonly asal: string; readonly gagal: () => void }
/**
 * Lets the routes answer as if the page had been opened, within the same request and its session. Gives up where the page
 * cannot be shown any more, leads elsewhere, or is not what `olah` can use (null).
 */
function bukaSebagaiGet({ rute, asal, gagal }: Pembukaan, req: Request, res: Response, olah: OlahHalaman): void {
  const semula = { method: req.method, url: req.url, originalUrl: req.originalUrl }
  const arahkan = res.redirect
  const batal = () => {
    res.locals.olahHalaman = undefined
    res.redirect = arahkan
    Object.assign(req, semula)
    gagal()
  }
  const coba: OlahHalaman = (isi) => {
    const jadi = olah(isi)
    if (!jadi) batal()
    return jadi
  }
  res.locals.olahHalaman = coba
  res.redirect = batal
  const alamat = tanpaPesan(asal)
  Object.assign(req, { method: 'GET', url: alamat, originalUrl: alamat })
  rute(req, res, batal)
}

/** The message of an earlier success does not belong above a refused form. */
function tanpaPesan(alamat: string): string {
  const [jalur = '/', cari = ''] = alamat.split('?')
  const sisa = new URLSearchParams(cari)
  sisa.delete('pesan')
  return sisa.size > 0 ? `${jalur}?${sisa}` : jalur
}
