import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { bukaMeja, bukaPeramban, CHROMIUM, PONSEL, tekan } from '../../bantuan/browser.ts'
import { ketikBuku } from '../../bantuan/buku-formulir.ts'
import { PDF } from '../../integrasi/berkas/contoh-berkas.ts'
import {
  type FormulirUji,
  formulirUji,
  isianBarisUji,
  isiSemua,
  siapkanSiklus,
} from '../../integrasi/formulir/bantuan-formulir.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

describe.skipIf(!CHROMIUM)('buku isian dan formulir kertas di layar', () => {
  let app: AplikasiUji
  let peramban: Browser
  let formulir: FormulirUji
  beforeAll(async () => {
    app = await bukaAplikasiUji()
    const siklusId = await siapkanSiklus(app, 'P7')
    await app.sql("update formulir set dibagikan_pada = '2026-07-01' where siklus_id = $1", [siklusId])
    formulir = await formulirUji(app, siklusId)
    peramban = await bukaPeramban()
  })
  afterAll(async () => {
    await peramban?.close()
    await app?.tutup()
  })

  it('di ponsel tanpa skrip: unduh, unggah, lihat bentrok dan yang berubah, terapkan', async () => {
    const dewi = await bukaMeja(peramban, app.alamat, 'staf.pemerintahan', { ukuran: PONSEL, skrip: false })
    const { laman } = dewi
    await dewi.buka(`/formulir/${formulir.id}`)
    await laman.getByRole('link', { name: 'Isi di Excel' }).click()
    await dewi.periksa('buku isian')
    const { isi, jenis } = await dewi.unduh(`/formulir/${formulir.id}/buku/unduhan`)
    expect(jenis).toBe(XLSX)
    const baris = formulir.baris.find((b) => b.jatuh)
    const lain = formulir.baris.find((b) => b.jatuh && b.id !== baris?.id)
    if (!baris || !lain) throw new Error('formulir tanpa baris')
    const joko = await app.masukSebagai('kasi.pemerintahan')
    await joko.kirim(
      `/formulir/${formulir.id}/baris/${baris.id}`,
      isianBarisUji(baris, { [baris.variabel[0] ?? '']: '7' }),
    )
    const diisi = await ketikBuku(isi, [
      { barisId: baris.id, bidang: `v.${baris.variabel[0]}`, isi: 6 },
      { barisId: lain.id, bidang: `v.${lain.variabel[0]}`, isi: 12.5 },
      {
        barisId: lain.id,
        bidang: 'kendala',
        isi: 'Jaringan sering putus pada akhir bulan, laporan terlambat dua hari.',
      },
    ])
    await laman.getByLabel('Buku isian').setInputFiles({ name: 'Buku isian.xlsx', mimeType: XLSX, buffer: diisi })
    await laman.getByRole('button', { name: 'Unggah dan periksa' }).click()
    await dewi.periksa('perbedaan buku isian')
    await laman.getByRole('radio', { name: /Pakai yang di buku: 6/ }).check()
    await laman.getByRole('button', { name: 'Terapkan ke formulir' }).click()
    await laman.getByText('sudah diterapkan pada').waitFor()
    await dewi.periksa('buku isian diterapkan')
    const rusak = await ketikBuku(isi, [{ barisId: lain.id, bidang: `v.${lain.variabel[0]}`, isi: '1.250' }])
    await dewi.buka(`/formulir/${formulir.id}/buku`)
    await laman.getByLabel('Buku isian').setInputFiles({ name: 'Buku isian.xlsx', mimeType: XLSX, buffer: rusak })
    await laman.getByRole('button', { name: 'Unggah dan periksa' }).click()
    await dewi.periksa('buku isian ditolak')
    await dewi.tutup()
  })

  it('di komputer: Tim SAKIP mencatat formulir kertas, menyalin nilainya, dan asalnya tampak di formulir', async () => {
    const sari = await bukaMeja(peramban, app.alamat, 'sakip1')
    const { laman } = sari
    await sari.buka(`/formulir/${formulir.id}`)
    await laman.getByRole('link', { name: 'Dari kertas' }).click()
    await sari.periksa('formulir kertas')
    await laman.getByLabel('Diisi oleh').selectOption({ index: 1 })
    await laman.getByLabel('Tanggal pada kertas').fill('2026-07-03')
    await laman
      .getByLabel('Pindaian formulir kertas')
      .setInputFiles({ name: 'kertas.pdf', mimeType: 'application/pdf', buffer: PDF })
    await laman.getByRole('button', { name: 'Catat, lalu salin nilainya' }).click()
    await laman.getByText('Sekarang salin nilainya').waitFor()
    await sari.periksa('salin dari kertas')
    await laman.locator('main section input[type=text]').first().fill('9')
    await laman.getByRole('button', { name: /^Simpan atas nama/ }).click()
    await laman.getByText('tersimpan atas nama pengisinya').waitFor()
    await sari.buka(`/formulir/${formulir.id}`)
    await laman.getByText('dari formulir kertas 3 Juli 2026').first().waitFor()
    await sari.periksa('formulir dengan isian dari kertas')
    // signed on paper as well: recorded once everything is filled in
    const penyerahan = `/formulir/${formulir.id}/penyerahan-kertas`
    await sari.buka(penyerahan)
    await sari.periksa('penyerahan kertas yang belum lengkap')
    await isiSemua(app, formulir.id)
    await sari.buka(`/formulir/${formulir.id}/pemeriksaan`)
    await laman.getByRole('link', { name: 'Catat penyerahannya' }).click()
    await sari.periksa('penyerahan kertas')
    await laman.getByLabel('Tanggal pada kertas').fill('2026-07-03')
    await tekan(sari, 'Catat penyerahan').catch(() => undefined)
    await laman.getByText('Lampirkan pindaian').first().waitFor()
    await sari.periksa('penyerahan kertas ditolak', /422/)
    sari.galat.splice(0)
    await laman.getByLabel('Kertas yang sudah dicatat').selectOption({ index: 1 })
    await tekan(sari, 'Catat penyerahan')
    await laman.getByText('bukti: kertas 3 Juli 2026').first().waitFor()
    await sari.periksa('formulir yang diserahkan di kertas')
    await sari.tutup()
  })
})
