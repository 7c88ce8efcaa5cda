import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'
import { bukaMeja, bukaPeramban, CHROMIUM, type Meja } from '../../bantuan/browser.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'
import { type FormulirUnit, formulirSiklus } from '../perjalanan/isian-unit.ts'

type Letak = { nama: string; terlihat: boolean; tertutup: boolean; id: string }
/** Where the focus is: its words, whether a ring shows it, whether something lies on top of it. */
const LETAK = `(() => {
  const e = document.activeElement
  if (!e || e === document.body) return { nama: '', terlihat: true, tertutup: false, id: '' }
  const gaya = getComputedStyle(e)
  const cincin = (gaya.outlineStyle !== 'none' && parseFloat(gaya.outlineWidth) > 0) || gaya.boxShadow !== 'none'
  const k = e.getBoundingClientRect()
  const [x, y] = [k.left + Math.min(k.width / 2, 40), k.top + Math.min(k.height / 2, 12)]
  const atas = document.elementFromPoint(x, y)
  const tertutup = !atas || !(e.contains(atas) || atas.contains(e) || (e.labels && [...e.labels].some((l) => l.contains(atas))))
  const nama = (e.getAttribute('aria-label') || (e.labels && e.labels[0] && e.labels[0].textContent) || e.textContent || e.id).replace(/\\s+/g, ' ').trim()
  return { nama, terlihat: cincin, tertutup, id: e.id }
})()`
const letak = (laman: Page): Promise<Letak> => laman.evaluate(LETAK) as Promise<Letak>

/** Presses Tab until the focus is where it should be; every stop on the way must be seen and not be covered. */
async function tabKe(laman: Page, cocok: RegExp | ((l: Letak) => boolean), maks = 120): Promise<Letak> {
  for (let ke = 0; ke < maks; ke++) {
    await laman.keyboard.press('Tab')
    const kini = await letak(laman)
    expect(kini.terlihat, `fokus pada "${kini.nama}" terlihat`).toBe(true)
    expect(kini.tertutup, `fokus pada "${kini.nama}" tidak tertutup`).toBe(false)
    if (cocok instanceof RegExp ? cocok.test(kini.nama) : cocok(kini)) return kini
  }
  throw new Error(`${String(cocok)} tidak tercapai dengan Tab`)
}

async function enter(laman: Page): Promise<void> {
  await Promise.all([
    laman.waitForEvent('framenavigated', (f) => f === laman.mainFrame()),
    laman.keyboard.press('Enter'),
  ])
  await laman.waitForLoadState('load')
}

describe.skipIf(!CHROMIUM)('dengan papan ketik saja', () => {
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
    await app.sql(
      "update baris_formulir set status = 'TIDAK_BERLAKU', alasan_tidak_berlaku = 'tidak diukur' where formulir_id = $1 and urut > 1",
      [formulir.id],
    )
    await app.sql("update baris_anggaran set status = 'TERISI', realisasi = 1000 where formulir_id = $1", [formulir.id])
    peramban = await bukaPeramban()
  })
  afterAll(async () => {
    await peramban?.close()
    await app?.tutup()
  })

  it('masuk: dari kolom nama ke sandi, Enter mengirim', async () => {
    kasi = await bukaMeja(peramban, app.alamat, 'kasi.pemerintahan', { masuk: false })
    const { laman } = kasi
    await kasi.buka('/masuk')
    await tabKe(laman, /Nama pengguna/, 10)
    await laman.keyboard.type('kasi.pemerintahan')
    await tabKe(laman, /Sandi/, 2)
    await laman.keyboard.type(SANDI_UJI)
    await enter(laman)
    expect(new URL(laman.url()).pathname).toBe('/')
  })

  it('Tab pertama menunjukkan "Langsung ke isi", yang melompati menu', async () => {
    const { laman } = kasi
    await kasi.buka('/')
    await laman.keyboard.press('Tab')
    expect((await letak(laman)).nama).toBe('Langsung ke isi')
    const kotak = await laman.locator('.lewati').boundingBox()
    expect(kotak && kotak.x >= 0 && kotak.y >= 0 && kotak.width > 40, 'terlihat ketika difokus').toBe(true)
    await laman.keyboard.press('Enter')
    expect((await letak(laman)).id).toBe('isi')
    await laman.keyboard.press('Tab')
    expect(await laman.evaluate("document.activeElement.closest('main') !== null"), 'Tab berikutnya di dalam isi').toBe(
      true,
    )
  })

  it('mengisi satu nilai: tersimpan begitu ditinggalkan, catatan terbuka dengan Spasi', async () => {
    const { laman } = kasi
    await kasi.buka('/')
    await tabKe(laman, /serahkan formulir/i)
    await enter(laman)
    expect(new URL(laman.url()).pathname).toBe(`/formulir/${formulir.id}`)
    const [baris] = formulir.baris
    if (!baris) throw new Error('formulir tanpa baris')
    for (const [kode, nilai] of Object.entries(baris.variabel)) {
      await tabKe(laman, (l) => l.id === `isian-b.${baris.id}.v.${kode}`)
      await laman.keyboard.type(nilai)
    }
    await tabKe(laman, /Kendala, tindak lanjut/)
    await laman.keyboard.press('Space')
    await tabKe(laman, /Kendala/)
    await laman.keyboard.type('Petugas berganti')
    await laman.keyboard.press('Tab')
    await laman.locator(`#baris-${baris.id}[data-status=TERISI]:not([data-tertunda])`).waitFor()
    const [simpanan] = await app.sql<{ status: string; kendala: string }>(
      'select status, kendala from baris_formulir where id = $1',
      [baris.id],
    )
    expect(simpanan).toEqual({ status: 'TERISI', kendala: 'Petugas berganti' })
  })

  it('menyerahkan: pertanyaan dapat dibatalkan dengan Esc dan dijawab dengan Enter', async () => {
    const { laman } = kasi
    await app.sql(`insert into bukti (kecamatan_id, siklus_id, baris_id, tempat_kertas, dibuat_oleh, dibuat_pada)
      select kecamatan_id, siklus_id, id, 'Map 1', 'uji', now() from baris_formulir where id = '${formulir.baris[0]?.id}'`)
    await kasi.buka(`/formulir/${formulir.id}`)
    await tabKe(laman, /Periksa lalu serahkan/)
    await enter(laman)
    await tabKe(laman, /^Serahkan/)
    await laman.keyboard.press('Enter')
    const dialog = laman.locator('dialog[open]')
    await dialog.waitFor()
    expect(await laman.evaluate("document.activeElement.closest('dialog') !== null"), 'fokus ada di pertanyaan').toBe(
      true,
    )
    await laman.keyboard.press('Escape')
    expect(await dialog.count()).toBe(0)
    expect((await letak(laman)).nama, 'fokus kembali ke tombolnya').toMatch(/^Serahkan/)
    await laman.keyboard.press('Enter')
    await dialog.waitFor()
    await enter(laman)
    const [f] = await app.sql<{ status: string }>('select status from formulir where id = $1', [formulir.id])
    expect(f?.status).toBe('DISERAHKAN')
  })
})
