import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { bukaPdf } from '../../bantuan/baca-pdf.ts'
import { bukaMeja, bukaPeramban, CHROMIUM, DESKTOP, type Meja, PONSEL } from '../../bantuan/browser.ts'
import { lengkapiJenis, mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'

describe.skipIf(!CHROMIUM)('lembar SOP di peramban', () => {
  let app: AplikasiUji
  let peramban: Browser
  let meja: Meja
  let jalur: readonly string[] = []
  beforeAll(async () => {
    app = await bukaAplikasiUji()
    lengkapiJenis()
    const siklus = await mulaiSiklusUji(app)
    await sampaiLangkah(app, siklus, 'P8')
    const [sop] = await app.sql<{ versi: string }>('select versi_sop_id as versi from siklus where id = $1', [siklus])
    jalur = [`/sop/${sop?.versi}/lembar`, `/siklus/${siklus}/lembar`]
    peramban = await bukaPeramban()
    meja = await bukaMeja(peramban, app.alamat, 'sakip1')
  })
  afterAll(async () => {
    await peramban?.close()
    await app?.tutup()
  })

  it('rapi di komputer dan di ponsel; di ponsel langkah menjadi daftar', async () => {
    for (const [ukuran, tampak] of [
      [DESKTOP, true],
      [PONSEL, false],
    ] as const) {
      await meja.laman.setViewportSize(ukuran)
      for (const satu of jalur) {
        await meja.buka(satu)
        await meja.periksa(`lembar ${satu.split('/')[1]}`)
        expect(await meja.laman.locator('.lembar-sop').last().isVisible()).toBe(tampak)
        expect(await meja.laman.getByRole('table').isVisible()).toBe(true)
        expect(await meja.laman.getByRole('row').count()).toBe(13)
      }
    }
  })

  it('setiap baris huruf gambar tidak lebih lebar daripada tempatnya di kertas', async () => {
    await meja.laman.setViewportSize(DESKTOP)
    for (const satu of jalur) {
      await meja.buka(satu)
      // what the type of this machine really takes, against what was measured
      const lebih =
        await meja.laman.evaluate(`[...document.querySelectorAll('.lembar-sop text[textLength]')].flatMap((t) => {
        const harap = Number(t.getAttribute('textLength'))
        t.removeAttribute('textLength')
        const nyata = t.getComputedTextLength()
        return nyata > harap + 0.5 ? [t.textContent + ': ' + nyata + ' > ' + harap] : []
      })`)
      expect(lebih).toEqual([])
    }
  })

  it('gambar menaut ke layar langkahnya, tetapi papan ketik melewatinya: tautannya ada di tabel', async () => {
    const [, siklus = ''] = jalur
    await meja.buka(siklus)
    await meja.laman.locator('svg a').nth(3).click()
    await meja.laman.waitForURL(/langkah\/P4/)
    await meja.buka(siklus)
    for (let i = 0; i < 60; i++) {
      await meja.laman.keyboard.press('Tab')
      expect(await meja.laman.evaluate("document.activeElement?.closest('svg') !== null")).toBe(false)
    }
  })

  it('tercetak selembar per halaman, mendatar, tanpa menu dan tabel', async () => {
    for (const satu of [`${jalur[0]}`, `${jalur[0]}?kertas=F4`, `${jalur[1]}`]) {
      await meja.buka(satu)
      // the identity is folded on the screen only
      const halaman = await meja.laman.locator('svg.lembar-sop__halaman').count()
      expect(halaman).toBeGreaterThan(1)
      const isi = await meja.laman.pdf({ preferCSSPageSize: true })
      const dokumen = await bukaPdf(isi)
      expect(dokumen.numPages, satu).toBe(halaman)
      const { width, height } = (await dokumen.getPage(1)).getViewport({ scale: 1 })
      expect(Math.round((width / 72) * 25.4)).toBe(satu.includes('F4') ? 330 : 297)
      expect(height).toBeLessThan(width)
      await dokumen.loadingTask.destroy()
    }
  })
})
