import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Desimal } from '../../../src/inti/angka/index.ts'
import {
  bulanSaja,
  dasarResmi,
  lengkapSampai,
  type RealisasiSub,
  SUMBER_BULANAN,
  sampaiBulan,
  selisihResmi,
  tanyaWajar,
  turunanTriwulan,
} from '../../../src/modul/perencanaan/anggaran/realisasi.ts'

const bulan = (...nilai: (number | null)[]) =>
  nilai.flatMap((n, ke) => (n === null ? [] : [{ bulan: ke + 1, nilai: String(n) }]))
const siklus = (triwulan: number, nilai: string) => ({ triwulan, nilai, sumber: 'Siklus Pengumpulan Data Kinerja' })

describe('satu kebenaran realisasi', () => {
  test('jumlah sampai bulan adalah jumlah bulannya; kosong bukan nol', () => {
    const sub: RealisasiSub = { bulanan: bulan(10, null, 5), resmi: [] }
    expect([1, 2, 3].map((b) => sampaiBulan(sub, b)?.toFixed())).toEqual(['10', '10', '15'])
    expect(sampaiBulan({ bulanan: [], resmi: [] }, 12)).toBeNull()
    expect([lengkapSampai(sub, 1), lengkapSampai(sub, 3)]).toEqual([true, false])
  })

  test('angka siklus yang disetujui didahulukan; bulan sesudahnya melanjutkan dari situ', () => {
    const sub: RealisasiSub = { bulanan: bulan(10, 10, 10, 7), resmi: [siklus(1, '32')] }
    expect(dasarResmi(sub)?.bulan).toBe(3)
    expect(sampaiBulan(sub, 2)?.toFixed()).toBe('20')
    expect([3, 4].map((b) => sampaiBulan(sub, b)?.toFixed())).toEqual(['32', '39'])
    expect(selisihResmi(sub)).toEqual({ bulan: 3, resmi: '32', bulanan: '30.00' })
    expect(selisihResmi({ ...sub, resmi: [siklus(1, '30')] })).toBeNull()
  })

  test('triwulan yang lengkap bulannya diturunkan; yang sudah tercatat tidak ditimpa', () => {
    const sub: RealisasiSub = {
      bulanan: bulan(1, 2, 3, 4, 5, 6),
      resmi: [{ triwulan: 1, nilai: '6', sumber: SUMBER_BULANAN }],
    }
    expect(turunanTriwulan(sub)).toEqual([
      { triwulan: 1, nilai: '6.00' },
      { triwulan: 2, nilai: '21.00' },
    ])
    expect(turunanTriwulan({ ...sub, resmi: [siklus(1, '10')] })).toEqual([{ triwulan: 2, nilai: '25.00' }])
    expect(turunanTriwulan({ bulanan: bulan(1, null, 3), resmi: [] })).toEqual([])
  })

  test('siklus bulanan: angkanya s.d. bulan itu; bulan sendiri adalah selisihnya, triwulan mengikuti', () => {
    const lapor = (b: number, nilai: string) => ({ bulan: b, nilai, sumber: 'Siklus Pengumpulan bulanan' })
    const sub: RealisasiSub = { bulanan: bulan(10, 10, null, 7), resmi: [lapor(2, '25'), lapor(3, '40')] }
    expect(dasarResmi(sub)).toEqual({ bulan: 3, nilai: '40', sumber: 'Siklus Pengumpulan bulanan', perBulan: true })
    expect([1, 2, 3, 4].map((b) => sampaiBulan(sub, b)?.toFixed())).toEqual(['10', '25', '40', '47'])
    expect([1, 2, 3, 4].map((b) => bulanSaja(sub, b)?.nilai.toFixed())).toEqual(['10', '15', '15', '7'])
    expect(turunanTriwulan(sub)).toEqual([{ triwulan: 1, nilai: '40.00' }])
    expect(turunanTriwulan({ bulanan: [], resmi: [lapor(3, '40')] })).toEqual([{ triwulan: 1, nilai: '40.00' }])
    expect(turunanTriwulan({ bulanan: [], resmi: [lapor(2, '25')] })).toEqual([])
    expect(turunanTriwulan({ bulanan: [], resmi: [lapor(12, '90')] })).toEqual([
      { triwulan: 4, nilai: '90.00' },
      { triwulan: 0, nilai: '90.00' },
    ])
  })

  test('bulan sebelumnya belum diketahui: semuanya pada bulan yang dilaporkan, dan dikatakan', () => {
    const resmi = [{ bulan: 3, nilai: '40', sumber: 'Siklus' }]
    expect(bulanSaja({ bulanan: bulan(10), resmi }, 3)).toMatchObject({ nilai: new Desimal(30), gabung: true })
    expect(bulanSaja({ bulanan: bulan(10, 5), resmi }, 3)).toMatchObject({ nilai: new Desimal(25), gabung: false })
    expect(bulanSaja({ bulanan: [], resmi: [{ ...resmi[0], bulan: 1, nilai: '4', sumber: 's' }] }, 1)?.gabung).toBe(
      false,
    )
    expect(bulanSaja({ bulanan: [], resmi }, 2)).toBeNull()
  })

  test('akhir yang sama: tahun didahulukan, lalu triwulan, lalu bulan', () => {
    const bulanan = { bulan: 3, nilai: '40', sumber: 'bulan' }
    expect(dasarResmi({ bulanan: [], resmi: [bulanan, siklus(1, '41')] })).toMatchObject({
      nilai: '41',
      perBulan: false,
    })
    const desember = { bulan: 12, nilai: '40', sumber: 'bulan' }
    const resmi = [desember, siklus(4, '41'), siklus(0, '42')]
    expect(dasarResmi({ bulanan: [], resmi })?.nilai).toBe('42')
    expect(turunanTriwulan({ bulanan: [], resmi: [desember, siklus(4, '41')] })).toEqual([])
    expect(bulanSaja({ bulanan: bulan(null, null, 5), resmi: [bulanan, siklus(1, '41')] }, 3)?.nilai.toFixed()).toBe(
      '5',
    )
  })

  test('setahun penuh: turunan triwulan IV dan tahun sama dengan jumlah dua belas bulan', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1_000_000 }), { minLength: 12, maxLength: 12 }), (nilai) => {
        const jumlah = nilai.reduce((n, x) => n.plus(x), new Desimal(0)).toFixed(2)
        const hasil = turunanTriwulan({ bulanan: bulan(...nilai), resmi: [] })
        expect(hasil.map((h) => h.triwulan)).toEqual([1, 2, 3, 4, 0])
        expect([hasil[3]?.nilai, hasil[4]?.nilai]).toEqual([jumlah, jumlah])
      }),
    )
  })

  test('yang tidak wajar ditanyakan: melebihi pagu, tanpa pagu, kurang dari nol', () => {
    const sub = { bulanan: bulan(60, 30), resmi: [], pagu: '100' }
    expect(tanyaWajar(sub, 3, '10')).toBeNull()
    expect(tanyaWajar(sub, 3, '10.01')).toContain('lebih dari pagu Rp100')
    expect(tanyaWajar(sub, 2, '40')).toBeNull()
    expect(tanyaWajar({ ...sub, pagu: null }, 3, '1')).toContain('tidak mempunyai pagu')
    expect(tanyaWajar(sub, 3, '-5')).toContain('kurang dari nol')
  })
})
