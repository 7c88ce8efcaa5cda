import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type BatasRataRata,
  type Butir,
  cariLompatan,
  type Hasil,
  hitungCapaian,
  hitungEfisiensi,
  hitungRataRata,
  hitungSerapan,
  jumlahkanUang,
  nilaiDari,
} from '../../../src/modul/pengukuran/index.ts'

const persen = (nilai: string | null): Hasil =>
  hitungCapaian({ polaritas: 'MAKS', target: '100', realisasi: nilaiDari(nilai) })
const butir = (...nilai: (string | null)[]): Butir[] =>
  nilai.map((satu, ke) => ({ id: `i${ke}`, nama: `Indikator ${ke}`, hasil: persen(satu) }))
const rata = (daftar: Butir[], batas?: BatasRataRata) => {
  const { rataRata } = hitungRataRata(daftar, { batas })
  return rataRata.jenis === 'NILAI' ? rataRata.nilai : rataRata.jenis
}

describe('rata-rata capaian per sasaran', () => {
  it('capaian di atas batas masuk rata-rata sebesar batasnya, nilai aslinya tetap di sampingnya', () => {
    const hasil = hitungRataRata(butir('150', '90'))
    expect(hasil.rataRata).toMatchObject({ nilai: '105.00', rumus: '(120 + 90) ÷ 2 = 105,00%' })
    expect(hasil.disertakan[0]).toEqual({ id: 'i0', nilai: '150.00', dipakai: '120.00', dibatasi: true })
    expect(rata(butir('150', '90'), 'TANPA')).toBe('120.00')
    for (const [batas, nilai] of [
      ['100', '95.00'],
      ['110', '100.00'],
      ['120', '105.00'],
      ['150', '120.00'],
    ] as const) {
      expect(rata(butir('160', '90'), batas)).toBe(nilai)
    }
  })

  it('yang belum diisi atau tidak dapat dihitung tidak ikut, dan disebut sebabnya', () => {
    const hasil = hitungRataRata(butir('80', null, '100'))
    expect(hasil.rataRata).toMatchObject({ nilai: '90.00' })
    expect(hasil.dikecualikan).toEqual([{ id: 'i1', nama: 'Indikator 1', alasan: 'Realisasi belum diisi' }])
    expect(rata(butir(null, null))).toBe('TIDAK_DAPAT_DIHITUNG')
    expect(rata([])).toBe('TIDAK_DAPAT_DIHITUNG')
    expect(rata(butir('0', '100'))).toBe('50.00')
  })

  it('berbobot bila diminta; bobot nol mengeluarkan', () => {
    const [a, b] = butir('80', '100')
    expect(
      a &&
        b &&
        rata([
          { ...a, bobot: 3 },
          { ...b, bobot: '1' },
        ]),
    ).toBe('85.00')
    // one that weighs more is enough for the rule to say so
    expect(a && b && hitungRataRata([a, { ...b, bobot: 3 }])).toMatchObject({
      rataRata: { rumus: '(80 × 1 + 100 × 3) ÷ 4 = 95,00%' },
      aturan: expect.stringMatching(/^Rata-rata berbobot 2 indikator/),
    })
    expect(
      a &&
        b &&
        hitungRataRata([
          { ...a, bobot: 'x' },
          { ...b, bobot: 0 },
        ]).dikecualikan.map(({ alasan }) => alasan),
    ).toEqual(['Bobotnya nol atau bukan angka', 'Bobotnya nol atau bukan angka'])
  })

  it('delapan kecamatan: rata-rata dibulatkan setengah ke atas (LKIP Jakarta Barat 2021, IKM 90,62)', () => {
    expect(rata(butir('88.17', '89.07', '93.38', '91.36', '91.60', '89.20', '90.14', '92.05'))).toBe('90.62')
  })

  it('hukum: di antara yang terkecil dan terbesar, bebas urutan, kosong tidak mengubahnya', () => {
    const nilai = fc.integer({ min: 0, max: 30_000 }).map((n) => String(n / 100))
    fc.assert(
      fc.property(
        fc.array(nilai, { minLength: 1, maxLength: 12 }),
        fc.constantFrom<BatasRataRata>('TANPA', '100', '120'),
        (isi, batas) => {
          const hasil = rata(butir(...isi), batas)
          expect(rata(butir(...isi.toReversed()), batas)).toBe(hasil)
          expect(rata(butir(...isi, null), batas)).toBe(hasil)
          const dipotong = isi.map((satu) => (batas === 'TANPA' ? Number(satu) : Math.min(Number(satu), Number(batas))))
          expect(Number(hasil)).toBeGreaterThanOrEqual(Math.min(...dipotong) - 0.005)
          expect(Number(hasil)).toBeLessThanOrEqual(Math.max(...dipotong) + 0.005)
        },
      ),
    )
  })
})

describe('serapan dan efisiensi', () => {
  it('pagu nol tidak dapat dihitung, melebihi pagu diperingatkan, kosong bukan nol', () => {
    const tidakDapat = (alasan: string) => ({ jenis: 'TIDAK_DAPAT_DIHITUNG', alasan })
    expect(hitungSerapan({ pagu: '0', realisasi: nilaiDari('5') })).toMatchObject(
      tidakDapat('Pagu nol: serapan tidak dapat dihitung'),
    )
    expect(hitungSerapan({ pagu: '100', realisasi: nilaiDari(null) }).jenis).toBe('KOSONG')
    expect(hitungSerapan({ pagu: '100', realisasi: nilaiDari('0') })).toMatchObject({ nilai: '0.00', peringatan: [] })
    expect(hitungSerapan({ pagu: '100', realisasi: nilaiDari('100') })).toMatchObject({ peringatan: [] })
    expect(hitungSerapan({ pagu: '100', realisasi: nilaiDari('150') })).toMatchObject({
      nilai: '150.00',
      peringatan: ['Realisasi Rp150 melebihi pagu Rp100'],
    })
    expect(hitungSerapan({ pagu: 'x', realisasi: nilaiDari('1') })).toMatchObject(
      tidakDapat('Pagu bukan angka yang sah'),
    )
    expect(hitungSerapan({ pagu: '100', realisasi: nilaiDari('x') })).toMatchObject(
      tidakDapat('Realisasi anggaran bukan angka yang sah'),
    )
  })

  it('uang dihitung sekali pada sub kegiatannya, walau beberapa indikator menunjuknya', () => {
    const baris = { kunci: '7.01.06.2.01.0003', pagu: '1000', realisasi: nilaiDari('900') }
    const lain = { kunci: '7.01.06.2.01.0017', pagu: '500.50', realisasi: nilaiDari(null) }
    expect(jumlahkanUang([baris, { ...baris }, lain, { ...lain }])).toEqual({
      pagu: '1500.5',
      realisasi: { status: 'TERISI', nilai: '900' },
      hilang: ['7.01.06.2.01.0017'],
    })
    expect(() => jumlahkanUang([baris, { ...baris, pagu: '2000' }])).toThrow(/dua kali/)
    expect(() => jumlahkanUang([baris, { ...baris, realisasi: nilaiDari('1') }])).toThrow(/dua kali/)
    expect(() => jumlahkanUang([baris, { ...baris, realisasi: nilaiDari(null) }])).toThrow(/dua kali/)
    expect(() => jumlahkanUang([lain, { ...lain, realisasi: { status: 'TIDAK_BERLAKU' } }])).toThrow(/dua kali/)
    expect(() => jumlahkanUang([{ ...baris, pagu: 'seribu' }])).toThrow(new RangeError('Angka anggaran tidak sah'))
    expect(jumlahkanUang([lain]).realisasi).toEqual({ status: 'KOSONG' })
  })

  it.each([
    ['100', '90', 'EFISIEN', 'Efisien: 100,00% − 90,00% = 10,00%'],
    ['95', '90', 'CUKUP_EFISIEN', 'Cukup efisien: 95,00% − 90,00% = 5,00%'],
    ['85', '90', 'CUKUP_EFISIEN', 'Cukup efisien: 85,00% − 90,00% = -5,00%'],
    ['84.99', '90', 'TIDAK_EFISIEN', 'Tidak efisien: 84,99% − 90,00% = -5,01%'],
    ['0', '0', 'BELUM_DILAKSANAKAN', 'Belum dilaksanakan'],
    ['0', '50', 'TIDAK_EFISIEN', 'Tidak efisien: 0,00% − 50,00% = -50,00%'],
  ])('capaian %s%%, serapan %s%%: %s', (capaian, serapan, status, teks) => {
    expect(hitungEfisiensi(persen(capaian), persen(serapan))).toMatchObject({ status, teks })
  })

  it('tanpa capaian atau serapan tidak ada simpulan', () => {
    const tanpaSimpulan = {
      status: 'TIDAK_DAPAT_DIHITUNG',
      selisih: null,
      teks: 'Tidak dapat dihitung: capaian atau serapan belum ada',
    }
    expect(hitungEfisiensi(persen(null), persen('0'))).toEqual(tanpaSimpulan)
    expect(hitungEfisiensi(persen('0'), persen(null))).toEqual(tanpaSimpulan)
    expect(hitungEfisiensi(persen('0'), persen('0')).selisih).toBe('0.00')
    expect(hitungEfisiensi(persen('84.99'), persen('90')).selisih).toBe('-5.01')
  })
})

describe('lompatan nilai terhadap masa lalu', () => {
  it.each([
    ['84', ['80', '82', '83'], null],
    ['125', ['80', '82', '84'], 'LOMPATAN'],
    ['40', ['80', '82', '84'], 'LOMPATAN'],
    ['855', ['84', '85.5', '86'], 'LETAK_KOMA'],
    ['0.855', ['84', '85.5', '86'], 'LETAK_KOMA'],
    ['8550', ['85.5'], 'LETAK_KOMA'],
    ['5', ['0', '0'], 'LOMPATAN'],
    ['0', ['0'], null],
    ['0', ['12'], 'LOMPATAN'],
    ['12', [], null],
    ['12', [null, null], null],
    [null, ['12'], null],
    ['-80', ['80'], 'LOMPATAN'],
    ['10', ['500', '10', '10', '10', '10'], null],
    ['90', ['10'], 'LETAK_KOMA'],
    ['110', ['10'], 'LETAK_KOMA'],
    ['89', ['10'], 'LOMPATAN'],
    ['111', ['10'], 'LOMPATAN'],
    ['100', ['60', '80'], null],
    ['106', ['60', '80'], 'LOMPATAN'],
    ['60', ['20', '39', '41', '100'], null],
    ['61', ['20', '39', '41', '100'], 'LOMPATAN'],
    ['123', ['82'], null],
    ['123.01', ['82'], 'LOMPATAN'],
    // only the last four count, and the middle one is the middle by size, not by time
    ['10', ['500', '500', '500', '500', '10', '10', '10', '10'], null],
    ['80', ['500', '1', '80'], null],
  ])('%s sesudah %j: %s', (kini, dulu, jenis) => {
    expect(cariLompatan(kini, dulu)?.jenis ?? null).toBe(jenis)
  })

  it.each([
    ['125', '80', '125, naik 56,25% dari nilai sebelumnya 80. Periksa kembali atau jelaskan sebabnya.'],
    ['30', '80', '30, turun 62,50% dari nilai sebelumnya 80. Periksa kembali atau jelaskan sebabnya.'],
    ['8.55', '85.5', '8,55, sedangkan nilai sebelumnya 85,5. Mungkin letak koma keliru; periksa kembali.'],
    ['5', '0', '5, sedangkan nilai sebelumnya 0. Periksa kembali.'],
  ])('kalimatnya menyebut besar perubahan dan nilai sebelumnya: %s sesudah %s', (kini, dulu, teks) => {
    expect(cariLompatan(kini, [dulu])?.teks).toBe(teks)
  })
})
