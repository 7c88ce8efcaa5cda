import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { buatBukuRekap } from '../../../src/modul/rekap/buku-rekap.ts'
import {
  anggaran,
  baris,
  belumJatuhTempo,
  formulir,
  kosong,
  rekapDari,
  terisi,
  tidakBerlaku,
} from '../../bantuan/rekap-contoh.ts'

const JAHAT = ["=cmd|' /C calc'!A0", '+1+1', '-2+3', '@SUM(A1)', '=1+1', '\t=1', '<script>alert(1)</script>', "'=1"]
const isi = rekapDari(
  formulir('Seksi Pemerintahan', {
    baris: [
      terisi('84'),
      terisi('0'),
      kosong(),
      tidakBerlaku('Tidak ada'),
      belumJatuhTempo(),
      terisi('5', { kartu: { polaritas: 'MIN' }, target: { tw: ['10', '10', '10', '10'] } }),
      terisi('1250.75', { target: { tw: ['1000', '1000', '1000', '1000'] } }),
    ],
    anggaran: [
      anggaran('2006320505', '1000000000'),
      anggaran('50000000', null),
      anggaran('75000000', null, { status: 'TIDAK_BERLAKU' }),
    ],
  }),
  formulir("'Rekap'", {
    baris: JAHAT.map((teks) => terisi('80', { kartu: { nama: teks, satuan: teks }, keterangan: teks, kendala: teks })),
  }),
  formulir('REKAP', { baris: [terisi('70')] }),
  formulir('Skala', { baris: [terisi('40')] }),
  formulir('History', { baris: [terisi('55')] }),
  formulir('Seksi Pemberdayaan Masyarakat dan Desa [Kelurahan/Desa]: A*?', { baris: [terisi('80')] }),
  formulir('Seksi Pemberdayaan Masyarakat dan Desa yang lain', { baris: [baris({ nilai: '66' })] }),
)
let buku: ExcelJS.Workbook
beforeAll(async () => {
  buku = new ExcelJS.Workbook()
  await buku.xlsx.load(
    (await buatBukuRekap({ isi, versi: 2, instansi: 'KECAMATAN TAMAN KABUPATEN PEMALANG' })).buffer as ArrayBuffer,
  )
})

const lembar = (nama: string): ExcelJS.Worksheet => {
  const ws = buku.getWorksheet(nama)
  if (!ws) throw new Error(`tanpa lembar ${nama}`)
  return ws
}
const nilai = (ws: ExcelJS.Worksheet, alamat: string) => ws.getCell(alamat).value
/** `value` of a formula drops a result of 0; the cell itself knows it. */
const hasil = (ws: ExcelJS.Worksheet, alamat: string) =>
  ws.getCell(alamat).formula ? ws.getCell(alamat).result : ws.getCell(alamat).value

describe('buku rekap', () => {
  it('lembar: matriks, LKjIP, anggaran, satu per unit, skala; nama sah dan berlainan', () => {
    const nama = buku.worksheets.map((w) => w.name)
    expect(nama.slice(0, 4)).toEqual(['Rekap', 'LKjIP', 'Anggaran', 'Seksi Pemerintahan'])
    expect(nama.at(-1)).toBe('Skala')
    expect(new Set(nama.map((n) => n.toLowerCase())).size).toBe(nama.length)
    for (const n of nama) expect(n).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/)
    expect(nama.length).toBe(3 + isi.unit.length + 1)
  })

  it('judul, kepala beku, cetak: A4 mendatar, selebar satu halaman, kepala berulang, nomor halaman', () => {
    for (const ws of buku.worksheets.slice(0, -1)) {
      expect(ws.views[0]).toMatchObject({ state: 'frozen', ySplit: 5 })
      expect(ws.pageSetup).toMatchObject({
        orientation: 'landscape',
        paperSize: 9,
        fitToWidth: 1,
        fitToHeight: 0,
        printTitlesRow: '5:5',
      })
      expect(ws.headerFooter.oddFooter).toContain('Halaman &P dari &N')
      expect(nilai(ws, 'A1')).toBe('KECAMATAN TAMAN KABUPATEN PEMALANG')
    }
    expect(nilai(lembar('Rekap'), 'A3')).toBe('Triwulan II 2026 · versi 2')
  })

  it('tujuh kolom LKjIP', () => {
    const kepala = lembar('LKjIP').getRow(5).values as unknown[]
    expect(kepala.slice(1)).toEqual([
      'Indikator',
      'Satuan',
      'Target',
      'Realisasi',
      'Capaian (%)',
      'Predikat',
      'Keterangan',
    ])
  })

  it('angka adalah angka; kosong, nol, tidak diukur, belum jatuh tempo berlainan', () => {
    const ws = lembar('Rekap')
    expect(['F6', 'F7', 'F8', 'F9', 'F10', 'F12'].map((a) => nilai(ws, a))).toEqual([
      84,
      0,
      'belum diisi',
      'tidak diukur',
      'belum jatuh tempo',
      1250.75,
    ])
    expect(['G6', 'G7', 'G8', 'G9', 'G10', 'G11'].map((a) => hasil(ws, a))).toEqual([
      105,
      0,
      '–',
      'tidak diukur',
      'belum jatuh tempo',
      150,
    ])
    expect(ws.getCell('F12').numFmt).toBe('#,##0.00')
    expect(ws.getCell('F6').numFmt).toBe('#,##0')
    expect(ws.getCell('G6').numFmt).toBe('#,##0.00"%"')
  })

  it('capaian, predikat, rata-rata, jumlah: rumus hidup dengan hasil yang sama dengan rekap', () => {
    const ws = lembar('Rekap')
    const semua = isi.unit.flatMap((u) => u.baris)
    semua.forEach((b, i) => {
      const sel = ws.getCell(`G${6 + i}`)
      if (b.capaian.jenis !== 'NILAI') return
      expect(sel.formula, b.nama).toMatch(/^ROUND\(MAX\(0,/)
      expect(sel.result).toBe(Number(b.capaian.nilai))
      expect(hasil(ws, `H${6 + i}`)).toBe(b.predikat?.nama)
    })
    const rata = ws.getCell(`G${6 + semua.length}`)
    expect(rata.formula).toContain('COUNTIF')
    expect(rata.result).toBe(
      Number(isi.ringkasan.rataRata.rataRata.jenis === 'NILAI' ? isi.ringkasan.rataRata.rataRata.nilai : Number.NaN),
    )
    const uang = lembar('Anggaran')
    expect(['F6', 'F7', 'F8'].map((a) => nilai(uang, a))).toEqual([1_000_000_000, 'belum diisi', 'tidak diukur'])
    expect((nilai(uang, 'E9') as ExcelJS.CellFormulaValue).formula).toBe('SUM(E6:E8)')
    expect(hasil(uang, 'E9')).toBe(2_131_320_505)
    expect(hasil(uang, 'F9')).toBe(1_000_000_000)
    expect(hasil(uang, 'G6')).toBe(49.84)
  })

  it('teks yang mirip rumus tetap teks', () => {
    const ws = lembar('LKjIP')
    for (const [i, teks] of JAHAT.entries()) {
      for (const kolom of ['A', 'B']) {
        const sel = ws.getCell(`${kolom}${6 + 7 + i}`)
        expect(sel.type, teks).toBe(ExcelJS.ValueType.String)
        expect(String(sel.value)).toBe(teks)
        expect(sel.formula ?? '').toBe('')
      }
    }
  })

  it('baris setinggi teksnya, supaya tidak tertimpa di LibreOffice; yang satu baris dibiarkan', () => {
    const ws = lembar('Rekap')
    const tinggi = (unit: RegExp) => {
      const nomor = ws.getColumn(2).values.findIndex((v) => unit.test(String(v)))
      return ws.getRow(nomor).height
    }
    expect(tinggi(/^Seksi Pemberdayaan Masyarakat dan Desa yang lain$/)).toBe(30)
    expect(tinggi(/^History$/)).toBeUndefined()
    expect(lembar('Seksi Pemerintahan').getRow(5).height).toBe(30)
  })

  it('rekap tanpa anggaran dan tanpa unit tetap menjadi buku yang dapat dibuka', async () => {
    for (const kecil of [rekapDari(), rekapDari(formulir('A', { anggaran: [anggaran('0', '0')] }))]) {
      const b = new ExcelJS.Workbook()
      await b.xlsx.load((await buatBukuRekap({ isi: kecil, versi: null, instansi: 'X' })).buffer as ArrayBuffer)
      expect(b.getWorksheet('Rekap')?.getCell('A3').value).toBe('Triwulan II 2026 · sementara, belum dibekukan')
    }
  })
})
