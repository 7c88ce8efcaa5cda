import type { Page } from 'playwright-core'
import { expect } from 'vitest'

export type Letak = { nama: string; terlihat: boolean; tertutup: boolean; id: string }
/** Where the focus is: its words, whether a ring shows it, whether something lies on top of it. */
const LETAK = `(() => {
  const e = document.activeElement
  if (!e || e === document.body) return { nama: '', terlihat: true, tertutup: false, id: '' }
  const gaya = getComputedStyle(e)
  const cincin = (gaya.outlineStyle !== 'none' && parseFloat(gaya.outlineWidth) > 0) || gaya.boxShadow !== 'none'
  const k = e.getBoundingClientRect()
  const [x, y] = [k.left + Math.min(k.width / 2, 40), Math.max(k.top, 0) + Math.min(k.height / 2, 12)]
  const atas = document.elementFromPoint(x, y)
  const tertutup = !atas || !(e.contains(atas) || atas.contains(e) || (e.labels && [...e.labels].some((l) => l.contains(atas))))
  const nama = (e.getAttribute('aria-label') || (e.labels && e.labels[0] && e.labels[0].textContent) || e.textContent || e.id).replace(/\\s+/g, ' ').trim()
  return { nama, terlihat: cincin, tertutup, id: e.id }
})()`
export const letak = (laman: Page): Promise<Letak> => laman.evaluate(LETAK) as Promise<Letak>

/** Presses Tab until the focus is where it should be (a text: exactly these words); every stop on the way must be seen and not be covered. */
export async function tabKe(laman: Page, cocok: string | RegExp | ((l: Letak) => boolean), maks = 120): Promise<Letak> {
  for (let ke = 0; ke < maks; ke++) {
    await laman.keyboard.press('Tab')
    const kini = await letak(laman)
    expect(kini.terlihat, `fokus pada "${kini.nama}" terlihat`).toBe(true)
    expect(kini.tertutup, `fokus pada "${kini.nama}" tidak tertutup`).toBe(false)
    const sampai =
      typeof cocok === 'string' ? kini.nama === cocok : cocok instanceof RegExp ? cocok.test(kini.nama) : cocok(kini)
    if (sampai) return kini
  }
  throw new Error(`${String(cocok)} tidak tercapai dengan Tab`)
}

/** Enter, and the page after it. */
export async function enter(laman: Page): Promise<void> {
  await Promise.all([
    laman.waitForEvent('framenavigated', (f) => f === laman.mainFrame()),
    laman.keyboard.press('Enter'),
  ])
  await laman.waitForLoadState('load')
  expect(await laman.locator('main .pesan--gagal, main .galat').allInnerTexts()).toEqual([])
}

/** Enter, the question that it asks, Enter once more. */
export async function enterYa(laman: Page): Promise<void> {
  await laman.keyboard.press('Enter')
  await laman.locator('dialog[open]').waitFor()
  await enter(laman)
}

/** Types a day into the date field that has the focus, in whichever order this browser asks for its parts. */
export async function ketikTanggal(laman: Page, tanggal: string): Promise<void> {
  const [tahun = '', bulan = '', hari = ''] = tanggal.split('-')
  await laman.keyboard.type(`${hari}${bulan}${tahun}`)
  const terisi = () => laman.evaluate('document.activeElement.value')
  if ((await terisi()) === tanggal) return
  for (let ke = 0; ke < 2; ke++) await laman.keyboard.press('ArrowLeft')
  await laman.keyboard.type(`${bulan}${hari}${tahun}`)
  expect(await terisi(), 'tanggal').toBe(tanggal)
}
