import type { RequestHandler } from 'express'
import { Passport, type PassportStatic } from 'passport'
import { Strategy } from 'passport-local'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { kunciPermintaan } from '../../inti/http/kunci.ts'
import { denganKonteks } from '../../inti/konteks.ts'
import { jam } from '../../inti/waktu/index.ts'
import { buatPembatas, type PembatasMasuk } from './batasi-masuk.ts'
import { muatPelaku } from './muat-pelaku.ts'
import { cincangSandi, cocokSandi, sandiPerluDiperbarui } from './sandi.ts'

/** What the session keeps of a sign-in; rights are read anew with each request. */
export type AkunMasuk = { akunId: string; kecamatanId: string }
type BarisAkun = {
  id: string
  kecamatan_id: string
  sandi: string
  aktif: boolean
  wajib_ganti: boolean
  sandi_berlaku_sampai: Date | null
}

/** One sentence for every failure: it must not tell whether the name exists. */
export const PESAN_GAGAL =
  'Nama pengguna atau sandi tidak cocok. Periksa lagi, atau minta admin kantor mengatur ulang sandi.'

/** passport with the local strategy: by user name or NIP, argon2id, throttled per account and per address. */
export function siapkanPassport(db: BasisData): PassportStatic {
  const passport = new Passport() as PassportStatic
  const pembatas = buatPembatas(db)
  passport.use(
    new Strategy(
      { usernameField: 'nama', passwordField: 'sandi', passReqToCallback: true },
      (req, nama, sandi, selesai) => {
        periksaMasuk(db, pembatas, { nama, sandi, alamat: req.ip ?? '' }).then(
          (akun) => selesai(null, akun ?? false),
          (sebab) => selesai(sebab),
        )
      },
    ),
  )
  passport.serializeUser((akun, selesai) => selesai(null, akun as AkunMasuk))
  passport.deserializeUser((akun: AkunMasuk, selesai) => selesai(null, akun))
  return passport
}

async function periksaMasuk(
  db: BasisData,
  pembatas: PembatasMasuk,
  { nama, sandi, alamat }: { nama: unknown; sandi: unknown; alamat: string },
): Promise<AkunMasuk | null> {
  // a field sent twice arrives as a list
  if (typeof nama !== 'string' || typeof sandi !== 'string') return null
  const dicari = rapikanNama(nama)
  const { rows } = await db.umum.query<BarisAkun>('select * from cari_akun_masuk($1)', [dicari])
  const akun = rows[0]
  // by account, however its name or NIP was typed; an unknown name is counted just the same
  const kunciAkun = akun?.id ?? dicari.toLowerCase()
  await pembatas.pakaiKesempatan(kunciAkun, alamat)
  const cocok = sandi.length <= 128 && (await cocokSandi(sandi, akun?.sandi ?? null))
  const kedaluwarsa = akun?.sandi_berlaku_sampai && akun.sandi_berlaku_sampai < jam.sekarang()
  if (!akun || !cocok || !akun.aktif || kedaluwarsa) {
    await pembatas.catatGagal(alamat)
    return null
  }
  await pembatas.lupakan(kunciAkun)
  await catatMasuk(db, akun, sandi)
  return { akunId: akun.id, kecamatanId: akun.kecamatan_id }
}

/** What the database may look for: PostgreSQL knows no NUL, a name is short. */
const rapikanNama = (nama: string): string =>
  nama
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, 100)

async function catatMasuk(db: BasisData, akun: BarisAkun, sandi: string): Promise<void> {
  const baru = sandiPerluDiperbarui(akun.sandi) ? await cincangSandi(sandi) : akun.sandi
  // a Prisma query runs when it is awaited, so it must be awaited inside the context
  await denganKonteks({ kecamatanId: akun.kecamatan_id, kunci: null }, async () => {
    await db.tulis.akun.update({ where: { id: akun.id }, data: { masukTerakhir: jam.sekarang(), sandi: baru } })
  })
}

/** Puts the person of this request, with the rights of this moment, where `pelakuDari` finds it, and opens the tenant. */
export const kenaliPelaku =
  (db: BasisData): RequestHandler =>
  async (req, res, next) => {
    const akun = req.user as AkunMasuk | undefined
    if (!akun) return next()
    const pelaku = await muatPelaku(db, { ...akun, masukPada: req.session.masukPada ?? 0 })
    if (!pelaku) {
      res.locals.sesiHabis = true
      return req.logout((sebab) => next(sebab))
    }
    res.locals.pelaku = pelaku
    const konteks = { kecamatanId: pelaku.kecamatanId, kunci: kunciPermintaan(req), dicatat: new Set<string>() }
    denganKonteks(konteks, () => next())
  }

/** A person with a first passphrase sees nothing but the page to change it. */
export const pastikanSandiDiganti: RequestHandler = (req, res, next) => {
  const wajib = res.locals.pelaku?.wajibGantiSandi === true
  if (!wajib || req.path === '/akun/sandi' || req.path === '/keluar') return next()
  if (req.method !== 'GET') throw galat.tidakBerwenang('Ganti sandi pertama Anda dahulu.')
  res.redirect(303, '/akun/sandi')
}
