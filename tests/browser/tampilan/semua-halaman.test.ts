import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buatMesinTemplat } from '../../../src/inti/http/mesin-templat.ts'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import {
  bukaMeja,
  bukaPeramban,
  CHROMIUM,
  DESKTOP,
  lebihLebar,
  type Meja,
  PONSEL,
  TABLET,
  temuanLaman,
} from '../../bantuan/browser.ts'
import { bacaContoh } from '../../bantuan/rekam-tampilan.ts'
import { SASARAN_KECIL, TABEL_TERPOTONG } from '../../bantuan/sentuhan.ts'

const mesin = buatMesinTemplat({ akar: join(import.meta.dirname, '../../../views'), cache: true })
const rekaman = bacaContoh()
/** A piece of a page that has a frame of its own (sign-in, error) stands in this one as well. */
const contoh = [
  ...rekaman.map(({ templat, data }, ke) => ({ nama: `${templat} (${ke})`, html: mesin.gambar(templat, data) })),
  ...denganKesalahan(),
]

/** Each page with fields once more as it comes back when every field of it was refused, with a message of two lines on a phone. */
function denganKesalahan(): { nama: string; html: string }[] {
  const teks = 'Tulis bilangan bulat dari 1 sampai 30, atau kosongkan bila memang belum diketahui.'
  const perTemplat = new Map(rekaman.filter(({ data }) => data.label && data.kesalahan).map((r) => [r.templat, r]))
  return [...perTemplat.values()].map(({ templat, data }) => {
    const kesalahan = Object.fromEntries(Object.keys(data.label as object).map((bidang) => [bidang, teks]))
    return { nama: `${templat} (ditolak)`, html: mesin.gambar(templat, { ...data, kesalahan }) }
  })
}

/** Typed from a pile of paper, at a desk: a row of small fields is what it is for. */
const DI_MEJA = /^survei-kepuasan\/kuesioner /

/** The samples of the render tests inside the real frame with the real styles; journeys see pages with their scripts. */
describe.skipIf(!CHROMIUM)('setiap halaman di peramban', () => {
  let app: AplikasiUji
  let peramban: Browser
  let meja: Meja
  beforeAll(async () => {
    app = await bukaAplikasiUji()
    peramban = await bukaPeramban()
    meja = await bukaMeja(peramban, app.alamat, 'sekcam')
  })
  afterAll(async () => {
    await peramban?.close()
    await app?.tutup()
  })

  it.each([PONSEL, DESKTOP])('dapat dibaca semua orang dan tidak bergulir mendatar pada $width px', async (ukuran) => {
    await meja.laman.setViewportSize(ukuran)
    const temuan: string[] = []
    for (const { nama, html } of contoh) {
      await meja.laman.locator('main').evaluate((main, isi) => {
        main.innerHTML = isi
      }, html)
      for (const satu of await temuanLaman(meja.laman)) temuan.push(`${nama}: ${satu}`)
    }
    expect(rekaman.length).toBeGreaterThan(100)
    expect(contoh.length - rekaman.length).toBeGreaterThan(50)
    expect(temuan).toEqual([])
  })

  it('pada tablet pun tidak ada yang lebih lebar daripada layarnya', async () => {
    await meja.laman.setViewportSize(TABLET)
    const temuan: string[] = []
    for (const { nama, html } of contoh) {
      await meja.laman.locator('main').evaluate((main, isi) => {
        main.innerHTML = isi
      }, html)
      for (const satu of await lebihLebar(meja.laman, true)) temuan.push(`${nama}: ${satu}`)
    }
    expect(temuan).toEqual([])
  })

  it('dapat disentuh ibu jari, dan tabelnya tidak menyembunyikan angka di samping layar', async () => {
    await meja.laman.setViewportSize(PONSEL)
    const temuan: string[] = []
    for (const { nama, html } of contoh.filter((satu) => !DI_MEJA.test(satu.nama))) {
      await meja.laman.locator('main').evaluate((main, isi) => {
        main.innerHTML = isi
      }, html)
      for (const periksa of [SASARAN_KECIL, TABEL_TERPOTONG])
        for (const satu of await meja.laman.evaluate<string[]>(periksa)) temuan.push(`${nama}: ${satu}`)
    }
    expect(temuan).toEqual([])
  })
})
