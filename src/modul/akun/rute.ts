import type { Request, RequestHandler } from 'express'
import type { PassportStatic } from 'passport'
import type { Logger } from 'pino'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { bacaIsian, berhasil, buatRute, cariPelaku, isianKembali, pelakuDari } from '../../inti/http/index.ts'
import { jam } from '../../inti/waktu/index.ts'
import { gantiSandi } from './ganti-sandi.ts'
import { isianSandiBaru } from './isian.ts'
import { type AkunMasuk, PESAN_GAGAL } from './masuk.ts'
import { halamanMasuk, halamanSandi, susunMasuk, susunSandi } from './tampilan.ts'

/** Sign-in, sign-out, change of one's own passphrase. */
export const ruteAkun = (db: BasisData, passport: PassportStatic) =>
  buatRute()
    .get('/masuk', 'umum', (req, res) => {
      if (cariPelaku(res)) return res.redirect(303, '/')
      halamanMasuk(res, susunMasuk({ tujuan: tujuanAman(req.query.tujuan) }))
    })
    .post('/masuk', 'umum', periksaSandi(passport), async (req, res) => {
      req.session.masukPada = jam.sekarang().getTime()
      req.session.terakhir = req.session.masukPada
      await simpanSesi(req)
      catatMasuk(req, { akun: (req.user as AkunMasuk).akunId }, 'masuk')
      res.redirect(303, tujuanAman(req.body?.tujuan))
    })
    .post('/keluar', 'umum', (req, res, next) => {
      req.logout((sebab) => {
        if (sebab) return next(sebab)
        req.session.destroy(() => {
          res.set('Clear-Site-Data', '"cache"').clearCookie('takar').clearCookie('__Host-takar')
          res.redirect(303, '/masuk?pesan=keluar')
        })
      })
    })
    .get('/akun/sandi', 'masuk', (_req, res) => halamanSandi(res, susunSandi(pelakuDari(res))))
    .post('/akun/sandi', 'masuk', async (req, res) => {
      const pelaku = pelakuDari(res)
      const { data, kesalahan } = bacaIsian(isianSandiBaru, req.body)
      const ditolak = data ? await gantiSandi(db, pelaku, data) : kesalahan
      if (ditolak) return halamanSandi(res, susunSandi(pelaku, ditolak), 422)
      req.session.masukPada = jam.sekarang().getTime()
      await simpanSesi(req)
      berhasil(res, '/', 'sandi-diganti')
    })

/**
 * Stores the session before the answer goes out. express-session does it while answering, and a browser follows a redirect as
 * soon as its head arrives: the next page would then find a session without the moment of sign-in and end it.
 */
const simpanSesi = (req: Request): Promise<void> =>
  new Promise((tersimpan, gagal) => req.session.save((sebab) => (sebab ? gagal(sebab) : tersimpan())))

/** One line per sign-in, successful or not (OWASP ASVS 5.0 16.3.1): never the typed name or passphrase. */
const catatMasuk = (
  req: Request,
  rincian: Readonly<Record<string, string>>,
  peristiwa: 'masuk' | 'masuk gagal',
): void => (req.app.locals.log as Logger).info({ ...rincian, alamat: req.ip }, peristiwa)

/** Runs the local strategy; a failure shows the form again (422), the typed name stays. */
const periksaSandi =
  (passport: PassportStatic): RequestHandler =>
  (req, res, next) => {
    passport.authenticate('local', (sebab: unknown, akun: AkunMasuk | false) => {
      if (sebab) return next(sebab)
      const isian = isianKembali(req.body)
      if (!akun) catatMasuk(req, {}, 'masuk gagal')
      if (!akun)
        return halamanMasuk(
          res,
          susunMasuk({ nama: isian.nama ?? '', tujuan: tujuanAman(isian.tujuan), kesalahan: { nama: PESAN_GAGAL } }),
          422,
        )
      // passport makes a new session id here: one planted before the sign-in is worthless
      req.logIn(akun as Express.User, (gagal) => next(gagal))
    })(req, res, next)
  }

/** Redirects only within the application: "/x", never "//x" or "/\x". */
export function tujuanAman(tujuan: unknown): string {
  return typeof tujuan === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(tujuan) ? tujuan : '/'
}
