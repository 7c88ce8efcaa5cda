import { mkdirSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'
import { type FormulirUji, formulirUji, siapkanSiklus } from '../../integrasi/formulir/bantuan-formulir.ts'

/** Pictures for the eye, only when asked for. */
const GAMBAR = process.env.TAKAR_UJI_GAMBAR
const BENDERA = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let app: AplikasiUji
let peramban: Browser
let siklusId: string
let formulir: FormulirUji

beforeAll(async () => {
  app = await bukaAplikasiUji()
  siklusId = await siapkanSiklus(app, 'P7')
  formulir = await formulirUji(app, siklusId)
  peramban = await chromium.launch({ executablePath: process.env.TAKAR_CHROMIUM ?? '/usr/bin/chromium', args: BENDERA })
  if (GAMBAR) mkdirSync(GAMBAR, { recursive: true })
})
afterAll(async () => {
  await peramban?.close()
  await app?.tutup()
})

async function masuk(
  nama: string,
  { lebar = 1366, skrip = true } = {},
): Promise<{ konteks: BrowserContext; laman: Page }> {
  const konteks = await peramban.newContext({
    viewport: { width: lebar, height: lebar < 600 ? 740 : 768 },
    javaScriptEnabled: skrip,
  })
  const laman = await konteks.newPage()
  await laman.goto(`${app.alamat}/masuk`)
  await laman.fill('[name=nama]', nama)
  await laman.fill('[name=sandi]', SANDI_UJI)
  await laman.press('[name=sandi]', 'Enter')
  await laman.waitForURL((u) => !u.pathname.startsWith('/masuk'))
  return { konteks, laman }
}
const potret = async (laman: Page, nama: string) => {
  if (GAMBAR) await laman.screenshot({ path: `${GAMBAR}/${nama}.png`, fullPage: true })
}
const baris = (kode: string) => {
  const b = formulir.baris.find((satu) => satu.kode === kode)
  if (!b) throw new Error(`tidak ada ${kode}`)
  return b
}

describe('mengisi formulir di peramban', () => {
  it('tersimpan sendiri selagi diketik; nilai dan hitungan kaki berubah; angka taksa ditanyakan', async () => {
    const { konteks, laman } = await masuk('staf.pemerintahan')
    await laman.goto(`${app.alamat}/formulir/${formulir.id}`)
    const b = baris('IKK-11')
    const [satu = '', dua = ''] = b.variabel
    const kotak = laman.locator(`#baris-${b.id}`)
    await laman.fill(`[id="isian-b.${b.id}.v.${satu}"]`, '18')
    await laman.fill(`[id="isian-b.${b.id}.v.${dua}"]`, '19')
    await laman.keyboard.press('Tab')
    await kotak.locator('[data-capaian]', { hasText: '%' }).waitFor()
    expect(await kotak.locator('[data-keadaan]').getAttribute('data-jenis')).toBe('tersimpan')
    expect(await laman.locator('[data-isi=kaki]').innerText()).toContain('1 dari')
    expect(await kotak.locator('[data-bila=TERISI]').isVisible()).toBe(true)
    // a keyboard on a phone tells of typing also where nothing changed: what was typed before is sent all the same
    const isian = laman.locator(`[id="isian-b.${b.id}.v.${satu}"]`)
    await isian.fill('17')
    await isian.dispatchEvent('input')
    const tersimpan = async () =>
      (
        await app.sql<{ isi: string }>('select variabel ->> $2 as isi from baris_formulir where id = $1', [b.id, satu])
      )[0]?.isi
    await expect.poll(tersimpan, { timeout: 20_000 }).toBe('17')
    await isian.fill('18')
    await laman.keyboard.press('Tab')
    await expect.poll(tersimpan, { timeout: 20_000 }).toBe('18')
    const lain = baris('IKK-13')
    await laman.fill(`[id="isian-b.${lain.id}.v.${lain.variabel[0]}"]`, '1.250')
    await laman.keyboard.press('Tab')
    await laman.locator(`#baris-${lain.id} [data-keadaan][data-jenis=ditolak]`).waitFor()
    await potret(laman, 'isian-1366')
    // the plain button offers the two readings; nothing typed is lost
    await laman.locator('.formulir__alat button[type=submit]').click()
    await laman.getByText('Maksud saya').first().waitFor()
    await potret(laman, 'taksa-1366')
    await konteks.close()
  })

  it.each([360, 768, 1366])('lebar %i: tidak ada gulir mendatar', async (lebar) => {
    const { konteks, laman } = await masuk('kasi.pemerintahan', { lebar })
    for (const [nama, alamat] of [
      ['isian', `/formulir/${formulir.id}`],
      ['periksa', `/formulir/${formulir.id}/pemeriksaan`],
      ['bukti', `/formulir/${formulir.id}/baris/${baris('IKK-11').id}/bukti`],
      ['pengisian', `/siklus/${siklusId}/langkah/P7/pengisian`],
    ] as const) {
      await laman.goto(app.alamat + alamat)
      const lebih = await laman.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
      await potret(laman, `${nama}-${lebar}`)
      expect(lebih, `${nama} ${lebar}`).toBe(0)
    }
    await konteks.close()
  })

  it('Tim SAKIP melihat kelengkapan, penyiapan, dan distribusi', async () => {
    for (const lebar of [360, 1366]) {
      const { konteks, laman } = await masuk('sakip1', { lebar })
      for (const [kode, jenis] of [
        ['P5', 'siapkan-formulir'],
        ['P6', 'distribusi'],
        ['P7', 'pengisian'],
      ] as const) {
        await laman.goto(`${app.alamat}/siklus/${siklusId}/langkah/${kode}/${jenis}`)
        expect(await laman.locator('h1').count()).toBe(1)
        const lebih = await laman.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        )
        await potret(laman, `tim-${jenis}-${lebar}`)
        expect(lebih, `${jenis} ${lebar}`).toBe(0)
      }
      await konteks.close()
    }
  })

  it('tanpa JavaScript: isi, simpan, periksa', async () => {
    const { konteks, laman } = await masuk('kasi.pemerintahan', { skrip: false })
    await laman.goto(`${app.alamat}/formulir/${formulir.id}`)
    const b = baris('IKK-31')
    await laman.fill(`[id="isian-b.${b.id}.v.${b.variabel[0]}"]`, '3')
    await laman.click('.kaki button[name=lanjut]')
    await laman.waitForURL(/pemeriksaan/)
    expect(await laman.locator('main').innerText()).toContain('Formulir tersimpan')
    await konteks.close()
  })
})
