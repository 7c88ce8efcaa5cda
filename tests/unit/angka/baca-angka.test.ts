import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bacaAngka, bacaUang } from '../../../src/inti/angka/index.ts'

const angka = (nilai: string) => ({ jenis: 'angka', nilai })

describe('bacaAngka: angka seperti orang kantor menulisnya', () => {
  it.each([
    ['1.234,56', '1234.56'],
    ['85,5', '85.5'],
    ['85.5', '85.5'],
    ['1.250.000', '1250000'],
    ['1,250,000', '1250000'],
    ['1,234.56', '1234.56'],
    ['1.234.567,891', '1234567.891'],
    ['1,250', '1.25'],
    ['0.250', '0.25'],
    ['1250.125', '1250.125'],
    ['.5', '0.5'],
    [',5', '0.5'],
    ['007', '7'],
    ['85,50', '85.5'],
    ['0', '0'],
    ['-0', '0'],
    ['-0,00', '0'],
    ['-5', '-5'],
    ['− 5', '-5'],
    ['–5,25', '-5.25'],
    ['(5)', '-5'],
    ['Rp2.006.320.505', '2006320505'],
    ['Rp. 2.006.320.505,00', '2006320505'],
    ['-Rp1.250', '-1250'],
    ['Rp-1.250', '-1250'],
    ['Rp1.250', '1250'],
    ['Rp1.250.000,-', '1250000'],
    ['93,75%', '93.75'],
    ['93,75 %', '93.75'],
    ['1 250 000', '1250000'],
    ['1\u00a0250,5', '1250.5'],
    ['1\u2009250\u202f000', '1250000'],
    ['\u00a085,5\t', '85.5'],
    ['999999999999999', '999999999999999'],
    ['0,123456', '0.123456'],
    ['0,12345600', '0.123456'],
  ])('"%s" dibaca %s', (teks, nilai) => {
    expect(bacaAngka(teks)).toEqual(angka(nilai))
  })

  it.each(['', ' \u00a0 ', null, undefined])('%j adalah kosong, bukan nol', (teks) => {
    expect(bacaAngka(teks)).toEqual({ jenis: 'kosong' })
  })

  it.each([
    ['1.250', ['1250', '1.25']],
    ['85.500', ['85500', '85.5']],
    ['-1.250', ['-1250', '-1.25']],
    ['1.250%', ['1250', '1.25']],
    ['2.000', ['2000', '2']],
  ])('"%s" dapat berarti dua hal, maka ditanyakan', (teks, kemungkinan) => {
    const hasil = bacaAngka(teks)
    expect(hasil).toMatchObject({ jenis: 'taksa', kemungkinan })
  })

  it('pertanyaan atas "1.250" menyebut kedua arti dalam tulisan yang tidak taksa', () => {
    const hasil = bacaAngka('1.250')
    expect(hasil.jenis === 'taksa' && hasil.pesan).toBe(
      '"1.250" dapat berarti 1250 atau 1,25. Pilih yang Anda maksud, atau tulis ulang.',
    )
  })

  it.each([
    '1e309',
    '1e5',
    'NaN',
    'Infinity',
    '-Infinity',
    '٣',
    '１２',
    '1\u0000',
    '\u0000',
    '12a',
    'dua',
    '0x10',
    '--5',
    '(-5)',
    '5-',
    '-',
    '–',
    '%',
    'Rp',
    '1.2.3',
    '1,2,3',
    '12.34,5',
    '1.234,5,6',
    '1 2',
    '1 250.500',
    '12.',
    '12,',
    '.',
    ',',
    '1..5',
    '1\n2',
    '0.250.000',
    '1.25.000',
    'Rp5%',
    '1/2',
    '+-1',
    '<b>1</b>',
    '9999999999999999',
    '0,1234567',
    '1_000',
    '= 1+1',
  ])('%j ditolak dengan kalimat, bukan galat', (teks) => {
    const hasil = bacaAngka(teks)
    expect(hasil.jenis).toBe('salah')
    expect(hasil.jenis === 'salah' && hasil.pesan).toMatch(/^[A-Z].+\.$/)
  })

  it.each(['1234 567', '5,---', '1234.567.890', '1234,567.8', '12345.678.901', '1.2345,6'])(
    '%j bukan kelompok ribuan',
    (teks) => {
      expect(bacaAngka(teks).jenis).toBe('salah')
    },
  )

  it('sampai 64 huruf masih dibaca, lebih dari itu tidak', () => {
    expect(bacaAngka(`${'0'.repeat(63)}1`)).toEqual(angka('1'))
    expect(bacaAngka(`${'0'.repeat(64)}1`).jenis).toBe('salah')
  })

  it('teks 10 MB ditolak seketika', () => {
    for (const isi of ['1', ' ', '1.', '(', ' 1', '\u0000']) {
      const mulai = performance.now()
      expect(bacaAngka(isi.repeat(10_000_000 / isi.length)).jenis).toBe('salah')
      expect(performance.now() - mulai).toBeLessThan(50)
    }
  })

  it('hukum: teks apa pun menghasilkan jawaban, dan angka selalu desimal biasa dalam batas', () => {
    const rupa = fc.string({ unit: fc.constantFrom(...'0123456789.,-−()%Rp \u00a0e'), maxLength: 70 })
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), rupa), (teks) => {
        for (const hasil of [bacaAngka(teks), bacaUang(teks)]) {
          const nilai = hasil.jenis === 'angka' ? [hasil.nilai] : hasil.jenis === 'taksa' ? hasil.kemungkinan : []
          for (const satu of nilai) expect(satu).toMatch(/^(0|-?(?!0$)(0|[1-9]\d{0,14})(\.\d{0,5}[1-9])?)$/)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('bacaUang: uang tidak punya tiga desimal', () => {
  it.each([
    ['1.250', '1250'],
    ['1,250', '1250'],
    ['1.250,50', '1250.5'],
    ['1250.50', '1250.5'],
    ['2.006.320.505', '2006320505'],
    ['Rp 2.006.320.505,-', '2006320505'],
    ['0', '0'],
  ])('"%s" adalah %s rupiah', (teks, nilai) => {
    expect(bacaUang(teks)).toEqual(angka(nilai))
  })

  it.each(['93,75%', '1250,505', '0.250', '5 juta', '1e6', '9999999999999999'])('"%s" ditolak', (teks) => {
    expect(bacaUang(teks).jenis).toBe('salah')
  })

  it('kosong tetap kosong', () => {
    expect(bacaUang(' ')).toEqual({ jenis: 'kosong' })
  })
})
