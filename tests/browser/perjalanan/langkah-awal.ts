import { expect } from 'vitest'
import { halamanPdf, tekan } from '../../bantuan/browser.ts'
import { dariTugas, isi, type Panggung, SURAT } from './panggung.ts'

/** P1, first half: the siklus is started, the disposition drafted with the Bupati's letter. */
export async function mulaiDanRancang(p: Panggung): Promise<void> {
  const tim = await p.di('sakip1')
  const { laman } = tim
  await tim.periksa('tugas saya kosong')
  await tim.buka('/siklus/baru')
  await laman.getByLabel(/^SOP/).selectOption({ label: 'SOP Pengumpulan Data Kinerja' })
  await laman.getByLabel('Periode data').selectOption('TRIWULAN-2')
  await laman.getByLabel('Tahun').fill('2026')
  await tim.periksa('mulai siklus')
  await tekan(tim, 'Mulai siklus')
  p.siklus = new URL(laman.url()).pathname
  expect(await p.terbuka()).toBe('P1')
  await tim.periksa('siklus baru')
  await tim.buka(p.langkah('P1', 'disposisi'))
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
  expect(await isi(tim)).toContain('surat bupati.pdf')
  expect(await laman.getByRole('button', { name: 'Terbitkan disposisi' }).count(), 'hanya Camat yang menerbitkan').toBe(
    0,
  )
}

/** P1, second half, on the Camat's phone. */
export async function terbitkanDisposisi(p: Panggung): Promise<void> {
  const camat = await p.di('camat')
  await camat.periksa('tugas camat')
  await dariTugas(camat, /disposisi/i)
  await camat.periksa('disposisi camat')
  await tekan(camat, 'Terbitkan disposisi')
  expect(await p.terbuka()).toBe('P2')
  await camat.periksa('siklus camat')
}

/** P2: invitation, attendance, discussion, one decision. */
export async function pimpinRapat(p: Panggung): Promise<void> {
  const sekcam = await p.di('sekcam')
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
  for (const cetak of ['undangan', 'daftar-hadir']) halamanPdf(await sekcam.unduh(p.langkah('P2', `rapat/${cetak}`)))
  await tekan(sekcam, 'Selesaikan rapat')
  expect(await p.terbuka()).toBe('P3')
  await sekcam.buka(p.langkah('P2', 'rapat'))
  await sekcam.periksa('rapat selesai')
  expect(await isi(sekcam)).toContain('Semua unit menyerahkan formulir')
}

/** P3 and P4: plan from the steps of the SOP, checklist with one document missing. */
export async function rencanakanDanPeriksa(p: Panggung): Promise<void> {
  const tim = await p.di('sakip1')
  const { laman } = tim
  await dariTugas(tim, /program kerja/i)
  await tim.periksa('program kerja awal')
  await tekan(tim, 'Usulkan dari langkah SOP')
  await tim.periksa('program kerja usulan')
  await tekan(tim, 'Selesaikan program kerja')
  expect(await p.terbuka()).toBe('P4')
  await tim.buka(p.langkah('P4', 'ceklis-dokumen'))
  const dokumen = await laman
    .locator('main tbody tr')
    .filter({ has: laman.locator('th') })
    .all()
  expect(dokumen.length).toBeGreaterThanOrEqual(8)
  for (const [i, baris] of dokumen.entries()) {
    const ada = i !== dokumen.length - 1
    await baris.getByLabel(/^Keadaan/).selectOption(ada ? 'ADA' : 'TIDAK_ADA')
    if (ada) await baris.getByLabel(/^Tempat kertas/).fill(`Lemari 1, map ${i + 1}`)
    else await baris.getByLabel(/^Keterangan/).fill('Belum diterima dari Inspektorat')
  }
  await tim.periksa('ceklis isian')
  await tekan(tim, 'Selesaikan ceklis')
  expect(await p.terbuka()).toBe('P5')
}
