import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  bacaIsian,
  barisIsian,
  daftarTeks,
  isianKembali,
  tanggalBebas,
  tanggalWajib,
  teks,
  teksWajib,
  versi,
  waktuBebas,
} from '../../../src/inti/http/index.ts'

/** Any UTF-16 unit, half of a pair too (fast-check's own `binary` takes seconds to begin). */
const HURUF = fc
  .oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0xffff }))
  .map((kode) => String.fromCharCode(kode))

describe('membaca isian', () => {
  it('tidak pernah melempar, apa pun badannya, dan hanya memberi bidang yang diminta', () => {
    const skema = z.object({
      alasan: teksWajib('Tuliskan alasan.', { min: 5 }),
      versi: versi(),
      tanggal: tanggalBebas(),
      unit: daftarTeks(),
    })
    fc.assert(
      fc.property(fc.anything(), (badan) => {
        const { data, kesalahan } = bacaIsian(skema, badan)
        if (data) expect(Object.keys(data).sort()).toEqual(['alasan', 'tanggal', 'unit', 'versi'])
        else
          expect(Object.values(kesalahan).every((kalimat) => typeof kalimat === 'string' && kalimat.length > 3)).toBe(
            true,
          )
      }),
    )
  })

  it('teks bersih dari huruf kendali, rapi, dan tidak lebih panjang dari batas', () => {
    expect(teks().parse('  a\u0000b\u0007c\u009f\tke\n dua ')).toBe('abc\tke\n dua')
    expect(teks(3).safeParse('abcd').success).toBe(false)
    fc.assert(
      fc.property(fc.string({ unit: HURUF }), (isi) => {
        const hasil = teks().safeParse(isi)
        if (hasil.success) expect(hasil.data).not.toMatch(/(?![\t\n\r])\p{Cc}/u)
      }),
    )
  })

  it('tanggal dan jam hanya yang ada', () => {
    const tanggal = tanggalWajib('Tulis tanggal.')
    for (const baik of ['2026-02-28', '2028-02-29', ' 2026-07-06 '])
      expect(tanggal.safeParse(baik).success, baik).toBe(true)
    for (const buruk of [
      '2026-02-29',
      '2026-13-01',
      '1989-12-31',
      '2101-01-01',
      '06-07-2026',
      '2026-7-6',
      '',
      'x',
      '２０２６-01-01',
    ])
      expect(tanggal.safeParse(buruk).success, buruk).toBe(false)
    expect(tanggalBebas().parse('')).toBeNull()
    expect(waktuBebas().parse('09.30')).toBe('09:30')
    for (const buruk of ['24:00', '9:30', '09:60', 'x'])
      expect(waktuBebas().safeParse(buruk).success, buruk).toBe(false)
  })

  it('versi yang bukan angka tidak cocok dengan baris mana pun', () => {
    for (const buruk of [undefined, '', 'x', '-1', '1e99', '1.5', ['1'], {}])
      expect([0, 1]).toContain(versi().parse(buruk))
    expect(versi().parse('x')).toBe(0)
  })

  it('isian yang ditampilkan kembali hanya teks', () => {
    expect(isianKembali({ a: 'x', b: ['y', 3, 'z'], c: { d: 1 }, e: 7 })).toEqual({ a: 'x', b: 'y\nz' })
    expect(Object.getPrototypeOf(isianKembali(JSON.parse('{"__proto__": "x"}')))).toBe(Object.prototype)
  })

  it('baris isian bernomor urut, paling banyak enam ratus, nama lain diabaikan', () => {
    const badan = {
      'putusan.1.apa': 'dua',
      'putusan.0.apa': 'satu',
      'putusan.0.siapa': ['A', 'B'],
      'putusan.600.apa': 'x',
      'putusan.x.apa': 'y',
      'lain.0.apa': 'z',
      'putusan.0.a.b': 'w',
    }
    expect(barisIsian(badan, 'putusan')).toEqual([{ apa: 'satu', siapa: 'A' }, { apa: 'dua' }])
    expect(barisIsian({ 'p.3.a': 'x' }, 'p')).toEqual([{}, {}, {}, { a: 'x' }])
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (apa) => {
        expect(barisIsian(apa, 'p').length).toBeLessThanOrEqual(600)
      }),
    )
  })
})
