import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { periksaTarget, type TargetTertulis } from '../../../src/modul/perjanjian-kinerja/periksa-target.ts'

const target = (isi: Partial<TargetTertulis>): TargetTertulis => ({
  polaritas: 'MAKS',
  agregasi: 'KUMULATIF',
  kategori: [],
  target: '100',
  atas: null,
  teks: null,
  cara: 'PER_TRIWULAN',
  tw: [null, null, null, null],
  ...isi,
})
const masalah = (isi: Partial<TargetTertulis>) => periksaTarget(target(isi)).masalah

describe('target setahun menurut polaritas', () => {
  it('angka wajib; rentang memerlukan dua batas yang berurutan; kategori dari kartunya', () => {
    expect(masalah({ target: null })).toEqual(['Tulis target setahun.'])
    expect(masalah({ target: '0' })).toEqual([])
    for (const minus of [{ target: '-4' }, { tw: ['-1', null, null, null] as const }])
      expect(masalah(minus)).toContain('Target kurang dari nol tidak dapat diukur. Tulis 0 atau lebih.')
    expect(masalah({ polaritas: 'RENTANG', target: '80' })).toEqual(['Tulis kedua batas rentangnya.'])
    expect(masalah({ polaritas: 'RENTANG', target: '90', atas: '80' })).toEqual([
      'Batas bawah lebih besar dari batas atas.',
    ])
    expect(masalah({ polaritas: 'RENTANG', target: '80', atas: '90' })).toEqual([])
    const kategori = [{ kode: 'A', nama: 'Memuaskan', skor: 5 }]
    expect(masalah({ polaritas: 'KATEGORI', kategori, target: null, teks: 'A' })).toEqual([])
    expect(masalah({ polaritas: 'KATEGORI', kategori, target: null, teks: 'Z' })).toEqual([
      'Pilih kategori yang ditargetkan.',
    ])
    expect(masalah({ polaritas: 'RENTANG', target: '80', atas: '90', tw: ['1', null, null, null] })).toHaveLength(1)
  })
})

describe('target triwulan terhadap target setahun', () => {
  it('kumulatif per triwulan: jumlahnya; dibaca kembali dengan kata-kata', () => {
    const benar = periksaTarget(target({ tw: ['25', '25', '25', '25'] }))
    expect(benar).toEqual({
      masalah: [],
      bacaan: 'Jumlah triwulan 25 + 25 + 25 + 25 = 100, sama dengan target setahun.',
    })
    expect(masalah({ tw: ['25', '50', '75', '100'] })).toEqual([
      'Jumlah triwulan 25 + 50 + 75 + 100 = 250, padahal target setahun 100. Perbaiki salah satunya.',
    ])
  })

  it('kumulatif berjalan: angka terakhir, dan tidak pernah turun', () => {
    expect(masalah({ cara: 'BERJALAN', tw: ['25', '50', '75', '100'] })).toEqual([])
    expect(masalah({ cara: 'BERJALAN', tw: [null, '60', '40', '100'] })).toEqual([
      'Target yang dihitung sejak awal tahun tidak dapat turun dari triwulan ke triwulan.',
    ])
    expect(masalah({ cara: 'BERJALAN', tw: ['25', '25', '25', '25'] })[0]).toContain('Sampai dengan triwulan IV = 25')
  })

  it('posisi akhir: angka terakhir; rata-rata: rata-ratanya; triwulan kosong belum jatuh tempo', () => {
    expect(masalah({ agregasi: 'POSISI_AKHIR', tw: [null, '90', null, '100'] })).toEqual([])
    expect(masalah({ agregasi: 'POSISI_AKHIR', tw: ['100', '100', '100', '90'] })).toHaveLength(1)
    expect(masalah({ agregasi: 'RATA_RATA', tw: ['90', '110', null, null] })).toEqual([])
    expect(masalah({ agregasi: 'RATA_RATA', tw: ['90', '100', null, null] })[0]).toContain('÷ 2 = 95')
    expect(periksaTarget(target({})).bacaan).toBe('Triwulan kosong: diukur pada akhir tahun.')
  })

  it('apa pun targetnya: bagian yang berjumlah sama diterima, yang ditambah satu ditolak', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 4, maxLength: 4 }), (bagian) => {
        const jumlah = bagian.reduce((a, b) => a + b, 0)
        const berjalan = bagian.map((_, ke) => String(bagian.slice(0, ke + 1).reduce((a, b) => a + b, 0)))
        const tw = bagian.map(String)
        expect(masalah({ target: String(jumlah), tw })).toEqual([])
        expect(masalah({ target: String(jumlah), tw: berjalan, cara: 'BERJALAN' })).toEqual([])
        expect(masalah({ target: String(jumlah + 1), tw })).toHaveLength(1)
      }),
    )
  })
})
