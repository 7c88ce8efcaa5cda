import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import { expect } from 'vitest'
import { fromBuffer } from 'yauzl'
import { halamanPdf, tekan } from '../../bantuan/browser.ts'
import type { Kembalian } from './langkah-formulir.ts'
import { idSiklus, isi, type Panggung } from './panggung.ts'

const TUJUH_KOLOM = ['Indikator', 'Satuan', 'Target', 'Realisasi', 'Capaian (%)', 'Predikat', 'Keterangan']

/** The workbook that Tim SAKIP takes home, read back cell by cell. */
export async function periksaExcel(p: Panggung, kembalian: readonly Kembalian[]): Promise<void> {
  const tim = await p.di('sakip1')
  await tim.buka(`/rekap/${idSiklus(p)}?versi=2`)
  await tim.periksa('tab formulir')
  const [unduhan] = await Promise.all([
    tim.laman.waitForEvent('download'),
    tim.laman.getByRole('link', { name: 'Unduh Excel' }).click(),
  ])
  expect(unduhan.suggestedFilename()).toBe('Rekap Pengumpulan Data Kinerja Triwulan II 2026 versi 2.xlsx')
  const buku = new ExcelJS.Workbook()
  await buku.xlsx.load((await readFile(await unduhan.path())).buffer as ArrayBuffer)
  const formulir = await p.formulir()
  expect(buku.worksheets.map((w) => w.name)).toEqual(
    expect.arrayContaining(['Rekap', 'LKjIP', 'Anggaran', 'Skala', ...formulir.map((f) => f.nama.slice(0, 28).trim())]),
  )
  const lkjip = buku.getWorksheet('LKjIP')
  const baris = (lkjip?.getRows(1, lkjip.rowCount) ?? []).map((b) => [1, 2, 3, 4, 5, 6, 7].map((k) => b.getCell(k)))
  const kepala = baris.findIndex((b) => b[0]?.value === 'Indikator')
  expect(baris[kepala]?.map((s) => s.value)).toEqual(TUJUH_KOLOM)
  expect(baris.length - kepala - 1, 'semua indikator').toBe(formulir.flatMap((f) => f.baris).length)
  const rumus = baris
    .slice(kepala + 1)
    .map((b) => b[4]?.formula)
    .filter(Boolean)
  expect(rumus.length, 'capaian berupa rumus hidup').toBeGreaterThan(5)
  for (const { nama, barisId } of kembalian) {
    const [simpanan] = await p.app.sql<{ nilai: string }>('select nilai::text from baris_formulir where id = $1', [
      barisId,
    ])
    const milik = baris.find((b) => b[0]?.value === nama)
    expect(milik?.[3]?.value, `realisasi ${nama} yang sudah diperbaiki`).toBeCloseTo(Number(simpanan?.nilai), 6)
  }
  const kop = lkjip?.views[0]
  expect(kop?.state, 'kepala tabel dibekukan').toBe('frozen')
}

/** Every document of the siklus is a PDF with pages. */
export async function periksaDokumen(p: Panggung): Promise<void> {
  const tim = await p.di('sakip1')
  await tim.buka(`${p.siklus}/dokumen`)
  await tim.periksa('dokumen siklus')
  const baris = await tim.laman.locator('main tbody tr').all()
  const judul: string[] = []
  for (const satu of baris) {
    const tautan = satu.getByRole('link')
    judul.push(await tautan.first().innerText())
    halamanPdf(await tim.unduh((await tautan.last().getAttribute('href')) ?? ''))
  }
  for (const wajib of [
    /disposisi/i,
    /notulen/i,
    /program kerja/i,
    /ceklis/i,
    /formulir/i,
    /tanda terima/i,
    /rekapitulasi/i,
    /draft laporan/i,
    /^laporan hasil/i,
    /disposisi camat/i,
  ])
    expect(
      judul.some((j) => wajib.test(j)),
      `${wajib} ada di antara: ${judul.join(' | ')}`,
    ).toBe(true)
  expect(judul.filter((j) => /rekapitulasi/i.test(j)).length, 'rekap dua versi').toBe(2)
  await tim.buka(String(await tim.laman.locator('main tbody tr a').first().getAttribute('href')))
  await tim.periksa('pratinjau dokumen')
}

/** From the browser's own print: no navigation, few sheets, the matrix of a form on the long side. */
export async function cetakHalaman(p: Panggung): Promise<void> {
  const sekcam = await p.di('sekcam')
  const { id } = await p.formulirTampil()
  for (const [jalur, paling, mendatar] of [
    [p.siklus, 3, false],
    [`/formulir/${id}`, 4, true],
    [p.langkah('P10', 'telaah'), 14, false],
  ] as const) {
    await sekcam.buka(jalur)
    const isi = await sekcam.laman.pdf({ preferCSSPageSize: true })
    expect(halamanPdf({ status: 200, jenis: 'application/pdf', isi }), `lembar ${jalur}`).toBeLessThanOrEqual(paling)
    const [lebar = 0, tinggi = 0] =
      /MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(isi.toString('latin1'))?.slice(1).map(Number) ?? []
    expect(lebar > tinggi, `${jalur} mendatar`).toBe(mendatar)
  }
}

/** P12: sealed; the package is whole and can be checked by anyone; nothing can be changed any more. */
export async function segelDanPeriksaArsip(p: Panggung, kembalian: readonly Kembalian[]): Promise<void> {
  const tim = await p.di('sakip1')
  await tim.buka(p.langkah('P12', 'arsip'))
  await tim.periksa('arsip sebelum disegel')
  await tim.laman.getByLabel('Tempat arsip kertas').fill('Ruang arsip, lemari 2, map TW II 2026')
  await tekan(tim, 'Segel arsip')
  await tim.periksa('arsip tersegel')
  const [unduhan] = await Promise.all([
    tim.laman.waitForEvent('download'),
    tim.laman.getByRole('link', { name: /Unduh paket/ }).click(),
  ])
  const berkas = await bacaZip(await readFile(await unduhan.path()))
  const manifest = (berkas.get('MANIFEST.sha256')?.toString() ?? '')
    .trim()
    .split('\n')
    .map((b) => b.split('  ') as [string, string])
  expect(manifest.length).toBe(berkas.size - 1)
  for (const [sidik, nama] of manifest)
    expect(
      createHash('sha256')
        .update(berkas.get(nama) ?? '')
        .digest('hex'),
      nama,
    ).toBe(sidik)
  const nama = [...berkas.keys()]
  expect(nama.filter((n) => n.startsWith('dokumen/')).length).toBeGreaterThanOrEqual(12)
  expect(nama).toEqual(
    expect.arrayContaining([
      'BACA-SAYA.txt',
      'data/isi.json',
      'data/riwayat.json',
      'data/jejak-audit.json',
      'data/rekap versi 1.xlsx',
      'data/rekap versi 2.xlsx',
    ]),
  )
  expect(nama.some((n) => n.startsWith('bukti/') && n.endsWith('surat bupati.pdf'))).toBe(true)
  for (const n of nama.filter((n) => n.endsWith('.pdf') && n.startsWith('dokumen/')))
    expect(berkas.get(n)?.subarray(0, 5).toString(), n).toBe('%PDF-')
  await pastikanTersegel(p, kembalian)
}

/** No way leads into a sealed siklus. */
async function pastikanTersegel(p: Panggung, kembalian: readonly Kembalian[]): Promise<void> {
  const tim = await p.di('sakip1')
  await tim.buka(p.siklus)
  await tim.periksa('siklus diarsipkan')
  expect(await isi(tim)).toMatch(/Diarsipkan|Tersegel/)
  const staf = await p.app.masukSebagai('staf.pemerintahan')
  const f = await p.formulirTampil()
  const [barisId] = kembalian.map((k) => k.barisId)
  const [b] = await p.app.sql<{ versi: number }>('select versi from baris_formulir where id = $1', [barisId])
  const simpan = await staf.kirim(`/formulir/${f.id}/baris/${barisId}`, {
    versi: String(b?.versi),
    keterangan: 'setelah disegel',
  })
  expect(simpan.status).toBe(409)
  const camat = await p.app.masukSebagai('camat')
  const batal = await camat.kirim(`${p.siklus}/pembatalan`, { alasan: 'Mencoba membatalkan yang sudah disegel' })
  expect(batal.status).toBe(409)
}

function bacaZip(isi: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((jadi, gagal) => {
    fromBuffer(isi, { lazyEntries: true }, (sebab, zip) => {
      if (sebab) return gagal(sebab)
      const berkas = new Map<string, Buffer>()
      zip.on('entry', (entri) =>
        zip.openReadStream(entri, (salah, alir) => {
          if (salah) return gagal(salah)
          const potong: Buffer[] = []
          alir.on('data', (p: Buffer) => potong.push(p))
          alir.on('end', () => {
            berkas.set(entri.fileName, Buffer.concat(potong))
            zip.readEntry()
          })
        }),
      )
      zip.on('end', () => jadi(berkas))
      zip.on('error', gagal)
      zip.readEntry()
    })
  })
}
