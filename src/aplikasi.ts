import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import express, { type Express, type RequestHandler, Router } from 'express'
import type { Logger } from 'pino'
import type { BasisData } from './inti/basis-data/index.ts'
import { pastikanAsal } from './inti/http/asal.ts'
import { kembalikanKetikan } from './inti/http/kembalikan-ketikan.ts'
import { kenaliBerulang } from './inti/http/kenali-berulang.ts'
import { buatMesinTemplat } from './inti/http/mesin-templat.ts'
import { mampatkan, tajukAman, tanpaSimpan } from './inti/http/tajuk.ts'
import { tanganiGalat, tanganiTidakDitemukan } from './inti/http/tangani-galat.ts'
import { jam } from './inti/waktu/index.ts'
import {
  batasiUmurSesi,
  kenaliPelaku,
  pastikanSandiDiganti,
  sesi,
  siapkanPassport,
  titipkanKiriman,
} from './modul/akun/index.ts'
import { alamatBantuan } from './modul/bantuan/index.ts'
import type { Pencadang } from './modul/cadangan/index.ts'
import { navigasi } from './peta-navigasi.ts'
import { pasangRute } from './peta-rute.ts'

export type PilihanAplikasi = {
  readonly akar: string
  readonly folderData: string
  readonly rahasiaSesi: string
  readonly https: boolean
  readonly proxy: number
  readonly batasUnggahMb: number
  /** where people open Takar; null: no links in messages */
  readonly alamat?: string | null
  /** makes the backups; null: none are made */
  readonly pencadang?: Pencadang | null
  /** is there a mail server for reminders */
  readonly adaSurel?: boolean
  readonly cacheTemplat: boolean
  readonly log: Logger
}

/** The application: middleware in order, a table of contents of every request. */
export function buatAplikasi(db: BasisData, pilihan: PilihanAplikasi): Express {
  const app = express()
  const passport = siapkanPassport(db)
  app.disable('x-powered-by').set('etag', false).set('query parser', 'simple').set('trust proxy', pilihan.proxy)
  app.locals.mesin = buatMesinTemplat({ akar: join(pilihan.akar, 'views'), cache: pilihan.cacheTemplat })
  app.locals.log = pilihan.log
  app.locals.bahanKerangka = { aset: bacaAset(pilihan.akar), navigasi, bantuan: alamatBantuan }

  app.use(tajukAman(pilihan), mampatkan())
  // content-hashed names: kept for a year; before sessions, so that files cost no database
  app.use('/aset', express.static(join(pilihan.akar, 'public/aset'), { immutable: true, maxAge: '365d', index: false }))
  app.use(berkasUmum(join(pilihan.akar, 'public')))
  app.get('/sehat', async (_req, res) => {
    await db.umum.query('select 1')
    res.type('text').send('sehat')
  })
  app.use(tanpaSimpan, pastikanAsal)
  app.use(express.urlencoded({ extended: false, limit: '512kb', parameterLimit: 3000 }))
  app.use(sesi(db, { rahasia: pilihan.rahasiaSesi, https: pilihan.https }))
  app.use(batasiUmurSesi(() => jam.sekarang().getTime()))
  app.use(passport.initialize(), passport.session())
  app.use(kenaliPelaku(db), pastikanSandiDiganti)
  const rute = Router()
  app.locals.daftarRute = pasangRute(rute, { db, passport, pilihan })
  app.use(rute, tanganiTidakDitemukan)
  app.use(titipkanKiriman)
  app.use(kenaliBerulang(db), kembalikanKetikan(rute))
  app.use(tanganiGalat(pilihan.log))
  return app
}

/** Icons and the like at the root. Addresses of pages have no dot: they must not cost a look into the folder each. */
function berkasUmum(folder: string): RequestHandler {
  const kirim = express.static(folder, { maxAge: '1d', index: false, redirect: false })
  return (req, res, next) => (req.path.includes('.') ? kirim(req, res, next) : next())
}

/** Names of the built style sheet and script (dist/aset.json, written by the build). */
function bacaAset(akar: string): { css: string; js: string } {
  const peta = JSON.parse(readFileSync(join(akar, 'dist/aset.json'), 'utf8')) as Record<string, string>
  return { css: peta['takar.css'] ?? '', js: peta['takar.js'] ?? '' }
}
