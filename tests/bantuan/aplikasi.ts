import { createHmac, randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as cheerio from 'cheerio'
import pg from 'pg'
import pino from 'pino'
import request from 'supertest'
import { buatAplikasi } from '../../src/aplikasi.ts'
import { type BasisData, bukaBasisData } from '../../src/inti/basis-data/index.ts'
import type { CatatanRute } from '../../src/inti/http/index.ts'
import { folderProyek } from '../../src/inti/konfigurasi/index.ts'
import { denganKonteks } from '../../src/inti/konteks.ts'
import type { Pelaku } from '../../src/inti/pelaku.ts'
import { jam } from '../../src/inti/waktu/index.ts'
import { muatPelaku } from '../../src/modul/akun/index.ts'
import { bukaPencadang } from '../../src/modul/cadangan/index.ts'
import { buatBasisDataUji } from './basis-data.ts'
import { hapusFolder } from './hapus-folder.ts'
import { rekamTampilan } from './rekam-tampilan.ts'

/** Monday 6 July 2026, 09.00 WIB: triwulan II has just ended. Time goes on from there. */
export const MULAI_UJI = new Date('2026-07-06T02:00:00Z')

const RAHASIA = 'x1y2z3-hanya-dipakai-di-pengujian-4567890'

/** A signed-in person at a browser without JavaScript. */
export type OrangUji = {
  readonly nama: string
  buka(alamat: string): request.Test
  /** opens a page that must answer 200 and returns it parsed */
  halaman(alamat: string): Promise<cheerio.CheerioAPI>
  /** posts a form with a fresh idempotency key (give `kunci` yourself to send the same form twice) */
  kirim(alamat: string, isian?: Record<string, string | string[]>): request.Test
  /** posts a form with files */
  unggah(
    alamat: string,
    isian: Record<string, string>,
    berkas: Record<string, { nama: string; isi: Buffer }>,
  ): request.Test
}

export type AplikasiUji = Awaited<ReturnType<typeof bukaAplikasiUji>>

/** The application on a database of its own with the sample office, listening on a free port of 127.0.0.1. */
export async function bukaAplikasiUji({ contoh = true }: { contoh?: boolean } = {}) {
  const basis = await buatBasisDataUji({ contoh })
  const folderData = mkdtempSync(join(tmpdir(), 'takar-uji-data-'))
  const db = bukaBasisData(basis.urlAplikasi, { kesabaran: 10 })
  const geser = MULAI_UJI.getTime() - Date.now()
  jam.atur(() => new Date(Date.now() + geser))
  const pemilik = new pg.Pool({ connectionString: basis.urlPemilik, max: 2 })
  pemilik.on('error', () => {})
  await pemilik.query("update akun set sesi_berlaku_sejak = '2026-01-01'")
  const log = pino({ level: process.env.TAKAR_UJI_LOG ?? 'silent' })
  const pencadang = bukaPencadang({
    urlPemilik: basis.urlPemilik,
    folderBerkas: join(folderData, 'berkas'),
    folder: join(folderData, 'cadangan'),
    log,
  })
  const app = buatAplikasi(db, {
    akar: folderProyek,
    folderData,
    rahasiaSesi: RAHASIA,
    https: false,
    proxy: 0,
    batasUnggahMb: 2,
    pencadang,
    cacheTemplat: true,
    log,
  })
  app.locals.mesin = rekamTampilan(app.locals.mesin)
  const server = await dengarkan(createServer(app))
  const alamat = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const masukSebagai = (nama: string) => masuk({ alamat, pemilik }, nama)
  return {
    db,
    pencadang,
    alamat,
    basis,
    folderData,
    rute: app.locals.daftarRute as CatatanRute[],
    masukSebagai,
    tamu: () => orang(request.agent(alamat), 'tamu'),
    pelaku: (nama: string) => pelakuDari(db, pemilik, nama),
    /** runs `kerja` inside the tenant of a person, as a request does */
    sebagai: async <T>(nama: string, kerja: (pelaku: Pelaku) => Promise<T>): Promise<T> => {
      const pelaku = await pelakuDari(db, pemilik, nama)
      return denganKonteks({ kecamatanId: pelaku.kecamatanId, kunci: null }, async () => await kerja(pelaku))
    },
    /** as owner, past row-level security */
    sql: async <R extends Record<string, unknown>>(teks: string, nilai: unknown[] = []) =>
      (await pemilik.query<R>(teks, nilai)).rows,
    async tutup() {
      await new Promise((ya) => server.close(ya))
      await db.tutup()
      await pemilik.end()
      await basis.hapus()
      jam.pulihkan()
      hapusFolder(folderData)
    },
  }
}

function dengarkan(server: Server): Promise<Server> {
  return new Promise((siap) => server.listen(0, '127.0.0.1', () => siap(server)))
}

/**
 * A person whose session is already there, as the sign-in page leaves it. Hashing the passphrase of everybody in every file
 * took a seventh of the run; the page itself is walked in tests/integrasi/akun and by every browser.
 */
async function masuk({ alamat, pemilik }: { alamat: string; pemilik: pg.Pool }, nama: string): Promise<OrangUji> {
  const { rows } = await pemilik.query<{ sid: string }>(SQL_SESI, [randomUUID(), nama, jam.sekarang().getTime()])
  const [sesi] = rows
  if (!sesi) throw new Error(`${nama} tidak dapat masuk`)
  const cap = createHmac('sha256', RAHASIA).update(sesi.sid).digest('base64').replace(/=+$/, '')
  const agen = request.agent(alamat)
  agen.jar.setCookie(`takar=${encodeURIComponent(`s:${sesi.sid}.${cap}`)}`, '127.0.0.1', '/')
  return orang(agen, nama)
}

const SQL_SESI = `
  insert into sesi (sid, sess, expire)
  select $1, json_build_object(
    'cookie', json_build_object('originalMaxAge', 43200000, 'expires', now() + interval '12 hours', 'httpOnly', true,
      'sameSite', 'lax', 'secure', false, 'path', '/'),
    'passport', json_build_object('user', json_build_object('akunId', id, 'kecamatanId', kecamatan_id)),
    'masukPada', $3::bigint, 'terakhir', $3::bigint), now() + interval '12 hours'
  from akun where nama_pengguna = $2 and aktif
  returning sid`

function orang(agen: ReturnType<typeof request.agent>, nama: string): OrangUji {
  const buka = (alamat: string) => agen.get(alamat)
  return {
    nama,
    buka,
    async halaman(alamat) {
      const jawab = await buka(alamat)
      if (jawab.status !== 200)
        throw new Error(
          `${nama} membuka ${alamat}: ${jawab.status} ${jawab.headers.location ?? ''} ${judul(jawab.text)}`,
        )
      return cheerio.load(jawab.text)
    },
    kirim: (alamat, isian = {}) =>
      agen
        .post(alamat)
        .set('Sec-Fetch-Site', 'same-origin')
        .type('form')
        .send({ kunci: randomUUID(), ...isian }),
    unggah(alamat, isian, berkas) {
      let minta = agen.post(alamat).set('Sec-Fetch-Site', 'same-origin').field('kunci', randomUUID())
      for (const [kunci, nilai] of Object.entries(isian)) minta = minta.field(kunci, nilai)
      for (const [kunci, { nama: namaBerkas, isi }] of Object.entries(berkas))
        minta = minta.attach(kunci, isi, namaBerkas)
      return minta
    },
  }
}

const judul = (html: string): string => cheerio.load(html)('h1').text()

async function pelakuDari(db: BasisData, pemilik: pg.Pool, nama: string): Promise<Pelaku> {
  const { rows } = await pemilik.query<{ id: string; kecamatan_id: string }>(
    'select id, kecamatan_id from akun where nama_pengguna = $1',
    [nama],
  )
  const [akun] = rows
  const pelaku =
    akun && (await muatPelaku(db, { akunId: akun.id, kecamatanId: akun.kecamatan_id, masukPada: Date.now() }))
  if (!pelaku) throw new Error(`tidak ada pelaku ${nama}`)
  return pelaku
}
