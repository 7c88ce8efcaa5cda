import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { buatRute, pelakuDari } from '../../inti/http/index.ts'
import { PERAN_KANTOR } from '../../inti/pelaku.ts'
import type { Gudang } from './gudang.ts'
import { berpratinjau } from './jenis-berkas.ts'
import { ambilBerkas, type MelihatSiklus } from './kueri.ts'
import { pasangPotongan } from './rute-potongan.ts'

const PEMBACA = PERAN_KANTOR
type Lingkungan = { gudang: Gudang; melihatSiklus: MelihatSiklus; batasMb: number }

/** Download and preview of a file by those entitled to it, and uploads in pieces. */
export const ruteBerkas = (db: BasisData, { gudang, melihatSiklus, batasMb }: Lingkungan) => {
  const muat = (req: Request, res: Response) =>
    ambilBerkas(db, pelakuDari(res), { id: String(req.params.id), melihatSiklus })
  return pasangPotongan(buatRute(), { gudang, batasMb })
    .get('/:id', PEMBACA, async (req, res) => kirim(res, { gudang, berkas: await muat(req, res), cara: 'attachment' }))
    .get('/:id/pratinjau', PEMBACA, async (req, res) => {
      const berkas = await muat(req, res)
      if (!berpratinjau(berkas.mime)) throw galat.tidakDitemukan('Pratinjau berkas ini')
      await kirim(res, { gudang, berkas, cara: 'inline' })
    })
}

const TERKURUNG = "sandbox; default-src 'none'"
/** What the viewer of a browser puts around a PDF: the document itself and one line of style. */
const BERPENAMPIL =
  "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

type Berkas = Awaited<ReturnType<typeof ambilBerkas>>
type Kiriman = { gudang: Gudang; berkas: Berkas; cara: 'attachment' | 'inline' }

/**
 * Streams a file. Only what was recognised as image or PDF by its content is ever shown in the browser, under exactly that
 * type: nothing is guessed (nosniff), nothing in it may run, load or be framed (CSP), no other site may embed it (CORP).
 * The PDF viewer of the browsers does not start inside a sandbox, so there the other directives must do.
 */
async function kirim(res: Response, { gudang, berkas, cara }: Kiriman): Promise<void> {
  const isi = createReadStream(gudang.jalur(berkas.lokasi))
  await new Promise<void>((ada, tiada) => isi.once('open', () => ada()).once('error', tiada)).catch(() => {
    throw galat.tidakDitemukan('Isi berkas')
  })
  const terkurung = cara === 'attachment' || berkas.mime !== 'application/pdf'
  res.set({
    'Content-Type': berkas.mime,
    'Content-Length': String(berkas.ukuran),
    'Content-Disposition': `${cara}; filename*=UTF-8''${encodeURIComponent(berkas.nama)}`,
    'Content-Security-Policy': terkurung ? TERKURUNG : BERPENAMPIL,
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  })
  await pipeline(isi, res)
}
