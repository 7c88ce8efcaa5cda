import type { Request, RequestHandler } from 'express'
import type { PassportStatic } from 'passport'
import type { Logger } from 'pino'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { bacaIsian, berhasil, buatRute, cariPelaku, isianKembali, pelakuDari } from '../../inti/http/index.ts'
import { jam } from '../../inti/waktu/index.ts'
import { gantiSandi } from './ganti-sandi.ts'
import { isianKontak, isianSandiBaru } from './isian.ts'
import { type AkunMasuk, PESAN_GAGAL } from './masuk.ts'
import {
  halamanKontak,
  halamanLanjutkan,
  halamanMasuk,
  halamanSandi,
  susunKontak,
  susunLanjutkan,
  susunMasuk,
  susunSandi,
  tujuanAman,
} from './tampilan.ts'
import { bacaKiriman } from './titip-kiriman.ts'
import { ambilKontakSaya, ubahKontak } from './ubah-kontak.ts'

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
      const { akunId: akun } = req.user as AkunMasuk
      catatMasuk(req, { akun }, 'masuk')
      // the dialog of a page whose session ended: it stays where it is, and asks whether it is the same person
      if (mintaJson(req)) return void res.json({ akun })
      const kiriman = bacaKiriman(req.body?.titipan, akun)
      if (kiriman) return halamanLanjutkan(res, susunLanjutkan(kiriman))
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
    .get('/akun/kontak', 'masuk', async (_req, res) =>
      halamanKontak(res, susunKontak(await ambilKontakSaya(db.baca, pelakuDari(res)))),
    )
    .post('/akun/kontak', 'masuk', async (req, res) => {
      const pelaku = pelakuDari(res)
      const { data, kesalahan } = bacaIsian(isianKontak, req.body)
      if (!data) {
        const kembali = { isian: isianKembali(req.body), kesalahan }
        return halamanKontak(res, susunKontak(await ambilKontakSaya(db.baca, pelaku), kembali), 422)
      }
      await ubahKontak(db, pelaku, data)
      berhasil(res, '/akun/kontak', 'kontak-diubah')
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
      if (!akun && mintaJson(req)) return void res.status(422).json({ pesan: PESAN_GAGAL })
      if (!akun)
        return halamanMasuk(
          res,
          susunMasuk({
            nama: isian.nama ?? '',
            tujuan: tujuanAman(isian.tujuan),
            titipan: isian.titipan ?? '',
            kesalahan: { nama: PESAN_GAGAL },
          }),
          422,
        )
      // passport makes a new session id here: one planted before the sign-in is worthless
      req.logIn(akun as Express.User, (gagal) => next(gagal))
    })(req, res, next)
  }

const mintaJson = (req: Request): boolean => (req.get('accept') ?? '').startsWith('application/json')
