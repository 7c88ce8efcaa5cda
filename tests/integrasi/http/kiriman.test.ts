import * as cheerio from 'cheerio'
import fc from 'fast-check'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'
import { isiAlamat, jalankanKantor, type KantorBerjalan } from './kantor-berjalan.ts'

let app: AplikasiUji
let kantor: KantorBerjalan
let admin: OrangUji
beforeAll(async () => {
  app = await bukaAplikasiUji()
  kantor = await jalankanKantor(app)
  admin = await app.masukSebagai('admin')
})
afterAll(() => app.tutup())

const libur = (nama: string, tanggal = '2026-11-11') => ({
  tanggal,
  nama,
  jenis: 'LIBUR_DAERAH',
  status: 'RESMI',
  sumber: '',
  versi: '',
})
const banyakLibur = async (nama: string) =>
  (
    await app.sql(
      "select 1 from hari_libur where nama = $1 and kecamatan_id = (select id from kecamatan where kode = 'taman')",
      [nama],
    )
  ).length

describe('formulir yang sama dikirim lagi', () => {
  it('dikerjakan sekali: yang kedua kembali ke halamannya dengan keterangan', async () => {
    const isian = { ...libur('Hari jadi kecamatan'), kunci: crypto.randomUUID() }
    expect((await admin.kirim('/kalender/hari-libur', isian)).headers.location).toBe(
      '/kalender?tahun=2026&pesan=libur-ditambah',
    )
    const lagi = await admin.kirim('/kalender/hari-libur', isian).set('Referer', `${app.alamat}/kalender?tahun=2026`)
    expect([lagi.status, lagi.headers.location]).toEqual([303, '/kalender?pesan=sudah-diterima'])
    expect(await banyakLibur(isian.nama)).toBe(1)
    const json = await admin.kirim('/kalender/hari-libur', isian).set('Accept', 'application/json')
    expect([json.status, json.body]).toEqual([200, { berulang: true }])
  })

  it('sepuluh kali serentak tetap satu baris dan satu kejadian jejak', async () => {
    const isian = { ...libur('Sepuluh kali', '2026-11-12'), kunci: crypto.randomUUID() }
    const jejak = async () => Number((await app.sql<{ n: string }>('select count(*) as n from jejak'))[0]?.n)
    const sebelum = await jejak()
    const hasil = await Promise.all(Array.from({ length: 10 }, () => admin.kirim('/kalender/hari-libur', isian)))
    expect(hasil.filter((j) => j.headers.location?.includes('libur-ditambah'))).toHaveLength(1)
    expect(hasil.every((j) => [303, 409, 422, 503].includes(j.status))).toBe(true)
    expect([await banyakLibur(isian.nama), await jejak()]).toEqual([1, sebelum + 1])
  })

  it('isi yang diperbaiki dengan kunci yang sama adalah kiriman baru; kunci orang lain tidak menghalangi', async () => {
    const kunci = crypto.randomUUID()
    expect(
      (await admin.kirim('/kalender/hari-libur', { ...libur('Sebelum perbaikan', '2026-11-13'), kunci })).status,
    ).toBe(303)
    const baru = await admin.kirim('/kalender/hari-libur', { ...libur('Sesudah perbaikan', '2026-11-16'), kunci })
    expect(baru.headers.location).toContain('libur-ditambah')
    const tetangga = await app.masukSebagai('admin.candipuro')
    const sama = await tetangga.kirim('/kalender/hari-libur', { ...libur('Sebelum perbaikan', '2026-11-13'), kunci })
    expect(sama.headers.location).toContain('libur-ditambah')
  })

  it('yang ditolak, juga yang ditekan dua kali, tetap ditolak; sesudah halangannya hilang diterima', async () => {
    const kunci = crypto.randomUUID()
    const isian = { ...libur('Ganda', '2026-11-11'), kunci }
    for (let kali = 0; kali < 2; kali++) expect((await admin.kirim('/kalender/hari-libur', isian)).status).toBe(422)
    await app.sql("delete from hari_libur where tanggal = '2026-11-11'")
    expect((await admin.kirim('/kalender/hari-libur', isian)).headers.location).toContain('libur-ditambah')
  })

  it('kiriman yang tidak dapat diterima menunjukkan jalan kembali ke halamannya; asal yang menipu tidak', async () => {
    const tujuan = async (asal: string) =>
      cheerio
        .load((await admin.kirim('/kalender/tidak-ada', {}).set('Referer', asal)).text)('main .tombol-baris a')
        .attr('href')
    expect(await tujuan(`${app.alamat}/kalender?tahun=2026`)).toBe('/kalender?tahun=2026')
    for (const asal of ['https://lain.example/kalender', `${app.alamat}//lain.example`, 'bukan alamat'])
      expect(await tujuan(asal), asal).toBe('/')
  })

  it('asal yang menipu di Referer tidak dipakai untuk mengarahkan', async () => {
    const isian = { ...libur('Arah kembali', '2026-11-17'), kunci: crypto.randomUUID() }
    await admin.kirim('/kalender/hari-libur', isian)
    for (const asal of ['http://jahat.example/x', `${app.alamat}//jahat.example/`, 'bukan alamat', ''])
      expect((await admin.kirim('/kalender/hari-libur', isian).set('Referer', asal)).headers.location, asal).toBe(
        '/?pesan=sudah-diterima',
      )
  })
})

describe('isian yang tidak diminta', () => {
  it('bidang tambahan, apa pun namanya, tidak pernah sampai ke barisnya', async () => {
    const bidang = fc.constantFrom(
      'kecamatanId',
      'kecamatan_id',
      'id',
      'dibuatPada',
      'peran',
      'aktif',
      '__proto__',
      'constructor',
      'prototype',
      'toString',
      '__proto__[aktif]',
    )
    let ke = 0
    await fc.assert(
      fc.asyncProperty(fc.dictionary(bidang, fc.string(), { minKeys: 1 }), async (tambahan) => {
        const hari = new Date(Date.UTC(2027, 2, 1 + ke++)).toISOString().slice(0, 10)
        const jawab = await admin.kirim('/kalender/hari-libur', {
          ...libur(`Tambahan ${ke}`, hari),
          ...Object.fromEntries(Object.entries(tambahan)),
        })
        expect([303, 422]).toContain(jawab.status)
      }),
      { numRuns: 15 },
    )
    const [lain] = await app.sql<{ n: number }>(
      "select count(*)::int as n from hari_libur where nama like 'Tambahan %' and kecamatan_id <> (select id from kecamatan where kode = 'taman')",
    )
    expect(lain?.n).toBe(0)
    expect(Object.hasOwn(Object.prototype, 'aktif')).toBe(false)
  })

  it('parameter yang diberikan dua kali, di alamat atau di isian, tidak mengganggu', async () => {
    const camat = await app.masukSebagai('camat')
    for (const { jalur } of app.rute.filter(({ metode, jalur }) => metode === 'GET' && !jalur.includes(':')))
      for (const tanya of [
        'tahun=2026&tahun=2027&pesan=a&pesan=b&tujuan=/a&tujuan=//b&__proto__=x&__proto__=y',
        'halaman=1&halaman=-9&kata[]=x',
        'tahun=%00',
        'halaman=1e309&dari=x&dari=y&sampai=9999-99-99',
      ]) {
        const { status } = await camat.buka(`${jalur}?${tanya}`)
        expect(status, `${jalur}?${tanya}`).toBeLessThan(500)
      }
    const dua = await request(app.alamat)
      .post('/masuk')
      .set('Sec-Fetch-Site', 'same-origin')
      .type('form')
      .send(`nama=camat&nama=camat&sandi=${SANDI_UJI}`)
    expect(dua.status).toBe(422)
  })

  it('badan yang bukan formulir ditolak dengan sopan', async () => {
    const kirim = (jenis: string, isi: string) =>
      request(app.alamat).post('/masuk').set('Sec-Fetch-Site', 'same-origin').set('Content-Type', jenis).send(isi)
    for (const [jenis, isi] of [
      ['application/json', '{"nama":"camat"}'],
      ['text/plain', 'nama=camat'],
      ['application/x-www-form-urlencoded; charset=utf-7', 'nama=camat'],
      ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="nama"\r\n\r\ncamat\r\n--x--'],
      ['application/x-www-form-urlencoded', '%E0%A4%A=%&&&=&a'],
    ] as const) {
      const { status } = await kirim(jenis, isi)
      expect(status, jenis).toBe(422)
    }
  })
})

/** Values that break careless programs. */
const JAHAT = [
  '\u0000',
  '-1',
  '1e309',
  'NaN',
  '٣',
  '9'.repeat(40),
  "'; drop table akun; --",
  '<script>alert(1)</script>',
  '=1+1',
  '\ud800',
  'x'.repeat(20_000),
  '2026-02-31',
  '../../etc/passwd',
  ' ',
]

describe('setiap formulir yang dapat dibuka', () => {
  it('diisi dengan nilai jahat: ditolak atau diterima, tidak pernah menjadi gangguan, tidak pernah tampil mentah', async () => {
    const dicoba = new Set<string>()
    for (const nama of ['sakip1', 'camat', 'sekcam', 'kasi.pemerintahan', 'admin']) {
      const dia = await app.masukSebagai(nama)
      const halaman = app.rute.filter(
        ({ metode, jalur, izin }) =>
          metode === 'GET' && !/pdf|excel|unduh|cetak|blangko|csv|masuk$/.test(jalur) && izin !== 'umum',
      )
      for (const { jalur } of halaman) {
        const jawab = await dia.buka(isiAlamat(jalur, kantor))
        if (jawab.status !== 200 || !jawab.headers['content-type']?.includes('html')) continue
        for (const { aksi, isian } of formulirDi(jawab.text)) {
          const sidik = `${aksi.replace(/[0-9a-f-]{36}/g, ':id')} ${Object.keys(isian).join()}`.replace(
            /[0-9a-f-]{36}/g,
            ':id',
          )
          if (dicoba.has(sidik) || aksi === '/keluar') continue
          dicoba.add(sidik)
          for (let ke = 0; ke < 3; ke++) await serang(dia, { aksi, isian }, dicoba.size * 3 + ke)
        }
      }
    }
    expect(dicoba.size).toBeGreaterThan(15)
  }, 180_000)
})

type Formulir = { aksi: string; isian: Record<string, string> }
function formulirDi(html: string): Formulir[] {
  const $ = cheerio.load(html)
  return $('form[method="post"]')
    .toArray()
    .map((form) => ({
      aksi: $(form).attr('action') ?? '',
      isian: Object.fromEntries(
        $(form)
          .find('[name]')
          .toArray()
          .map((satu) => [$(satu).attr('name') ?? '', String($(satu).val() ?? '')]),
      ),
    }))
}

/** Every field hostile but the version, so that the values get past the lock. */
async function serang(dia: OrangUji, { aksi, isian }: Formulir, mulai: number): Promise<void> {
  const jahat = Object.fromEntries(
    Object.entries(isian).map(([nama, nilai], ke) => [
      nama,
      nama === 'versi' ? nilai : (JAHAT[(mulai + ke) % JAHAT.length] ?? ''),
    ]),
  )
  const { status, text } = await dia.kirim(aksi, { ...jahat, kunci: crypto.randomUUID() })
  expect(status, `${dia.nama} ${aksi} ${JSON.stringify(jahat).slice(0, 300)}`).toBeLessThan(500)
  expect(text).not.toContain('<script>alert(1)</script>')
}
