import { expect } from 'vitest'
import { halamanPdf, type Meja, tekan } from '../../bantuan/browser.ts'
import { isiLewatFormulir, serahkanLewatFormulir } from './isian-unit.ts'
import { isi, type Panggung, SURAT, UNIT_TAMPIL } from './panggung.ts'

/** P5 and P6: forms from the PK, handed out, received by every unit. */
export async function bagikanFormulir(p: Panggung): Promise<void> {
  const tim = await p.di('sakip1')
  await tim.buka(p.langkah('P5', 'siapkan-formulir'))
  await tim.periksa('siapkan formulir')
  const formulir = await p.formulir()
  expect(formulir.length).toBe(7)
  await tekan(tim, /Selesai|Formulir siap|bagikan/i)
  expect(await p.terbuka()).toBe('P6')
  const tampil = await p.formulirTampil()
  halamanPdf(await tim.unduh(`/formulir/${tampil.id}/blangko`))
  await tim.buka(p.langkah('P6', 'distribusi'))
  await tekan(tim, 'Bagikan semua formulir')
  const kasi = await p.di('kasi.pemerintahan')
  await kasi.buka(`/formulir/${tampil.id}`)
  await kasi.periksa('formulir belum diterima')
  await tekan(kasi, 'Nyatakan sudah menerima')
  for (const f of formulir.filter((f) => f.unit !== UNIT_TAMPIL)) {
    const orang = await p.kepala(f.unit)
    const $ = await orang.halaman(`/formulir/${f.id}`)
    const versi = String($('form[action$="/penerimaan"] [name=versi]').val())
    expect((await orang.kirim(`/formulir/${f.id}/penerimaan`, { versi })).status, f.unit).toBe(303)
  }
  await tim.buka(p.langkah('P6', 'distribusi'))
  await tim.periksa('distribusi selesai')
  await tekan(tim, /Semua sudah menerima/)
  expect(await p.terbuka()).toBe('P7')
}

/** Types into the fields of one row and waits until it says that it is saved; a busy server is asked again with pauses. */
export async function ketik({ laman }: Meja, barisId: string, nilai: Readonly<Record<string, string>>): Promise<void> {
  for (const [nama, angka] of Object.entries(nilai)) await laman.locator(`[id="isian-${nama}"]`).fill(angka)
  await laman.keyboard.press('Tab')
  await laman.locator(`#baris-${barisId} [data-keadaan][data-jenis=tersimpan]`).waitFor()
}

/** P7 for one unit: staff type and attach, the head checks and hands in. */
export async function isiDanSerahkan(p: Panggung): Promise<void> {
  const f = await p.formulirTampil()
  const staf = await p.di('staf.pemerintahan')
  const { laman } = staf
  await staf.periksa('tugas staf')
  await staf.buka(`/formulir/${f.id}`)
  for (const b of f.baris)
    await ketik(
      staf,
      b.id,
      Object.fromEntries(Object.entries(b.variabel).map(([kode, nilai]) => [`b.${b.id}.v.${kode}`, nilai])),
    )
  for (const a of f.anggaran) await ketik(staf, a.id, { [`a.${a.id}.realisasi`]: (Number(a.pagu) * 0.45).toFixed(0) })
  await staf.periksa('formulir diisi')
  for (const b of f.baris.filter((b) => b.jatuhTempo && b.buktiWajib)) {
    await staf.buka(`/formulir/${f.id}/baris/${b.id}/bukti`)
    await laman.getByLabel('Berkas', { exact: true }).first().check()
    await laman
      .locator('input[type=file]')
      .setInputFiles({ name: `bukti ${b.kode}.pdf`, mimeType: 'application/pdf', buffer: SURAT })
    await tekan(staf, 'Simpan bukti')
    expect(await isi(staf)).toContain(`bukti ${b.kode}.pdf`)
  }
  await staf.periksa('bukti')
  await staf.buka(`/formulir/${f.id}/pemeriksaan`)
  expect(await laman.getByRole('button', { name: /Serahkan/ }).count(), 'staf tidak menyerahkan').toBe(0)
  await serahkan(p, f.id, 'pertama')
  halamanPdf(await (await p.di('kasi.pemerintahan')).unduh(`/formulir/${f.id}/cetak`))
}

async function serahkan(p: Panggung, formulirId: string, apa: string): Promise<void> {
  const kasi = await p.di('kasi.pemerintahan')
  await kasi.buka(`/formulir/${formulirId}`)
  await tekan(kasi, 'Periksa lalu serahkan')
  await kasi.periksa(`periksa sebelum menyerahkan ${apa}`)
  await tekan(kasi, /Serahkan/)
  await kasi.periksa(`formulir diserahkan ${apa}`)
}

/** The other units, at the same time, through the same forms. */
export async function isiUnitLain(p: Panggung): Promise<void> {
  for (const f of (await p.formulir()).filter((f) => f.unit !== UNIT_TAMPIL)) {
    const kepala = await p.kepala(f.unit)
    await isiLewatFormulir(kepala, f)
    await serahkanLewatFormulir(kepala, f)
  }
  expect(await p.terbuka()).toBe('P8')
  const tim = await p.di('sakip1')
  await tim.buka(p.langkah('P7', 'pengisian'))
  await tim.periksa('kelengkapan')
  expect(await isi(tim)).toContain('7 dari 7')
}

/** What the Sekcam returns: a row of the form, why, and what the unit then enters. */
export type Kembalian = {
  readonly barisId: string
  readonly nama: string
  readonly alasan: string
  readonly variabel: Readonly<Record<string, string>>
}

/** After the return: reasons stand at their values, only these can be changed, the unit hands in again. */
export async function perbaiki(p: Panggung, kembalian: readonly Kembalian[]): Promise<void> {
  const f = await p.formulirTampil()
  const staf = await p.di('staf.pemerintahan')
  await staf.buka('/')
  expect(await isi(staf)).toContain('Dikembalikan')
  await staf.buka(`/formulir/${f.id}`)
  await staf.periksa('formulir dikembalikan')
  expect(await staf.laman.locator('[data-simpan-otomatis]').count(), 'hanya yang dikembalikan terbuka').toBe(
    kembalian.length,
  )
  for (const { barisId, alasan, variabel } of kembalian) {
    expect(await staf.laman.locator(`#baris-${barisId}`).innerText()).toContain(alasan)
    await ketik(
      staf,
      barisId,
      Object.fromEntries(Object.entries(variabel).map(([kode, nilai]) => [`b.${barisId}.v.${kode}`, nilai])),
    )
  }
  await serahkan(p, f.id, 'kedua')
  expect(await p.terbuka()).toBe('P8')
}
