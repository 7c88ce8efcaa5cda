import { describe, expect, it } from 'vitest'
import { alamatkan, hurufKolom } from '../../../src/inti/dokumen/excel/nilai-sel.ts'
import { type BlokTabel, buatExcel, buatPdf, buatWord, susunPratinjau } from '../../../src/inti/dokumen/index.ts'
import { angkaSel, bukaExcel } from '../../bantuan/baca-excel.ts'
import { teksPdf } from '../../bantuan/baca-pdf.ts'
import { buatDokumen, buatTabel } from './contoh.ts'

const TABEL: BlokTabel = {
  jenis: 'tabel',
  judul: 'Tabel 3.1 Pagu dan realisasi',
  kolom: [{ bobot: 3 }, { bobot: 2, rata: 'angka' }, { bobot: 2, rata: 'angka' }, { bobot: 1, rata: 'angka' }],
  kepala: [
    [{ teks: 'Program' }, { teks: 'Uang', kolom: 2 }, { teks: 'Serapan' }],
    ['', 'Pagu', 'Realisasi', ''].map((teks) => ({ teks })),
  ],
  isi: [
    { sel: ['=1+1', uang('1000'), uang('750'), serapan('75.00')] },
    { sel: ['B', uang('3000'), '–', 'belum ada'] },
    {
      gaya: 'jumlah',
      sel: [
        'Jumlah',
        { ...uang('4000'), rumus: 'SUM([2,1]:[2,2])' },
        { ...uang('750'), rumus: 'SUM([3,1],[3,2])' },
        serapan('18.75'),
      ],
    },
  ],
  catatan: ['Satu sub kegiatan belum tercatat.'],
}
function uang(angka: string) {
  return { teks: `Rp${angka}`, angka, format: 'rupiah' as const }
}
function serapan(angka: string) {
  return { teks: `${angka.replace('.', ',')}%`, angka, format: 'persen' as const, rumus: 'ROUND([3]/[2]*100,2)' }
}

describe('tabel dokumen sebagai buku kerja', () => {
  it('satu lembar per tabel bernama nomornya, daftar di depan dengan tautan, judul bagian di atasnya', async () => {
    const buku = await bukaExcel(
      await buatExcel(
        buatDokumen([
          { jenis: 'judul', tingkat: 2, teks: 'B. Realisasi Anggaran' },
          TABEL,
          { ...TABEL, judul: 'Tabel 3.1 lagi' },
          buatTabel(2),
        ]),
      ),
    )
    expect(buku.worksheets.map((w) => w.name)).toEqual(['Daftar', 'Tabel 3.1', 'Tabel 3.1 2', 'B. Realisasi Anggaran'])
    expect(buku.getWorksheet('Daftar')?.getCell('A4').value).toMatchObject({ hyperlink: "#'Tabel 3.1'!A1" })
    expect(buku.getWorksheet('Tabel 3.1')?.getCell('A2').value).toBe('B. Realisasi Anggaran')
  })

  it('angka menjadi bilangan berformat, jumlah dan persen menjadi rumus yang menghitung angka tercetak', async () => {
    const ws = (await bukaExcel(await buatExcel(buatDokumen([TABEL])))).getWorksheet('Tabel 3.1')
    if (!ws) throw new Error('tanpa lembar')
    expect(ws.getCell('B7').value).toBe(1000)
    expect(ws.getCell('B7').numFmt).toBe('"Rp"#,##0')
    expect(ws.getCell('B9').value).toMatchObject({ formula: 'SUM(B7:B8)', result: 4000 })
    expect(ws.getCell('D9').value).toMatchObject({ formula: 'ROUND(C9/B9*100,2)', result: 18.75 })
    expect([angkaSel(ws, 'B9'), angkaSel(ws, 'C9'), angkaSel(ws, 'D9')]).toEqual([4000, 750, 18.75])
    expect(ws.getCell('A11').value).toBe('Satu sub kegiatan belum tercatat.')
  })

  it('teks yang mirip rumus tetap teks, dan yang tidak ada bukan nol', async () => {
    const ws = (await bukaExcel(await buatExcel(buatDokumen([TABEL])))).getWorksheet('Tabel 3.1')
    expect(ws?.getCell('A7').value).toBe('=1+1')
    expect(ws?.getCell('C8').value).toBe('–')
  })

  it('alamat sel: kolom sesudah Z, baris sendiri dan baris lain', () => {
    expect([hurufKolom(1), hurufKolom(26), hurufKolom(27), hurufKolom(52), hurufKolom(53)]).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
    ])
    expect(alamatkan('[3]/[28]+SUM([2,1]:[2,4])', 7, 2)).toBe('C9/AB9+SUM(B7:B10)')
  })

  it('rumus yang bukan hitungan ditolak sebelum berkas dibuat', async () => {
    const jahat = { ...TABEL, isi: [{ sel: ['x', { teks: '1', angka: '1', rumus: 'HYPERLINK("http://x")' }, '', ''] }] }
    await expect(buatExcel(buatDokumen([jahat]))).rejects.toThrow(/tidak sah/)
  })
})

describe('grafik', () => {
  const grafik = {
    lebar: 80,
    tinggi: 60,
    uraian: 'Realisasi naik dari 80 ke 90.',
    bentuk: [
      { t: 'jejak' as const, titik: [4, 50, 70, 10], tutup: false, gaya: 'garis' as const },
      { t: 'kotak' as const, x: 67, y: 7, lebar: 6, tinggi: 6, sudut: 3, gaya: 'titikMerah' as const },
    ],
    teks: [{ x: 70, y: 9, teks: '90,5', ukuran: 9, rata: 'tengah' as const }],
  }
  const dokumen = buatDokumen([{ jenis: 'grafik', grafik }])

  it('PDF memuat angkanya, Word kalimatnya, layar gambar yang sama tanpa gaya sebaris', async () => {
    expect((await teksPdf(await buatPdf(dokumen))).join(' ')).toContain('90,5')
    expect((await buatWord(dokumen)).length).toBeGreaterThan(1000)
    expect(susunPratinjau(dokumen).blok[0]).toMatchObject({
      bagian: 'grafik',
      grafik: {
        uraian: grafik.uraian,
        bentuk: [
          { d: 'M4 50L70 10', garis: '#1f5aa6' },
          { isi: '#b3261e', sudut: 3 },
        ],
      },
    })
  })
})
