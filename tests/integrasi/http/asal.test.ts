import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'
import { sidikBasisData } from './kantor-berjalan.ts'

let app: AplikasiUji
let kuki: string
beforeAll(async () => {
  app = await bukaAplikasiUji()
  const masuk = await request(app.alamat)
    .post('/masuk')
    .set('Sec-Fetch-Site', 'same-origin')
    .type('form')
    .send({ nama: 'admin', sandi: SANDI_UJI })
  kuki = String(masuk.headers['set-cookie']?.[0]).split(';')[0] ?? ''
})
afterAll(() => app.tutup())

const kirim = (jalur: string, tajuk: Record<string, string>) =>
  request(app.alamat)
    .post(jalur.replace(/:\w+/g, crypto.randomUUID()))
    .set('Cookie', kuki)
    .set(tajuk)
    .type('form')
    .send({ kunci: crypto.randomUUID() })

/** A browser on https or localhost says Sec-Fetch-Site; on a plain-http LAN only Origin. */
const DITOLAK: readonly Record<string, string>[] = [
  {},
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site' },
  { Origin: 'http://jahat.example' },
  { Origin: 'null' },
]
const KALIMAT = 'tidak datang dari halaman Takar'

describe('permintaan tulis dari tempat lain', () => {
  it('ditolak pada setiap rute POST, untuk setiap gabungan tajuk, dan tidak mengubah apa pun', async () => {
    const sebelum = await sidikBasisData(app)
    const rute = app.rute.filter(({ metode }) => metode === 'POST')
    expect(rute.length).toBeGreaterThan(60)
    for (const { jalur } of rute)
      for (const tajuk of DITOLAK) {
        const jawab = await kirim(jalur, tajuk)
        expect([jawab.status, jawab.text.includes(KALIMAT)], `${jalur} ${JSON.stringify(tajuk)}`).toEqual([403, true])
      }
    expect(await sidikBasisData(app)).toEqual(sebelum)
    // not even signed out
    expect((await request(app.alamat).get('/organisasi').set('Cookie', kuki)).status).toBe(200)
  })

  it('nama inang yang mirip, porta lain, dan asal sendiri di bawah cross-site juga ditolak', async () => {
    const inang = new URL(app.alamat).host
    const mirip: Record<string, string>[] = [
      { Origin: `http://${inang}.jahat.example` },
      { Origin: 'http://127.0.0.1:1' },
      { Origin: `http://jahat@${inang}x` },
      { 'Sec-Fetch-Site': 'cross-site', Origin: app.alamat },
      { Referer: `${app.alamat}/kalender` },
    ]
    for (const tajuk of mirip)
      expect((await kirim('/kalender/hari-libur', tajuk)).status, JSON.stringify(tajuk)).toBe(403)
  })

  it('diterima dari halaman sendiri, dari alamat yang diketik, dan dari LAN tanpa Sec-Fetch', async () => {
    const sah: Record<string, string>[] = [
      { 'Sec-Fetch-Site': 'same-origin' },
      { 'Sec-Fetch-Site': 'none' },
      { Origin: app.alamat },
    ]
    for (const tajuk of sah)
      for (const jalur of ['/kalender/hari-libur', '/organisasi/pegawai', '/akun/sandi'])
        expect((await kirim(jalur, tajuk)).status, `${jalur} ${JSON.stringify(tajuk)}`).toBe(422)
  })

  it('metode lain yang menulis juga diperiksa, dan tidak ada yang dilayani', async () => {
    for (const metode of ['put', 'patch', 'delete'] as const) {
      expect((await request(app.alamat)[metode]('/kalender').set('Cookie', kuki)).status).toBe(403)
      expect(
        (await request(app.alamat)[metode]('/kalender').set('Cookie', kuki).set('Sec-Fetch-Site', 'same-origin'))
          .status,
      ).toBe(404)
    }
  })
})
