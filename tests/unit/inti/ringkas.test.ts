import { describe, expect, it } from 'vitest'
import { ringkas } from '../../../src/inti/ringkas.ts'

describe('teks panjang diringkas', () => {
  it('sesudah kata yang utuh, tidak pernah di tengah kata', () => {
    const uraian = 'Sekretariat dan Kasi dengan dibantu staf mengisi formulir pengumpulan data'
    expect(ringkas(uraian, 60)).toBe('Sekretariat dan Kasi dengan dibantu staf mengisi formulir…')
    expect(ringkas('Rapat koordinasi, lalu laporan', 19)).toBe('Rapat koordinasi…')
    expect(ringkas('satu dua tiga', 9)).toBe('satu dua…')
  })

  it('yang cukup pendek tetap apa adanya; satu kata yang lebih panjang dipotong, huruf gambar tidak terbelah', () => {
    expect(ringkas('Rapat koordinasi', 16)).toBe('Rapat koordinasi')
    expect(ringkas('a'.repeat(30), 10)).toBe(`${'a'.repeat(9)}…`)
    expect(ringkas('📎'.repeat(12), 10)).toBe(`${'📎'.repeat(9)}…`)
  })
})
