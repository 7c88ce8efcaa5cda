import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import {
  bukaMeja,
  bukaPeramban,
  CHROMIUM,
  DESKTOP,
  halamanPdf,
  type Meja,
  PONSEL,
  tekan,
} from '../../bantuan/browser.ts'
import { type FormulirUnit, formulirSiklus, isiLewatFormulir, serahkanLewatFormulir } from './isian-unit.ts'

/** SOP Pengumpulan Data Kinerja Kecamatan Taman, triwulan II 2026, from the Camat's disposition to the archive. */
let app: AplikasiUji
let peramban: Browser
const meja = new Map<string, Meja>()
let siklus: string
let formulir: FormulirUnit[]

/** Everybody has a desk of their own; the Camat has a phone. */
async function di(nama: string): Promise<Meja> {
  const ada =
    meja.get(nama) ?? (await bukaMeja(peramban, app.alamat, nama, { ukuran: nama === 'camat' ? PONSEL : DESKTOP }))
  meja.set(nama, ada)
  return ada
}
const langkah = (kode: string, jenis: string): string => `${siklus}/langkah/${kode}/${jenis}`
const milik = (unit: string): FormulirUnit => {
  const ada = formulir.find((f) => f.unit === unit)
  if (!ada) throw new Error(`tidak ada formulir ${unit}`)
  return ada
}
/** The step that is open now, as the page of the siklus says it. */
async function terbuka(): Promise<string> {
  const [b] = await app.sql<{ kode: string }>(
    `select string_agg(kode, ',' order by urut) as kode from langkah_siklus where siklus_id = $1 and status = 'BERJALAN'`,
    [siklus.split('/')[2]],
  )
  return b?.kode ?? ''
}
/** From Tugas Saya, as people come: follows the first task with these words. */
async function dariTugas({ laman, buka }: Meja, tugas: RegExp): Promise<void> {
  await buka('/')
  await laman.locator('main').getByRole('link', { name: tugas }).first().click()
  await laman.waitForLoadState('load')
}

describe.skipIf(!CHROMIUM)('satu periode di Kecamatan Taman, di peramban', () => {
  beforeAll(async () => {
    app = await bukaAplikasiUji()
    peramban = await bukaPeramban()
  })
  afterAll(async () => {
    for (const satu of meja.values()) await satu.tutup()
    await peramban?.close()
    await app?.tutup()
  })

  it('Tim SAKIP memulai siklus dan menyiapkan rancangan disposisi beserta surat Bupati', async () => {
    const tim = await di('sakip1')
    const { laman } = tim
    await tim.periksa('tugas saya kosong')
    await tim.buka('/siklus/baru')
    await laman.getByLabel(/^SOP/).selectOption({ label: 'SOP Pengumpulan Data Kinerja' })
    await laman.getByLabel('Periode data').selectOption('TRIWULAN-2')
    await laman.getByLabel('Tahun').fill('2026')
    await tim.periksa('mulai siklus')
    await tekan(tim, 'Mulai siklus')
    siklus = new URL(laman.url()).pathname
    expect(await terbuka()).toBe('P1')
    await tim.periksa('siklus baru')
    await tim.buka(langkah('P1', 'disposisi'))
    await laman.getByLabel('Surat masuk').check()
    await laman.getByLabel('Surat dari').fill('Bupati Pemalang')
    await laman.getByLabel('Nomor surat').fill('000.8/1234/2026')
    await laman.getByLabel('Tanggal surat').fill('2026-07-01')
    await laman.getByLabel('Diterima tanggal').fill('2026-07-02')
    await laman.getByLabel('Segera', { exact: true }).check()
    await laman.getByRole('textbox', { name: 'Hal' }).fill('Permintaan data kinerja triwulan II tahun 2026')
    await laman
      .getByLabel('Berkas surat')
      .setInputFiles({ name: 'surat bupati.pdf', mimeType: 'application/pdf', buffer: SURAT })
    await laman
      .getByRole('group', { name: /Diteruskan kepada/ })
      .getByLabel(/Sekretaris Kecamatan/)
      .check()
    await laman.getByLabel('Proses lebih lanjut').check()
    await laman.getByLabel('Batas waktu').fill('2026-07-31')
    await tim.periksa('disposisi isian')
    await tekan(tim, 'Simpan rancangan')
    await tim.periksa('disposisi rancangan')
    expect(await laman.locator('main').innerText()).toContain('surat bupati.pdf')
    expect(await laman.getByRole('button', { name: 'Terbitkan disposisi' }).count()).toBe(0)
  })

  it('Camat menerbitkan disposisi dari ponselnya', async () => {
    const camat = await di('camat')
    await camat.periksa('tugas camat')
    await dariTugas(camat, /disposisi/i)
    await camat.periksa('disposisi camat')
    await tekan(camat, 'Terbitkan disposisi')
    expect(await terbuka()).toBe('P2')
    await camat.periksa('siklus camat')
  })

  it('Sekretaris Kecamatan memimpin rapat; keputusannya menjadi tindak lanjut', async () => {
    const sekcam = await di('sekcam')
    const { laman } = sekcam
    await dariTugas(sekcam, /rapat/i)
    await laman.getByLabel('Tanggal rapat').fill('2026-07-06')
    await laman.getByLabel('Waktu mulai').fill('09:00')
    await laman.getByLabel('Waktu selesai').fill('10:00')
    await laman.getByLabel('Tempat', { exact: true }).fill('Aula Kecamatan Taman')
    await laman.getByLabel('Susunan acara').fill('Pembukaan\nArahan pengumpulan data\nPenutup')
    await laman
      .getByLabel('Pembahasan')
      .fill('Data triwulan II dikumpulkan sampai 15 Juli 2026.\nBukti dukung wajib dilampirkan.')
    for (const hadir of await laman.getByLabel(/^Kehadiran (?!peserta lain)/).all()) await hadir.selectOption('HADIR')
    for (const [nama, ke] of [
      ['Pemimpin rapat', 1],
      ['Notulis', 2],
    ] as const)
      if ((await laman.getByLabel(nama).inputValue()) === '') await laman.getByLabel(nama).selectOption({ index: ke })
    await laman.getByLabel('Keputusan 1: apa').fill('Semua unit menyerahkan formulir paling lambat 15 Juli 2026')
    await laman.getByLabel('Keputusan 1: siapa').selectOption({ index: 3 })
    await laman.getByLabel('Keputusan 1: kapan').fill('2026-07-15')
    await sekcam.periksa('rapat isian')
    await tekan(sekcam, 'Simpan')
    for (const cetak of ['undangan', 'daftar-hadir']) halamanPdf(await sekcam.unduh(langkah('P2', `rapat/${cetak}`)))
    await tekan(sekcam, 'Selesaikan rapat')
    expect(await terbuka()).toBe('P3')
    await sekcam.buka(langkah('P2', 'rapat'))
    await sekcam.periksa('rapat selesai')
    expect(await laman.locator('main').innerText()).toContain('Semua unit menyerahkan formulir')
  })

  it('Tim SAKIP menyusun program kerja dan memeriksa dokumen', async () => {
    const tim = await di('sakip1')
    const { laman } = tim
    await dariTugas(tim, /program kerja/i)
    await tim.periksa('program kerja awal')
    await tekan(tim, 'Usulkan dari langkah SOP')
    await tim.periksa('program kerja usulan')
    await tekan(tim, 'Selesaikan program kerja')
    expect(await terbuka()).toBe('P4')
    await tim.buka(langkah('P4', 'ceklis-dokumen'))
    const dokumen = laman.locator('main tbody tr').filter({ has: laman.locator('th') })
    const banyak = await dokumen.count()
    expect(banyak).toBeGreaterThanOrEqual(8)
    for (const [i, baris] of (await dokumen.all()).entries()) {
      const ada = i !== banyak - 1
      await baris.getByLabel(/^Keadaan/).selectOption(ada ? 'ADA' : 'TIDAK_ADA')
      if (ada) await baris.getByLabel(/^Tempat kertas/).fill(`Lemari 1, map ${i + 1}`)
      else await baris.getByLabel(/^Keterangan/).fill('Belum diterima dari Inspektorat')
    }
    await tim.periksa('ceklis isian')
    await tekan(tim, 'Selesaikan ceklis')
    expect(await terbuka()).toBe('P5')
  })

  it('formulir disiapkan dari Perjanjian Kinerja, dibagikan, dan diterima setiap unit', async () => {
    const tim = await di('sakip1')
    await tim.buka(langkah('P5', 'siapkan-formulir'))
    await tim.periksa('siapkan formulir')
    formulir = await formulirSiklus(app, siklus.split('/')[2] ?? '')
    expect(formulir.length).toBe(7)
    await tekan(tim, /Selesai|Formulir siap|bagikan/i)
    expect(await terbuka()).toBe('P6')
    halamanPdf(await tim.unduh(`/formulir/${milik('seksi-pemerintahan').id}/blangko`))
    await tim.buka(langkah('P6', 'distribusi'))
    await tekan(tim, 'Bagikan semua formulir')
    const kasi = await di('kasi.pemerintahan')
    await kasi.buka(`/formulir/${milik('seksi-pemerintahan').id}`)
    await kasi.periksa('formulir belum diterima')
    await tekan(kasi, 'Nyatakan sudah menerima')
    for (const f of formulir.filter((f) => f.unit !== 'seksi-pemerintahan')) {
      const orang = await app.masukSebagai(KEPALA[f.unit] ?? '')
      const $ = await orang.halaman(`/formulir/${f.id}`)
      const versi = String($('form[action$="/penerimaan"] [name=versi]').val())
      expect((await orang.kirim(`/formulir/${f.id}/penerimaan`, { versi })).status, f.unit).toBe(303)
    }
    await tim.buka(langkah('P6', 'distribusi'))
    await tim.periksa('distribusi selesai')
    await tekan(tim, /Semua sudah menerima/)
    expect(await terbuka()).toBe('P7')
  })

  it('staf mengisi dan melampirkan bukti, kepala seksi memeriksa lalu menyerahkan', async () => {
    const f = milik('seksi-pemerintahan')
    const staf = await di('staf.pemerintahan')
    const { laman } = staf
    await dariTugas(staf, /formulir|isi/i)
    await staf.buka(`/formulir/${f.id}`)
    for (const b of f.baris) {
      for (const [kode, nilai] of Object.entries(b.variabel))
        await laman.locator(`[id="isian-b.${b.id}.v.${kode}"]`).fill(nilai)
      await laman.keyboard.press('Tab')
      await laman.locator(`#baris-${b.id} [data-keadaan][data-jenis=tersimpan]`).waitFor()
    }
    for (const a of f.anggaran) {
      await laman.locator(`[id="isian-a.${a.id}.realisasi"]`).fill((Number(a.pagu) * 0.45).toFixed(0))
      await laman.keyboard.press('Tab')
      await laman.locator(`#baris-${a.id} [data-keadaan][data-jenis=tersimpan]`).waitFor()
    }
    await staf.periksa('formulir diisi')
    for (const b of f.baris.filter((b) => b.jatuhTempo && b.buktiWajib)) {
      await staf.buka(`/formulir/${f.id}/baris/${b.id}/bukti`)
      await laman.getByLabel('Berkas', { exact: true }).first().check()
      await laman
        .locator('input[type=file]')
        .setInputFiles({ name: `bukti ${b.kode}.pdf`, mimeType: 'application/pdf', buffer: SURAT })
      await tekan(staf, 'Simpan bukti')
      expect(await laman.locator('main').innerText()).toContain(`bukti ${b.kode}.pdf`)
    }
    await staf.periksa('bukti')
    await staf.buka(`/formulir/${f.id}/pemeriksaan`)
    expect(await laman.locator('main').innerText()).toContain('kepala unit')
    const kasi = await di('kasi.pemerintahan')
    await kasi.buka(`/formulir/${f.id}`)
    await tekan(kasi, 'Periksa lalu serahkan')
    await kasi.periksa('periksa sebelum menyerahkan')
    await tekan(kasi, /Serahkan/, { tanya: true })
    await kasi.periksa('formulir diserahkan')
    halamanPdf(await kasi.unduh(`/formulir/${f.id}/cetak`))
  })

  it('unit lain mengisi bersamaan; Tim SAKIP melihat kelengkapan', async () => {
    for (const f of formulir.filter((f) => f.unit !== 'seksi-pemerintahan')) {
      const kepala = await app.masukSebagai(KEPALA[f.unit] ?? '')
      await isiLewatFormulir(kepala, f)
      await serahkanLewatFormulir(kepala, f)
    }
    expect(await terbuka()).toBe('P8')
    const tim = await di('sakip1')
    await tim.buka(langkah('P7', 'pengisian'))
    await tim.periksa('kelengkapan')
    expect(await tim.laman.locator('main').innerText()).toContain('7 dari 7')
  })
})

const KEPALA: Readonly<Record<string, string>> = {
  'subbag-umum': 'kasubbag.umum',
  'subbag-program': 'kasubbag.program',
  'seksi-pemerintahan': 'kasi.pemerintahan',
  'seksi-trantib': 'kasi.trantib',
  'seksi-pmd': 'kasi.pmd',
  'seksi-kesos': 'kasi.kesos',
  'seksi-pelayanan': 'kasi.pelayanan',
}
/** The smallest letter that is a PDF. */
const SURAT = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)
