import { describe, expect, it } from 'vitest'
import { bacaTelepon, nomorWhatsapp } from '../../../src/inti/telepon.ts'

describe('nomor telepon seperti ditulis orang', () => {
  it.each([
    ['0812-3456-7890', '6281234567890'],
    ['+62 812 3456 7890', '6281234567890'],
    ['62 812.3456.7890', '6281234567890'],
    ['81234567890', '6281234567890'],
    ['0062 812 3456 7890', '6281234567890'],
    ['+60 12-345 6789', '60123456789'],
  ])('%s → %s', (teks, nomor) => {
    expect(bacaTelepon(teks)).toEqual({ jenis: 'nomor', nomor, seluler: true })
    expect(nomorWhatsapp(teks)).toBe(nomor)
  })

  it('telepon kantor sah, tetapi tidak untuk WhatsApp', () => {
    expect(bacaTelepon('(0284) 321123')).toEqual({ jenis: 'nomor', nomor: '62284321123', seluler: false })
    expect(nomorWhatsapp('(0284) 321123')).toBeNull()
  })

  it('kosong bukan kesalahan; huruf dan angka yang kurang ditolak dengan contohnya', () => {
    expect(bacaTelepon('  ')).toEqual({ jenis: 'kosong' })
    expect(nomorWhatsapp(null)).toBeNull()
    for (const salah of ['rumah', '0812', '0812 3456 7890 1234 56', '12345678', '+', '08-12 ext 3'])
      expect(bacaTelepon(salah), salah).toMatchObject({
        jenis: 'salah',
        pesan: expect.stringContaining('0812 3456 7890'),
      })
  })
})
