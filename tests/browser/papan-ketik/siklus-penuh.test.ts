import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'
import { bukaMeja, bukaPeramban, CHROMIUM, type Meja } from '../../bantuan/browser.ts'
import { enter, enterYa, ketikTanggal, letak, tabKe } from '../../bantuan/papan-ketik.ts'
import {
  ceklis,
  isiDanSerahkan,
  KantorPolos,
  programKerja,
  rancangDisposisi,
  siapkanDanBagikan,
  UNIT_CONTOH,
} from '../../bantuan/perjalanan-polos.ts'
import { formulirSiklus } from '../perjalanan/isian-unit.ts'

/** One period by all roles without a mouse: Tab, Enter, Space and arrows, from Tugas Saya on; every stop shows its ring. */
describe.skipIf(!CHROMIUM)('satu siklus dengan papan ketik saja', () => {
  let app: AplikasiUji
  let peramban: Browser
  let k: KantorPolos
  let siklusId = ''
  const meja = new Map<string, Meja>()
  beforeAll(async () => {
    app = await bukaAplikasiUji()
    peramban = await bukaPeramban()
    k = new KantorPolos(app.alamat, SANDI_UJI)
    siklusId = (await rancangDisposisi(k)).split('/')[2] ?? ''
  })
  afterAll(async () => {
    for (const satu of meja.values()) await satu.tutup()
    await peramban?.close()
    await app?.tutup()
  })
  /** The person opens the task whose title fits, past the menu by "Langsung ke isi". */
  async function kerjakan(nama: string, tugas: RegExp) {
    const satu = meja.get(nama) ?? (await bukaMeja(peramban, app.alamat, nama))
    meja.set(nama, satu)
    await satu.buka('/')
    await satu.laman.keyboard.press('Tab')
    await satu.laman.keyboard.press('Enter')
    await tabKe(satu.laman, tugas)
    await enter(satu.laman)
    return satu.laman
  }
  const terbuka = async () =>
    (
      await app.sql<{ kode: string }>(
        "select string_agg(kode, ',' order by urut) as kode from langkah_siklus where siklus_id = $1 and status = 'BERJALAN'",
        [siklusId],
      )
    )[0]?.kode

  it('Camat menerbitkan disposisi', async () => {
    const laman = await kerjakan('camat', /^1\. /)
    await tabKe(laman, /^Terbitkan disposisi/)
    await enter(laman)
    expect(await terbuka()).toBe('P2')
  })

  it('Sekretaris Kecamatan mencatat rapat beserta daftar hadirnya', async () => {
    const laman = await kerjakan('sekcam', /^2\. /)
    await tabKe(laman, /^Tanggal rapat/)
    await ketikTanggal(laman, '2026-07-06')
    for (const [kolom, jam] of [
      [/^Waktu mulai/, '0900'],
      [/^Waktu selesai/, '1000'],
    ] as const) {
      await tabKe(laman, kolom)
      await laman.keyboard.type(`${jam}AM`)
    }
    await tabKe(laman, /^Tempat/)
    await laman.keyboard.type('Aula')
    const hadir = /^(Kehadiran (?!peserta lain)|Notulis)/
    for (let kini = await tabKe(laman, hadir); kini.nama.startsWith('Kehadiran'); kini = await tabKe(laman, hadir))
      await laman.keyboard.type('Hadir')
    if ((await laman.evaluate('document.activeElement.value')) === '')
      for (let ke = 0; ke < 2; ke++) await laman.keyboard.press('ArrowDown')
    await tabKe(laman, /^Pembahasan/)
    await laman.keyboard.type('Arahan Sekretaris Kecamatan.')
    await tabKe(laman, /^Selesaikan rapat/)
    await enter(laman)
    expect(await terbuka()).toBe('P3')
  })

  it('staf mengisi dua nilai dan menyebut tempat kertasnya; kepala seksi menyerahkan', async () => {
    await programKerja(k)
    await ceklis(k)
    await siapkanDanBagikan(k)
    await Promise.all(UNIT_CONTOH.filter((u) => u.kepala !== 'kasi.pemerintahan').map((u) => isiDanSerahkan(k, u)))
    const f = (await formulirSiklus(app, siklusId)).find((f) => f.unit === 'seksi-pemerintahan')
    const dua = f?.baris.filter((b) => b.jatuhTempo && Object.keys(b.variabel).length > 0).slice(0, 2) ?? []
    await app.sql(
      "update baris_formulir set status = 'TIDAK_BERLAKU', alasan_tidak_berlaku = 'tidak diukur' where formulir_id = $1 and not id = any($2)",
      [f?.id, dua.map((b) => b.id)],
    )
    await app.sql("update baris_anggaran set status = 'TERISI', realisasi = 1000 where formulir_id = $1", [f?.id])
    const laman = await kerjakan('staf.pemerintahan', /^7\. /)
    for (const b of dua)
      for (const [kode, nilai] of Object.entries(b.variabel)) {
        await tabKe(laman, (l) => l.id === `isian-b.${b.id}.v.${kode}`)
        await laman.keyboard.type(nilai)
      }
    await laman.keyboard.press('Tab')
    for (const b of dua) await laman.locator(`#baris-${b.id}[data-status=TERISI]:not([data-tertunda])`).waitFor()
    for (const b of dua) {
      await laman.goto(`/formulir/${f?.id}`)
      await tabKe(laman, (l) => l.id === `isian-b.${b.id}.v.${Object.keys(b.variabel)[0]}`)
      await tabKe(laman, /^(Lampirkan|Bukti)/)
      await enter(laman)
      await tulisTempatKertas(laman)
    }
    const kasi = await kerjakan('kasi.pemerintahan', /^7\. /)
    await tabKe(kasi, /^Periksa lalu serahkan/)
    await enter(kasi)
    await tabKe(kasi, /^Serahkan/)
    await enterYa(kasi)
    expect(await terbuka()).toBe('P8')
  })

  it('Tim SAKIP membekukan rekap dan melaporkannya', async () => {
    const rekap = await kerjakan('sakip1', /^8\. /)
    await tabKe(rekap, /^Bekukan rekap versi 1/, 400)
    await tekanEnter(rekap)
    expect(await terbuka()).toBe('P9')
    const lapor = await kerjakan('sakip1', /^9\. /)
    await tabKe(lapor, /^Laporkan kepada/)
    await tekanEnter(lapor)
    expect(await terbuka()).toBe('P10')
  })

  it('Sekretaris Kecamatan menyetujui lalu melapor; Camat menjawab', async () => {
    const telaah = await kerjakan('sekcam', /^10\. /)
    await tabKe(telaah, /^Setujui rekap/, 600)
    await tekanEnter(telaah)
    const lapor = await kerjakan('sekcam', /^11\. /)
    await tabKe(lapor, /^Sampaikan kepada/)
    await tekanEnter(lapor)
    const jawab = await kerjakan('camat', /^11\. Jawab/)
    await tabKe(jawab, /^Setuju, jadikan bahan/)
    await jawab.keyboard.press('Space')
    await tabKe(jawab, /^Catatan/)
    await jawab.keyboard.type('Terima kasih.')
    await tabKe(jawab, /^Terbitkan disposisi/)
    await tekanEnter(jawab)
    expect(await terbuka()).toBe('P12')
  })

  it('Tim SAKIP menyegel arsip', async () => {
    const laman = await kerjakan('sakip1', /^12\. /)
    await tabKe(laman, /^Tempat arsip kertas/)
    await laman.keyboard.type('Ruang arsip, lemari 2')
    await tabKe(laman, /^Segel arsip/)
    await tekanEnter(laman)
    expect(await laman.locator('main').innerText()).toMatch(/Diarsipkan|Tersegel|disegel/)
  })
})

type Laman = Meja['laman']
/** Enter on the button in focus, whether or not it asks a question first. */
const tekanEnter = async (laman: Laman): Promise<void> =>
  (await laman.evaluate("document.activeElement.hasAttribute('data-tanya')")) ? enterYa(laman) : enter(laman)

/** The kind of evidence by arrows, then where the paper lies. */
async function tulisTempatKertas(laman: Laman): Promise<void> {
  await tabKe(laman, /^(Berkas|Tautan|Dokumen kertas)$/)
  for (let ke = 0; ke < 4 && (await letak(laman)).nama !== 'Dokumen kertas'; ke++)
    await laman.keyboard.press('ArrowRight')
  await tabKe(laman, /^Tempat dokumen kertas/)
  await laman.keyboard.type('Map TW II, lemari 1')
  await tabKe(laman, /^Simpan bukti/)
  await enter(laman)
  expect(await laman.locator('main').innerText()).toContain('Map TW II, lemari 1')
}
