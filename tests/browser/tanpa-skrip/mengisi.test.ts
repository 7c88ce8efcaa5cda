import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { bukaMeja, bukaPeramban, CHROMIUM, type Meja, PONSEL, tekan } from '../../bantuan/browser.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'
import { type FormulirUnit, formulirSiklus } from '../perjalanan/isian-unit.ts'

describe.skipIf(!CHROMIUM)('tanpa JavaScript', () => {
  let app: AplikasiUji
  let peramban: Browser
  let kasi: Meja
  let formulir: FormulirUnit
  beforeAll(async () => {
    app = await bukaAplikasiUji()
    const siklusId = await mulaiSiklusUji(app)
    await sampaiLangkah(app, siklusId, 'P7')
    const ada = (await formulirSiklus(app, siklusId)).find((f) => f.unit === 'seksi-pemerintahan')
    if (!ada) throw new Error('tidak ada formulir seksi-pemerintahan')
    formulir = ada
    peramban = await bukaPeramban()
  })
  afterAll(async () => {
    await peramban?.close()
    await app?.tutup()
  })
  /** The message on top of a page, once all of the page is there. */
  async function pesan({ laman }: Meja): Promise<string> {
    const teks = await laman.locator('main .pesan').first().innerText()
    await laman.waitForLoadState('load')
    return teks
  }

  it('sandi yang salah disebutkan, nama yang diketik tetap ada', async () => {
    const tamu = await bukaMeja(peramban, app.alamat, 'tamu', { skrip: false, masuk: false })
    await tamu.buka('/masuk')
    await tamu.laman.getByLabel('Nama pengguna atau NIP').fill('kasi.pemerintahan')
    await tamu.laman.getByLabel('Sandi').fill('bukan sandinya')
    await tamu.laman.getByRole('button', { name: 'Masuk' }).click()
    expect(await tamu.laman.locator('.pesan--gagal').innerText()).toContain('tidak cocok')
    expect(await tamu.laman.getByLabel('Nama pengguna atau NIP').inputValue()).toBe('kasi.pemerintahan')
    await tamu.tutup()
  })

  it('kepala seksi masuk dan sampai ke formulirnya dari Tugas Saya', async () => {
    kasi = await bukaMeja(peramban, app.alamat, 'kasi.pemerintahan', { skrip: false })
    await kasi.periksa('tanpa skrip tugas')
    await kasi.laman
      .locator('main')
      .getByRole('link', { name: /formulir/i })
      .first()
      .click()
    expect(new URL(kasi.laman.url()).pathname).toBe(`/formulir/${formulir.id}`)
    await kasi.periksa('tanpa skrip formulir')
  })

  it('barisnya dibagi; bagian yang masih kosong belum dapat dinyatakan selesai, dan tidak ada yang hilang', async () => {
    const { laman } = kasi
    await laman.getByRole('link', { name: 'Bagi tugas' }).click()
    await kasi.periksa('tanpa skrip bagi tugas')
    for (const ke of [0, 1]) await laman.locator('input[name=baris]').nth(ke).check()
    await laman.getByLabel('Diberikan kepada').selectOption({ index: 1 })
    await tekan(kasi, 'Berikan')
    expect(await pesan(kasi)).toContain('Baris diberikan')
    await laman.getByRole('link', { name: 'Kembali ke formulir' }).first().click()
    const [, kedua] = formulir.baris
    const kotak = laman.locator(`[id^="isian-b.${kedua?.id}.v."]`).first()
    await kotak.fill('7')
    await laman.getByRole('button', { name: 'Nyatakan bagian saya selesai' }).click()
    expect(await pesan(kasi)).toContain('belum dapat dinyatakan selesai')
    expect(kasi.galat.splice(0).length).toBe(1)
    expect(await kotak.inputValue()).toBe('7')
  })

  it('angka yang taksa ditanyakan dan isian lain tetap ada; setelah dipilih semuanya tersimpan', async () => {
    const { laman } = kasi
    for (const b of formulir.baris)
      for (const [kode, nilai] of Object.entries(b.variabel))
        await laman.locator(`[id="isian-b.${b.id}.v.${kode}"]`).fill(nilai)
    for (const a of formulir.anggaran) await laman.locator(`[id="isian-a.${a.id}.realisasi"]`).fill('1.000.000')
    const akhir = formulir.baris.at(-1)
    const [kode = '', nilai] = Object.entries(akhir?.variabel ?? {}).at(-1) ?? []
    const taksa = laman.locator(`[id="isian-b.${akhir?.id}.v.${kode}"]`)
    await taksa.fill('1.250')
    await laman.locator('.formulir__alat').getByRole('button', { name: 'Simpan' }).click()
    expect(await pesan(kasi)).toContain('Ada yang perlu diperbaiki')
    // the browser's console names the refusal (422) itself
    expect(kasi.galat.splice(0).length).toBe(1)
    const [pertama] = formulir.baris
    const [kodePertama = '', nilaiPertama] = Object.entries(pertama?.variabel ?? {})[0] ?? []
    expect(
      await laman.locator(`[id="isian-b.${pertama?.id}.v.${kodePertama}"]`).inputValue(),
      'isian lain tidak hilang',
    ).toBe(nilaiPertama)
    expect(await taksa.inputValue()).toBe('1.250')
    await laman.getByLabel(/Maksud saya 1250/).check()
    await laman.locator('.formulir__alat').getByRole('button', { name: 'Simpan' }).click()
    expect(await pesan(kasi)).toContain('tersimpan')
    // the button saves what was typed as well
    await taksa.fill(nilai ?? '')
    await laman.getByRole('button', { name: 'Nyatakan bagian saya selesai' }).click()
    expect(await pesan(kasi)).toContain('dinyatakan selesai')
    expect(await taksa.inputValue()).toBe(nilai)
    await laman
      .getByRole('button', { name: /^Nyatakan belum selesai/ })
      .first()
      .click()
    expect(await pesan(kasi)).toContain('belum selesai')
  })

  it('bukti disebutkan tempatnya, lalu formulir diperiksa dan diserahkan', async () => {
    const { laman } = kasi
    for (const b of formulir.baris.filter((b) => b.jatuhTempo && b.buktiWajib)) {
      await laman
        .locator(`#baris-${b.id}`)
        .getByRole('button', { name: /Lampirkan/ })
        .click()
      await laman.getByLabel('Dokumen kertas', { exact: true }).check()
      await laman.getByLabel('Tempat dokumen kertas').fill('Map TW II, lemari arsip')
      await tekan(kasi, 'Simpan bukti')
      await laman.getByRole('link', { name: 'Kembali ke formulir' }).first().click()
    }
    await tekan(kasi, 'Periksa lalu serahkan')
    await kasi.periksa('tanpa skrip periksa')
    await laman.getByRole('button', { name: /^Serahkan/ }).click()
    expect(await pesan(kasi)).toContain('diserahkan')
  })

  it('penarikan kembali dijelaskan akibatnya sebelum dilakukan', async () => {
    const { laman } = kasi
    const lipatan = laman.locator('details', { hasText: 'Tarik kembali formulir ini?' })
    expect(await lipatan.getByRole('button', { name: 'Tarik kembali' }).isVisible()).toBe(false)
    await lipatan.locator('summary').click()
    await lipatan.getByRole('button', { name: 'Tarik kembali' }).click()
    expect(await pesan(kasi)).toContain('ditarik')
    expect(await laman.getByRole('button', { name: 'Periksa lalu serahkan' }).count()).toBe(1)
  })

  it('di ponsel menu Lainnya terbuka dan semua halamannya terjangkau', async () => {
    const ponsel = await bukaMeja(peramban, app.alamat, 'sakip1', { skrip: false, ukuran: PONSEL })
    const lainnya = ponsel.laman.locator('nav details').filter({ hasText: 'Lainnya' })
    await lainnya.locator('summary').tap()
    expect(await lainnya.getByRole('link', { name: 'Jejak Audit' }).isVisible()).toBe(true)
    await lainnya.getByRole('link', { name: 'Jejak Audit' }).tap()
    expect(await ponsel.laman.locator('h1').innerText()).toContain('Jejak')
    await ponsel.tutup()
  })
})
