import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
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
type Contoh = { readonly nama: string; readonly html: string }
/** A piece of a page that has a frame of its own (sign-in, error) stands in this one as well. */
const contoh: Contoh[] = [
  ...rekaman.map(({ templat, data }, ke) => ({ nama: `${templat} (${ke})`, html: mesin.gambar(templat, data) })),
  ...denganKesalahan(),
]

/** Each page with fields once more as it comes back when every field of it was refused, with a message of two lines on a phone. */
function denganKesalahan(): Contoh[] {
  const teks = 'Tulis bilangan bulat dari 1 sampai 30, atau kosongkan bila memang belum diketahui.'
  const perTemplat = new Map(rekaman.filter(({ data }) => data.label && data.kesalahan).map((r) => [r.templat, r]))
  return [...perTemplat.values()].map(({ templat, data }) => {
    const kesalahan = Object.fromEntries(Object.keys(data.label as object).map((bidang) => [bidang, teks]))
    return { nama: `${templat} (ditolak)`, html: mesin.gambar(templat, { ...data, kesalahan }) }
  })
}

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

  type Pemeriksaan = (laman: Page) => Promise<string[]>
  /** What one of the looks finds wrong with any of the pages at this width. */
  async function temuanSemua(ukuran: { width: number; height: number }, daftar: Contoh[], lihat: Pemeriksaan[]) {
    await meja.laman.setViewportSize(ukuran)
    const temuan: string[] = []
    for (const { nama, html } of daftar) {
      await meja.laman.locator('main').evaluate((main, isi) => {
        main.innerHTML = isi
      }, html)
      for (const periksa of lihat) for (const satu of await periksa(meja.laman)) temuan.push(`${nama}: ${satu}`)
    }
    return temuan
  }
  const sentuhan: Pemeriksaan[] = [SASARAN_KECIL, TABEL_TERPOTONG].map((p) => (laman) => laman.evaluate<string[]>(p))
  const lebar: Pemeriksaan = (laman) => lebihLebar(laman, true)

  it('di ponsel dapat dibaca semua orang, tidak bergulir mendatar, dapat disentuh ibu jari, dan tabelnya utuh', async () => {
    expect(rekaman.length).toBeGreaterThan(100)
    expect(contoh.length - rekaman.length).toBeGreaterThan(50)
    expect(await temuanSemua(PONSEL, contoh, [temuanLaman, ...sentuhan])).toEqual([])
  })

  it('di komputer dapat dibaca semua orang: setiap templat dengan satu contohnya', async () => {
    const perTemplat = new Map(contoh.map((satu) => [satu.nama.split(' ')[0], satu]))
    expect(perTemplat.size).toBeGreaterThan(90)
    expect(await temuanSemua(DESKTOP, [...perTemplat.values()], [temuanLaman])).toEqual([])
  })

  it('di komputer dan tablet tidak ada yang lebih lebar daripada layarnya', async () => {
    expect(await temuanSemua(DESKTOP, contoh, [lebar])).toEqual([])
    expect(await temuanSemua(TABLET, contoh, [lebar])).toEqual([])
  })
})
