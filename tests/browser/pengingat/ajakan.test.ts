import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { bukaMeja, bukaPeramban, CHROMIUM, type Meja, PONSEL } from '../../bantuan/browser.ts'
import { beriSurel, beriTugas, setel } from '../../integrasi/pengingat/panggung.ts'

const ALAMAT = '/pengingat/ingatkan'
const URAIAN = 'Rapikan "data" pos ronda & 100% #RT 02'

/** Sari reminds late people from her own WhatsApp; wa.me is answered by the test. */
describe.skipIf(!CHROMIUM)('mengingatkan lewat WhatsApp di peramban', () => {
  let app: AplikasiUji
  let peramban: Browser
  let sari: Meja
  let staf: { id: string; nama: string }
  beforeAll(async () => {
    app = await bukaAplikasiUji()
    setel('2026-07-10', '09:00')
    await beriTugas(app, 'staf.trantib', { uraian: URAIAN, tenggat: '2026-07-07' })
    await beriTugas(app, 'kasi.pmd', { uraian: 'Verifikasi profil desa', tenggat: '2026-07-10' })
    await beriSurel(app, 'staf.trantib', 'staf@taman.example', '0812-3456-7890')
    const { pegawaiId, nama } = await app.pelaku('staf.trantib')
    staf = { id: pegawaiId, nama }
    peramban = await bukaPeramban()
    sari = await bukaMeja(peramban, app.alamat, 'sakip1')
    await sari.konteks.grantPermissions(['clipboard-read'])
    await sari.konteks.route('https://wa.me/**', (rute) =>
      rute.fulfill({ contentType: 'text/html', body: '<!doctype html><title>WhatsApp</title>' }),
    )
  })
  afterAll(async () => {
    await peramban?.close()
    await app?.tutup()
  })

  const tercatat = async () =>
    (
      await app.sql<{ teks: string }>(
        `select concat_ws(' ', nama_pelaku, rincian ->> 'nama', rincian ->> 'cara') as teks from jejak
         where peristiwa = 'pengingat.diingatkan' order by urut`,
      )
    ).map((b) => b.teks)
  const bukaPesan = async ({ laman }: Meja) => {
    const bagian = laman.locator(`#orang-${staf.id}`)
    await bagian.locator('summary').click()
    return bagian
  }

  it('teks tersalin persis seperti tertulis, dan menyalin saja belum dicatat', async () => {
    await sari.buka(ALAMAT)
    const bagian = await bukaPesan(sari)
    const tertulis = await bagian.locator('textarea').inputValue()
    expect(tertulis).toContain(URAIAN)
    await bagian.getByRole('button', { name: 'Salin teks' }).click()
    await bagian.getByRole('button', { name: 'Tersalin' }).waitFor()
    expect(await sari.laman.evaluate('navigator.clipboard.readText()')).toBe(tertulis)
    expect(await tercatat()).toEqual([])
    await sari.periksa('ingatkan')
  })

  it('WhatsApp terbuka di jendela baru pada nomornya dengan teks itu; dicatat sekali, berapa kali pun dibuka', async () => {
    await sari.buka(ALAMAT)
    const bagian = await bukaPesan(sari)
    const tautan = bagian.getByRole('link', { name: 'Buka WhatsApp' })
    for (const ke of [1, 2]) {
      const [jendela] = await Promise.all([sari.konteks.waitForEvent('page'), tautan.click()])
      await jendela.waitForLoadState()
      const alamat = new URL(jendela.url())
      expect(alamat.origin + alamat.pathname, `kali ${ke}`).toBe('https://wa.me/6281234567890')
      expect(alamat.searchParams.get('text')).toBe(await bagian.locator('textarea').inputValue())
      // the messenger learns nothing of where the office works
      expect(await jendela.evaluate('[document.referrer, window.opener]')).toEqual(['', null])
      await jendela.close()
      await bagian.getByRole('button', { name: 'Sudah dicatat' }).waitFor()
    }
    const { nama } = await app.pelaku('sakip1')
    expect(await tercatat()).toEqual([`${nama} ${staf.nama} WhatsApp`])
    await sari.buka(ALAMAT)
    expect(await sari.laman.locator(`#orang-${staf.id}`).innerText()).toContain(`Terakhir diingatkan`)
  })

  it('sambungan putus atau sesi habis: tombolnya mengatakan belum tercatat dan dapat ditekan lagi', async () => {
    const { laman, konteks } = sari
    await sari.buka(ALAMAT)
    const sebelum = await tercatat()
    const grup = laman.locator('section', { hasText: 'Satu pesan untuk grup' })
    const tautan = grup.getByRole('link', { name: 'Buka WhatsApp' })
    const buka = async () => {
      const [jendela] = await Promise.all([konteks.waitForEvent('page'), tautan.click()])
      await jendela.close()
    }
    const belum = grup.getByRole('button', { name: 'Belum tercatat, coba lagi' })
    await laman.route(`**${ALAMAT}`, (rute) => rute.abort())
    await buka()
    await belum.waitFor()
    await laman.unroute(`**${ALAMAT}`)
    const kue = await konteks.cookies()
    await konteks.clearCookies()
    await laman.evaluate("document.querySelector('#catat-grup button').textContent = ''")
    await buka()
    await belum.waitFor()
    expect(await belum.isEnabled()).toBe(true)
    expect(await tercatat()).toEqual(sebelum)
    await konteks.addCookies(kue)
    await belum.click()
    await laman.getByText('Dicatat bahwa Anda sudah mengingatkan.').waitFor()
    expect((await tercatat()).slice(sebelum.length).map((t) => t.replace(/^.* grup/, 'grup'))).toEqual([
      'grup WhatsApp',
      'grup WhatsApp',
    ])
  })

  it('tanpa JavaScript: teksnya terbaca, tautannya sama, dan tombolnya mencatat', async () => {
    const sebelum = await tercatat()
    const polos = await bukaMeja(peramban, app.alamat, 'kasi.trantib', { skrip: false, ukuran: PONSEL })
    await polos.buka(ALAMAT)
    const bagian = await bukaPesan(polos)
    expect(await bagian.locator('textarea').inputValue()).toContain(URAIAN)
    expect(await bagian.getByRole('button', { name: 'Salin teks' }).count()).toBe(0)
    expect(await bagian.getByRole('link', { name: 'Buka WhatsApp' }).getAttribute('href')).toContain(
      'https://wa.me/6281234567890?text=',
    )
    await Promise.all([
      polos.laman.waitForURL(/pesan=ajakan-dicatat/),
      bagian.getByRole('button', { name: 'Catat sudah diingatkan' }).click(),
    ])
    const { nama } = await app.pelaku('kasi.trantib')
    expect((await tercatat()).slice(sebelum.length)).toEqual([`${nama} ${staf.nama} WhatsApp`])
    expect(await polos.laman.locator(`#orang-${staf.id}`).innerText()).toContain(`oleh ${nama}.`)
    await polos.tutup()
  })
})
