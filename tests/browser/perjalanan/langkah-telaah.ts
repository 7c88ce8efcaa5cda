import { expect } from 'vitest'
import { halamanPdf, tekan } from '../../bantuan/browser.ts'
import type { Kembalian } from './langkah-formulir.ts'
import { dariTugas, isi, type Panggung } from './panggung.ts'

/** P8 and P9: the recap frozen as a version, reported to the Sekcam. */
export async function rekapDanLapor(p: Panggung, versi: number): Promise<void> {
  const tim = await p.di('sakip1')
  await dariTugas(tim, /rekap/i)
  await tim.periksa(`rekap versi ${versi}`)
  if (versi > 1) expect(await isi(tim)).toContain(`Yang berubah sejak versi ${versi - 1}`)
  await tekan(tim, `Bekukan rekap versi ${versi}`)
  expect(await p.terbuka()).toBe('P9')
  await tim.buka(p.langkah('P9', 'lapor'))
  await tim.periksa(`laporan tim versi ${versi}`)
  await tekan(tim, /^Laporkan kepada/)
  expect(await p.terbuka()).toBe('P10')
}

/** P10: two values of one unit go back, each with its own reason; only that unit's filling in reopens. */
export async function kembalikanDuaNilai(p: Panggung): Promise<Kembalian[]> {
  const sekcam = await p.di('sekcam')
  const { laman } = sekcam
  await dariTugas(sekcam, /telaah/i)
  await sekcam.periksa('telaah pertama')
  const [satu, dua] = (await p.formulirTampil()).baris.filter((b) => b.jatuhTempo && Object.keys(b.variabel).length > 0)
  if (!satu || !dua) throw new Error('formulir tanpa dua baris berisi angka')
  const kembalian = [
    { ...satu, barisId: satu.id, alasan: 'Jumlah desa tidak sama dengan data Dinas.' },
    { ...dua, barisId: dua.id, alasan: 'Bukti belum memuat bulan Juni.' },
  ].map((k) => ({ ...k, variabel: kurangiSatu(k.variabel) }))
  for (const { barisId, alasan } of kembalian) {
    await laman.locator(`[id="pilih-${barisId}"]`).check()
    await laman.locator(`[id="isian-alasan.${barisId}"]`).fill(alasan)
  }
  await sekcam.periksa('telaah mencentang')
  await tekan(sekcam, 'Kembalikan')
  expect(await p.terbuka()).toBe('P7')
  await sekcam.periksa('siklus setelah dikembalikan')
  return kembalian
}

/** The same figures, the first of them one smaller. */
function kurangiSatu(variabel: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variabel).map(([kode, nilai], i) => [
      kode,
      i === 0 ? String(Math.max(0, Number(nilai) - 1)) : nilai,
    ]),
  )
}

/** P10 again: what has changed stands first; approved. */
export async function setujui(p: Panggung, kembalian: readonly Kembalian[]): Promise<void> {
  const sekcam = await p.di('sekcam')
  await dariTugas(sekcam, /telaah/i)
  await sekcam.periksa('telaah kedua')
  const teks = await isi(sekcam)
  expect(teks).toContain('Yang berubah sejak versi 1')
  for (const { nama, alasan } of kembalian) {
    expect(teks).toContain(nama)
    expect(teks).toContain(alasan)
  }
  await sekcam.laman.getByLabel('Catatan', { exact: true }).fill('Data sudah lengkap dan sesuai bukti.')
  await tekan(sekcam, 'Setujui rekap')
  expect(await p.terbuka()).toBe('P11')
}

/** P11: the Sekcam's note, the Camat's disposition from the phone with a recommendation that becomes a follow-up. */
export async function laporDanDisposisiCamat(p: Panggung): Promise<void> {
  const sekcam = await p.di('sekcam')
  await dariTugas(sekcam, /Camat/)
  await sekcam.periksa('laporan kepada camat')
  halamanPdf(await sekcam.unduh(p.langkah('P11', 'lapor-camat/pratinjau')))
  await tekan(sekcam, /^Sampaikan kepada/)
  expect(await p.terbuka()).toBe('P11')
  const camat = await p.di('camat')
  const { laman } = camat
  await dariTugas(camat, /lapor/i)
  await camat.periksa('laporan di ponsel camat')
  await laman.getByLabel('Setuju, jadikan bahan Laporan Kinerja').check()
  await laman.getByLabel('Catatan', { exact: true }).fill('Pertahankan. Perhatikan indikator yang belum tercapai.')
  await laman.getByLabel('Apa yang harus dikerjakan').first().fill('Bina desa yang laporannya terlambat')
  await laman.getByLabel('Siapa').first().selectOption({ index: 4 })
  await tekan(camat, 'Terbitkan disposisi')
  expect(await p.terbuka()).toBe('P12')
  await camat.buka('/dasbor')
  await camat.periksa('dasbor camat')
}
