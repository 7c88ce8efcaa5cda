import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import {
  adalahTanggal,
  hariTanggal,
  jam,
  jamMenit,
  namaPeriode,
  type Periode,
  periodeDari,
  periodeSebelum,
  relatifHari,
  rentangPeriode,
  selisihHari,
  skemaPeriode,
  skemaTanggal,
  skemaTanggalAtauBulan,
  tambahBulan,
  tambahHari,
  tanggalJam,
  tanggalLokal,
  tanggalPanjang,
  tanggalPendek,
  triwulanDari,
} from '../../../src/inti/waktu/index.ts'

const tanggal = fc.integer({ min: 0, max: 73_000 }).map((hari) => tambahHari('1990-01-01', hari))

describe('jam', () => {
  afterEach(() => jam.pulihkan())

  it('dapat diatur untuk pengujian dan dipulihkan', () => {
    const tetap = new Date('2026-11-20T03:42:00Z')
    jam.atur(() => tetap)
    expect(jam.sekarang()).toBe(tetap)
    jam.pulihkan()
    expect(Math.abs(jam.sekarang().getTime() - Date.now())).toBeLessThan(1000)
  })
})

describe('tanggal dan jam ditulis seperti surat dinas', () => {
  it('menulis tanggal panjang, berhari, pendek', () => {
    expect(tanggalPanjang('2026-11-20')).toBe('20 November 2026')
    expect(hariTanggal('2026-11-20')).toBe('Jumat, 20 November 2026')
    expect(tanggalPendek('2026-11-20')).toBe('20 Nov 2026')
    expect(hariTanggal('2026-11-05')).toBe('Kamis, 5 November 2026')
    expect(tanggalPanjang('2026-08-17')).toBe('17 Agustus 2026')
    expect(tanggalPanjang('2021-01')).toBe('Januari 2021')
  })

  it('jam memakai titik dan zona kantor, bukan zona mesin', () => {
    const malam = new Date('2026-11-05T17:30:00Z')
    expect(jamMenit(malam, 'Asia/Jakarta')).toBe('00.30')
    expect(tanggalLokal(malam, 'Asia/Jakarta')).toBe('2026-11-06')
    expect(tanggalLokal(malam, 'UTC')).toBe('2026-11-05')
    expect(tanggalJam(new Date('2026-11-20T03:42:59Z'), 'Asia/Jakarta')).toBe('20 November 2026, 10.42 WIB')
    expect(tanggalJam(new Date('2026-11-20T03:42:59Z'), 'Asia/Makassar')).toBe('20 November 2026, 11.42 WITA')
    expect(tanggalJam(new Date('2026-11-20T03:42:59Z'), 'Asia/Jayapura')).toBe('20 November 2026, 12.42 WIT')
  })

  it.each([
    ['2026-11-20', 'hari ini'],
    ['2026-11-21', 'besok'],
    ['2026-11-23', '3 hari lagi'],
    ['2026-11-18', 'terlambat 2 hari'],
    ['2026-11-19', 'terlambat 1 hari'],
  ])('tenggat %s pada 20 November adalah %s', (tenggat, kata) => {
    expect(relatifHari(tenggat, '2026-11-20')).toBe(kata)
  })

  it('tanggal SOP boleh hanya bulan, tetapi bulannya harus ada', () => {
    for (const teks of ['2021-01', '2021-01-15']) expect(skemaTanggalAtauBulan.safeParse(teks).success).toBe(true)
    for (const teks of ['2021-13', '2021', '2021-1', '2021-02-30', 'Januari 2021'])
      expect(skemaTanggalAtauBulan.safeParse(teks).success, teks).toBe(false)
  })

  it.each(['2026-02-30', '2026-13-01', '20-11-2026', '2026-1-1', '', '2026-11-20T00:00', '9999-01-01', '٢٠٢٦-01-01'])(
    '%j bukan tanggal',
    (teks) => {
      expect(adalahTanggal(teks)).toBe(false)
      expect(skemaTanggal.safeParse(teks).success).toBe(false)
      expect(() => tanggalPanjang(teks)).toThrow(RangeError)
    },
  )

  it('hukum: tambah lalu selisih kembali ke jumlahnya', () => {
    fc.assert(
      fc.property(tanggal, fc.integer({ min: -3000, max: 3000 }), (mulai, jumlah) => {
        expect(selisihHari(mulai, tambahHari(mulai, jumlah))).toBe(jumlah)
      }),
    )
  })

  it('sebulan kemudian tidak melewati akhir bulan', () => {
    expect(tambahBulan('2026-01-31', 1)).toBe('2026-02-28')
    expect(tambahBulan('2028-01-31', 1)).toBe('2028-02-29')
    expect(tambahBulan('2026-12-15', 1)).toBe('2027-01-15')
    expect(tambahBulan('2026-01-15', -1)).toBe('2025-12-15')
  })
})

describe('periode', () => {
  it.each([
    [{ jenis: 'BULAN', tahun: 2026, nomor: 3 }, 'Maret 2026', '2026-03-01', '2026-03-31'],
    [{ jenis: 'BULAN', tahun: 2028, nomor: 2 }, 'Februari 2028', '2028-02-01', '2028-02-29'],
    [{ jenis: 'TRIWULAN', tahun: 2026, nomor: 2 }, 'Triwulan II 2026', '2026-04-01', '2026-06-30'],
    [{ jenis: 'SEMESTER', tahun: 2026, nomor: 1 }, 'Semester I 2026', '2026-01-01', '2026-06-30'],
    [{ jenis: 'TAHUN', tahun: 2026, nomor: 1 }, 'Tahun 2026', '2026-01-01', '2026-12-31'],
  ] as const)('%j bernama %s, %s sampai %s', (periode, nama, mulai, akhir) => {
    expect(namaPeriode(periode)).toBe(nama)
    expect(rentangPeriode(periode)).toEqual({ mulai, akhir })
  })

  it('sebelum Triwulan I adalah Triwulan IV tahun lalu', () => {
    expect(periodeSebelum({ jenis: 'TRIWULAN', tahun: 2026, nomor: 1 })).toEqual({
      jenis: 'TRIWULAN',
      tahun: 2025,
      nomor: 4,
    })
    expect(periodeSebelum({ jenis: 'TAHUN', tahun: 2026, nomor: 1 })).toEqual({ jenis: 'TAHUN', tahun: 2025, nomor: 1 })
    expect(periodeSebelum({ jenis: 'BULAN', tahun: 2026, nomor: 5 })).toEqual({ jenis: 'BULAN', tahun: 2026, nomor: 4 })
  })

  it('triwulan dari tanggal', () => {
    expect(['2026-03-31', '2026-04-01', '2026-12-31'].map(triwulanDari)).toEqual([1, 2, 4])
  })

  it('periode yang tidak ada ditolak', () => {
    const salah: Periode[] = [
      { jenis: 'TRIWULAN', tahun: 2026, nomor: 5 },
      { jenis: 'TAHUN', tahun: 2026, nomor: 2 },
      { jenis: 'BULAN', tahun: 2026, nomor: 0 },
      { jenis: 'BULAN', tahun: 2026.5, nomor: 1 },
    ]
    for (const periode of salah) {
      expect(() => namaPeriode(periode)).toThrow(RangeError)
      expect(skemaPeriode.safeParse(periode).success).toBe(false)
    }
    expect(skemaPeriode.parse({ jenis: 'TRIWULAN', tahun: '2026', nomor: '2' })).toEqual({
      jenis: 'TRIWULAN',
      tahun: 2026,
      nomor: 2,
    })
  })

  it('hukum: setiap tanggal ada di dalam periodenya, dan periode bersambung tanpa celah', () => {
    fc.assert(
      fc.property(tanggal, fc.constantFrom('BULAN', 'TRIWULAN', 'SEMESTER', 'TAHUN'), (hari, jenis) => {
        const periode = periodeDari(jenis, hari)
        const { mulai, akhir } = rentangPeriode(periode)
        expect(mulai <= hari && hari <= akhir).toBe(true)
        expect(tambahHari(rentangPeriode(periodeSebelum(periode)).akhir, 1)).toBe(mulai)
      }),
    )
  })
})
