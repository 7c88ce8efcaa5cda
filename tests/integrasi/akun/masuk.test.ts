import fc from 'fast-check'
import request from 'supertest'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PESAN_GAGAL } from '../../../src/modul/akun/masuk.ts'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'

let app: AplikasiUji
beforeAll(async () => {
  app = await bukaAplikasiUji()
})
afterAll(() => app.tutup())
beforeEach(() => app.sql('delete from batas_masuk'))

const coba = (nama: string, sandi: string, lain: Record<string, string> = {}) =>
  request(app.alamat)
    .post('/masuk')
    .set('Sec-Fetch-Site', 'same-origin')
    .type('form')
    .send({ nama, sandi, ...lain })

async function nip(namaPengguna: string): Promise<string> {
  const [baris] = await app.sql<{ nip: string }>(
    'select p.nip from pegawai p join akun a on a.pegawai_id = p.id where a.nama_pengguna = $1',
    [namaPengguna],
  )
  return baris?.nip ?? ''
}

describe('siapa yang dapat masuk', () => {
  it('dengan nama pengguna, huruf besar pun diterima', async () => {
    expect((await coba('camat', SANDI_UJI)).status).toBe(303)
    expect((await coba('  CAMAT ', SANDI_UJI)).headers.location).toBe('/')
  })

  it('dengan NIP, juga yang ditulis berspasi seperti di surat', async () => {
    const n = await nip('kasi.trantib')
    expect(n).toMatch(/^\d{18}$/)
    expect((await coba(n, SANDI_UJI)).status).toBe(303)
    const berspasi = `${n.slice(0, 8)} ${n.slice(8, 14)} ${n.slice(14, 15)} ${n.slice(15)}`
    expect((await coba(berspasi, SANDI_UJI)).status).toBe(303)
  })

  it('nama yang tidak ada dijawab dengan status dan kalimat yang sama seperti sandi yang salah', async () => {
    const salah = await coba('camat', 'bukan sandinya sama sekali')
    const asing = await coba('tidak.ada', 'bukan sandinya sama sekali')
    expect([salah.status, asing.status]).toEqual([422, 422])
    expect(salah.text).toContain(PESAN_GAGAL)
    const rata = (html: string) => html.replaceAll(/tidak\.ada|camat/g, 'NAMA').replaceAll(/[0-9a-f-]{36}/g, 'KUNCI')
    expect(rata(asing.text)).toBe(rata(salah.text))
    expect(Object.keys(asing.headers).sort()).toEqual(Object.keys(salah.headers).sort())
  })

  it('akun atau orang yang dinonaktifkan, dan sandi pertama yang kedaluwarsa, ditolak dengan kalimat itu juga', async () => {
    await app.sql("update akun set aktif = false where nama_pengguna = 'staf.umum'")
    await app.sql(
      "update pegawai set aktif = false where id = (select pegawai_id from akun where nama_pengguna = 'staf.kesos')",
    )
    await app.sql("update akun set sandi_berlaku_sampai = '2026-07-01' where nama_pengguna = 'staf.pmd'")
    for (const nama of ['staf.umum', 'staf.kesos', 'staf.pmd']) {
      const jawab = await coba(nama, SANDI_UJI)
      expect(jawab.status, nama).toBe(422)
      expect(jawab.text).toContain(PESAN_GAGAL)
    }
  })

  it('nama asing dan nama yang dikenal memakan waktu yang sama', async () => {
    const waktu = async (nama: string) => {
      const mulai = performance.now()
      await coba(nama, 'bukan sandinya sama sekali')
      return performance.now() - mulai
    }
    await waktu('pemanasan')
    const kenal: number[] = []
    const asing: number[] = []
    for (let ke = 0; ke < 10; ke++) {
      await app.sql('delete from batas_masuk')
      kenal.push(await waktu('sekcam'))
      asing.push(await waktu(`orang.asing.${ke}`))
    }
    const tengah = (deret: number[]) => deret.sort((a, b) => a - b)[5] ?? 0
    const nisbah = tengah(kenal) / tengah(asing)
    expect(nisbah).toBeGreaterThan(0.5)
    expect(nisbah).toBeLessThan(2)
  })
})

describe('pembatas percobaan', () => {
  it('percobaan keenam yang salah ditunda dengan Retry-After; akun lain dari alamat yang sama tidak', async () => {
    for (let ke = 1; ke <= 5; ke++) expect((await coba('kasi.pmd', `salah ke-${ke}`)).status).toBe(422)
    const ditunda = await coba('kasi.pmd', 'salah ke-6')
    expect(ditunda.status).toBe(429)
    expect(Number(ditunda.headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(ditunda.headers['retry-after'])).toBeLessThanOrEqual(15 * 60)
    expect(ditunda.text).toContain('Tunggu')
    expect((await coba('kasi.pmd', SANDI_UJI)).status).toBe(429)
    expect((await coba('kasi.trantib', SANDI_UJI)).status).toBe(303)
  })

  it('sesudah jendelanya lewat sandi yang benar diterima, dan hitungannya mulai lagi dari nol', async () => {
    for (let ke = 1; ke <= 6; ke++) await coba('kasi.pmd', 'salah')
    await app.sql('update batas_masuk set expire = 1')
    expect((await coba('kasi.pmd', SANDI_UJI)).status).toBe(303)
    for (let ke = 1; ke <= 4; ke++) expect((await coba('kasi.pmd', 'salah')).status).toBe(422)
    expect((await coba('kasi.pmd', SANDI_UJI)).status).toBe(303)
    expect((await coba('kasi.pmd', 'salah')).status).toBe(422)
  })

  it('nama, NIP, dan NIP yang ditulis lain adalah satu akun bagi pembatas', async () => {
    const n = await nip('kasi.pmd')
    const tulisan = ['kasi.pmd', n, `${n.slice(0, 8)} ${n.slice(8)}`, `x${n}`, 'KASI.PMD']
    for (const nama of tulisan) expect((await coba(nama, 'salah')).status, nama).toBe(422)
    expect((await coba(`${n} `, SANDI_UJI)).status).toBe(429)
  })

  it('dua puluh percobaan yang dikirim serentak tetap lima percobaan', async () => {
    const hasil = await Promise.all(Array.from({ length: 20 }, (_, ke) => coba('camat', `serentak ${ke}`)))
    const banyak = (status: number) => hasil.filter((j) => j.status === status).length
    expect([banyak(422), banyak(429)]).toEqual([5, 15])
  })

  it('nama yang tidak ada ditunda dengan cara yang sama', async () => {
    for (let ke = 1; ke <= 5; ke++) expect((await coba('tidak.ada', 'salah')).status).toBe(422)
    expect((await coba('tidak.ada', 'salah')).status).toBe(429)
  })

  it('tiga puluh kegagalan dari satu alamat menunda alamat itu, nama apa pun; alamat palsu di X-Forwarded-For tidak menolong', async () => {
    await app.sql(
      "insert into batas_masuk (key, points, expire) select 'alamat:' || a, 30, (extract(epoch from now()) * 1000 + 60000)::bigint from unnest($1::text[]) a",
      [['127.0.0.1', '::ffff:127.0.0.1']],
    )
    const jawab = await coba('sekcam', SANDI_UJI).set('X-Forwarded-For', '203.0.113.9')
    expect(jawab.status).toBe(429)
  })
})

describe('isian yang aneh', () => {
  it('NUL, daftar, kosong, 128 huruf dan lebih: 422 tanpa gangguan', async () => {
    const kiriman = [
      'nama=ca%00mat%00x&sandi=a%00b',
      'nama=camat&nama=sekcam&sandi=x',
      'nama=camat&sandi=x&sandi=y',
      'nama=&sandi=',
      'sandi=x',
      `nama=${'n'.repeat(5000)}&sandi=x`,
      `nama=camat&sandi=${encodeURIComponent(SANDI_UJI + 'x'.repeat(120))}`,
      'nama[]=camat&sandi[x]=y',
      '__proto__[nama]=camat&constructor=x&nama=a&sandi=b',
    ]
    for (const badan of kiriman) {
      await app.sql('delete from batas_masuk')
      const jawab = await request(app.alamat)
        .post('/masuk')
        .set('Sec-Fetch-Site', 'same-origin')
        .type('form')
        .send(badan)
      expect(jawab.status, badan.slice(0, 40)).toBe(422)
    }
  })

  it('NUL di dalam nama tidak membuka akun lain, dan sandi tidak dipotong pada NUL', async () => {
    expect((await coba('camat', `${SANDI_UJI}\u0000sisa`)).status).toBe(422)
    expect((await coba('camat', SANDI_UJI.toUpperCase())).status).toBe(422)
    expect((await coba('camat', ` ${SANDI_UJI}`)).status).toBe(422)
  })

  it('sepuluh megabita ditolak sebelum dibaca habis, dengan halaman 413', async () => {
    const jawab = await coba('camat', 'x'.repeat(10_000_000)).catch((sebab: NodeJS.ErrnoException) => sebab)
    if (jawab instanceof Error) expect(['ECONNRESET', 'EPIPE']).toContain(jawab.code)
    else expect(jawab.status).toBe(413)
    expect((await coba('camat', SANDI_UJI)).status).toBe(303)
  })

  it('tujuan sesudah masuk selalu di dalam Takar, apa pun yang diminta', async () => {
    for (const tujuan of [
      '//jahat.example',
      '/\\jahat.example',
      'https://jahat.example',
      '/\t/jahat.example',
      'javascript:1',
    ])
      expect((await coba('camat', SANDI_UJI, { tujuan })).headers.location, tujuan).toBe('/')
    expect((await coba('camat', SANDI_UJI, { tujuan: '/siklus?tahun=2026' })).headers.location).toBe(
      '/siklus?tahun=2026',
    )
  })
})

describe('sandi yang tersimpan', () => {
  it('adalah argon2id dengan ukurannya di dalam, dan yang lebih lemah diganti saat masuk', async () => {
    const { hash } = await import('@node-rs/argon2')
    const lemah = await hash(SANDI_UJI, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
    await app.sql("update akun set sandi = $1 where nama_pengguna = 'pengamat'", [lemah])
    expect((await coba('pengamat', 'salah')).status).toBe(422)
    const baca = async () =>
      (await app.sql<{ sandi: string }>("select sandi from akun where nama_pengguna = 'pengamat'"))[0]?.sandi
    expect(await baca()).toBe(lemah)
    expect((await coba('pengamat', SANDI_UJI)).status).toBe(303)
    expect(await baca()).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
    expect((await coba('pengamat', SANDI_UJI)).status).toBe(303)
  })

  it('tidak muncul di halaman masuk, apa pun yang diketik; namanya tampil sebagai teks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), async (isi) => {
        await app.sql('delete from batas_masuk')
        const jawab = await coba(`<b>${isi}`, `sandi-rahasia-${isi}`)
        expect(jawab.status).toBe(422)
        expect(jawab.text).not.toContain('sandi-rahasia-')
        expect(jawab.text).not.toContain('<b>')
      }),
      { numRuns: 8 },
    )
  })
})
