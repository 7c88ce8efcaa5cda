import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bacaAngka,
  bacaUang,
  bulatkan,
  cariDesimal,
  Desimal,
  denganSatuan,
  formatAngka,
  formatIsian,
  formatPersen,
  formatRupiah,
} from '../../../src/inti/angka/index.ts'

/** Any number a column can hold: up to 15 digits before and 6 after the comma. */
const desimal = fc
  .tuple(fc.bigInt(0n, 10n ** 15n - 1n), fc.integer({ min: 0, max: 999_999 }), fc.boolean())
  .map(([bulat, pecahan, negatif]) => {
    const teks = `${bulat}.${String(pecahan).padStart(6, '0')}`.replace(/\.?0+$/, '') || '0'
    const isi = teks.includes('.') ? teks : String(bulat)
    return negatif && isi !== '0' ? `-${isi}` : isi
  })

describe('formatAngka, formatPersen, formatRupiah', () => {
  it('menulis angka Indonesia tanpa nol di ekor, kecuali diminta', () => {
    expect(formatAngka('1234.56')).toBe('1.234,56')
    expect(formatAngka('1234.50')).toBe('1.234,5')
    expect(formatAngka('1234')).toBe('1.234')
    expect(formatAngka('1234', { desimal: 2 })).toBe('1.234,00')
    expect(formatAngka(-1234567.5)).toBe('-1.234.567,5')
    expect(formatAngka('999')).toBe('999')
    expect(formatAngka('-999')).toBe('-999')
    expect(formatAngka(new Desimal(1).div(3))).toBe('0,333333')
  })

  it('menulis persen dan rupiah seperti cetakan kantor', () => {
    expect(formatPersen('93.75')).toBe('93,75%')
    expect(formatPersen('105')).toBe('105,00%')
    expect(formatPersen('49.5', { desimal: 0 })).toBe('50%')
    expect(formatRupiah('2006320505')).toBe('Rp2.006.320.505')
    expect(formatRupiah('1250.5')).toBe('Rp1.250,50')
    expect(formatRupiah('-1250')).toBe('-Rp1.250')
    expect(formatRupiah('-0.001')).toBe('Rp0')
  })

  it('satuan berdiri di belakang angka dan rentang; persen tanpa spasi; kata dan tanda kosong tidak bersatuan', () => {
    expect(denganSatuan('38', 'Dokumen')).toBe('38 Dokumen')
    expect(denganSatuan('1.234,5', '%')).toBe('1.234,5%')
    expect(denganSatuan('80 sampai 90', 'Menit')).toBe('80 sampai 90 Menit')
    for (const teks of ['–', 'A', '86 (setahun)']) expect(denganSatuan(teks, 'Nilai')).toBe(teks)
  })

  it('tanpa nilai ditulis "–", bukan 0', () => {
    for (const format of [formatAngka, formatPersen, formatRupiah]) expect(format(null)).toBe('–')
    expect(formatIsian(undefined)).toBe('')
  })

  it('tidak melewati pecahan biner: lima belas angka dan enam desimal tercetak utuh', () => {
    expect(formatAngka('999999999999999.999999')).toBe('999.999.999.999.999,999999')
    expect(formatAngka('0.1')).toBe('0,1')
  })

  it.each(['NaN', 'Infinity', '1e5', '', 'abc', '--1'])('%j tidak pernah tercetak', (teks) => {
    expect(() => formatAngka(teks)).toThrow(RangeError)
    expect(() => bulatkan(teks, 2)).toThrow(RangeError)
  })

  it('NaN dan tak hingga sebagai bilangan pun tidak', () => {
    for (const isi of [Number.NaN, Number.POSITIVE_INFINITY]) expect(() => formatAngka(isi)).toThrow(RangeError)
    expect(() => formatAngka(new Desimal(Number.NaN))).toThrow(RangeError)
  })
})

describe('bulatkan: setengah ke atas, dua desimal seperti tercetak', () => {
  // IKM of eight kecamatan, printed means of two services: banker's or binary rounding would print 88,16 and 92,04
  it.each([
    ['88.165', '88.17'],
    ['93.375', '93.38'],
    ['91.595', '91.60'],
    ['92.045', '92.05'],
    ['1.005', '1.01'],
    ['-1.005', '-1.01'],
    ['-0.001', '0.00'],
    ['105', '105.00'],
  ])('%s menjadi %s', (dari, ke) => {
    expect(bulatkan(dari, 2)).toBe(ke)
  })
})

describe('hukum angka', () => {
  it('yang dicetak di kotak isian terbaca kembali sama persis', () => {
    fc.assert(
      fc.property(desimal, (nilai) => {
        expect(bacaAngka(formatIsian(nilai))).toEqual({ jenis: 'angka', nilai })
      }),
      { numRuns: 1000 },
    )
  })

  it('yang dicetak dengan titik ribuan terbaca sama, atau ditanyakan dengan nilai itu di antara pilihannya', () => {
    fc.assert(
      fc.property(desimal, (nilai) => {
        const hasil = bacaAngka(formatAngka(nilai))
        if (hasil.jenis === 'taksa') expect(hasil.kemungkinan).toContain(nilai)
        else expect(hasil).toEqual({ jenis: 'angka', nilai })
      }),
      { numRuns: 1000 },
    )
  })

  it('rupiah yang dicetak terbaca kembali sama', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n) + 1n, 10n ** 15n - 1n), fc.integer({ min: 0, max: 99 }), (bulat, sen) => {
        const nilai = new Desimal(`${bulat}.${String(sen).padStart(2, '0')}`).toFixed()
        const wajar = nilai === '-0' ? '0' : nilai
        expect(bacaUang(formatRupiah(wajar))).toEqual({ jenis: 'angka', nilai: wajar })
      }),
      { numRuns: 500 },
    )
  })

  it('pembulatan tidak pernah menghasilkan -0, NaN, tak hingga, dan bergeser paling banyak setengah satuan terakhir', () => {
    fc.assert(
      fc.property(desimal, fc.integer({ min: 0, max: 6 }), (nilai, desimalnya) => {
        const hasil = bulatkan(nilai, desimalnya)
        expect(hasil).toMatch(/^-?\d+(\.\d+)?$/)
        expect(hasil).not.toMatch(/^-0(\.0+)?$/)
        expect(new Desimal(hasil).minus(nilai).abs().lte(new Desimal(10).pow(-desimalnya).div(2))).toBe(true)
      }),
    )
  })

  it('hanya desimal biasa yang dibaca sebagai desimal', () => {
    expect(cariDesimal('-0.0')?.toFixed()).toBe('0')
    for (const teks of ['1e5', ' 1', '1,5', 'NaN', '', '+1', '1.', '.1']) expect(cariDesimal(teks)).toBeNull()
    expect(cariDesimal('1'.repeat(10_000_000))).toBeNull()
  })
})
