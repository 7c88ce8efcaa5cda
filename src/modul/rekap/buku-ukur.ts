import type ExcelJS from 'exceljs'
import { kalimatDikecualikan, tingkatGulungan } from '../kertas-kerja/index.ts'
import { teksCapaian, teksRealisasi } from './baris-tampil.ts'
import type { BarisRekap, PengukuranRekap, UnitRekap } from './isi-rekap.ts'
import { BARIS_KEPALA, buatLembar, FORMAT_PERSEN, formatDesimal, hiasi, type Kolom } from './lembar-excel.ts'

const AWAL = BARIS_KEPALA + 1
const KOLOM_CAPAIAN: readonly Kolom[] = [
  { judul: 'Tingkat', lebar: 14 },
  { judul: 'Nama', lebar: 80 },
  { judul: 'Yang dihitung', lebar: 11 },
  { judul: 'Capaian (%)', lebar: 14 },
  { judul: 'Predikat', lebar: 18 },
]
const KOLOM_UNIT: readonly Kolom[] = [
  { judul: 'No', lebar: 5 },
  { judul: 'Indikator', lebar: 46 },
  { judul: 'Satuan', lebar: 12 },
  { judul: 'Data', lebar: 36 },
  { judul: 'Realisasi periode ini', lebar: 14 },
  { judul: 'Capaian periode ini (%)', lebar: 14 },
  { judul: 'Capaian s.d. periode (%)', lebar: 14 },
  { judul: 'Hitungan', lebar: 34 },
  { judul: 'Penyebab', lebar: 36 },
  { judul: 'Hambatan', lebar: 30 },
  { judul: 'Solusi', lebar: 30 },
  { judul: 'Program penunjang', lebar: 26 },
]

/** Roll-up of a Kertas Kerja with its rule, what was left out, and where the figures came from. */
export function isiGulungan(
  buku: ExcelJS.Workbook,
  judul: readonly string[],
  { gulungan, kalimatSumber }: PengukuranRekap,
): void {
  const ws = buatLembar(buku, { nama: 'Capaian', judul, kolom: KOLOM_CAPAIAN })
  const baris = tingkatGulungan(gulungan).flatMap(({ tingkat, kelompok }) => kelompok.map((k) => ({ tingkat, k })))
  baris.forEach(({ tingkat, k }, i) => {
    const capaian = k.rataRata.jenis === 'NILAI' ? Number(k.rataRata.nilai) : teksCapaian(k.rataRata)
    ws.addRow([tingkat, k.nama, k.jumlah, capaian, k.predikat?.nama ?? ''])
    hiasi(ws, AWAL + i, { format: { 3: '#,##0', 4: FORMAT_PERSEN }, tebal: tingkat === 'Kecamatan' })
  })
  const catatan = [gulungan.aturan, ...kalimatDikecualikan(gulungan), kalimatSumber].filter(Boolean)
  for (const [i, teks] of catatan.entries()) {
    const nomor = AWAL + baris.length + 1 + i
    ws.mergeCells(nomor, 1, nomor, KOLOM_CAPAIAN.length)
    const sel = ws.getCell(nomor, 1)
    sel.value = teks
    sel.alignment = { wrapText: true, vertical: 'top' }
    // a merged cell does not grow by itself: about 130 characters stand in one line of this width
    ws.getRow(nomor).height = 15 * Math.max(1, Math.ceil(teks.length / 130))
  }
}

/** One unit's indicators with capaian, calculation and analysis. */
export function isiUnitUkur(buku: ExcelJS.Workbook, judul: readonly string[], u: UnitRekap): void {
  const ws = buatLembar(buku, { nama: u.nama, judul, kolom: KOLOM_UNIT })
  u.baris.forEach((b, i) => {
    const angka = b.status === 'TERISI' && b.kategori === null && b.nilai !== null
    const data = b.variabel.map((v) => `${v.nama}: ${v.nilai.replace('.', ',')}`).join('; ')
    ws.addRow([
      i + 1,
      b.nama,
      b.satuan,
      data,
      angka ? Number(b.nilai) : teksRealisasi(b),
      selPersen(b.ukur?.capaianPeriode),
      selPersen(b.capaian),
      b.ukur?.rumus ?? '',
      b.faktorPendorong,
      b.kendala,
      b.tindakLanjut,
      b.ukur?.programPenunjang ?? '',
    ])
    hiasi(ws, AWAL + i, {
      format: { 5: formatDesimal(angka ? b.nilai : null), 6: FORMAT_PERSEN, 7: FORMAT_PERSEN },
    })
  })
}

const selPersen = (h: BarisRekap['capaian'] | undefined): number | string =>
  h === undefined ? '' : h.jenis === 'NILAI' ? Number(h.nilai) : teksCapaian(h)
