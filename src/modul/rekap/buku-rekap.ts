import ExcelJS from 'exceljs'
import {
  keteranganAnggaran,
  keteranganBaris,
  teksCapaian,
  teksRealisasi,
  teksRealisasiAnggaran,
  teksTarget,
} from './baris-tampil.ts'
import { isiGulungan, isiUnitUkur } from './buku-ukur.ts'
import type { AnggaranRekap, BarisRekap, IsiRekap, UnitRekap } from './isi-rekap.ts'
import {
  BARIS_KEPALA,
  buatLembar,
  FORMAT_PERSEN,
  FORMAT_UANG,
  formatDesimal,
  hiasi,
  type Kolom,
} from './lembar-excel.ts'

export type TugasExcelRekap = {
  readonly isi: IsiRekap
  readonly versi: number | null
  /** what it is called without a version: "sementara, belum dibekukan" unless said otherwise */
  readonly sebut?: string
  readonly instansi: string
}

/** The seven columns that Tim SAKIP carries into the LKjIP. */
const KOLOM_LKJIP: readonly Kolom[] = [
  { judul: 'Indikator', lebar: 52 },
  { judul: 'Satuan', lebar: 12 },
  { judul: 'Target', lebar: 13 },
  { judul: 'Realisasi', lebar: 13 },
  { judul: 'Capaian (%)', lebar: 13 },
  { judul: 'Predikat', lebar: 16 },
  { judul: 'Keterangan', lebar: 46 },
]
const KOLOM_MATRIKS: readonly Kolom[] = [{ judul: 'No', lebar: 5 }, { judul: 'Unit', lebar: 26 }, ...KOLOM_LKJIP]
const KOLOM_ANGGARAN: readonly Kolom[] = [
  { judul: 'No', lebar: 5 },
  { judul: 'Unit', lebar: 28 },
  { judul: 'Kode', lebar: 19 },
  { judul: 'Sub kegiatan', lebar: 54 },
  { judul: 'Pagu', lebar: 18 },
  { judul: 'Realisasi', lebar: 18 },
  { judul: 'Serapan (%)', lebar: 13 },
  { judul: 'Keterangan', lebar: 34 },
]
const KOLOM_UNIT: readonly Kolom[] = [
  { judul: 'No', lebar: 5 },
  { judul: 'Indikator', lebar: 50 },
  { judul: 'Satuan', lebar: 12 },
  { judul: 'Data yang dikumpulkan', lebar: 40 },
  { judul: 'Realisasi periode ini', lebar: 16 },
  { judul: 'Bukti', lebar: 9 },
  { judul: 'Kendala', lebar: 30 },
  { judul: 'Faktor pendorong', lebar: 30 },
  { judul: 'Tindak lanjut', lebar: 30 },
]
const AWAL = BARIS_KEPALA + 1

/**
 * The recap as a workbook: official matrix, LKjIP input, budget, one sheet per unit, scale. Figures are numbers; capaian,
 * predikat, mean and sums are live formulas with their results beside them. Text is text, whatever it begins with.
 */
export async function buatBukuRekap({
  isi,
  versi,
  instansi,
  sebut = 'sementara, belum dibekukan',
}: TugasExcelRekap): Promise<Uint8Array> {
  const buku = new ExcelJS.Workbook()
  buku.creator = 'Takar'
  buku.title = `Rekapitulasi ${isi.namaSop} ${isi.namaPeriode}`
  const keadaan = versi === null ? sebut : `versi ${versi}`
  const judul = [
    instansi,
    `REKAPITULASI HASIL ${isi.namaSop.replace(/^SOP /, '').toUpperCase()}`,
    `${isi.namaPeriode} · ${keadaan}`,
  ]
  const semua = isi.unit.flatMap((u) => u.baris.map((b) => ({ u, b })))
  const matriks = buatLembar(buku, { nama: 'Rekap', judul, kolom: KOLOM_MATRIKS })
  isiMatriks(matriks, semua, { geser: 2, kelas: isi.skala.kelas.length })
  isiRataRata(matriks, isi, semua.length)
  isiMatriks(buatLembar(buku, { nama: 'LKjIP', judul, kolom: KOLOM_LKJIP }), semua, {
    geser: 0,
    kelas: isi.skala.kelas.length,
  })
  isiAnggaran(buku, judul, isi)
  const letak = new Map(semua.map(({ b }, i) => [b.barisId, `Rekap!$G$${AWAL + i}`]))
  if (isi.pengukuran) isiGulungan(buku, judul, { ukur: isi.pengukuran, letak, kelas: isi.skala.kelas.length })
  const isiSatu = isi.pengukuran ? isiUnitUkur : isiUnit
  for (const u of isi.unit) isiSatu(buku, [instansi, u.nama.toUpperCase(), judul[2] ?? ''], u)
  isiSkala(buku, isi)
  return new Uint8Array(await buku.xlsx.writeBuffer())
}

const huruf = (ke: number): string => String.fromCharCode(64 + ke)

/** Rows of the matrix; `geser`: columns that stand before "Indikator". */
function isiMatriks(
  ws: ExcelJS.Worksheet,
  semua: readonly { u: UnitRekap; b: BarisRekap }[],
  { geser, kelas }: { geser: number; kelas: number },
): void {
  const [t, r, c] = [huruf(geser + 3), huruf(geser + 4), huruf(geser + 5)]
  semua.forEach(({ u, b }, i) => {
    const n = AWAL + i
    const angka = [
      selTarget(b),
      selRealisasi(b),
      selCapaian(b, `${t}${n}`, `${r}${n}`),
      selPredikat(b, `${c}${n}`, kelas),
      keteranganBaris(b),
    ]
    ws.addRow([...(geser > 0 ? [i + 1, u.nama] : []), b.nama, b.satuan, ...angka])
    const desimal = (h: BarisRekap['target']) => formatDesimal(h.jenis === 'NILAI' ? h.nilai : null)
    hiasi(ws, n, {
      format: { [geser + 3]: desimal(b.target), [geser + 4]: desimal(b.realisasi), [geser + 5]: FORMAT_PERSEN },
    })
  })
}

const selTarget = (b: BarisRekap): number | string =>
  b.targetTeks === null && b.target.jenis === 'NILAI' ? Number(b.target.nilai) : teksTarget(b)
const selRealisasi = (b: BarisRekap): number | string =>
  b.status === 'TERISI' && b.kategori === null && b.realisasi.jenis === 'NILAI'
    ? Number(b.realisasi.nilai)
    : teksRealisasi(b)

/** A live formula where target and realisasi stand in the row and the card's formula is the plain one; else the computed figure or the word for none. */
function selCapaian(b: BarisRekap, t: string, r: string): ExcelJS.CellValue {
  if (b.capaian.jenis !== 'NILAI') return teksCapaian(b.capaian)
  const result = Number(b.capaian.nilai)
  const [target, realisasi] = [selTarget(b), selRealisasi(b)]
  if (typeof target !== 'number' || typeof realisasi !== 'number' || target === 0) return result
  const bulat = b.pembulatan === 'POTONG' ? 'ROUNDDOWN' : 'ROUND'
  if (b.polaritas === 'MAKS') return { formula: `${bulat}(MAX(0,${r}/${t}*100),2)`, result }
  if (b.polaritas === 'MIN' && b.varianMin === '2T-R')
    return { formula: `${bulat}(MAX(0,(2*${t}-${r})/${t}*100),2)`, result }
  return result
}

const selPredikat = (b: BarisRekap, sel: string, kelas: number): ExcelJS.CellValue =>
  b.predikat
    ? { formula: `LOOKUP(${sel},Skala!$A$2:$A$${kelas + 1},Skala!$B$2:$B$${kelas + 1})`, result: b.predikat.nama }
    : ''

/** Mean capaian below the matrix, capped as in the recap; a live formula unless a card has a cap of its own. */
function isiRataRata(ws: ExcelJS.Worksheet, isi: IsiRekap, jumlah: number): void {
  const { ringkasan, batasRataRata: batas = '120' } = isi
  const { rataRata } = ringkasan.rataRata
  if (rataRata.jenis !== 'NILAI') return
  const c = `G${AWAL}:G${AWAL + jumlah - 1}`
  const result = Number(rataRata.nilai)
  const berbatasLain = isi.unit.some((u) => u.baris.some((b) => b.batasCapaian && b.batasCapaian !== batas))
  const formula =
    batas === 'TANPA'
      ? `ROUND(AVERAGE(${c}),2)`
      : `ROUND((SUMIF(${c},"<=${batas}")+${batas}*COUNTIF(${c},">${batas}"))/COUNT(${c}),2)`
  const sebut = batas === 'TANPA' ? '' : ` (nilai di atas ${batas}% dihitung ${batas}%)`
  ws.addRow(['', '', `Rata-rata capaian${sebut}`, '', '', '', berbatasLain ? result : { formula, result }, '', ''])
  hiasi(ws, AWAL + jumlah, { format: { 7: FORMAT_PERSEN }, tebal: true })
}

function isiAnggaran(buku: ExcelJS.Workbook, judul: readonly string[], isi: IsiRekap): void {
  const anggaran = isi.unit.flatMap((u) => u.anggaran.map((a) => ({ u, a })))
  if (anggaran.length === 0) return
  const ws = buatLembar(buku, { nama: 'Anggaran', judul, kolom: KOLOM_ANGGARAN })
  const format = { 5: FORMAT_UANG, 6: FORMAT_UANG, 7: FORMAT_PERSEN }
  anggaran.forEach(({ u, a }, i) => {
    const n = AWAL + i
    ws.addRow([i + 1, u.nama, a.kode, a.nama, ...selUang(a, n), keteranganAnggaran(a)])
    hiasi(ws, n, { format })
  })
  const akhir = AWAL + anggaran.length - 1
  const r = isi.ringkasan
  const jumlah = (kolom: string, nilai: string | null) => ({
    formula: `SUM(${kolom}${AWAL}:${kolom}${akhir})`,
    result: Number(nilai ?? 0),
  })
  const serapan: ExcelJS.CellValue =
    r.serapan.jenis === 'NILAI'
      ? { formula: `ROUND(F${akhir + 1}/E${akhir + 1}*100,2)`, result: Number(r.serapan.nilai) }
      : ''
  ws.addRow([
    '',
    '',
    '',
    'Jumlah',
    jumlah('E', r.pagu),
    r.realisasiAnggaran === null ? '' : jumlah('F', r.realisasiAnggaran),
    serapan,
    '',
  ])
  hiasi(ws, akhir + 1, { format, tebal: true })
}

/** Pagu, realisasi and serapan of one budget row; a row that is counted elsewhere shows words, so that sums count money once. */
function selUang(a: AnggaranRekap, n: number): ExcelJS.CellValue[] {
  if (!a.dihitung) return ['dihitung di unit lain', '', '']
  const terisi = a.status === 'TERISI' && a.realisasi !== null
  const serapan: ExcelJS.CellValue =
    a.serapan.jenis === 'NILAI' ? { formula: `ROUND(F${n}/E${n}*100,2)`, result: Number(a.serapan.nilai) } : ''
  return [Number(a.pagu), terisi ? Number(a.realisasi) : teksRealisasiAnggaran(a), serapan]
}

function isiUnit(buku: ExcelJS.Workbook, judul: readonly string[], u: UnitRekap): void {
  const ws = buatLembar(buku, { nama: u.nama, judul, kolom: KOLOM_UNIT })
  u.baris.forEach((b, i) => {
    const data = b.variabel.map((v) => `${v.nama}: ${v.nilai.replace('.', ',')}`).join('; ')
    const angka = b.status === 'TERISI' && b.kategori === null && b.nilai !== null
    ws.addRow([
      i + 1,
      b.nama,
      b.satuan,
      data,
      angka ? Number(b.nilai) : teksRealisasi(b),
      b.jumlahBukti,
      b.kendala,
      b.faktorPendorong,
      b.tindakLanjut,
    ])
    hiasi(ws, AWAL + i, { format: { 5: formatDesimal(angka ? b.nilai : null), 6: '#,##0' } })
  })
}

function isiSkala(buku: ExcelJS.Workbook, { skala }: IsiRekap): void {
  const ws = buku.addWorksheet('Skala')
  ws.addRow(['Batas bawah', `Predikat (${skala.nama}, ${skala.sumber})`])
  for (const k of [...skala.kelas].reverse()) ws.addRow([Number(k.batasBawah ?? 0), k.nama])
  ws.getColumn(1).width = 14
  ws.getColumn(2).width = 50
  ws.getRow(1).font = { bold: true }
}
