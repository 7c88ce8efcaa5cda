import type { Browser, Locator } from 'playwright-core'
import { expect } from 'vitest'
import { bukaMeja, type Meja, PONSEL } from '../../bantuan/browser.ts'
import { SASARAN_KECIL, TABEL_TERPOTONG } from '../../bantuan/sentuhan.ts'

/** Slow 3G as Chromium's own tools draw it, in bytes a second and milliseconds. */
const LAMBAT = { offline: false, downloadThroughput: 50_000, uploadThroughput: 50_000, latency: 400 }
const LANCAR = { offline: false, downloadThroughput: -1, uploadThroughput: -1, latency: 0 }

/** What a person needs for one touch with reading and deciding, and for one letter typed with the thumbs. */
const DETIK_KETUKAN = 3
const DETIK_HURUF = 0.35

/** A thumb on a phone with a slow line: it counts what it touches and types, and the time since the errand began. */
export type Jari = {
  readonly meja: Meja
  /** begins an errand at Tugas Saya */
  mulai(): Promise<void>
  ketuk(apa: Locator): Promise<void>
  /** touches a field and types into it */
  ketik(medan: Locator, teks: string): Promise<void>
  /** touches something that leads to another page */
  pindah(apa: Locator): Promise<void>
  /** the page as it stands: every target 44 px, fields that do not zoom, no table that hides figures beside itself, axe, width */
  periksa(apa: string): Promise<void>
  /** the same without axe, for a long page that is looked at elsewhere */
  jangkau(apa: string): Promise<void>
  /** another page without axe and without the slow line, for many one after the other */
  lihat(jalur: string): Promise<void>
  /** ends the errand: so many touches and letters at most, and less than a minute for lines, pages, and the person */
  selesai(apa: string, paling: { readonly ketukan: number; readonly huruf?: number }): void
}

export async function bukaJari(peramban: Browser, alamat: string, nama: string): Promise<Jari> {
  const meja = await bukaMeja(peramban, alamat, nama, { ukuran: PONSEL })
  const cdp = await meja.konteks.newCDPSession(meja.laman)
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', LAMBAT)
  let ketukan = 0
  let huruf = 0
  let sejak = 0
  const jari: Jari = {
    meja,
    async mulai() {
      ketukan = 0
      huruf = 0
      sejak = performance.now()
      await meja.buka('/')
    },
    async ketuk(apa) {
      ketukan++
      await apa.tap()
    },
    async ketik(medan, teks) {
      await jari.ketuk(medan)
      huruf += teks.length
      await meja.laman.keyboard.type(teks)
    },
    async pindah(apa) {
      const tiba = meja.laman.waitForEvent('framenavigated', (f) => f === meja.laman.mainFrame())
      await Promise.all([tiba, jari.ketuk(apa)])
      await meja.laman.waitForLoadState('load')
    },
    async periksa(apa) {
      const mulai = performance.now()
      await terjangkau(meja, apa)
      await meja.periksa(apa)
      sejak += performance.now() - mulai
    },
    jangkau: (apa) => terjangkau(meja, apa),
    async lihat(jalur) {
      await cdp.send('Network.emulateNetworkConditions', LANCAR)
      await meja.buka(jalur)
      await terjangkau(meja, jalur)
      await cdp.send('Network.emulateNetworkConditions', LAMBAT)
    },
    selesai(apa, paling) {
      expect(ketukan, `${apa}: ketukan`).toBeLessThanOrEqual(paling.ketukan)
      expect(huruf, `${apa}: huruf`).toBeLessThanOrEqual(paling.huruf ?? 0)
      const orang = ketukan * DETIK_KETUKAN + huruf * DETIK_HURUF
      expect((performance.now() - sejak) / 1000 + orang, `${apa}: detik`).toBeLessThan(60)
    },
  }
  return jari
}

/** Every target is large enough, every table whole. */
async function terjangkau({ laman }: Meja, apa: string): Promise<void> {
  expect(await laman.evaluate(SASARAN_KECIL), `${apa}: sasaran sentuh`).toEqual([])
  expect(await laman.evaluate(TABEL_TERPOTONG), `${apa}: tabel digulir ke samping`).toEqual([])
}
