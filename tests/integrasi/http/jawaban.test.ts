import { Writable } from 'node:stream'
import pino from 'pino'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buatAplikasi } from '../../../src/aplikasi.ts'
import { folderProyek } from '../../../src/inti/konfigurasi/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { denganKlien, SANDI_UJI } from '../../bantuan/basis-data.ts'

let app: AplikasiUji
let camat: OrangUji
let admin: OrangUji
beforeAll(async () => {
  app = await bukaAplikasiUji()
  camat = await app.masukSebagai('camat')
  admin = await app.masukSebagai('admin')
})
afterAll(() => app.tutup())

/** Words of programs that must never reach a person. */
const BAHASA_MESIN =
  /\bat \w+.*\(|node_modules|\.ts:\d|prisma|select |relation |SQLSTATE|Error:|undefined|NaN|\[object/i
const nomor = (html: string) => /Nomor acuan <strong>([0-9A-F]{8})<\/strong>/.exec(html)?.[1]

describe('tajuk setiap jawaban', () => {
  it('CSP tanpa yang diselipkan, nosniff, tanpa bingkai, tanpa nama mesin, tanpa CORS; halaman tidak disimpan', async () => {
    const alamat = [
      '/masuk',
      '/',
      '/siklus',
      '/perencanaan',
      '/tidak-ada',
      '/organisasi',
      '/aset/tidak-ada.css',
      '/sehat',
    ]
    for (const satu of alamat) {
      const { headers } = await camat.buka(satu).set('Origin', 'http://jahat.example')
      const csp = headers['content-security-policy'] ?? ''
      expect(csp, satu).toContain("default-src 'none'")
      for (const bagian of [
        "script-src 'self'",
        "style-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "object-src 'none'",
      ])
        expect(csp.split(';'), `${satu} ${bagian}`).toContain(bagian)
      expect(csp).not.toMatch(/unsafe|\*|http:/)
      expect(headers, satu).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
      for (const tiada of [
        'x-powered-by',
        'access-control-allow-origin',
        'server',
        'etag',
        'strict-transport-security',
      ])
        expect(headers[tiada], `${satu} ${tiada}`).toBeUndefined()
      if (!/^\/(aset|sehat)/.test(satu)) expect(headers['cache-control'], satu).toBe('no-store')
    }
  })

  it('TRACE dan metode asing tidak dilayani', async () => {
    for (const metode of ['TRACE', 'PROPFIND'])
      expect(
        (await fetch(app.alamat, { method: metode }).catch(() => ({ status: 405 }))).status,
      ).toBeGreaterThanOrEqual(400)
  })

  it('dengan https: kuki __Host- yang Secure, dan HSTS setahun', async () => {
    const aman = aplikasiLain({ https: true, proxy: 1 })
    const masuk = await request(aman.app)
      .post('/masuk')
      .set({ 'Sec-Fetch-Site': 'same-origin', 'X-Forwarded-Proto': 'https' })
      .type('form')
      .send({ nama: 'camat', sandi: SANDI_UJI })
    expect(masuk.headers['set-cookie']?.[0]).toMatch(/^__Host-takar=.*; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/)
    expect(masuk.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
  })
})

describe('halaman galat', () => {
  it('404, 403, 409, 413, 422 dan 429: kalimat untuk orang, nomor acuan, tanpa bahasa mesin', async () => {
    await app.sql(
      "insert into batas_masuk (key, points, expire) select 'alamat:' || a, 99, (extract(epoch from now()) * 1000 + 60000)::bigint from unnest(array['127.0.0.1', '::ffff:127.0.0.1']) a",
    )
    const [libur] = await app.sql<{ id: string }>(
      "select id from hari_libur where kecamatan_id = (select id from kecamatan where kode = 'taman') limit 1",
    )
    const jawaban: [number, request.Response][] = [
      [404, await camat.buka('/tidak-ada')],
      [404, await camat.buka(`/siklus/${crypto.randomUUID()}`)],
      [404, await camat.buka('/siklus/bukan-uuid')],
      [404, await camat.buka('/berkas/1')],
      [403, await camat.buka('/organisasi')],
      [409, await admin.kirim(`/kalender/hari-libur/${libur?.id}/penghapusan`, { versi: 'lama' })],
      [413, await camat.kirim('/siklus', { sopId: 'x'.repeat(600_000) })],
      [422, await camat.buka('/siklus/%E0%A4%A')],
      [
        422,
        await camat
          .kirim('/siklus', Object.fromEntries(Array.from({ length: 3100 }, (_, ke) => [`k${ke}`, ''])))
          .set('Accept', 'text/html'),
      ],
      [429, await app.tamu().kirim('/masuk', { nama: 'camat', sandi: 'x' })],
    ]
    await app.sql('delete from batas_masuk')
    const dilihat = new Set<string>()
    for (const [status, jawab] of jawaban) {
      const sebut = `${status} ${jawab.request.url}`
      if (status === 422 && jawab.status === 413) continue
      expect(jawab.status, sebut).toBe(status)
      expect(jawab.headers['content-type']).toContain('text/html')
      expect(jawab.text, sebut).not.toMatch(BAHASA_MESIN)
      expect(nomor(jawab.text), sebut).toBeDefined()
      dilihat.add(nomor(jawab.text) ?? '')
    }
    expect(dilihat.size).toBeGreaterThan(8)
  })

  it('500: tanpa keterangan mesin di halaman, lengkap dengan nomor yang sama di log; isian rahasia tidak tercatat', async () => {
    const { app: lain, baris } = aplikasiLain({})
    const agen = request.agent(lain)
    await agen
      .post('/masuk')
      .set('Sec-Fetch-Site', 'same-origin')
      .type('form')
      .send({ nama: 'admin', sandi: SANDI_UJI })
    await app.sql('alter table hari_libur rename to hari_libur_hilang')
    const jawab = await agen.get('/kalender')
    const json = await agen.get('/kalender').set('Accept', 'application/json')
    await app.sql('alter table hari_libur_hilang rename to hari_libur')
    expect(jawab.status).toBe(500)
    expect(jawab.text).not.toMatch(BAHASA_MESIN)
    expect(jawab.text).not.toContain('hari_libur')
    expect(Object.keys(json.body).sort()).toEqual(['nomorAcuan', 'pesan'])
    const log = baris.join('')
    expect(log).toContain(`"nomorAcuan":"${nomor(jawab.text)}"`)
    expect(log).toContain(`"nomorAcuan":"${json.body.nomorAcuan}"`)
    expect(log).not.toContain(SANDI_UJI)
    expect(log).not.toMatch(/takar=s|set-cookie/i)
    expect((await agen.get('/kalender')).status).toBe(200)
  })

  it('503 dengan Retry-After bila data terkunci, lalu pulih sendiri', async () => {
    await denganKlien(app.basis.urlPemilik, async (klien) => {
      await klien.query('begin')
      await klien.query('lock table hari_libur in access exclusive mode')
      const jawab = await camat.buka('/kalender')
      expect([jawab.status, jawab.headers['retry-after']]).toEqual([503, '5'])
      expect(jawab.text).not.toMatch(BAHASA_MESIN)
      await klien.query('rollback')
    })
    expect((await camat.buka('/kalender')).status).toBe(200)
  })

  it('permintaan JSON mendapat JSON: 401, 403, 404, 409, 413', async () => {
    const json = { Accept: 'application/json' }
    const hasil = [
      await app.tamu().buka('/siklus').set(json),
      await camat.buka('/organisasi').set(json),
      await camat.buka('/tidak-ada').set(json),
      await camat.kirim('/siklus', { sopId: 'x'.repeat(600_000) }).set(json),
    ]
    expect(hasil.map(({ status }) => status)).toEqual([401, 403, 404, 413])
    for (const { body, headers } of hasil) {
      expect(headers['content-type']).toContain('application/json')
      expect(typeof body.pesan).toBe('string')
      expect(JSON.stringify(body)).not.toMatch(BAHASA_MESIN)
    }
  })

  it('pesan di alamat hanya kunci dari katalog: teks orang lain tidak pernah tampil', async () => {
    expect((await camat.buka('/siklus?pesan=tersimpan')).text).toContain('Tersimpan.')
    for (const kunci of ['<script>alert(1)</script>', 'toString', '__proto__', 'constructor', 'a&pesan=tersimpan'])
      expect((await camat.buka(`/siklus?pesan=${encodeURIComponent(kunci)}`)).text).not.toMatch(
        /alert\(1\)|native code|a&amp;pesan/,
      )
  })
})

/** A second application on the same database, with its log in memory. */
function aplikasiLain({ https = false, proxy = 0 }: { https?: boolean; proxy?: number }) {
  const baris: string[] = []
  const aliran = new Writable({
    write(potong, _sandi, lanjut) {
      baris.push(String(potong))
      lanjut()
    },
  })
  const lain = buatAplikasi(app.db, {
    akar: folderProyek,
    folderData: app.folderData,
    rahasiaSesi: 'x1y2z3-hanya-dipakai-di-pengujian-4567890',
    https,
    proxy,
    batasUnggahMb: 2,
    cacheTemplat: true,
    log: pino({ level: 'trace' }, aliran),
  })
  return { app: lain, baris }
}
