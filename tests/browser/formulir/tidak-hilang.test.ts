import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'
import { bukaMeja, bukaPeramban, CHROMIUM, type Meja } from '../../bantuan/browser.ts'
import { type FormulirUji, formulirUji, siapkanSiklus } from '../../integrasi/formulir/bantuan-formulir.ts'

/** What the console says of a cut line and of refusals (401, 409): both are meant here. */
const JALUR = /Failed to load resource/
type Baris = FormulirUji['baris'][number]

describe.skipIf(!CHROMIUM)('yang diketik tidak pernah hilang', () => {
  let app: AplikasiUji
  let peramban: Browser
  let formulir: FormulirUji
  let staf: Meja
  beforeAll(async () => {
    app = await bukaAplikasiUji()
    formulir = await formulirUji(app, await siapkanSiklus(app, 'P7'))
    peramban = await bukaPeramban()
    staf = await bukaMeja(peramban, app.alamat, 'staf.pemerintahan')
  })
  afterAll(async () => {
    await peramban?.close()
    await app?.tutup()
  })

  const baris = (kode: string): Baris => {
    const b = formulir.baris.find((satu) => satu.kode === kode)
    if (!b) throw new Error(`tidak ada ${kode}`)
    return b
  }
  const kotak = (laman: Page, b: Baris, ke = 0) => laman.locator(`[id="isian-b.${b.id}.v.${b.variabel[ke]}"]`)
  const keadaan = (laman: Page, b: Baris) => laman.locator(`#baris-${b.id} [data-keadaan]`)
  const semua = (laman: Page) => laman.locator('[data-keadaan-semua]')
  const tersimpan = async (b: Baris, ke = 0): Promise<string | undefined> => {
    const [r] = await app.sql<{ variabel: Record<string, string> }>(
      'select variabel from baris_formulir where id = $1',
      [b.id],
    )
    return r?.variabel[b.variabel[ke] ?? '']
  }
  const jumlahJejak = async (b: Baris): Promise<number> => {
    const [r] = await app.sql<{ n: number }>(
      "select count(*)::int as n from jejak where objek_id = $1 and peristiwa = 'formulir.baris-disimpan'",
      [b.id],
    )
    return r?.n ?? 0
  }
  const buka = async (meja: Meja, laman = meja.laman) => {
    await laman.goto(`/formulir/${formulir.id}`)
    return laman
  }

  it('jalur putus: yang menunggu dihitung dengan kata; tab ditutup, halaman lain mengirimnya ketika jalur kembali', async () => {
    const laman = await buka(staf)
    await staf.konteks.setOffline(true)
    const tiga = ['IKK-13', 'IKK-14', 'IKK-15'].map(baris)
    for (const [ke, b] of tiga.entries()) await kotak(laman, b).fill(String(ke + 3))
    await semua(laman).getByText('Belum terkirim, 3 isian menunggu').waitFor()
    await laman.locator('.kaki').getByRole('button', { name: 'Simpan' }).click()
    expect(await semua(laman).innerText(), 'Simpan tidak meninggalkan halaman').toContain('Belum terkirim')
    await staf.periksa('belum terkirim', JALUR)
    const baru = await staf.konteks.newPage()
    await laman.close({ runBeforeUnload: false })
    expect(await tersimpan(tiga[0] as Baris)).toBeUndefined()
    await staf.konteks.setOffline(false)
    await baru.goto('/')
    for (const [ke, b] of tiga.entries()) await expect.poll(() => tersimpan(b)).toBe(String(ke + 3))
    await expect.poll(() => baru.locator('[data-titipan-lain]').count()).toBe(0)
    await baru.close()
  })

  it('tab ditutup di tengah mengetik: nilainya tetap sampai', async () => {
    const laman = await buka(staf, await staf.konteks.newPage())
    // nothing leaves this tab: not even what browsers send while closing
    await laman.route('**/baris/*', (r) => r.abort())
    const b = baris('IKK-31')
    await kotak(laman, b).pressSequentially('17')
    await laman.close()
    const lagi = await buka(staf, await staf.konteks.newPage())
    expect(await kotak(lagi, b).inputValue()).toBe('17')
    await expect.poll(() => tersimpan(b)).toBe('17')
    await lagi.close()
  })

  it('jawaban hilang, kiriman terulang, jalur lambat: satu nilai, satu jejak', async () => {
    const laman = await buka(staf, await staf.konteks.newPage())
    const b = baris('IKK-15')
    const sebelum = await jumlahJejak(b)
    let ke = 0
    await laman.route('**/baris/*', async (r) => {
      ke++
      const jawab = await r.fetch()
      if (ke === 1) return r.abort() // the server has it, the answer is lost
      await r.fetch() // the line repeats the request
      await new Promise((nanti) => setTimeout(nanti, 400)) // and is slow
      await r.fulfill({ response: jawab })
    })
    await kotak(laman, b).fill('8')
    await keadaan(laman, b).getByText('Belum terkirim').waitFor()
    await kotak(laman, b).fill('9')
    await keadaan(laman, b)
      .getByText(/^Tersimpan/)
      .waitFor()
    await expect.poll(() => tersimpan(b)).toBe('9')
    expect((await jumlahJejak(b)) - sebelum, 'dua nilai diketik, dua jejak').toBe(2)
    await laman.close()
  })

  it('orang lain di komputer yang sama tidak melihat dan tidak mengirimnya', async () => {
    const laman = await buka(staf, await staf.konteks.newPage())
    const b = baris('IKK-11')
    await laman.route('**/baris/*', (r) => r.abort())
    await kotak(laman, b).fill('21')
    await semua(laman).getByText('Belum terkirim, 1 isian menunggu').waitFor()
    await laman.unrouteAll()
    const masuk = async (nama: string) => {
      await staf.konteks.clearCookies()
      await laman.goto('/masuk')
      await laman.getByLabel('Nama pengguna atau NIP').fill(nama)
      await laman.getByLabel('Sandi').fill(SANDI_UJI)
      await laman.getByRole('button', { name: 'Masuk' }).click()
      await laman.waitForURL((u) => u.pathname === '/')
    }
    await masuk('kasi.pemerintahan')
    await buka(staf, laman)
    expect(await kotak(laman, b).inputValue()).toBe('')
    expect(await laman.locator('[data-titipan-lain]').count()).toBe(0)
    expect(await tersimpan(b)).toBeUndefined()
    await masuk('staf.pemerintahan')
    await expect.poll(() => tersimpan(b)).toBe('21')
    const [r] = await app.sql<{ oleh: string }>('select diubah_oleh as oleh from baris_formulir where id = $1', [b.id])
    const [s] = await app.sql<{ nama: string }>(
      "select p.nama from pegawai p join akun a on a.pegawai_id = p.id where a.nama_pengguna = 'staf.pemerintahan'",
    )
    expect(r?.oleh).toBe(s?.nama)
    await laman.close()
  })

  it('sesi habis: masuk lagi di tempat, lalu terus; sandi salah disebutkan', async () => {
    const meja = await bukaMeja(peramban, app.alamat, 'staf.pemerintahan')
    const laman = await buka(meja)
    await meja.konteks.clearCookies()
    const b = baris('IKK-12')
    await kotak(laman, b).fill('33')
    const dialog = laman.getByRole('dialog', { name: 'Sesi Anda habis' })
    await dialog.waitFor()
    await meja.periksa('sesi habis', JALUR)
    await dialog.getByLabel('Nama pengguna atau NIP').fill('staf.pemerintahan')
    await dialog.getByLabel('Sandi').fill('bukan sandinya')
    await dialog.getByRole('button', { name: 'Masuk' }).click()
    await dialog.getByText('tidak cocok').waitFor()
    await dialog.getByLabel('Sandi').fill(SANDI_UJI)
    await laman.keyboard.press('Enter')
    await keadaan(laman, b)
      .getByText(/^Tersimpan/)
      .waitFor()
    expect(await dialog.count()).toBe(0)
    expect(await tersimpan(b)).toBe('33')
    await meja.tutup()
  })

  it('dua orang: bidang berbeda digabung; nilai yang sama ditanyakan dengan siapa dan kapan', async () => {
    const [satu, dua] = [
      await bukaMeja(peramban, app.alamat, 'kasi.pemerintahan'),
      await bukaMeja(peramban, app.alamat, 'staf.pemerintahan'),
    ]
    await Promise.all([buka(satu), buka(dua)])
    const b = baris('IKK-14')
    const catatan = (laman: Page) => laman.locator(`[id="isian-b.${b.id}.kendala"]`)
    await satu.laman.locator(`#baris-${b.id} summary`, { hasText: 'Kendala' }).click()
    await catatan(satu.laman).fill('Petugas berganti')
    await keadaan(satu.laman, b)
      .getByText(/^Tersimpan/)
      .waitFor()
    await kotak(dua.laman, b).fill('40')
    await keadaan(dua.laman, b)
      .getByText(/^Tersimpan \d/)
      .waitFor()
    expect(await catatan(dua.laman).inputValue(), 'catatan orang lain ikut tampil').toBe('Petugas berganti')
    await kotak(satu.laman, b).fill('50')
    const soal = satu.laman.getByRole('group', { name: /dua orang mengisi berbeda/ })
    await soal.waitFor()
    expect(await soal.innerText()).toMatch(/Anda: 50[\s\S]*, 6 Jul 2026, \d\d\.\d\d: 40/)
    await satu.periksa('dua orang', JALUR)
    expect(await tersimpan(b)).toBe('40')
    await soal.getByRole('button', { name: 'Pakai 50' }).click()
    await expect.poll(() => tersimpan(b)).toBe('50')
    await kotak(dua.laman, b).fill('60')
    await dua.laman.getByRole('button', { name: 'Pakai 50' }).click()
    await expect.poll(() => kotak(dua.laman, b).inputValue()).toBe('50')
    await semua(dua.laman)
      .getByText(/^Semua tersimpan/)
      .waitFor()
    await satu.tutup()
    await dua.tutup()
  })
})
