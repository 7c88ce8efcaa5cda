import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { bukaMeja, bukaPeramban, CHROMIUM, type Meja, tekan } from '../../bantuan/browser.ts'
import { type FormulirUji, formulirUji, siapkanSiklus } from '../../integrasi/formulir/bantuan-formulir.ts'

/** The figure that the office's own data propose, taken over with one button while the form saves itself. */
describe.skipIf(!CHROMIUM)('angka kantor di formulir yang menyimpan sendiri', () => {
  let app: AplikasiUji
  let peramban: Browser
  let formulir: FormulirUji
  let kasi: Meja
  beforeAll(async () => {
    app = await bukaAplikasiUji()
    formulir = await formulirUji(app, await siapkanSiklus(app, 'P7', 4), 'seksi-pmd')
    peramban = await bukaPeramban()
    kasi = await bukaMeja(peramban, app.alamat, 'kasi.pmd')
  })
  afterAll(async () => {
    await peramban?.close()
    await app?.tutup()
  })

  const tersimpan = async (kode: string) => {
    const [r] = await app.sql<{ variabel: Record<string, string> }>(
      "select variabel from baris_formulir where formulir_id = $1 and kartu ->> 'kode' = $2",
      [formulir.id, kode],
    )
    return r?.variabel ?? {}
  }

  it('"Pakai angka ini" mengisi barisnya; yang baru diketik di baris lain sampai lebih dulu', async () => {
    const lain = formulir.baris.find((b) => b.kode !== 'IKU-05' && b.variabel.length > 0)
    if (!lain) throw new Error('tidak ada baris lain')
    await kasi.buka(`/formulir/${formulir.id}`)
    await kasi.laman.locator(`[id="isian-b.${lain.id}.v.${lain.variabel[0]}"]`).fill('7')
    await tekan(kasi, /Pakai angka ini/)
    expect(await tersimpan('IKU-05')).toEqual({ pembilang: '18', penyebut: '19' })
    expect((await tersimpan(lain.kode))[lain.variabel[0] ?? '']).toBe('7')
    expect(await kasi.laman.locator('main').innerText()).toContain('Angka ini dari 94,74%')
    await kasi.periksa('angka dipakai')
  })

  it('"Simpan" tetap tidak meninggalkan halaman', async () => {
    await kasi.buka(`/formulir/${formulir.id}`)
    await kasi.laman.evaluate('window.belumBerganti = true')
    await kasi.laman.locator('.kaki').getByRole('button', { name: 'Simpan' }).click()
    await kasi.laman.waitForTimeout(500)
    expect(await kasi.laman.evaluate('window.belumBerganti')).toBe(true)
  })
})
