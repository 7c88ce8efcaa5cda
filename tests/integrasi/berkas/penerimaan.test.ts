import { mkdtempSync, readdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as tidur } from 'node:timers/promises'
import express from 'express'
import fc from 'fast-check'
import pino from 'pino'
import request from 'supertest'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tanganiGalat } from '../../../src/inti/http/tangani-galat.ts'
import { buatPenerima, bukaGudang, type Gudang, unggahan } from '../../../src/modul/berkas/index.ts'
import { hapusFolder } from '../../bantuan/hapus-folder.ts'
import { docx, EXE, HTML, JPG, PDF, PNG, SVG, xlsx, zip } from './contoh-berkas.ts'

/** Any UTF-16 unit, half of a pair too (fast-check's own `binary` takes seconds to begin). */
const HURUF = fc
  .oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0xffff }))
  .map((kode) => String.fromCharCode(kode))

/** Nothing but the receiver: one route that takes files and tells what arrived. Limit 1 MB, 3 files. */
const folder = mkdtempSync(join(tmpdir(), 'takar-uji-berkas-'))
let server: Server
let alamat: string
/** how long the disk takes to begin with a file */
let lambatMs = 0
let terakhir: { nama: string; mime: string; ukuran: number; kolom: string }[]
beforeAll(async () => {
  const gudang = bukaGudang(folder)
  const lambat: Gudang = { ...gudang, terima: (aliran) => tidur(lambatMs).then(() => gudang.terima(aliran)) }
  const { terimaUnggahan } = buatPenerima(lambat, { batasMb: 1, maksBerkas: 3 })
  const app = express()
  app.post('/unggah', terimaUnggahan, (req, res) => {
    terakhir = unggahan(req).map(({ nama, mime, ukuran, kolom }) => ({ nama, mime, ukuran, kolom }))
    res.json({ isian: req.body, berkas: terakhir })
  })
  app.use(tanganiGalat(pino({ level: 'silent' })))
  server = createServer(app)
  await new Promise<void>((siap) => server.listen(0, '127.0.0.1', siap))
  alamat = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await new Promise((tutup) => server.close(tutup))
  hapusFolder(folder)
})
beforeEach(() => {
  terakhir = []
  lambatMs = 0
})

const kirim = (...berkas: [nama: string, isi: Buffer, kolom?: string][]) => {
  let minta = request(alamat).post('/unggah').set('Accept', 'application/json')
  for (const [nama, isi, kolom = 'berkas'] of berkas) minta = minta.attach(kolom, isi, nama)
  return minta
}
/** Sends one file and hangs up without waiting for the answer; `panjang` promises more than is sent. */
function putus(isi: string, { panjang = 0, sesudahMs = 0 } = {}): Promise<void> {
  const badan = `--x\r\nContent-Disposition: form-data; name="berkas"; filename="a.pdf"\r\n\r\n${isi}`
  return new Promise((selesai) => {
    const soket = connect(Number(new URL(alamat).port), '127.0.0.1', () => {
      soket.write(
        `POST /unggah HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: ${panjang || badan.length}\r\n\r\n`,
      )
      soket.write(badan, 'latin1', () => setTimeout(() => soket.destroy(), sesudahMs))
    })
    soket.once('close', () => selesai()).on('error', () => {})
  })
}
/** What lies in the store; the removal runs after the answer, so it is waited for. */
async function sisa(): Promise<string[]> {
  await tidur(lambatMs * 5)
  for (let kali = 0; ; kali++) {
    const isi = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((satu) => satu.isFile())
    if (isi.length === 0 || kali > 100) return isi.map(({ name }) => name)
    await tidur(20)
  }
}

describe('jenis berkas', () => {
  it('PDF, JPG, PNG, XLSX dan DOCX dikenali dari isi dan akhirannya', async () => {
    const contoh: [string, Buffer, RegExp][] = [
      ['surat.pdf', PDF, /pdf/],
      ['SURAT.PDF', PDF, /pdf/],
      ['foto.jpg', JPG, /jpeg/],
      ['foto.jpeg', JPG, /jpeg/],
      ['bagan.png', PNG, /png/],
      ['daftar.xlsx', await xlsx(), /spreadsheetml/],
      ['notulen.docx', await docx(), /wordprocessingml/],
    ]
    for (const [nama, isi, mime] of contoh) {
      const { status, body } = await kirim([nama, isi])
      expect(status, nama).toBe(200)
      expect(body.berkas[0]).toMatchObject({ nama, ukuran: isi.length })
      expect(body.berkas[0].mime).toMatch(mime)
    }
    expect(await sisa()).toEqual([])
  })

  it('setiap isi yang sah di bawah akhiran jenis lain ditolak', async () => {
    const isi = { '.pdf': PDF, '.jpg': JPG, '.png': PNG, '.xlsx': await xlsx(), '.docx': await docx() }
    for (const akhiran of Object.keys(isi))
      for (const [asli, teks] of Object.entries(isi)) {
        const { status, body } = await kirim([`surat${akhiran}`, teks])
        expect(status, `${asli} sebagai ${akhiran}`).toBe(asli === akhiran ? 200 : 422)
        if (status === 422) expect(body.pesan).toContain('bukan')
      }
    expect(await sisa()).toEqual([])
  })

  it('program, halaman web, SVG, ZIP biasa, Office tanpa isi dan PDF terpotong ditolak, dengan nama apa pun', async () => {
    const ditolak: [string, Buffer][] = [
      ['surat.pdf', EXE],
      ['surat.exe', EXE],
      ['surat.pdf.exe', PDF],
      ['halaman.html', HTML],
      ['surat.pdf', HTML],
      ['bagan.svg', SVG],
      ['bagan.png', SVG],
      ['data.zip', await zip({ 'a.txt': 'x' })],
      ['data.docx', await zip({ 'a.txt': 'x' })],
      ['data.xlsx', await zip({ 'xl/workbook.xml': '<a/>' })],
      ['surat.pdf', PDF.subarray(0, 20)],
      ['surat', PDF],
      ['.pdf', EXE],
    ]
    for (const [nama, isi] of ditolak) expect((await kirim([nama, isi])).status, nama).toBe(422)
    expect(await sisa()).toEqual([])
  })

  it('berkas kosong dijelaskan; kolom berkas yang tidak diisi bukan berkas', async () => {
    const kosong = await kirim(['surat.pdf', Buffer.alloc(0)])
    expect([kosong.status, kosong.body.pesan]).toEqual([422, expect.stringContaining('kosong')])
    const badan =
      '--x\r\nContent-Disposition: form-data; name="berkas"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--x\r\nContent-Disposition: form-data; name="alasan"\r\n\r\nada\r\n--x--\r\n'
    const takDiisi = await request(alamat)
      .post('/unggah')
      .set('Content-Type', 'multipart/form-data; boundary=x')
      .send(badan)
    expect([takDiisi.status, takDiisi.body]).toEqual([200, { isian: { alasan: 'ada' }, berkas: [] }])
    expect(await sisa()).toEqual([])
  })
})

describe('nama berkas', () => {
  it('hanya data: tanpa jalur, tanpa tanda arah, tanpa huruf kendali, paling panjang 150', async () => {
    const nama: [string, string][] = [
      ['../../etc/passwd.pdf', 'passwd.pdf'],
      ['..\\..\\windows\\surat.pdf', 'surat.pdf'],
      ['surat\u202egpj.pdf', 'suratgpj.pdf'],
      ['surat<script>.pdf', 'suratscript.pdf'],
      ['Surat Bupati № 5 – é.pdf', 'Surat Bupati № 5 – é.pdf'],
      [`${'n'.repeat(300)}.pdf`, `${'n'.repeat(146)}.pdf`],
    ]
    for (const [kiriman, jadi] of nama) expect((await kirim([kiriman, PDF])).body.berkas?.[0]?.nama, kiriman).toBe(jadi)
  })

  it('nama sembarang tidak pernah menjadi jalur, dan akhirannya tetap menentukan', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: HURUF, maxLength: 60 }), async (sembarang) => {
        const bersih = sembarang.replace(/["\r\n\\]/g, '')
        const { status, body } = await kirim([`${bersih}.pdf`, PDF])
        expect([200, 422]).toContain(status)
        const hasil = String(body.berkas?.[0]?.nama ?? 'x.pdf')
        expect(hasil).toMatch(/^[^/\\\p{Cc}\u202a-\u202e<>:"|?*]{1,150}$/u)
      }),
      { numRuns: 40 },
    )
    expect(await sisa()).toEqual([])
  })
})

describe('batas', () => {
  it('lebih besar dari batas: 413 dengan sarannya, dan tidak ada yang tertinggal', async () => {
    const besar = await kirim(['besar.pdf', Buffer.concat([PDF, Buffer.alloc(1_200_000)])])
    expect([besar.status, besar.body.pesan]).toEqual([413, expect.stringContaining('1 MB')])
    expect(await sisa()).toEqual([])
    const campur = await kirim(['kecil.pdf', PDF], ['besar.pdf', Buffer.alloc(1_200_000)])
    expect(campur.status).toBe(413)
    expect(await sisa()).toEqual([])
  })

  it('terlalu banyak berkas, isian, atau nama isian yang panjang: 422 tanpa sisa', async () => {
    expect((await kirim(...Array.from({ length: 4 }, (_, ke) => [`a${ke}.pdf`, PDF] as [string, Buffer]))).status).toBe(
      422,
    )
    let banyak = request(alamat).post('/unggah').set('Accept', 'application/json').attach('berkas', PDF, 'a.pdf')
    for (let ke = 0; ke < 250; ke++) banyak = banyak.field(`isian${ke}`, 'x')
    expect((await banyak).status).toBe(422)
    const panjang = request(alamat)
      .post('/unggah')
      .set('Accept', 'application/json')
      .attach('n'.repeat(200), PDF, 'a.pdf')
    expect((await panjang).status).toBe(422)
    expect(await sisa()).toEqual([])
  })

  it('satu yang salah di antara yang benar menolak semuanya', async () => {
    const { status, body } = await kirim(['baik.pdf', PDF], ['jahat.pdf', EXE])
    expect([status, body.pesan]).toEqual([422, expect.stringContaining('jahat.pdf')])
    expect(terakhir).toEqual([])
    expect(await sisa()).toEqual([])
  })

  it('bersarang dan nama bawaan objek di nama isian tidak mencemari apa pun', async () => {
    const { status } = await request(alamat)
      .post('/unggah')
      .set('Accept', 'application/json')
      .field('__proto__[jahat]', 'x')
      .field('a[b][c][d]', 'y')
      .field('constructor', 'z')
      .attach('__proto__', PDF, 'a.pdf')
    expect(status).toBeLessThan(500)
    expect(Object.hasOwn(Object.prototype, 'jahat')).toBe(false)
    expect(await sisa()).toEqual([])
  })

  it('unggahan yang terputus di tengah tidak meninggalkan berkas sementara', async () => {
    for (let kali = 0; kali < 3; kali++) await putus('x'.repeat(100_000), { panjang: 500_000, sesudahMs: 60 })
    expect(await sisa()).toEqual([])
  })

  it('unggahan utuh yang pengirimnya pergi sebelum dijawab tidak meninggalkan berkas', async () => {
    for (let kali = 0; kali < 10; kali++) await putus(`${PDF.toString('latin1')}\r\n--x--\r\n`)
    expect(await sisa()).toEqual([])
  })

  it('unggahan yang putus sebelum cakram yang lambat membukanya tidak meninggalkan berkas', async () => {
    lambatMs = 20
    await Promise.all(Array.from({ length: 40 }, () => putus('%PDF', { sesudahMs: 60 })))
    expect(await sisa()).toEqual([])
  })

  it('badan multipart yang rusak ditolak tanpa sisa', async () => {
    for (const badan of [
      'bukan multipart',
      '--x\r\n',
      '--x\r\nContent-Disposition: form-data; name="berkas"; filename="a.pdf"\r\n\r\n%PDF',
    ]) {
      const { status } = await request(alamat)
        .post('/unggah')
        .set('Accept', 'application/json')
        .set('Content-Type', 'multipart/form-data; boundary=x')
        .send(badan)
      expect(status, badan.slice(0, 20)).toBeGreaterThanOrEqual(400)
      expect(status, badan.slice(0, 20)).toBeLessThan(500)
    }
    expect(
      (
        await request(alamat)
          .post('/unggah')
          .set('Accept', 'application/json')
          .set('Content-Type', 'multipart/form-data')
          .send('x')
      ).status,
    ).toBe(422)
    expect(await sisa()).toEqual([])
  })
})
