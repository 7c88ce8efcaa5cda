import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { bukaMeja, bukaPeramban, CHROMIUM, PONSEL } from '../../bantuan/browser.ts'
import { type FormulirUji, formulirUji, siapkanSiklus } from '../../integrasi/formulir/bantuan-formulir.ts'

describe.skipIf(!CHROMIUM)('percakapan di layar', () => {
  let app: AplikasiUji
  let peramban: Browser
  let siklusId: string
  let formulir: FormulirUji
  beforeAll(async () => {
    app = await bukaAplikasiUji()
    siklusId = await siapkanSiklus(app, 'P7')
    formulir = await formulirUji(app, siklusId)
    peramban = await bukaPeramban()
  }, 120_000)
  afterAll(async () => {
    await peramban?.close()
    await app?.tutup()
  })

  it('dari formulir bertanya, menjawab, dan menarik pesan; semua halamannya terbaca di ponsel', async () => {
    const sari = await bukaMeja(peramban, app.alamat, 'sakip1')
    await sari.buka(`/formulir/${formulir.id}`)
    await sari.laman.click(`a[href="/percakapan/baris/${formulir.baris[0]?.id}"]`)
    await sari.laman.waitForSelector('textarea[name=pertanyaan]')
    await sari.periksa('percakapan-baris-kosong')
    await sari.laman.fill('textarea[name=pertanyaan]', `Mengapa turun?\n${'panjang'.repeat(60)}`)
    await sari.laman.click('button:has-text("Kirim pertanyaan")')
    await sari.laman.waitForSelector('textarea[name=jawaban]')
    const alamat = new URL(sari.laman.url()).pathname
    await sari.periksa('percakapan-pertanyaan')
    const joko = await bukaMeja(peramban, app.alamat, 'kasi.pemerintahan', { ukuran: PONSEL })
    await joko.buka(alamat)
    await joko.laman.fill('textarea[name=jawaban]', 'Dua desa belum melapor.')
    await joko.laman.click('button:has-text("Kirim")')
    await joko.laman.waitForSelector('.percakapan__pesan:nth-child(2)')
    expect(await joko.laman.locator('.percakapan__pesan').count()).toBe(2)
    await joko.periksa('percakapan-dijawab')
    for (const [nama, tujuan] of [
      ['percakapan-baris', `/percakapan/baris/${formulir.baris[0]?.id}`],
      ['percakapan-daftar', `/percakapan?siklus=${siklusId}`],
      ['percakapan-formulir', `/formulir/${formulir.id}`],
    ] as const) {
      await joko.buka(tujuan)
      await joko.periksa(nama)
    }
    for (const tujuan of [alamat, `/percakapan?siklus=${siklusId}`, `/rekap/${siklusId}`, '/']) {
      await sari.buka(tujuan)
      await sari.periksa(`percakapan-tim${tujuan.replace(/[^a-z]+/g, '-').slice(0, 16)}`)
    }
  }, 120_000)
})
