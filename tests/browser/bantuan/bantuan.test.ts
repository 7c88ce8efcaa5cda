import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import {
  bukaMeja,
  bukaPeramban,
  CHROMIUM,
  type Meja,
  PONSEL,
  temuanDuaUkuran,
  temuanLaman,
} from '../../bantuan/browser.ts'
import { type FormulirUji, formulirUji, siapkanSiklus } from '../../integrasi/formulir/bantuan-formulir.ts'

/** A Kasi with a telephone: the first day, the help of a page, and the help beside a field. */
describe.skipIf(!CHROMIUM)('bantuan pada 360 px', () => {
  let app: AplikasiUji
  let peramban: Browser
  let formulir: FormulirUji
  let kasi: Meja
  beforeAll(async () => {
    app = await bukaAplikasiUji()
    formulir = await formulirUji(app, await siapkanSiklus(app, 'P7'))
    peramban = await bukaPeramban()
    kasi = await bukaMeja(peramban, app.alamat, 'kasi.pemerintahan')
    await kasi.laman.setViewportSize(PONSEL)
  })
  afterAll(async () => {
    await peramban?.close()
    await app?.tutup()
  })

  it('Tugas Saya, daftar bantuan, panduan, bantuan halaman dan indikator dapat dibaca semua orang', async () => {
    const { laman } = kasi
    await laman.goto(`/formulir/${formulir.id}`)
    const indikator = String(await laman.locator('details[data-muat] a').first().getAttribute('href'))
    const temuan: string[] = []
    for (const alamat of ['/', '/bantuan', '/bantuan/peran/kasi', '/bantuan/halaman/formulir', indikator]) {
      await laman.goto(alamat)
      for (const satu of await temuanLaman(laman)) temuan.push(`${alamat}: ${satu}`)
    }
    expect(temuan).toEqual([])
  })

  it('langkah hari pertama dicentang, lalu semuanya disembunyikan dan ditampilkan lagi', async () => {
    const { laman } = kasi
    await laman.goto('/')
    await laman.getByRole('button', { name: /^Sudah\s*: Baca panduan Anda$/ }).click()
    await laman.locator('.hari-pertama__selesai', { hasText: 'Baca panduan Anda' }).waitFor()
    await laman.getByRole('button', { name: 'Sembunyikan' }).click()
    await laman.getByText('Panduan hari pertama disembunyikan.').waitFor()
    expect(await laman.locator('#hari-pertama').count()).toBe(0)
    await laman.goto('/bantuan')
    await laman.getByRole('button', { name: 'Tampilkan lagi' }).click()
    await laman.locator('#hari-pertama').waitFor()
  })

  it('“Bantuan” di kepala halaman menuju bantuan halaman itu', async () => {
    const { laman } = kasi
    await laman.goto(`/formulir/${formulir.id}`)
    await laman.getByRole('link', { name: 'Bantuan', exact: true }).click()
    await laman.getByRole('heading', { level: 1, name: 'Cara mengisi formulir unit' }).waitFor()
  })

  it('arti, rumus, dan contoh terbuka di samping isian; yang diketik tidak hilang', async () => {
    const { laman } = kasi
    await laman.goto(`/formulir/${formulir.id}`)
    const isian = laman.locator('.formulir__variabel input[type=text]').first()
    await isian.fill('7')
    const rincian = laman.locator('details[data-muat]').first()
    await rincian.locator('summary').click()
    await rincian.getByText('Angka contoh, bukan angka kantor ini.').waitFor()
    expect(await isian.inputValue()).toBe('7')
    expect(new URL(laman.url()).pathname).toBe(`/formulir/${formulir.id}`)
    expect(await temuanLaman(laman)).toEqual([])
  })

  it('penjelasan isian kartu indikator terbuka di tempatnya, dengan siapa yang ditanya; yang diketik tidak hilang', async () => {
    const { laman } = kasi
    await laman.goto('/perencanaan/usulan-indikator/baru')
    await laman.getByLabel('Nama indikator').fill('Desa tertib administrasi')
    const penjelasan = laman.locator('.isian', { has: laman.locator('#isian-aturanNol') }).locator('details.bantuan')
    await penjelasan.locator('summary').click()
    await penjelasan.getByText('Nol tidak dapat menjadi pembagi').waitFor()
    expect(await penjelasan.innerText()).toContain('Contoh: Target pengaduan 0')
    expect(await penjelasan.locator('.bantuan__tanya').innerText()).toContain('(Koordinator, ')
    expect(await penjelasan.locator('a').count()).toBe(0)
    expect(await laman.getByLabel('Nama indikator').inputValue()).toBe('Desa tertib administrasi')
    expect(await temuanDuaUkuran(laman)).toEqual([])
  })

  it('tanpa JavaScript penjelasan adalah tautan ke naskah yang sama', async () => {
    const polos = await bukaMeja(peramban, app.alamat, 'kasi.pemerintahan', { skrip: false, ukuran: PONSEL })
    await polos.buka('/perencanaan/usulan-indikator/baru')
    const penjelasan = polos.laman.locator('.isian', { has: polos.laman.locator('#isian-polaritas') })
    await penjelasan.locator('summary').click()
    await penjelasan.getByRole('link', { name: 'Buka bantuan Polaritas' }).click()
    await polos.laman.waitForURL('**/bantuan/halaman/indikator#arti-polaritas')
    expect(await polos.laman.locator('#arti-polaritas').innerText()).toContain('Arah yang dianggap baik.')
    await polos.tutup()
  })
})
