import { createHmac } from 'node:crypto'
import request from 'supertest'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { jam } from '../../../src/inti/waktu/index.ts'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'

const MENIT = 60_000
let app: AplikasiUji
let jamUji: () => Date
beforeAll(async () => {
  app = await bukaAplikasiUji()
  const geser = jam.sekarang().getTime() - Date.now()
  jamUji = () => new Date(Date.now() + geser)
})
afterAll(() => app.tutup())
afterEach(() => jam.atur(jamUji))

/** Moves the application's clock; sessions and rights follow it. */
const majukan = (menit: number) => {
  const kini = jam.sekarang().getTime() - Date.now()
  jam.atur(() => new Date(Date.now() + kini + menit * MENIT))
}
const kirim = (alamat: string, isian: Record<string, string>, kuki?: string) => {
  const minta = request(app.alamat).post(alamat).set('Sec-Fetch-Site', 'same-origin').type('form')
  return (kuki ? minta.set('Cookie', kuki) : minta).send(isian)
}
const buka = (alamat: string, kuki: string) => request(app.alamat).get(alamat).set('Cookie', kuki)
const kukiDari = (jawab: request.Response): string => String(jawab.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? ''
const masuk = async (nama: string) => kukiDari(await kirim('/masuk', { nama, sandi: SANDI_UJI }))
const sid = (kuki: string) =>
  decodeURIComponent(kuki)
    .replace(/^takar=s:/, '')
    .split('.')[0] ?? ''
const barisSesi = async (kuki: string) => (await app.sql('select sid from sesi where sid = $1', [sid(kuki)])).length

describe('kuki dan nomor sesi', () => {
  it('kuki hanya untuk Takar: HttpOnly, SameSite=Lax, Path=/, tanpa Domain; tamu tidak diberi kuki', async () => {
    const jawab = await kirim('/masuk', { nama: 'camat', sandi: SANDI_UJI })
    const kuki = jawab.headers['set-cookie']?.[0] ?? ''
    expect(kuki).toMatch(/^takar=s%3A.+; Path=\/; Expires=.+; HttpOnly; SameSite=Lax$/)
    expect(kuki).not.toMatch(/Domain/i)
    expect((await request(app.alamat).get('/masuk')).headers['set-cookie']).toBeUndefined()
  })

  it('nomor sesi panjang dan tidak pernah sama', async () => {
    const nomor = new Set<string>()
    for (let ke = 0; ke < 8; ke++) nomor.add(sid(await masuk('camat')))
    expect(nomor.size).toBe(8)
    // 24 random bytes in base64url
    for (const satu of nomor) expect(satu).toMatch(/^[\w-]{32}$/)
  })

  it('masuk selalu membuat nomor baru; yang ditanamkan orang lain dan yang lama tidak berlaku lagi', async () => {
    const lama = await masuk('camat')
    const baru = kukiDari(await kirim('/masuk', { nama: 'sekcam', sandi: SANDI_UJI }, lama))
    expect(sid(baru)).not.toBe(sid(lama))
    expect((await buka('/', lama)).headers.location).toMatch(/^\/masuk/)
    expect((await buka('/', baru)).status).toBe(200)
    const tanaman = 'nomor-yang-ditanam-oleh-orang-lain'
    const tanda = createHmac('sha256', 'x1y2z3-hanya-dipakai-di-pengujian-4567890')
      .update(tanaman)
      .digest('base64')
      .replace(/=+$/, '')
    const ditanam = `takar=${encodeURIComponent(`s:${tanaman}.${tanda}`)}`
    const sesudah = kukiDari(await kirim('/masuk', { nama: 'camat', sandi: SANDI_UJI }, ditanam))
    expect(sid(sesudah)).not.toBe(tanaman)
    expect((await buka('/', ditanam)).status).toBe(303)
  })

  it('kuki yang diubah satu huruf tidak membuka apa pun', async () => {
    const kuki = await masuk('camat')
    const rusak = kuki.slice(0, -1) + (kuki.endsWith('A') ? 'B' : 'A')
    expect((await buka('/', rusak)).headers.location).toMatch(/^\/masuk/)
  })
})

describe('akhir sesi', () => {
  it('keluar menghapus barisnya; kuki yang sama diputar ulang tidak berlaku', async () => {
    const kuki = await masuk('camat')
    expect(await barisSesi(kuki)).toBe(1)
    const keluar = await kirim('/keluar', {}, kuki)
    expect(keluar.headers.location).toBe('/masuk?pesan=keluar')
    expect(keluar.headers['clear-site-data']).toBe('"cache"')
    expect(await barisSesi(kuki)).toBe(0)
    expect((await buka('/', kuki)).headers.location).toMatch(/^\/masuk/)
  })

  it('enam puluh menit diam mengakhirinya; dipakai tiap setengah jam, ia bertahan', async () => {
    const kuki = await masuk('camat')
    for (const menit of [30, 30, 59]) {
      majukan(menit)
      expect((await buka('/', kuki)).status, `sesudah ${menit} menit`).toBe(200)
    }
    majukan(61)
    const habis = await buka('/siklus', kuki)
    expect(habis.headers.location).toBe('/masuk?tujuan=%2Fsiklus&pesan=sesi-habis')
    expect(await barisSesi(kuki)).toBe(0)
  })

  it('dua belas jam sejak masuk mengakhirinya, seberapa pun rajin dipakai', async () => {
    const kuki = await masuk('camat')
    for (let ke = 0; ke < 14; ke++) {
      majukan(50)
      expect((await buka('/akun/sandi', kuki)).status, `menit ${(ke + 1) * 50}`).toBe(200)
    }
    majukan(21)
    expect((await buka('/akun/sandi', kuki)).headers.location).toMatch(/sesi-habis/)
  })

  it('kiriman saat sesi habis diarahkan ke halaman masuk, dan permintaan JSON mendapat 401', async () => {
    const kuki = await masuk('sakip1')
    majukan(61)
    const formulir = await kirim('/siklus', { sopId: 'x' }, kuki)
    expect([formulir.status, formulir.headers.location]).toEqual([303, '/masuk?pesan=sesi-habis'])
    const json = await kirim('/siklus', {}, kuki).set('Accept', 'application/json')
    expect(json.status).toBe(401)
    expect(json.body.pesan).toContain('Masuk kembali')
  })

  it('mengganti sandi mengakhiri sesi lain orang itu, tidak sesi yang dipakai dan tidak sesi orang lain', async () => {
    const [ini, lain, orang] = [await masuk('kasi.kesos'), await masuk('kasi.kesos'), await masuk('camat')]
    majukan(1)
    const baru = 'tujuh angsa terbang rendah'
    const jawab = await kirim('/akun/sandi', { sandiLama: SANDI_UJI, sandiBaru: baru, sandiUlang: baru }, ini)
    expect(jawab.headers.location).toBe('/?pesan=sandi-diganti')
    expect((await buka('/', ini)).status).toBe(200)
    expect((await buka('/', orang)).status).toBe(200)
    expect((await buka('/', lain)).headers.location).toMatch(/^\/masuk/)
    expect((await kirim('/masuk', { nama: 'kasi.kesos', sandi: SANDI_UJI })).status).toBe(422)
    expect((await kirim('/masuk', { nama: 'kasi.kesos', sandi: baru })).status).toBe(303)
  })

  it('sandi baru ditolak tanpa sandi lama, bila lemah, bila sama, bila berbeda tulisan; tidak ada yang berubah', async () => {
    const kuki = await masuk('kasi.pelayanan')
    const baik = 'tujuh angsa terbang rendah'
    const kiriman: [Record<string, string>, string][] = [
      [{ sandiLama: 'salah', sandiBaru: baik, sandiUlang: baik }, 'tidak cocok'],
      [{ sandiLama: SANDI_UJI, sandiBaru: 'pendek', sandiUlang: 'pendek' }, 'paling sedikit 12'],
      [
        { sandiLama: SANDI_UJI, sandiBaru: 'kecamatan taman 2026', sandiUlang: 'kecamatan taman 2026' },
        'mudah ditebak',
      ],
      [{ sandiLama: SANDI_UJI, sandiBaru: SANDI_UJI, sandiUlang: SANDI_UJI }, 'harus berbeda'],
      [{ sandiLama: SANDI_UJI, sandiBaru: baik, sandiUlang: `${baik}!` }, 'tidak sama'],
    ]
    for (const [isian, kalimat] of kiriman) {
      const jawab = await kirim('/akun/sandi', isian, kuki)
      expect(jawab.status, kalimat).toBe(422)
      expect(jawab.text).toContain(kalimat)
      for (const rahasia of Object.values(isian)) expect(jawab.text).not.toContain(`value="${rahasia}"`)
    }
    expect((await kirim('/masuk', { nama: 'kasi.pelayanan', sandi: SANDI_UJI })).status).toBe(303)
  })
})
