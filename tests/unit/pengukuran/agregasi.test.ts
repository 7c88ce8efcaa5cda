import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CaraTarget,
  hitungAgregasi,
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

describe('sebab, batas, dan ketelitian agregasi', () => {
  const alasan = (isi: Nilai[], target: (string | null)[] = ['1', '1']) => {
    const { realisasi, target: t } = agregasi('KUMULATIF', 2, { target, realisasi: isi })
    return [realisasi, t].map((satu) => (satu.jenis === 'NILAI' ? satu.rumus : satu.alasan))
  }

  it('yang tanpa nilai dikatakan sebabnya', () => {
    expect(alasan(tw(null, null))).toEqual(['Realisasi belum diisi', '1 + 1 = 2'])
    expect(alasan(tw(NA, NA))).toEqual([
      'Tidak diukur sampai periode ini',
      'Belum ada target yang jatuh tempo sampai periode ini',
    ])
    expect(alasan(tw(null, null), [null, null])).toEqual([
      'Belum jatuh tempo sampai periode ini',
      'Belum ada target yang jatuh tempo sampai periode ini',
    ])
  })

  it('triwulan yang belum jatuh tempo keluar bersama targetnya', () => {
    expect(agregasi('KUMULATIF', 2, { target: ['3', '3'], realisasi: tw('3', BELUM) })).toMatchObject({
      r: '3',
      t: '3',
      dikecualikan: [2],
    })
  })

  it('triwulan yang selnya belum ada sama dengan kosong', () => {
    expect(agregasi('KUMULATIF', 2, { target: ['3', '3'], realisasi: tw('3') })).toMatchObject({ r: '3', hilang: [2] })
  })

  it('teks yang rusak sesudah periode tidak mengganggu', () => {
    expect(agregasi('KUMULATIF', 1, { target: ['3', 'x'], realisasi: tw('3', 'abc') })).toMatchObject({
      r: '3',
      t: '3',
    })
  })

  it('satu target triwulan bukan target berjalan, dan target berjalan yang berlubang ditulis bagiannya', () => {
    const rumus = (sampai: number, realisasi: Nilai[], cara?: CaraTarget) => {
      const { target } = agregasi('KUMULATIF', sampai, { target: ['3', '6', '9'], realisasi, cara })
      return target.jenis === 'NILAI' && target.rumus
    }
    expect(rumus(1, tw('1'))).toBe('3')
    expect(rumus(1, tw('1'), 'BERJALAN')).toBe('target berjalan = 3')
    expect(rumus(3, tw('3', NA, '4'), 'BERJALAN')).toBe('3 + 3 = 6')
  })

  it('rata-rata memakai triwulan yang bertarget; tanpa satu pun target, semua yang terisi', () => {
    const realisasi = tw('50', '80', '100')
    expect(agregasi('RATA_RATA', 3, { target: [null, '80', '90'], realisasi })).toMatchObject({ r: '90', t: '85' })
    expect(agregasi('RATA_RATA', 3, { target: [null, null, null], realisasi })).toMatchObject({
      r: '76.666667',
      t: 'BELUM_JATUH_TEMPO',
    })
  })

  it('terbaik diukur terhadap target terakhir yang ada', () => {
    const realisasi = tw('81', '90', '84')
    expect(agregasi('TERBAIK', 3, { target: ['82', '83', null], realisasi })).toMatchObject({ r: '90', t: '83' })
  })

  it.each(TIPE_AGREGASI)('%s dibulatkan menurut desimal yang diminta', (tipe) => {
    const hasil = hitungAgregasi({
      tipe,
      cara: 'PER_TRIWULAN',
      sampai: 1,
      target: ['82.26'],
      realisasi: tw('81.25'),
      desimal: 1,
    })
    expect(hasil).toMatchObject({ realisasi: { nilai: '81.3' }, target: { nilai: '82.3' } })
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
