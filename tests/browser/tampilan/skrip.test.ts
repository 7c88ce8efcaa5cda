import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buatMesinTemplat } from '../../../src/inti/http/mesin-templat.ts'

const akar = join(import.meta.dirname, '../../..')
const mesin = buatMesinTemplat({ akar: join(akar, 'views'), cache: true })
const skrip = buildSync({
  entryPoints: [join(akar, 'src/peramban/takar.ts')],
  bundle: true,
  minify: true,
  write: false,
  format: 'esm',
}).outputFiles[0]?.text
const CSP = "default-src 'self'; script-src 'self'; style-src 'self'"

type Jawab = (req: IncomingMessage, res: ServerResponse, badan: URLSearchParams) => void
let peladen: Server
let peramban: Browser
let halaman: Page
let isi = ''
let diterima: URLSearchParams[] = []
let jawab: Jawab = () => {}

const kirimJson =
  (status: number, data: object): Jawab =>
  (_req, res) => {
    res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(data))
  }

beforeAll(async () => {
  peladen = createServer(async (req, res) => {
    if (req.url === '/takar.js') return void res.writeHead(200, { 'content-type': 'text/javascript' }).end(skrip)
    if (req.method === 'GET') {
      const html = `<!doctype html><html lang="id"><title>Uji</title><script src="/takar.js" defer></script><body data-pemilik="akun-uji"><main>${isi}</main>`
      return void res.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': CSP }).end(html)
    }
    let badan = ''
    for await (const potong of req) badan += potong
    const data = new URLSearchParams(badan)
    diterima.push(data)
    jawab(req, res, data)
  })
  await new Promise<void>((siap) => peladen.listen(0, '127.0.0.1', siap))
  peramban = await chromium.launch({
    executablePath: process.env.TAKAR_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
})
afterAll(async () => {
  await peramban.close()
  peladen.closeAllConnections()
  peladen.close()
})
beforeEach(async () => {
  diterima = []
  // a context of its own: what an earlier test left unsent stays with it
  halaman = await (await peramban.newContext()).newPage()
})
afterEach(() => halaman.context().close())

async function buka(html: string): Promise<void> {
  isi = html
  await halaman.goto(`http://127.0.0.1:${(peladen.address() as AddressInfo).port}/`)
}

const BARIS = `<div data-simpan-otomatis data-alamat="/simpan" data-baris="b1" data-versi="1">
<input id="p" name="pembilang"><span data-capaian></span><span data-keadaan></span></div><p data-isi="kemajuan">0</p>`

describe('simpan otomatis', () => {
  test('yang diketik terkirim dengan versi dan kunci, jawaban tampil di barisnya', async () => {
    await buka(BARIS)
    jawab = kirimJson(200, {
      versi: 2,
      status: 'TERISI',
      teks: 'Terisi',
      capaian: '97,75',
      isi: { kemajuan: '12 dari 14' },
    })
    await halaman.fill('#p', '13')
    await halaman.getByText(/^Tersimpan \d\d\.\d\d$/).waitFor()
    expect(Object.fromEntries(diterima[0] ?? [])).toMatchObject({ pembilang: '13', versi: '1', baris: 'b1' })
    expect(diterima[0]?.get('kunci')).toMatch(/^[0-9a-f-]{36}$/)
    expect(await halaman.textContent('[data-capaian]')).toBe('97,75')
    expect(await halaman.textContent('[data-isi]')).toBe('12 dari 14')
    await halaman.fill('#p', '14')
    await expect.poll(() => diterima.at(-1)?.get('versi')).toBe('2')
  })

  test('sambungan putus: "Belum terkirim", lalu diulang dengan kunci yang sama sampai sampai', async () => {
    await buka(BARIS)
    jawab = (req) => req.socket.destroy()
    await halaman.fill('#p', '13')
    await halaman.getByText('Belum terkirim').waitFor()
    jawab = kirimJson(200, { versi: 2 })
    await halaman.getByText(/^Tersimpan/).waitFor()
    expect(new Set(diterima.map((satu) => satu.get('kunci'))).size).toBe(1)
    expect(diterima.length).toBeGreaterThan(1)
  })

  test('ditolak: kalimatnya tampil dan tidak diulang', async () => {
    await buka(BARIS)
    jawab = kirimJson(422, { teks: 'Tulis angka, misalnya 1.250' })
    await halaman.fill('#p', 'abc')
    await halaman.getByText('Tulis angka').waitFor()
    await halaman.evaluate("dispatchEvent(new Event('online'))")
    await halaman.fill('#p', '13')
    await expect.poll(() => diterima.length).toBe(2)
    expect(
      diterima.map((satu) => satu.get('pembilang')),
      'yang ditolak tidak diulang',
    ).toEqual(['abc', '13'])
  })

  test('ketikan saat jawaban masih di jalan dikirim sesudahnya, dengan kunci baru', async () => {
    await buka(BARIS)
    jawab = (_req, res) => void setTimeout(() => kirimJson(200, { versi: 2 })(_req, res, new URLSearchParams()), 1500)
    await halaman.fill('#p', '1')
    await expect.poll(() => diterima.length, { timeout: 5000 }).toBe(1)
    await halaman.fill('#p', '12')
    await expect.poll(() => diterima.at(-1)?.get('pembilang'), { timeout: 8000 }).toBe('12')
    expect(diterima.length).toBe(2)
    expect(diterima[0]?.get('kunci')).not.toBe(diterima[1]?.get('kunci'))
    expect(diterima[1]?.get('versi')).toBe('2')
  })
})

describe('formulir', () => {
  test('dua kali tekan, satu kali kirim', async () => {
    await buka('<form method="post" action="/x"><button name="b" value="1">Serahkan</button></form>')
    jawab = (_req, res) => void setTimeout(() => res.writeHead(204).end(), 300)
    await halaman.evaluate("const t = document.querySelector('button'); t.click(); t.click()")
    await halaman.waitForTimeout(600)
    expect(diterima.map((satu) => satu.get('b'))).toEqual(['1'])
    expect(await halaman.locator('button').isDisabled()).toBe(true)
  })

  test('tindakan berat bertanya dalam dialog; tidak jadi tidak mengirim apa pun', async () => {
    const data = {
      id: 'batal',
      pemicu: 'Batalkan…',
      judul: 'Batalkan siklus?',
      akibat: 'Semua ditutup.',
      alamat: '/x',
      tombol: 'Batalkan siklus',
      kunci: 'k',
    }
    await buka(mesin.gambar('parsial/konfirmasi', data))
    jawab = (_req, res) => void res.writeHead(204).end()
    await halaman.click('summary')
    expect(await halaman.getByRole('dialog', { name: 'Batalkan siklus?' }).isVisible()).toBe(true)
    await halaman.click('text=Tidak jadi')
    expect(await halaman.getByRole('dialog').count()).toBe(0)
    await halaman.click('summary')
    await halaman.getByRole('button', { name: 'Batalkan siklus' }).click()
    await expect.poll(() => diterima.length).toBe(1)
    expect(diterima[0]?.get('kunci')).toBe('k')
  })

  test('tombol bertanya mengirim nilainya setelah disetujui', async () => {
    await buka(
      '<form method="post" action="/x"><button name="b" value="7" data-tanya="Bekukan versi ini?">Bekukan</button></form>',
    )
    jawab = (_req, res) => void res.writeHead(204).end()
    await halaman.click('button')
    expect(diterima.length).toBe(0)
    await halaman.getByRole('dialog').getByRole('button', { name: 'Bekukan' }).click()
    await expect.poll(() => diterima.map((satu) => satu.get('b'))).toEqual(['7'])
  })

  test('ringkasan kesalahan mendapat fokus, dan tautannya menaruh kursor di isian', async () => {
    const kesalahan = { alasan: 'Tuliskan alasan' }
    await buka(
      mesin.gambar('parsial/ringkasan-kesalahan', { kesalahan, label: {} }) +
        mesin.gambar('parsial/area-teks', { nama: 'alasan', label: 'Alasan', nilai: '', kesalahan }),
    )
    expect(await halaman.evaluate("document.activeElement.hasAttribute('data-ringkasan-kesalahan')")).toBe(true)
    await halaman.click('a')
    expect(await halaman.evaluate('document.activeElement.id')).toBe('isian-alasan')
  })
})
