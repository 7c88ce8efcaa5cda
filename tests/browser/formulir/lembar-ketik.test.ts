import { Buffer } from 'node:buffer'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'
import { bukaMeja, bukaPeramban, CHROMIUM, type Meja, PONSEL } from '../../bantuan/browser.ts'
import { PDF } from '../../integrasi/berkas/contoh-berkas.ts'
import { type FormulirUji, formulirUji, siapkanSiklus } from '../../integrasi/formulir/bantuan-formulir.ts'

/** What the console says of refusals (422) and of lines cut by the test: both are meant here. */
const DITOLAK = /Failed to load resource/
type Baris = FormulirUji['baris'][number]

describe.skipIf(!CHROMIUM)('formulir sebagai lembar, dan buktinya', () => {
  let app: AplikasiUji
  let peramban: Browser
  let formulir: FormulirUji
  let kasi: Meja
  let laman: Page
  beforeAll(async () => {
    app = await bukaAplikasiUji()
    formulir = await formulirUji(app, await siapkanSiklus(app, 'P7'))
    peramban = await bukaPeramban()
    kasi = await bukaMeja(peramban, app.alamat, 'kasi.pemerintahan')
    laman = kasi.laman
  })
  afterAll(async () => {
    await peramban?.close()
    await app?.tutup()
  })

  const baris = (ke: number): Baris => {
    const b = formulir.baris[ke]
    if (!b) throw new Error(`tidak ada baris ${ke}`)
    return b
  }
  const id = (b: Baris, ke = 0) => `isian-b.${b.id}.v.${b.variabel[ke]}`
  const kotak = (b: Baris, ke = 0) => laman.locator(`[id="${id(b, ke)}"]`)
  const fokus = () => laman.evaluate<string>('document.activeElement.id')
  const semuaSel = () =>
    laman.evaluate<string[]>("[...document.querySelectorAll('[data-simpan-otomatis] input.angka')].map((e) => e.id)")
  const tempel = (teks: string) =>
    laman.evaluate(
      `(() => { const isi = new DataTransfer(); isi.setData('text/plain', ${JSON.stringify(teks)})
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: isi, bubbles: true, cancelable: true })) })()`,
    )
  const tenang = () =>
    laman
      .locator('[data-keadaan-semua]')
      .getByText(/^Semua tersimpan|perlu diperiksa/)
      .waitFor()
  const buka = () => kasi.buka(`/formulir/${formulir.id}`)

  it('Enter dan panah berjalan dari sel ke sel; Enter tidak mengirim formulir', async () => {
    await buka()
    const sel = await semuaSel()
    await laman.locator(`[id="${sel[0]}"]`).focus()
    await laman.keyboard.press('Enter')
    expect(await fokus()).toBe(sel[1])
    await laman.keyboard.press('ArrowDown')
    expect(await fokus()).toBe(sel[2])
    await laman.keyboard.press('ArrowUp')
    await laman.keyboard.press('Shift+Enter')
    expect(await fokus()).toBe(sel[0])
    await laman.keyboard.press('Shift+Enter')
    expect(await fokus(), 'sel pertama tetap').toBe(sel[0])
    expect(new URL(laman.url()).pathname).toBe(`/formulir/${formulir.id}`)
  })

  it('blok dari Excel ditempel: angka cara Indonesia dibaca, sel yang ditolak disebut, urungkan mengembalikan semuanya', async () => {
    const sel = (await semuaSel()).slice(0, 5)
    const isi = () => Promise.all(sel.map((s) => laman.locator(`[id="${s}"]`).inputValue()))
    const sebelum = await isi()
    await laman.locator(`[id="${sel[0]}"]`).focus()
    await tempel('18\r\n1.234,5\r\nbelum ada\r\n-\r\n12\r\n')
    expect(await isi()).toEqual(['18', '1.234,5', sebelum[2], sebelum[3], '12'])
    const laporan = laman.locator('[data-laporan-tempel]')
    expect(await laporan.innerText()).toMatch(/^3 sel ditempel/)
    expect(await laporan.locator('li').allInnerTexts()).toEqual([
      expect.stringContaining('"belum ada" bukan angka'),
      expect.stringContaining('"-" garis saja'),
    ])
    await tenang()
    await kasi.periksa('ditempel', DITOLAK)
    await laman.getByRole('button', { name: 'Urungkan' }).click()
    expect(await isi()).toEqual(sebelum)
    await laman.keyboard.press('Control+y')
    expect((await isi())[4]).toBe('12')
    await laman.keyboard.press('Control+z')
    expect(await isi()).toEqual(sebelum)
    await tenang()
    const [r] = await app.sql<{ n: number }>(
      "select count(*)::int as n from baris_formulir where formulir_id = $1 and variabel <> '{}'",
      [formulir.id],
    )
    expect(r?.n, 'di peladen juga kosong lagi').toBe(0)
  })

  it('blok berkolom mengisi satu baris formulir per lajur', async () => {
    const dua = formulir.baris.filter((b) => b.variabel.length === 2).slice(0, 2)
    const [satu, lain] = dua
    if (!satu || !lain) throw new Error('perlu dua baris berpembilang')
    await kotak(satu).focus()
    const sela = formulir.baris.indexOf(lain) - formulir.baris.indexOf(satu)
    await tempel(`18\t19${'\n\t'.repeat(sela - 1)}\n7\t8\n`)
    expect([await kotak(satu).inputValue(), await kotak(satu, 1).inputValue()]).toEqual(['18', '19'])
    expect([await kotak(lain).inputValue(), await kotak(lain, 1).inputValue()]).toEqual(['7', '8'])
    await tenang()
    expect(await laman.locator(`#baris-${satu.id} [data-isi^="baca-"]`).first().innerText()).toBe('dibaca 18')
  })

  it('1.250 ditanyakan di tempat; jawabannya menggantikan isian dan tersimpan', async () => {
    const b = formulir.baris.find((satu) => satu.variabel.length === 1) ?? baris(0)
    await kotak(b).fill('1.250')
    const soal = laman.getByRole('group', { name: /yang mana/ })
    await soal.waitFor()
    await kasi.periksa('taksa', DITOLAK)
    await soal.getByRole('button', { name: 'Maksud saya 1250' }).click()
    await tenang()
    expect(await kotak(b).inputValue()).toBe('1250')
    expect(await soal.count()).toBe(0)
  })

  it('saringan menyembunyikan baris seketika; kepala tabel tetap terlihat ketika digulir; dua belas nilai lalu terlipat', async () => {
    await app.sql(
      `insert into realisasi_indikator (kecamatan_id, indikator_id, tahun, triwulan, nilai, variabel, sumber)
       select b.kecamatan_id, b.indikator_id, t, tw, t - 2000 + tw, '{}', 'uji' from baris_formulir b,
         generate_series(2023, 2025) t, generate_series(1, 4) tw where b.id = $1 on conflict do nothing`,
      [baris(3).id],
    )
    await buka()
    const tampak = () => laman.locator('.formulir__baris:visible').count()
    const semua = await tampak()
    await laman.getByLabel('Tampilkan').selectOption('belum')
    const belum = await tampak()
    expect(belum).toBeLessThan(semua)
    await laman.getByLabel('Cari baris').fill('tidak ada nama begini')
    expect(await tampak()).toBe(0)
    await laman.getByLabel('Cari baris').fill('')
    await laman.getByLabel('Tampilkan').selectOption('')
    expect(await tampak()).toBe(semua)
    const peladen = await laman.request.get(`/formulir/${formulir.id}?tampil=belum`)
    expect((await peladen.text()).match(/class="formulir__baris"/g)?.length ?? 0, 'sama dengan tanpa skrip').toBe(belum)
    await laman.evaluate(`document.getElementById('baris-${baris(6).id}').scrollIntoView({ block: 'end' })`)
    const kepala = await laman.locator('.formulir thead th').nth(1).boundingBox()
    expect(kepala && kepala.y >= 0 && kepala.y < 200, 'kepala tabel di tepi atas').toBe(true)
    const lipatan = laman.locator(`#baris-${baris(3).id} .formulir__riwayat`)
    await lipatan.locator('summary').click()
    const jumlah = await lipatan.locator('.formulir__lalu:visible').count()
    expect(jumlah).toBe(12)
  })

  it('sesi habis ketika mengunggah, lalu "Nanti": kalimatnya ada, dan tombolnya dapat ditekan lagi', async () => {
    const meja = await bukaMeja(peramban, app.alamat, 'kasi.pemerintahan')
    await meja.buka(`/formulir/${formulir.id}/baris/${baris(1).id}/bukti`)
    await meja.konteks.clearCookies()
    await meja.laman
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: PDF })
    const unggah = meja.laman.locator('form[data-unggah-bertahap] button[type=submit]')
    const dialog = meja.laman.getByRole('dialog', { name: 'Sesi Anda habis' })
    for (const ke of ['pertama', 'kedua']) {
      await unggah.click()
      await dialog.getByRole('button', { name: 'Nanti' }).click()
      await meja.laman.getByText('Belum terunggah karena Anda belum masuk lagi').waitFor()
      expect(await meja.laman.locator('form[data-mengunggah]').count(), ke).toBe(0)
    }
    await unggah.click()
    await dialog.getByLabel('Nama pengguna atau NIP').fill('kasi.pemerintahan')
    await dialog.getByLabel('Sandi').fill(SANDI_UJI)
    await meja.laman.keyboard.press('Enter')
    await meja.laman.getByText('a.pdf').first().waitFor()
    await meja.tutup()
  })

  it('berkas naik sepotong demi sepotong, diteruskan setelah putus; foto dikecilkan; gambar dapat dilihat', async () => {
    const b = baris(0)
    const alamat = `/formulir/${formulir.id}/baris/${b.id}/bukti`
    await kasi.buka(alamat)
    const besar = Buffer.concat([PDF.subarray(0, 9), Buffer.alloc(500_000, '%takar '), PDF.subarray(9)])
    const mulai: number[] = []
    let putus = 0
    await laman.route('**/berkas/unggahan/**', async (r) => {
      const dari = new URL(r.request().url()).searchParams.get('mulai')
      if (dari !== null) mulai.push(Number(dari))
      if (dari !== null && Number(dari) > 0 && putus++ === 0) return r.abort()
      await r.continue()
    })
    await laman
      .getByLabel('Berkas', { exact: true })
      .last()
      .setInputFiles({ name: 'daftar hadir.pdf', mimeType: 'application/pdf', buffer: besar })
    await laman.getByLabel('Membuktikan apa').fill('daftar hadir rapat')
    await laman.getByRole('button', { name: 'Simpan bukti' }).click()
    await laman.waitForURL(/pesan=bukti-ditambah/)
    await laman.unrouteAll()
    expect(mulai).toEqual([0, 131_072, 131_072, 262_144, 393_216])
    expect(await laman.locator('.berkas__rinci').first().innerText()).toContain('membuktikan: daftar hadir rapat')
    const foto =
      await laman.evaluate<string>(`(() => { const k = document.createElement('canvas'); k.width = 2600; k.height = 1950
      const l = k.getContext('2d'); for (let i = 0; i < 4000; i++) { l.fillStyle = 'hsl(' + i + ' 70% 50%)'; l.fillRect((i * 97) % 2600, (i * 53) % 1950, 60, 40) }
      return k.toDataURL('image/jpeg', 1).split(',')[1] })()`)
    const asli = Buffer.from(foto, 'base64')
    await laman
      .getByLabel('Berkas', { exact: true })
      .last()
      .setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: asli })
    await laman.getByRole('button', { name: 'Simpan bukti' }).click()
    await laman.locator('.berkas li').nth(1).waitFor()
    const [f] = await app.sql<{ ukuran: number }>("select ukuran from berkas where nama = 'IMG_1.jpg'")
    expect(f?.ukuran).toBeLessThan(asli.length / 2)
    await laman.locator('.berkas__pratinjau summary').click()
    const gambar = laman.locator('.berkas__pratinjau img')
    await gambar.waitFor()
    await expect.poll(() => laman.evaluate("document.querySelector('.berkas__pratinjau img').naturalWidth")).toBe(1920)
    await kasi.periksa('bukti', DITOLAK)
  })

  it('di ponsel tiap baris satu kartu, tanpa gulir mendatar', async () => {
    await laman.setViewportSize(PONSEL)
    await buka()
    const kartu = await laman.evaluate(`getComputedStyle(document.getElementById('baris-${baris(0).id}')).display`)
    expect(kartu).toBe('block')
    await kasi.periksa('kartu ponsel', DITOLAK)
  })
})
