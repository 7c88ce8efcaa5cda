import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bacaMutuSkm,
  bacaPredikat,
  cariPredikatSakip,
  hitungSkm,
  pastikanSkala,
  periksaRentang,
  periksaSkala,
  SKALA_PERMENDAGRI_86,
  type Skala,
  UNSUR_SKM,
} from '../../../src/modul/pengukuran/index.ts'

const angka = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => String(n / 1000)),
  fc.constantFrom('0', '50.995', '90.994', '90.995', '999999999999999.999999'),
)
const skala = (...batas: (string | number | null)[]): Skala => ({
  nama: 'Uji',
  sumber: 'uji',
  kelas: batas.map((batasBawah, ke) => ({ nama: `Kelas ${ke}`, batasBawah, warna: 'biru' })),
})

describe('predikat Permendagri 86/2017', () => {
  it.each([
    ['250', 'Sangat Tinggi'],
    ['91', 'Sangat Tinggi'],
    ['90.995', 'Sangat Tinggi'],
    ['90.994', 'Tinggi'],
    ['76', 'Tinggi'],
    ['75.99', 'Sedang'],
    ['66', 'Sedang'],
    ['65.5', 'Rendah'],
    ['51', 'Rendah'],
    ['50.99', 'Sangat Rendah'],
    ['0', 'Sangat Rendah'],
    ['-5', 'Sangat Rendah'],
  ])('%s adalah %s', (nilai, nama) => {
    expect(bacaPredikat(nilai, SKALA_PERMENDAGRI_86).nama).toBe(nama)
  })

  it('skala bawaan sah; tabelnya seperti tercetak (91–100, 76–90, …) ditolak karena bercelah', () => {
    expect(periksaSkala(SKALA_PERMENDAGRI_86)).toEqual([])
    const tercetak = [
      { nama: 'Sangat Tinggi', bawah: '91', atas: '100', warna: '' },
      { nama: 'Tinggi', bawah: '76', atas: '90', warna: '' },
      { nama: 'Sedang', bawah: '66', atas: '75', warna: '' },
      { nama: 'Rendah', bawah: '51', atas: '65', warna: '' },
      { nama: 'Sangat Rendah', bawah: '0', atas: '50', warna: '' },
    ]
    expect(periksaRentang(tercetak)).toHaveLength(4)
    expect(periksaRentang(tercetak)[0]).toBe('Ada celah antara Tinggi (sampai 90) dan Sangat Tinggi (mulai 91).')
  })

  it('rentang bersambung diterima, bertumpuk atau terbalik ditolak', () => {
    const dua = (atasBawah: string, bawahAtas: string) => [
      { nama: 'Baik', bawah: bawahAtas, atas: '100', warna: '' },
      { nama: 'Buruk', bawah: '0', atas: atasBawah, warna: '' },
    ]
    expect(periksaRentang(dua('59.99', '60'))).toEqual([])
    expect(periksaRentang(dua('60', '60'))[0]).toMatch(/bertumpuk/)
    expect(periksaRentang(dua('70', '60'))[0]).toMatch(/bertumpuk/)
    expect(periksaRentang(dua('59.99', '101')).join()).toMatch(/tidak benar/)
    expect(periksaRentang(dua('x', '60'))).toEqual(['Batas kelas Buruk tidak benar.'])
    expect(periksaRentang(dua('59.99', 'x'))).toEqual(['Batas kelas Baik tidak benar.'])
    expect(periksaRentang([{ nama: 'Satu', bawah: '5', atas: '5', warna: '' }])).toEqual([])
  })

  it('setiap kalimat menyebut kelasnya, dan semuanya disebut sekaligus', () => {
    expect(periksaSkala(skala('80', '90', 'x', null))).toEqual([
      'Kelas ke-1 dan ke-2 bertumpuk: batas bawah harus menurun dari kelas tertinggi.',
      'Batas bawah kelas ke-3 bukan angka.',
    ])
    expect(periksaSkala(skala('0', '0'))).toEqual([
      'Kelas ke-1 dan ke-2 bertumpuk: batas bawah harus menurun dari kelas tertinggi.',
    ])
    expect(periksaSkala(skala())).toEqual(['Skala memerlukan paling sedikit dua kelas.'])
    expect(periksaSkala(skala('90', 'x')).join()).toMatch(/Kelas terendah/)
    expect(() => pastikanSkala(skala('x', '5'))).toThrow(
      'nilai di bawahnya tidak punya kelas. Batas bawah kelas ke-1 bukan angka.',
    )
  })

  it.each([
    [skala('90', '80', '0'), null],
    [skala(90, 80, null), null],
    [skala('90', null), null],
    [skala('90'), /dua kelas/],
    [skala('80', '90', null), /bertumpuk/],
    [skala('90', '90', null), /bertumpuk/],
    [skala('90', 'x', null), /bukan angka/],
    [skala('90', null, null), /bukan angka/],
    [skala('90', '80', '50'), /Kelas terendah/],
    [
      {
        ...skala('90', null),
        kelas: [
          { nama: 'A', batasBawah: '90', warna: '' },
          { nama: 'a ', batasBawah: null, warna: '' },
        ],
      },
      /sama/,
    ],
    [
      {
        ...skala('90', null),
        kelas: [
          { nama: ' ', batasBawah: '90', warna: '' },
          { nama: 'B', batasBawah: null, warna: '' },
        ],
      },
      /bernama/,
    ],
  ])('skala %# diperiksa', (satu, masalah) => {
    if (masalah) expect(() => pastikanSkala(satu)).toThrow(masalah)
    else expect(() => pastikanSkala(satu)).not.toThrow()
  })

  it('hukum: setiap bilangan punya tepat satu predikat, dan predikat tidak turun bila nilai naik', () => {
    const urutan = (nilai: string) =>
      SKALA_PERMENDAGRI_86.kelas.findIndex(({ nama }) => nama === bacaPredikat(nilai, SKALA_PERMENDAGRI_86).nama)
    fc.assert(
      fc.property(angka, angka, (a, b) => {
        const [kecil, besar] = Number(a) <= Number(b) ? [a, b] : [b, a]
        expect(urutan(kecil)).toBeGreaterThanOrEqual(urutan(besar))
        expect(urutan(kecil)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('bukan angka tidak punya predikat', () => {
    for (const teks of ['NaN', '', 'abc']) expect(() => bacaPredikat(teks, SKALA_PERMENDAGRI_86)).toThrow(RangeError)
    expect(() => bacaPredikat('5', skala())).toThrow('Skala predikat kosong')
    expect(bacaPredikat('5', skala('x', null)).nama).toBe('Kelas 1')
  })
})

describe('nilai SAKIP (PermenPANRB 88/2021): kelas mulai tepat di atas batasnya', () => {
  it.each([
    ['100', 'AA'],
    ['90.005', 'AA'],
    ['90', 'A'],
    ['80.005', 'A'],
    ['70', 'B'],
    ['70.01', 'BB'],
    ['60', 'CC'],
    ['50', 'C'],
    ['30', 'D'],
    ['0', 'D'],
  ])('%s adalah %s', (nilai, kode) => {
    expect(cariPredikatSakip(nilai)?.kode).toBe(kode)
  })

  it('di luar 0–100 tidak berpredikat', () => {
    expect(cariPredikatSakip('100.01')).toBeNull()
    expect(cariPredikatSakip('-0.01')).toBeNull()
    expect(() => cariPredikatSakip('baik')).toThrow(RangeError)
  })
})

describe('SKM (PermenPANRB 14/2017)', () => {
  const semua = (jumlahNilai: string, responden = '1') =>
    UNSUR_SKM.map(({ kode }) => ({ kode, jumlahNilai, responden }))

  it.each([
    ['4', '100.00', 'A'],
    ['3', '75.00', 'C'],
    ['1', '25.00', 'D'],
  ])('semua unsur %s: IKM %s mutu %s', (nilai, ikm, mutu) => {
    expect(hitungSkm(semua(nilai))).toMatchObject({ ikm, mutu })
  })

  it('NRR dihitung atas responden yang mengisi unsur itu', () => {
    const hasil = hitungSkm(semua('330', '100'))
    expect(hasil).toMatchObject({ ikm: '82.50', mutu: 'B', rumus: 'Σ NRR 29,7000 × 1/9 × 25 = 82,50' })
    expect(hasil.jenis === 'NILAI' && hasil.nrr[0]).toEqual({ kode: 'U1', nrr: '3.3000', tertimbang: '0.3667' })
  })

  it('unsur kurang, ganda, tanpa responden atau di luar 1–4 tidak dihitung', () => {
    expect(hitungSkm(semua('3').slice(1))).toMatchObject({
      jenis: 'KOSONG',
      alasan: 'Unsur U1 (Persyaratan) belum diisi',
    })
    const tidakDapat = (alasan: string) => ({ jenis: 'TIDAK_DAPAT_DIHITUNG', alasan })
    expect(hitungSkm([...semua('3'), ...semua('3').slice(0, 1)])).toMatchObject(
      tidakDapat('Unsur U1 tercatat dua kali'),
    )
    const diLuar = 'Rata-rata unsur U1 di luar 1–4: periksa jumlah nilai dan responden'
    for (const [jumlah, responden, alasan] of [
      ['3', '0', 'Unsur U1 tidak punya responden'],
      ['3', '-1', 'Unsur U1 tidak punya responden'],
      ['5', '1', diLuar],
      ['0', '1', diLuar],
      ['x', '1', 'Isian unsur U1 bukan angka yang sah'],
      ['3', '', 'Isian unsur U1 bukan angka yang sah'],
    ] as const) {
      expect(hitungSkm(semua(jumlah, responden))).toMatchObject(tidakDapat(alasan))
    }
  })

  // published IKM of units in Kab. Padang Pariaman 2023 and Kota Adm. Jakarta Barat 2021
  it.each([
    ['85.13', 'B'],
    ['86.20', 'B'],
    ['76.68', 'B'],
    ['88.11', 'B'],
    ['89.25', 'A'],
    ['93.90', 'A'],
    ['88.17', 'B'],
    ['89.07', 'A'],
    ['88.30', 'B'],
    ['88.305', 'A'],
    ['76.605', 'B'],
    ['76.604', 'C'],
    ['64.99', 'D'],
    ['65', 'C'],
  ])('IKM %s bermutu %s', (ikm, mutu) => {
    expect(bacaMutuSkm(ikm).mutu).toBe(mutu)
  })

  it('hukum: IKM 25–100, tidak bergantung pada urutan unsur', () => {
    const unsur = fc.tuple(
      ...UNSUR_SKM.map(({ kode }) =>
        fc.integer({ min: 10, max: 40 }).map((n) => ({ kode, jumlahNilai: String(n), responden: '10' })),
      ),
    )
    fc.assert(
      fc.property(unsur, (daftar) => {
        const hasil = hitungSkm(daftar)
        expect(hitungSkm(daftar.toReversed())).toEqual(hasil)
        expect(hasil.jenis === 'NILAI' && Number(hasil.ikm) >= 25 && Number(hasil.ikm) <= 100).toBe(true)
      }),
    )
  })
})
