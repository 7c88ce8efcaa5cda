import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import pino from 'pino'
import { buatAplikasi } from '../src/aplikasi.ts'
import { bukaBasisData } from '../src/inti/basis-data/index.ts'
import type { MesinTemplat } from '../src/inti/http/mesin-templat.ts'
import { folderProyek } from '../src/inti/konfigurasi/index.ts'

type Gambar = { readonly templat: string; readonly data: object }
/** One page as the application rendered it: template and view model, and those of the frame around it. */
export type Tangkapan = Gambar & { readonly bingkai: Gambar }
export type HasilTangkap = {
  readonly status: number
  readonly html: string
  readonly tangkapan: Tangkapan | null
  readonly kueri: readonly string[]
}

/**
 * The application inside this process, watched: which view models reach the templates and which statements reach
 * PostgreSQL. Nothing in src knows about it: the template engine is replaced in app.locals, pg's client is wrapped.
 */
export async function bukaPengintai(
  urlAplikasi: string,
  { rahasiaSesi, folderData, ingatan = false }: PilihanPengintai,
) {
  const db = bukaBasisData(urlAplikasi, { ingatan })
  const app = buatAplikasi(db, {
    akar: folderProyek,
    folderData,
    rahasiaSesi,
    https: false,
    proxy: 0,
    batasUnggahMb: 2,
    cacheTemplat: true,
    log: pino({ level: 'error' }),
  })
  const asli = app.locals.mesin as MesinTemplat
  let gambar: Gambar[] = []
  app.locals.mesin = {
    gambar(templat: string, data: object) {
      gambar.push({ templat, data })
      return asli.gambar(templat, data)
    },
  } satisfies MesinTemplat
  const pengamat = amatiKueri()
  const server = createServer(app)
  await new Promise<void>((siap) => server.listen(0, '127.0.0.1', siap))
  const { port } = server.address() as AddressInfo
  return {
    port,
    /** Opens one page; no other request may run meanwhile. */
    async buka(jalur: string, cookie: string): Promise<HasilTangkap> {
      gambar = []
      const mulai = pengamat.kueri.length
      const jawab = await fetch(`http://127.0.0.1:${port}${jalur}`, {
        headers: { cookie, 'accept-encoding': 'identity' },
        redirect: 'manual',
      })
      const html = await jawab.text()
      const [isi, bingkai] = gambar
      return {
        status: jawab.status,
        html,
        tangkapan: isi && bingkai ? { ...isi, bingkai } : null,
        kueri: pengamat.kueri.slice(mulai),
      }
    },
    async tutup() {
      pengamat.lepas()
      await new Promise((ya) => server.close(ya))
      server.closeAllConnections()
      await db.tutup()
    },
  }
}

export type PilihanPengintai = {
  readonly rahasiaSesi: string
  readonly folderData: string
  /** keep what pages read, as the server does; false shows what a page costs when everything is read */
  readonly ingatan?: boolean
}

/** Setting a connection's kecamatan is no query of a page: it happens when a connection changes hands. */
const TANDA = /^select set_config\('takar\.kecamatan'/i

/** Counts every statement that leaves this process through pg, whoever sends it. */
export function amatiKueri(): { readonly kueri: string[]; lepas(): void } {
  const kueri: string[] = []
  const prototipe = pg.Client.prototype as unknown as { query: (...isi: unknown[]) => unknown }
  const asli = prototipe.query
  prototipe.query = function (this: unknown, ...isi: unknown[]) {
    const [pertama] = isi
    const teks = typeof pertama === 'string' ? pertama : String((pertama as { text?: unknown } | undefined)?.text ?? '')
    if (!TANDA.test(teks)) kueri.push(teks)
    return asli.apply(this, isi)
  }
  return {
    kueri,
    lepas() {
      prototipe.query = asli
    },
  }
}

export const folderViews = join(folderProyek, 'views')
