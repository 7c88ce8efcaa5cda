import pgSession from 'connect-pg-simple'
import type { RequestHandler } from 'express'
import session from 'express-session'
import type { Pool } from 'pg'
import { type BasisData, namaUntuk } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'

/** Idle and absolute age of a session, in milliseconds (OWASP ASVS 5.0 7.3.1, 7.3.2). */
export const DIAM_MAKS = 60 * 60_000
export const UMUR_MAKS = 12 * 3_600_000
/** The time of last use is written at most this often: writing at each page is the most expensive line of a small page. */
const SENTUH_TIAP = 5 * 60_000

declare module 'express-session' {
  interface SessionData {
    /** milliseconds since 1970 */
    masukPada: number
    terakhir: number
    tujuan: string
  }
}

/** Sessions in PostgreSQL: they survive a restart and are shared by all processes. */
export function sesi(db: BasisData, { rahasia, https }: { rahasia: string; https: boolean }): RequestHandler {
  const Penyimpan = pgSession(session)
  return session({
    name: https ? '__Host-takar' : 'takar',
    secret: rahasia,
    resave: false,
    saveUninitialized: false,
    store: new Penyimpan({ pool: bernama(db), tableName: 'sesi', disableTouch: true, pruneSessionInterval: 900 }),
    cookie: { httpOnly: true, sameSite: 'lax', secure: https, path: '/', maxAge: UMUR_MAKS },
  })
}

/** The store's statements under a name each: reading the session comes with every request, so it is planned only once. */
const bernama = (db: BasisData): Pool =>
  ({
    query: (text: string, values: unknown[]) =>
      db.umum.query({ name: namaUntuk(text), text, values }).catch((sebab: NodeJS.ErrnoException) => {
        // express-session takes ENOENT for "no such session": the socket of a PostgreSQL that just starts again is not there
        throw sebab.code === 'ENOENT' ? galat.sibuk() : sebab
      }),
  }) as unknown as Pool

/** Ends sessions that were idle or lived too long, on the server, whatever the cookie says. */
export const batasiUmurSesi =
  (kini: () => number): RequestHandler =>
  (req, res, next) => {
    const { masukPada, terakhir } = req.session
    if (masukPada === undefined) return next()
    const sekarang = kini()
    if (sekarang - masukPada > UMUR_MAKS || sekarang - (terakhir ?? masukPada) > DIAM_MAKS)
      return req.session.regenerate((sebab) => {
        res.locals.sesiHabis = true
        next(sebab)
      })
    if (sekarang - (terakhir ?? 0) > SENTUH_TIAP) req.session.terakhir = sekarang
    next()
  }
