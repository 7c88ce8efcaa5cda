import { existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { SANDI_UJI } from './basis-data.ts'

const LETAK = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
]
/** Chromium of this machine, or null: then the suites that need it are skipped (`npm test` names them). */
export const CHROMIUM: string | null = process.env.TAKAR_CHROMIUM || LETAK.find((letak) => existsSync(letak)) || null

const BENDERA = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=id',
]
export const DESKTOP = { width: 1366, height: 768 }
export const PONSEL = { width: 360, height: 740 }
export const TABLET = { width: 768, height: 1024 }

/** Pictures of the pages for the eye, in a folder outside the project; only with TAKAR_UJI_GAMBAR=ya (or a folder). */
const GAMBAR = process.env.TAKAR_UJI_GAMBAR
  ? process.env.TAKAR_UJI_GAMBAR === 'ya'
    ? mkdtempSync(join(tmpdir(), 'takar-gambar-'))
    : process.env.TAKAR_UJI_GAMBAR
  : null

export function bukaPeramban(): Promise<Browser> {
  if (!CHROMIUM) throw new Error('Chromium tidak ditemukan (pasang Chromium atau isi TAKAR_CHROMIUM)')
  if (GAMBAR) {
    mkdirSync(GAMBAR, { recursive: true })
    console.log(`Gambar halaman: ${GAMBAR}`)
  }
  return chromium.launch({ executablePath: CHROMIUM, args: BENDERA })
}

const LAPORKAN_CSP =
  "document.addEventListener('securitypolicyviolation', (p) => console.error('CSP menolak ' + p.violatedDirective + ' ' + p.blockedURI))"

/** Somebody's desk: a browser window with cookies of its own, signed in. Everything that goes wrong on its pages is kept. */
export type Meja = {
  readonly nama: string
  readonly konteks: BrowserContext
  readonly laman: Page
  readonly galat: string[]
  buka(jalur: string): Promise<void>
  /**
   * Looks closely at the page: nothing serious for axe, nothing wider than a phone, no error in the console; `abaikan`: what
   * the console says of a line that the test cut itself.
   */
  periksa(apa: string, abaikan?: RegExp): Promise<void>
  unduh(jalur: string): Promise<{ status: number; jenis: string; isi: Buffer }>
  tutup(): Promise<void>
}
type PilihanMeja = { ukuran?: { width: number; height: number }; skrip?: boolean; masuk?: boolean }

export async function bukaMeja(
  peramban: Browser,
  alamat: string,
  nama: string,
  { ukuran = DESKTOP, skrip = true, masuk = true }: PilihanMeja = {},
): Promise<Meja> {
  const konteks = await peramban.newContext({
    baseURL: alamat,
    viewport: ukuran,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    javaScriptEnabled: skrip,
    acceptDownloads: true,
    // fine pixels only where somebody looks at them: painting four times as many takes its time
    ...(ukuran.width < 600 ? { hasTouch: true, isMobile: true, deviceScaleFactor: GAMBAR ? 2 : 1 } : {}),
  })
  const laman = await konteks.newPage()
  const galat: string[] = []
  const catat = (apa: string) => galat.push(`${new URL(laman.url(), alamat).pathname}: ${apa}`)
  laman.on('console', (pesan) => pesan.type() === 'error' && catat(pesan.text()))
  laman.on('pageerror', (sebab) => catat(sebab.message))
  // far above what a slow machine needs: a wait that ends is never the finding
  konteks.setDefaultTimeout(60_000)
  if (skrip) await konteks.addInitScript(LAPORKAN_CSP)
  if (masuk) {
    await laman.goto('/masuk')
    await laman.getByLabel('Nama pengguna atau NIP').fill(nama)
    await laman.getByLabel('Sandi').fill(SANDI_UJI)
    await Promise.all([
      laman.waitForURL((u) => u.pathname === '/'),
      laman.getByRole('button', { name: 'Masuk' }).click(),
    ])
  }
  return {
    nama,
    konteks,
    laman,
    galat,
    async buka(jalur) {
      const jawab = await laman.goto(jalur)
      expect(jawab?.status(), `${nama} membuka ${jalur}`).toBe(200)
    },
    async periksa(apa, abaikan) {
      await periksaLaman(laman, `${apa} (${nama})`, skrip)
      expect(
        galat.filter((satu) => !abaikan?.test(satu)),
        `galat di konsol peramban: ${apa}`,
      ).toEqual([])
    },
    async unduh(jalur) {
      const jawab = await konteks.request.get(jalur)
      return { status: jawab.status(), jenis: jawab.headers()['content-type'] ?? '', isi: await jawab.body() }
    },
    tutup: () => konteks.close(),
  }
}

/** Presses the button with these words, answers the question it may ask, waits for the page after it. Throws what the page refuses with. */
export async function tekan({ laman }: Pick<Meja, 'laman'>, nama: string | RegExp): Promise<void> {
  const tombol = laman.getByRole('button', { name: nama }).first()
  const bertanya = (await tombol.getAttribute('data-tanya')) !== null
  const pindah = laman.waitForEvent('framenavigated', (f) => f === laman.mainFrame())
  await Promise.all([
    pindah,
    tombol.click().then(() => (bertanya ? laman.locator('dialog[open] .btn-primary').click() : undefined)),
  ])
  await laman.waitForLoadState('load')
  const ditolak = await laman.locator('main .pesan--gagal, main .galat').allInnerTexts()
  if (ditolak.length > 0)
    throw new Error(`"${String(nama)}" ditolak: ${ditolak.join(' ').replace(/\s+/g, ' ').slice(0, 900)}`)
}

/** What is wrong with the content of the page as it stands there, at this width: serious for axe, or wider than the window. */
export async function temuanLaman(laman: Page): Promise<string[]> {
  return [...(await pelanggaranAxe(laman, "'main'")), ...(await lebihLebar(laman, true))]
}

/** What is wrong with the whole page, frame and all, on the desk and on the phone; the window keeps its size after it. */
export async function temuanDuaUkuran(laman: Page): Promise<string[]> {
  const semula = laman.viewportSize() ?? DESKTOP
  const temuan: string[] = []
  for (const ukuran of [DESKTOP, PONSEL]) {
    await laman.setViewportSize(ukuran)
    const di = `${ukuran.width} px`
    for (const satu of [...(await pelanggaranAxe(laman)), ...(await lebihLebar(laman, true))])
      temuan.push(`${di}: ${satu}`)
  }
  await laman.setViewportSize(semula)
  return temuan
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
type Pelanggaran = { id: string; impact: string; help: string; nodes: { target: string[]; failureSummary: string }[] }

async function periksaLaman(laman: Page, apa: string, skrip: boolean): Promise<void> {
  const ukuran = laman.viewportSize() ?? DESKTOP
  expect(await laman.locator('h1').count(), `${apa}: satu judul`).toBe(1)
  if (skrip) expect(await pelanggaranAxe(laman), `${apa}: axe`).toEqual([])
  if (GAMBAR) await laman.screenshot({ path: join(GAMBAR, `${namaBerkas(apa)}-${ukuran.width}.png`), fullPage: true })
  if (GAMBAR && ukuran.width !== PONSEL.width)
    await laman.pdf({ path: join(GAMBAR, `${namaBerkas(apa)}.pdf`), preferCSSPageSize: true })
  if (ukuran.width !== PONSEL.width) await laman.setViewportSize(PONSEL)
  expect(await lebihLebar(laman, skrip), `${apa}: gulir mendatar pada ${PONSEL.width} px`).toEqual([])
  if (GAMBAR && ukuran.width !== PONSEL.width)
    await laman.screenshot({ path: join(GAMBAR, `${namaBerkas(apa)}-360.png`), fullPage: true })
  if (ukuran.width !== PONSEL.width) await laman.setViewportSize(ukuran)
}

const namaBerkas = (apa: string): string =>
  apa
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()

async function pelanggaranAxe(laman: Page, bagian = 'document'): Promise<string[]> {
  if (!(await laman.evaluate("'axe' in window"))) await laman.evaluate(axe)
  const hasil = (await laman.evaluate(`axe.run(${bagian}, { resultTypes: ['violations'] })`)) as {
    violations: Pelanggaran[]
  }
  return hasil.violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map(
      (v) =>
        `${v.id}: ${v.help} · ${v.nodes
          .slice(0, 3)
          .map((n) => n.target.join(' '))
          .join(' · ')}`,
    )
}

/** What sticks out of the page; the page must not scroll sideways (tables scroll within their own frame). */
export async function lebihLebar(laman: Page, skrip: boolean): Promise<string[]> {
  if (!skrip) return []
  return (await laman.evaluate(`(() => {
    const lebar = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= lebar) return []
    return [...document.querySelectorAll('main *')].filter((e) => e.getBoundingClientRect().right > lebar + 1 && !e.closest('.tabel-gulir'))
      .slice(0, 5).map((e) => e.tagName + '.' + e.className + ' ' + Math.round(e.getBoundingClientRect().right))
      .concat('lebar ' + document.documentElement.scrollWidth)
  })()`)) as string[]
}

/** A PDF with at least one page; the number of its pages. */
export function halamanPdf({ status, jenis, isi }: { status: number; jenis: string; isi: Buffer }): number {
  expect(status).toBe(200)
  expect(jenis).toContain('application/pdf')
  expect(isi.subarray(0, 5).toString()).toBe('%PDF-')
  const halaman = isi.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
  expect(halaman, 'PDF berhalaman').toBeGreaterThan(0)
  return halaman
}
