import { afterEach, describe, expect, test } from 'vitest'
import { jam, tahunDari, tahunIni } from '../../../src/inti/waktu/index.ts'

afterEach(() => jam.pulihkan())

describe('tahun menurut jam kantor', () => {
  test('malam tahun baru: tiap zona memasuki tahunnya sendiri', () => {
    jam.atur(() => new Date('2026-12-31T16:30:00Z'))
    expect(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'].map((zonaWaktu) => tahunIni({ zonaWaktu }))).toEqual([
      2026, 2027, 2027,
    ])
  })
})

describe('tahun yang diminta suatu alamat', () => {
  test.each(['2000', '2026', '2100', 2026, ' 2026 '])('%j dipakai', (diminta) => {
    expect(tahunDari(diminta, 1)).toBe(Number(diminta))
  })
  test.each([
    undefined,
    null,
    '',
    'tahun ini',
    '1999',
    '2101',
    '2026.5',
    '2026a',
    'NaN',
    ['2026'],
    ['2026', '2027'],
    true,
    {},
  ])('%j tidak dipakai', (diminta) => {
    expect(tahunDari(diminta, 2025)).toBe(2025)
  })
  test('batas bawahnya dapat lain: kalender mulai 1990', () => {
    expect([tahunDari('1990', 1, 1990), tahunDari('1989', 1, 1990)]).toEqual([1990, 1])
  })
})
