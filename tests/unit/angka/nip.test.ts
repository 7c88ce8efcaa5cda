import { describe, expect, it } from 'vitest'
import { bacaNip, nipCetak, normalkanNip } from '../../../src/inti/nip.ts'

describe('NIP 18 angka: lahir, TMT, jenis kelamin, urut', () => {
  it.each([
    '197412061993111001',
    '197208181994031009',
    '197805031997111001',
    '196311161990102002',
    '199001312015121001',
    '199001012015011002',
  ])('NIP pejabat dalam SOP contoh %s diterima tanpa peringatan', (nip) => {
    expect(bacaNip(nip)).toEqual({ jenis: 'nip', nip, peringatan: [] })
  })

  it('spasi, titik dan tanda hubung boleh ditulis; yang disimpan angkanya', () => {
    for (const teks of [
      '19741206 199311 1 001',
      ' 19741206.199311.1.001 ',
      '19741206-199311-1-001',
      '19741206\u00a0199311 1 001',
    ]) {
      expect(normalkanNip(teks)).toBe('197412061993111001')
    }
  })

  it('dicetak berkelompok, dan kembali ke angkanya', () => {
    expect(nipCetak('197412061993111001')).toBe('19741206 199311 1 001')
    expect(normalkanNip(nipCetak('197412061993111001'))).toBe('197412061993111001')
    expect(nipCetak('12345')).toBe('12345')
  })

  it.each([
    ['19741206199311100', /18 angka; yang ditulis 17/],
    ['1974120619931110011', /yang ditulis 19/],
    ['19741206199311100A', /hanya berisi angka/],
    ['٣٣٣٣٣٣٣٣٣٣٣٣٣٣٣٣٣٣', /hanya berisi angka/],
  ])('"%s" ditolak', (teks, pesan) => {
    const hasil = bacaNip(teks)
    expect(hasil.jenis === 'salah' && hasil.pesan).toMatch(pesan)
  })

  it('kosong tetap kosong: Bupati dan tenaga non-ASN tidak punya NIP', () => {
    expect(bacaNip('  ')).toEqual({ jenis: 'kosong' })
    expect(bacaNip(null)).toEqual({ jenis: 'kosong' })
  })

  it.each([
    ['197413061993111001', /tanggal lahir/],
    ['197402301993111001', /tanggal lahir/],
    ['197412061993211001', /PPPK/],
    ['197412061993113001', /jenis kelamin/],
    ['197412061980111001', /15 tahun/],
  ])('%s diterima dengan peringatan saja', (nip, pesan) => {
    const hasil = bacaNip(nip)
    expect(hasil).toMatchObject({ jenis: 'nip', nip })
    expect(hasil.jenis === 'nip' && hasil.peringatan.join(' ')).toMatch(pesan)
  })
})
