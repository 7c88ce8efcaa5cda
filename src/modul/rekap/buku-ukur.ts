import type ExcelJS from 'exceljs'
import { type Kelompok, kalimatDikecualikan, teksDihitung, tingkatGulungan } from '../kertas-kerja/index.ts'
import { teksCapaian, teksRealisasi } from './baris-tampil.ts'
import type { BarisRekap, PengukuranRekap, UnitRekap } from './isi-rekap.ts'
import { BARIS_KEPALA, buatLembar, FORMAT_PERSEN, formatDesimal, hiasi, type Kolom } from './lembar-excel.ts'

const AWAL = BARIS_KEPALA + 1
const KOLOM_CAPAIAN: readonly Kolom[] = [
  { judul: 'Tingkat', lebar: 14 },
  { judul: 'Nama', lebar: 62 },
  { judul: 'Yang dihitung', lebar: 34 },
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

type Gulung = {
  readonly ukur: PengukuranRekap
  /** cells of the indicators' capaian, by row of the recap */
  readonly letak: ReadonlyMap<string, string>
  /** classes of the scale */
  readonly kelas: number
}

/** Roll-up of a Kertas Kerja as live formulas over the indicators, with its rule, what was left out, and where the figures came from. */
export function isiGulungan(buku: ExcelJS.Workbook, judul: readonly string[], { ukur, letak, kelas }: Gulung): void {
  const { gulungan, kalimatSumber } = ukur
  const ws = buatLembar(buku, { nama: 'Capaian', judul, kolom: KOLOM_CAPAIAN })
  const baris = tingkatGulungan(gulungan).flatMap(({ tingkat, kelompok }) => kelompok.map((k) => ({ tingkat, k })))
  const sel = new Map(letak)
  for (const [i, { tingkat, k }] of baris.entries())
    if (k.id !== undefined && tingkat !== 'Indikator tujuan') sel.set(k.id, `$D$${AWAL + i}`)
  baris.forEach(({ tingkat, k }, i) => {
    const n = AWAL + i
    ws.addRow([tingkat, k.nama, teksDihitung(k), selRataRata(k, sel), selKelas(k, `D${n}`, kelas)])
    hiasi(ws, n, { format: { 4: FORMAT_PERSEN }, tebal: tingkat === 'Kecamatan' })
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

/** The mean as a formula over what it is made of; the figure where an old roll-up does not say of what. */
function selRataRata({ rataRata, bagian = [] }: Kelompok, sel: ReadonlyMap<string, string>): ExcelJS.CellValue {
  if (rataRata.jenis !== 'NILAI') return teksCapaian(rataRata)
  const result = Number(rataRata.nilai)
  if (bagian.length === 0 || bagian.some((b) => !sel.has(b.id))) return result
  const suku = bagian.map(({ id, batas, bobot }) => {
    const isi = batas === 'TANPA' ? sel.get(id) : `MIN(${sel.get(id)},${batas})`
    return bobot === '1' ? isi : `${isi}*${bobot}`
  })
  return { formula: `ROUND((${suku.join('+')})/(${bagian.map((b) => b.bobot).join('+')}),2)`, result }
}

const selKelas = ({ predikat }: Kelompok, sel: string, kelas: number): ExcelJS.CellValue =>
  predikat
    ? { formula: `LOOKUP(${sel},Skala!$A$2:$A$${kelas + 1},Skala!$B$2:$B$${kelas + 1})`, result: predikat.nama }
    : ''

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
