import { expect } from 'vitest'
import { type Meja, tekan } from '../../bantuan/browser.ts'
import { dariTugas, isi, type Panggung, SURAT } from './panggung.ts'

type Target = { readonly target: string; readonly cara: 'PER_TRIWULAN' | 'BERJALAN'; readonly tw: readonly string[] }
/** What the Kasi Pemerintahan promises for 2026: target of the year, then of the quarters. */
const AWAL: Readonly<Record<string, Target>> = {
  'IKK-11': { target: '95', cara: 'BERJALAN', tw: ['95', '95', '95', '95'] },
  'IKK-12': { target: '100', cara: 'BERJALAN', tw: ['25', '50', '75', '100'] },
  'IKK-13': { target: '19', cara: 'PER_TRIWULAN', tw: ['4', '5', '5', '5'] },
  'IKK-14': { target: '38', cara: 'PER_TRIWULAN', tw: ['19', '0', '10', '9'] },
  'IKK-15': { target: '12', cara: 'PER_TRIWULAN', tw: ['3', '3', '3', '3'] },
  'IKK-31': { target: '4', cara: 'PER_TRIWULAN', tw: ['1', '1', '1', '1'] },
}
const UBAH: typeof AWAL = { 'IKK-14': { target: '50', cara: 'PER_TRIWULAN', tw: ['19', '0', '16', '15'] } }

/** The sample office begins 2026 with agreements; this Kasi writes the own one. */
export async function tanpaPkKasi({ app }: Panggung): Promise<void> {
  const milik = `select pk.id from perjanjian_kinerja pk join jabatan j on j.id = pk.jabatan_id join kecamatan k on k.id = pk.kecamatan_id
    where k.kode = 'taman' and j.kode = 'kasi-pemerintahan' and pk.tahun = 2026`
  for (const tabel of ['target_pk', 'anggaran_pk']) await app.sql(`delete from ${tabel} where pk_id in (${milik})`)
  await app.sql(`delete from perjanjian_kinerja where id in (${milik})`)
}

/** January: an empty draft, six indicators, their targets, the budget of the lampiran; then it goes its way. */
export async function tulisPkAwal(p: Panggung): Promise<void> {
  const kasi = await p.di('kasi.pemerintahan')
  const { laman } = kasi
  await kasi.buka('/perjanjian-kinerja/baru?tahun=2026')
  await laman.getByLabel('Pejabat').selectOption({ index: 1 })
  await laman.getByLabel('Berlaku sejak').fill('2026-01-05')
  await laman.getByLabel('Mulai kosong').check()
  await tekan(kasi, 'Susun draf')
  const pk = new URL(laman.url()).pathname
  await kasi.buka(`${pk}/indikator`)
  for (const kode of Object.keys(AWAL)) await laman.getByLabel(new RegExp(`^${kode}\\b`)).check()
  await tekan(kasi, 'Simpan pilihan')
  await isiTarget(kasi, pk, AWAL)
  await kasi.buka(`${pk}/lampiran`)
  for (const kode of ['7.01.06.2.01.0002', '7.01.06.2.01.0003'])
    await laman.locator('tr', { hasText: kode }).first().locator('input[type=checkbox]').check()
  await tekan(kasi, 'Simpan')
  await sahkan(p, pk, { nomor: '000.8.6.3/05/PK/2026', tanggal: '2026-01-05' })
}

/** Quarter III: more villages, a higher target for the rest of the year. */
export async function tulisPkPerubahan(p: Panggung): Promise<void> {
  const kasi = await p.di('kasi.pemerintahan')
  const { laman } = kasi
  await kasi.buka('/perjanjian-kinerja?tahun=2026')
  await laman
    .locator('main')
    .getByRole('link', { name: /Pemerintahan/ })
    .first()
    .click()
  await laman.waitForLoadState('load')
  await laman.getByRole('link', { name: 'Buat PK Perubahan' }).click()
  await laman.getByLabel(/^Perubahan prioritas/).check()
  await laman.getByLabel('Alasan').fill('Jumlah desa yang dibina bertambah')
  await laman.getByLabel('Berlaku sejak').fill('2026-08-03')
  await tekan(kasi, 'Susun draf')
  const pk = new URL(laman.url()).pathname
  await isiTarget(kasi, pk, UBAH)
  await kasi.buka(pk)
  await kasi.periksa('PK Perubahan')
  await sahkan(p, pk, { nomor: '000.8.6.3/05/PKP/2026', tanggal: '2026-08-03' })
}

async function isiTarget(kasi: Meja, pk: string, target: typeof AWAL): Promise<void> {
  const { laman } = kasi
  await kasi.buka(`${pk}/target`)
  for (const [kode, { target: setahun, cara, tw }] of Object.entries(target)) {
    const baris = laman.locator('main tbody tr', { hasText: `${kode} ·` })
    await baris.locator('[name$=".target"]').fill(setahun)
    await baris.locator('[name$=".cara"]').selectOption(cara)
    for (const [ke, nilai] of tw.entries()) await baris.locator(`[name$=".tw${ke + 1}"]`).fill(nilai)
  }
  await tekan(kasi, 'Simpan target')
}

/** Submitted by the Kasi, approved by the Camat on the phone, signed on paper, put in force: each from Tugas Saya. */
async function sahkan(p: Panggung, pk: string, naskah: { nomor: string; tanggal: string }): Promise<void> {
  const [kasi, camat, sakip] = [await p.di('kasi.pemerintahan'), await p.di('camat'), await p.di('sakip1')]
  await kasi.buka(pk)
  await tekan(kasi, 'Ajukan kepada atasan')
  await dariTugas(camat, /^Setujui atau kembalikan Perjanjian Kinerja/)
  await camat.periksa('PK diajukan')
  await tekan(camat, 'Setujui')
  await dariTugas(kasi, /^Tanda tangani dan catat naskah/)
  await kasi.laman.getByLabel('Nomor naskah').fill(naskah.nomor)
  await kasi.laman.getByLabel('Tanggal naskah').fill(naskah.tanggal)
  await kasi.laman
    .locator('input[type=file]')
    .setInputFiles({ name: 'pk.pdf', mimeType: 'application/pdf', buffer: SURAT })
  await tekan(kasi, 'Catat tanda tangan')
  await dariTugas(sakip, /^Nyatakan berlaku Perjanjian Kinerja/)
  await tekan(sakip, 'Nyatakan berlaku')
  expect(await isi(sakip)).toContain('Berlaku')
  expect(await isi(sakip)).toContain(naskah.nomor)
}
