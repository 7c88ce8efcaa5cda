import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'
import { bukaMeja, bukaPeramban, CHROMIUM, DESKTOP, type Meja, PONSEL } from '../../bantuan/browser.ts'
import { enter, ketikTanggal, letak, tabKe } from '../../bantuan/papan-ketik.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'
import { type FormulirUnit, formulirSiklus } from '../perjalanan/isian-unit.ts'

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

  it('membagi tugas: centang, orang, tanggal, pesan, tarik kembali, selesai; tiap keadaannya dapat dibaca di komputer dan ponsel', async () => {
    const { laman } = kasi
    const [baris] = formulir.baris
    /** Each state on both screens: nothing serious for axe, nothing wider than the phone. */
    const lihat = async (apa: string, abaikan?: RegExp) => {
      await kasi.periksa(`bagi tugas ${apa}`, abaikan)
      await laman.setViewportSize(PONSEL)
      await kasi.periksa(`bagi tugas ${apa} ponsel`, abaikan)
      await laman.setViewportSize(DESKTOP)
    }
    const tugas = () =>
      app.sql<{ tanggal: string; catatan: string; selesai: boolean }>(
        'select tanggal::text, catatan, selesai_pada is not null as selesai from delegasi_baris where baris_id = $1',
        [baris?.id],
      )
    const centang = async () => {
      await tabKe(laman, (l) => l.id === 'isian-baris')
      await laman.keyboard.press('Space')
    }
    await kasi.buka(`/formulir/${formulir.id}`)
    await tabKe(laman, 'Bagi tugas')
    await enter(laman)
    await lihat('belum dibagi')
    await tabKe(laman, 'Berikan')
    await laman.keyboard.press('Enter')
    await laman.locator('[data-ringkasan-kesalahan]').waitFor()
    expect(await laman.evaluate("document.activeElement.matches('[data-ringkasan-kesalahan]')")).toBe(true)
    await lihat('ditolak', /422/)
    kasi.galat.splice(0)
    await kasi.buka(`/formulir/${formulir.id}/tugas`)
    await centang()
    await tabKe(laman, /^Diberikan kepada/)
    await laman.keyboard.press('ArrowDown')
    await tabKe(laman, /^Paling lambat/)
    await ketikTanggal(laman, '2026-07-10')
    await tabKe(laman, /^Pesan/)
    await laman.keyboard.type('Tanyakan ke desa')
    await tabKe(laman, 'Berikan')
    await enter(laman)
    expect(await tugas()).toEqual([{ tanggal: '2026-07-10', catatan: 'Tanyakan ke desa', selesai: false }])
    await lihat('dibagi')
    await kasi.buka(`/formulir/${formulir.id}`)
    await tabKe(laman, /^Nyatakan selesai/)
    await enter(laman)
    expect((await tugas())[0]?.selesai).toBe(true)
    await kasi.periksa('formulir dengan bagian selesai')
    await kasi.buka(`/formulir/${formulir.id}/tugas`)
    await lihat('selesai')
    await centang()
    await tabKe(laman, /^Nyatakan belum selesai/)
    await enter(laman)
    expect((await tugas())[0]?.selesai).toBe(false)
    await centang()
    await tabKe(laman, 'Tarik kembali')
    await enter(laman)
    expect(await tugas()).toEqual([])
    await lihat('ditarik kembali')
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
