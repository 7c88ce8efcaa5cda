import { describe, expect, it } from 'vitest'
import { sumberRekap } from '../../../src/modul/sop/index.ts'
import { sopBenih, sopKecil } from '../../bantuan/sop-contoh.ts'

describe('yang dikumpulkan rekap', () => {
  it.each([
    ['taman-pengumpulan.yaml', 'FORMULIR'],
    ['muara-papalik-pengumpulan.yaml', 'FORMULIR'],
    ['taman-pengukuran.yaml', 'KERTAS_KERJA'],
    ['candipuro-pengukuran.yaml', 'KERTAS_KERJA'],
    // measures without a step of recap
    ['kalipare-pengukuran.yaml', 'KERTAS_KERJA'],
    // measures after its recap of forms
    ['nganjuk-pengumpulan.yaml', 'FORMULIR'],
  ])('%s: %s', (nama, sumber) => expect(sumberRekap(sopBenih(nama))).toBe(sumber))

  it('dua rekap dalam satu SOP: masing-masing menurut langkah yang mendahuluinya', () => {
    const sop = sopKecil([
      { kode: 'A', jenis: 'siapkan-formulir', berikutnya: ['B'] },
      { kode: 'B', jenis: 'pengisian', pelaksana: 'KASI', berikutnya: ['C'] },
      { kode: 'C', jenis: 'rekap', berikutnya: ['D'] },
      { kode: 'D', jenis: 'pengukuran', berikutnya: ['E'] },
      { kode: 'E', jenis: 'rekap' },
    ])
    expect([sumberRekap(sop, 'C'), sumberRekap(sop, 'E'), sumberRekap(sop)]).toEqual([
      'FORMULIR',
      'KERTAS_KERJA',
      'KERTAS_KERJA',
    ])
  })
})
