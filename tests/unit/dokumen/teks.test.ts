import { describe, expect, it } from 'vitest'
import { pengukurBersama } from '../../../src/inti/dokumen/huruf.ts'
import type { Teks } from '../../../src/inti/dokumen/index.ts'
import { bersihkanTeks } from '../../../src/inti/dokumen/run.ts'
import { bungkusTeks } from '../../../src/inti/dokumen/teks.ts'

const pengukur = pengukurBersama()
const baris = (teks: Teks, lebar: number, lain = {}) =>
  bungkusTeks(teks, { lebar, pengukur, ...lain }).map((b) => b.segmen.map((s) => s.teks).join(''))

describe('pemenggalan baris', () => {
  it('memenggal di spasi dan tidak menyisakan spasi di ujung', () => {
    expect(baris('Camat membuka rapat', 6)).toEqual(['Camat', 'membuka', 'rapat'])
    expect(baris('Camat   membuka  ', 60)).toEqual(['Camat membuka'])
  })

  it('nomor surat yang terlalu lebar dipenggal sesudah garis miring atau titik', () => {
    expect(baris('700/16.1/SOP/427.83/2024', 5).every((b, i, semua) => i === semua.length - 1 || /[/.]$/.test(b))).toBe(
      true,
    )
  })

  it('kata tanpa tempat memenggal dipotong sesuai lebar, tanpa huruf yang hilang', () => {
    const hasil = bungkusTeks('W'.repeat(99), { lebar: 10, pengukur })
    expect(hasil.map((b) => b.segmen.map((s) => s.teks).join('')).join('')).toBe('W'.repeat(99))
    for (const b of hasil) expect(b.lebar).toBeLessThanOrEqual(10)
  })

  it('baris baru dalam teks dipertahankan, juga yang kosong', () => {
    expect(baris('a\n\nb', 60)).toEqual(['a', '', 'b'])
    expect(baris('', 60)).toEqual([''])
  })

  it('huruf di luar Latin diambil dari alfabet lain, tanda digambar, yang tidak dikenal menjadi kotak', () => {
    const [satu] = bungkusTeks('≥ Ω Ş 漢', { lebar: 60, pengukur })
    expect(satu?.segmen.map((s) => [s.teks.trim(), s.simbol, s.huruf.split('-4')[0]])).toEqual([
      ['≥', true, 'latin'],
      ['Ω', false, 'greek'],
      ['Ş', false, 'latin-ext'],
      ['□', true, 'latin'],
    ])
  })

  it('gaya dalam satu kata tidak memisahkan kata', () => {
    expect(baris([{ teks: 'PIHAK ' }, { teks: 'KESATU', tebal: true }, { teks: ',' }], 4.9)).toEqual([
      'PIHAK',
      'KESATU,',
    ])
  })

  it('alinea menjorok dan rata kanan kiri: tiap kata sendiri, baris pertama bergeser', () => {
    const hasil = bungkusTeks('satu dua tiga', { lebar: 60, pengukur, inden: 3, terurai: true })
    expect(hasil[0]?.segmen.map((s) => s.teks)).toEqual(['satu ', 'dua ', 'tiga'])
    expect(hasil[0]?.segmen[0]?.x).toBe(3)
    expect(hasil[0]?.spasi).toBe(2)
  })

  it('aksara kendali dan pembalik arah dibuang', () => {
    expect(bersihkanTeks('a\u0000\u202eb\u200b\r\nc\u00ad')).toBe('ab\nc')
  })
})
