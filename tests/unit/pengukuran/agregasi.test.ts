import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CaraTarget,
  hitungAgregasi,
  hitungKinerja,
  type MasukanKinerja,
  type Nilai,
  nilaiDari,
  TIPE_AGREGASI,
  type TipeAgregasi,
} from '../../../src/modul/pengukuran/index.ts'

const NA: Nilai = { status: 'TIDAK_BERLAKU' }
const BELUM: Nilai = { status: 'BELUM_JATUH_TEMPO' }
const tw = (...isi: (string | null | Nilai)[]): Nilai[] =>
  isi.map((satu) => (typeof satu === 'object' && satu ? satu : nilaiDari(satu)))

function agregasi(
  tipe: TipeAgregasi,
  sampai: number,
  {
    target,
    realisasi,
    cara = 'PER_TRIWULAN',
    arah,
  }: { target: (string | null)[]; realisasi: Nilai[]; cara?: CaraTarget; arah?: 'MAKS' | 'MIN' },
) {
  const hasil = hitungAgregasi({ tipe, cara, sampai, target, realisasi, arah })
  const isi = (satu: typeof hasil.target) => (satu.jenis === 'NILAI' ? satu.nilai : satu.jenis)
  return { ...hasil, r: isi(hasil.realisasi), t: isi(hasil.target) }
}

describe('kumulatif', () => {
  it('target diketik per triwulan atau berjalan memberi hasil sama', () => {
    const realisasi = tw('20', '30', '25', null)
    expect(agregasi('KUMULATIF', 3, { target: ['25', '25', '25', '25'], realisasi })).toMatchObject({
      r: '75',
      t: '75',
    })
    expect(agregasi('KUMULATIF', 3, { target: ['25', '50', '75', '100'], realisasi, cara: 'BERJALAN' })).toMatchObject({
      r: '75',
      t: '75',
    })
  })

  it('salah menebak cara target memberi hasil yang jauh berbeda: karena itu ditanyakan', () => {
    const realisasi = tw('25', '25', null, null)
    expect(agregasi('KUMULATIF', 2, { target: ['25', '50', '75', '100'], realisasi }).t).toBe('75')
    expect(agregasi('KUMULATIF', 2, { target: ['25', '50', '75', '100'], realisasi, cara: 'BERJALAN' }).t).toBe('50')
  })

  it('triwulan yang tidak berlaku keluar bersama targetnya', () => {
    const realisasi = tw('3', NA, '4', null)
    expect(agregasi('KUMULATIF', 3, { target: ['3', '3', '3', '3'], realisasi })).toMatchObject({
      r: '7',
      t: '6',
      dikecualikan: [2],
      hilang: [],
    })
    expect(agregasi('KUMULATIF', 3, { target: ['3', '6', '9', '12'], realisasi, cara: 'BERJALAN' })).toMatchObject({
      r: '7',
      t: '6',
    })
  })

  it('triwulan tanpa target bukan hutang; target nol tetap target', () => {
    expect(
      agregasi('KUMULATIF', 2, { target: [null, '2', null, '1'], realisasi: tw(null, '1', null, null) }),
    ).toMatchObject({
      r: '1',
      t: '2',
      hilang: [],
      tanpaTarget: [1],
    })
    expect(
      agregasi('KUMULATIF', 2, { target: ['0', '2', null, '1'], realisasi: tw(null, '1', null, null) }),
    ).toMatchObject({ t: '2', hilang: [1] })
    expect(
      agregasi('KUMULATIF', 3, { target: [null, null, null, '1'], realisasi: tw(null, null, null, null) }),
    ).toMatchObject({
      r: 'BELUM_JATUH_TEMPO',
      t: 'BELUM_JATUH_TEMPO',
      hilang: [],
    })
  })

  it('semua kosong adalah kosong, bukan nol; nol yang diisi adalah nol', () => {
    const target = ['3', '3', '3', '3']
    expect(agregasi('KUMULATIF', 2, { target, realisasi: tw(null, null, '9', '9') })).toMatchObject({
      r: 'KOSONG',
      hilang: [1, 2],
    })
    expect(agregasi('KUMULATIF', 2, { target, realisasi: tw('0', null, null, null) })).toMatchObject({
      r: '0',
      t: '6',
      hilang: [2],
    })
    expect(agregasi('KUMULATIF', 2, { target, realisasi: tw(NA, NA, null, null) })).toMatchObject({
      r: 'TIDAK_BERLAKU',
    })
    expect(agregasi('KUMULATIF', 2, { target, realisasi: tw(NA, BELUM, null, null) })).toMatchObject({
      r: 'TIDAK_BERLAKU',
    })
    expect(agregasi('KUMULATIF', 2, { target, realisasi: tw(BELUM, BELUM, null, null) })).toMatchObject({
      r: 'BELUM_JATUH_TEMPO',
    })
  })
})

describe('posisi akhir, rata-rata, terbaik, terburuk', () => {
  const target = ['82', '83', '84', '85']

  it('posisi akhir memakai nilai terakhir yang terisi dan target triwulan itu', () => {
    expect(agregasi('POSISI_AKHIR', 3, { target, realisasi: tw('81', '83.5', null, null) })).toMatchObject({
      r: '83.5',
      t: '83',
      hilang: [3],
    })
  })

  it('rata-rata memakai triwulan yang sama untuk realisasi dan target', () => {
    expect(agregasi('RATA_RATA', 4, { target, realisasi: tw('80', null, '90', '91') })).toMatchObject({
      r: '87',
      t: '83.666667',
      hilang: [2],
    })
  })

  it('terbaik dan terburuk menurut arah indikator, terhadap target terakhir', () => {
    const realisasi = tw('81', '90', '84', null)
    expect(agregasi('TERBAIK', 3, { target, realisasi })).toMatchObject({ r: '90', t: '84' })
    expect(agregasi('TERBURUK', 3, { target, realisasi })).toMatchObject({ r: '81', t: '84' })
    expect(agregasi('TERBAIK', 3, { target, realisasi, arah: 'MIN' })).toMatchObject({ r: '81' })
    expect(agregasi('TERBURUK', 3, { target, realisasi, arah: 'MIN' })).toMatchObject({ r: '90' })
  })

  it('rumusnya menyebut dari mana angkanya', () => {
    const rumus = (tipe: TipeAgregasi, isi: Nilai[], cara?: CaraTarget) => {
      const { realisasi, target: t } = agregasi(tipe, 3, { target: ['1', '2', '3', '4'], realisasi: isi, cara })
      return [realisasi, t].map((satu) => (satu.jenis === 'NILAI' ? satu.rumus : satu.jenis))
    }
    const isi = tw('5', '7', '7', null)
    expect(rumus('KUMULATIF', isi)).toEqual(['5 + 7 + 7 = 19', '1 + 2 + 3 = 6'])
    expect(rumus('KUMULATIF', isi, 'BERJALAN')).toEqual(['5 + 7 + 7 = 19', 'target berjalan = 3'])
    expect(rumus('POSISI_AKHIR', isi)).toEqual(['nilai TW III = 7', 'target TW III = 3'])
    expect(rumus('TERBAIK', isi)).toEqual(['nilai terbaik, TW II = 7', 'target TW III = 3'])
    expect(rumus('TERBURUK', isi)).toEqual(['nilai terburuk, TW I = 5', 'target TW III = 3'])
    expect(rumus('RATA_RATA', isi)).toEqual(['(5 + 7 + 7) ÷ 3 = 6,333333', '(1 + 2 + 3) ÷ 3 = 2'])
  })

  it('teks yang bukan angka merusak hasil, tidak hilang diam-diam', () => {
    expect(agregasi('KUMULATIF', 2, { target, realisasi: tw('81', 'abc', null, null) })).toMatchObject({
      r: 'TIDAK_DAPAT_DIHITUNG',
    })
    expect(agregasi('KUMULATIF', 2, { target: ['1', 'NaN'], realisasi: tw('81', '1') }).realisasi).toMatchObject({
      alasan: 'Target TW II bukan angka yang sah',
    })
  })
})

describe('kinerja satu indikator: agregasi, capaian, predikat', () => {
  const dasar: MasukanKinerja = {
    polaritas: 'MAKS',
    agregasi: 'KUMULATIF',
    cara: 'PER_TRIWULAN',
    sampai: 4,
    targetTriwulan: ['25', '25', '25', '25'],
    targetTahunan: '110',
    realisasi: tw('30', '30', '20', '19'),
  }

  it('capaian tahunan memakai target PK setahun, bukan rata-rata persen triwulan', () => {
    expect(hitungKinerja(dasar)).toMatchObject({ capaian: { nilai: '99.00' } })
    expect(hitungKinerja({ ...dasar, dasar: 'TAHUNAN' })).toMatchObject({
      capaian: { nilai: '90.00' },
      predikat: { nama: 'Tinggi' },
      agregat: { target: { nilai: '110' } },
    })
  })

  it('hanya target tahunan: kosong tetap terdaftar', () => {
    const masukan: MasukanKinerja = {
      ...dasar,
      dasar: 'TAHUNAN',
      targetTriwulan: [null, null, null, null],
      realisasi: tw('30', '30', '20', null),
    }
    expect(hitungKinerja(masukan)).toMatchObject({ capaian: { nilai: '72.73' }, agregat: { hilang: [4] } })
  })

  it('rentang dan kategori memakai target setahun', () => {
    const rentang: MasukanKinerja = {
      ...dasar,
      polaritas: 'RENTANG',
      agregasi: 'POSISI_AKHIR',
      targetTriwulan: [null, null, null, null],
      targetTahunan: '80',
      targetAtas: '90',
      realisasi: tw(null, null, null, '70'),
    }
    expect(hitungKinerja(rentang)).toMatchObject({ capaian: { nilai: '87.50' }, agregat: { hilang: [1, 2, 3] } })
    const kategori = [
      { kode: 'WTP', skor: 4 },
      { kode: 'WDP', skor: 3 },
    ]
    const opini: MasukanKinerja = {
      ...rentang,
      polaritas: 'KATEGORI',
      kategori,
      targetTeks: 'WTP',
      targetTahunan: null,
      realisasi: tw(NA, NA, NA, 'WDP'),
    }
    expect(hitungKinerja(opini)).toMatchObject({ capaian: { nilai: '75.00' }, predikat: { nama: 'Sedang' } })
    expect(hitungKinerja({ ...opini, realisasi: tw(null, null, null, null) })).toMatchObject({
      capaian: { jenis: 'KOSONG' },
      predikat: null,
    })
  })

  it('belum ada target yang jatuh tempo: tidak ada capaian, tidak ada predikat', () => {
    const masukan: MasukanKinerja = {
      ...dasar,
      sampai: 1,
      targetTriwulan: [null, null, null, '1'],
      realisasi: tw('1', null, null, null),
    }
    expect(hitungKinerja(masukan)).toMatchObject({ capaian: { jenis: 'BELUM_JATUH_TEMPO' }, predikat: null })
  })
})

describe('hukum agregasi', () => {
  const angka = fc.integer({ min: 0, max: 100_000 }).map((n) => String(n / 100))
  const sel: fc.Arbitrary<Nilai> = fc.oneof(
    angka.map(nilaiDari),
    fc.constantFrom<Nilai>({ status: 'KOSONG' }, NA, BELUM),
  )
  const empat = <T>(satu: fc.Arbitrary<T>) => fc.array(satu, { minLength: 4, maxLength: 4 })

  it('triwulan setelah periode tidak pernah dilihat', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TIPE_AGREGASI),
        fc.integer({ min: 1, max: 3 }),
        empat(fc.option(angka)),
        empat(sel),
        empat(sel),
        (tipe, n, target, a, b) => {
          const lain = [...a.slice(0, n), ...b.slice(n)]
          expect(agregasi(tipe, n, { target, realisasi: lain })).toEqual(agregasi(tipe, n, { target, realisasi: a }))
        },
      ),
    )
  })

  it('kosong tidak pernah dihitung nol: mengganti kosong dengan 0 mengubah keadaannya, dan kosong selalu terdaftar', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TIPE_AGREGASI), empat(angka), empat(sel), (tipe, target, realisasi) => {
        const hasil = agregasi(tipe, 4, { target, realisasi })
        expect(hasil.hilang).toEqual(realisasi.flatMap(({ status }, ke) => (status === 'KOSONG' ? [ke + 1] : [])))
        if (realisasi.every(({ status }) => status !== 'TERISI')) expect(hasil.realisasi.jenis).not.toBe('NILAI')
      }),
    )
  })

  it('kumulatif bebas urutan; terburuk ≤ rata-rata ≤ terbaik', () => {
    fc.assert(
      fc.property(empat(angka), empat(angka), (target, nilai) => {
        const hitung = (tipe: TipeAgregasi, isi: string[]) =>
          agregasi(tipe, 4, { target, realisasi: isi.map(nilaiDari) }).r
        expect(hitung('KUMULATIF', nilai.toReversed())).toBe(hitung('KUMULATIF', nilai))
        const [buruk, rata, baik] = (['TERBURUK', 'RATA_RATA', 'TERBAIK'] as const).map((tipe) =>
          Number(hitung(tipe, nilai)),
        )
        expect(buruk).toBeLessThanOrEqual(Number(rata) + 1e-6)
        expect(rata).toBeLessThanOrEqual(Number(baik) + 1e-6)
      }),
    )
  })

  it('cara berjalan sama dengan jumlah per triwulan, keadaan sel apa pun', () => {
    fc.assert(
      fc.property(empat(fc.nat(1000)), empat(sel), fc.integer({ min: 1, max: 4 }), (per, realisasi, n) => {
        const berjalan = per.map((_, ke) => String(per.slice(0, ke + 1).reduce((a, b) => a + b, 0)))
        const satu = agregasi('KUMULATIF', n, { target: per.map(String), realisasi })
        const dua = agregasi('KUMULATIF', n, { target: berjalan, realisasi, cara: 'BERJALAN' })
        expect([dua.r, dua.t]).toEqual([satu.r, satu.t])
      }),
    )
  })
})
