import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hitungNilai, METODE as KODE_METODE, type Metode, type Variabel } from '../../../src/modul/pengukuran/index.ts'
import { ARAH, rumusCapaian, rumusTertulis, VARIAN_MIN } from '../../../src/modul/perencanaan/indikator/istilah.ts'

const v = (kode: string, lain: Partial<Variabel> = {}): Variabel => ({ kode, nama: kode.toUpperCase(), ...lain })
const tulis = (metode: Metode, variabel: readonly Variabel[], ekspresi?: string) =>
  rumusTertulis({ metode, variabel, ekspresi })

describe('rumus nilai tertulis dengan nama datanya, seperti yang dihitung', () => {
  it.each([
    ['TUNGGAL', [v('a')], 'A'],
    ['JUMLAH', [v('a'), v('b')], 'A + B'],
    ['RATA_RATA', [v('a')], 'A'],
    ['RATA_RATA', [v('a'), v('b'), v('c')], '(A + B + C) ÷ 3'],
    ['KATEGORI', [], 'Skor kategori yang dipilih'],
    ['BERBOBOT', [v('a', { bobot: '60' }), v('b', { bobot: 40.5 })], 'A × 60% + B × 40,5%'],
    ['BERBOBOT', [v('a'), v('b', { bobot: null })], 'A × –% + B × –%'],
    ['PERSENTASE', [v('a'), v('b')], 'A ÷ B × 100'],
    ['PERSENTASE', [v('a'), v('b'), v('c')], '(A + B) ÷ C × 100'],
    ['RASIO', [v('a'), v('b')], 'A ÷ B'],
    ['RASIO', [v('a'), v('penyebut1'), v('penyebut2')], 'A ÷ (PENYEBUT1 + PENYEBUT2)'],
    ['RASIO', [v('penyebut'), v('a')], 'A ÷ PENYEBUT'],
    ['RASIO', [v('bukan_penyebut'), v('a')], 'BUKAN_PENYEBUT ÷ A'],
    ['PERSENTASE', [v('a', { peran: 'PENYEBUT' }), v('b', { peran: 'PEMBILANG' })], 'B ÷ A × 100'],
    ['PERSENTASE', [v('penyebut', { peran: 'PEMBILANG' }), v('b', { peran: 'PENYEBUT' })], 'PENYEBUT ÷ B × 100'],
    ['SELISIH', [v('a'), v('b')], 'A − B'],
    ['SELISIH', [v('a'), v('b'), v('c')], 'A − (B + C)'],
    ['SELISIH', [v('a', { peran: 'PENGURANG' }), v('b', { peran: 'SUKU' }), v('c', { peran: 'SUKU' })], 'B + C − A'],
  ] as const)('%s', (metode, variabel, teks) => {
    expect(tulis(metode, variabel)).toBe(teks)
  })

  it('rumus sendiri: kode diganti namanya; yang rusak atau asing ditulis seperti tersimpan', () => {
    expect(tulis('RUMUS', [v('a'), v('b')], '(a + b) ÷ 2')).toBe('(A + B) ÷ 2')
    expect(tulis('RUMUS', [v('a')], 'a ÷ z')).toBe('A ÷ z')
    expect(tulis('RUMUS', [v('a')], 'a ÷')).toBe('a ÷')
    expect(tulis('RUMUS', [v('x'), v('y')], 'x × y')).toBe('X × Y')
    expect(tulis('RUMUS', [v('a')])).toBe('')
  })

  it('pembilang dan penyebut yang tertulis adalah yang dihitung, peran dan urutan apa pun', () => {
    const peran = fc.constantFrom('PEMBILANG', 'PENYEBUT', undefined)
    fc.assert(
      fc.property(fc.array(peran, { minLength: 2, maxLength: 4 }), (daftar) => {
        const variabel = daftar.map((satu, ke) => v(`v${ke}`, { nama: `V${ke}`, ...(satu ? { peran: satu } : {}) }))
        // each value is a power of two, so that a sum tells which parts are in it
        const isian = Object.fromEntries(variabel.map(({ kode }, ke) => [kode, String(2 ** ke)]))
        const hasil = hitungNilai({ metode: 'RASIO', variabel, isian, desimal: 6 })
        if (hasil.jenis !== 'NILAI') return
        const [atas = '', bawah = ''] = tulis('RASIO', variabel).split(' ÷ ')
        const jumlah = (teks: string) => [...teks.matchAll(/V(\d)/g)].reduce((n, m) => n + 2 ** Number(m[1]), 0)
        expect(Number(hasil.nilai)).toBeCloseTo(jumlah(atas) / jumlah(bawah), 5)
      }),
    )
  })

  it('setiap metode mempunyai rumus tertulis', () => {
    for (const metode of KODE_METODE)
      expect(tulis(metode, [v('a', { bobot: '50' }), v('b', { bobot: '50' })], 'a + b'), metode).not.toBe('')
  })
})

describe('rumus capaian tertulis', () => {
  it.each([
    [{ polaritas: 'MAKS', varianMin: 'T/R' }, 'realisasi ÷ target × 100'],
    [{ polaritas: 'MIN', varianMin: '2T-R' }, VARIAN_MIN['2T-R']],
    [{ polaritas: 'MIN', varianMin: 'T/R' }, VARIAN_MIN['T/R']],
    [{ polaritas: 'MIN', varianMin: 'lain' }, VARIAN_MIN['2T-R']],
    [{ polaritas: 'TEPAT', varianMin: '' }, '100 − |realisasi − target| ÷ target × 100, paling rendah 0'],
    [{ polaritas: 'KATEGORI', varianMin: '' }, 'skor realisasi ÷ skor target × 100'],
    [
      { polaritas: 'RENTANG', varianMin: '', arah: 'MIN' },
      `di dalam rentang 100; di luarnya terhadap batas terdekat, ${ARAH.MIN.toLowerCase()}`,
    ],
    [
      { polaritas: 'RENTANG', varianMin: '' },
      `di dalam rentang 100; di luarnya terhadap batas terdekat, ${ARAH.MAKS.toLowerCase()}`,
    ],
  ] as const)('%o', (kartu, teks) => {
    expect(rumusCapaian(kartu)).toBe(teks)
  })
})
