import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bandingkanWaktu,
  batasWaktuBaku,
  formatJumlahWaktu,
  formatWaktuBaku,
  jumlahWaktuBaku,
  menitKerja,
  skemaWaktuBaku,
  tanggalAturan,
  tanggalLokal,
  tenggatWaktuBaku,
  type WaktuBaku,
} from '../../../src/inti/waktu/index.ts'
import { kalender, wib } from './kalender-uji.ts'

const menit = (nilai: number): WaktuBaku => ({ jenis: 'MENIT', nilai, teks: null })
const jamnya = (nilai: number): WaktuBaku => ({ jenis: 'JAM', nilai, teks: null })
const hk = (nilai: number): WaktuBaku => ({ jenis: 'HARI_KERJA', nilai, teks: null })
const hari = (nilai: number): WaktuBaku => ({ jenis: 'HARI', nilai, teks: null })
const bulan = (nilai: number): WaktuBaku => ({ jenis: 'BULAN', nilai, teks: null })
const rentang: WaktuBaku = { jenis: 'RENTANG', dari: 5, sampai: 10, satuan: 'MENIT', teks: '5-10 Menit' }
const jumatPertama: WaktuBaku = { jenis: 'KALENDER', aturan: 'FREQ=MONTHLY;BYDAY=1FR', teks: 'Jumat Minggu I' }
const tanpa: WaktuBaku = { jenis: 'TIDAK_ADA', teks: null }

describe('jumlah waktu baku SOP contoh', () => {
  it.each([
    [
      'SOP Pengumpulan Data Kinerja Kecamatan Taman',
      [menit(5), menit(60), hk(1), hk(3), menit(120), menit(5), hk(1), menit(120), menit(30), menit(90), tanpa, tanpa],
      '430 menit + 5 hari kerja; 2 langkah tanpa waktu baku',
    ],
    [
      'SOP Pengukuran Kinerja Kecamatan Taman',
      [menit(5), menit(60), menit(120), hk(1), hk(1), menit(120), menit(30), menit(90), menit(30), tanpa],
      '455 menit + 2 hari kerja; 1 langkah tanpa waktu baku',
    ],
    [
      'Mekanisme Pengumpulan Data Kecamatan Muara Papalik',
      [
        menit(15),
        menit(30),
        menit(15),
        menit(15),
        hari(2),
        menit(5),
        menit(10),
        jamnya(2),
        menit(15),
        menit(30),
        hari(1),
        hari(2),
        menit(30),
        jamnya(3),
      ],
      '465 menit + 5 hari kerja',
    ],
    [
      'SOP Pengukuran Data Kinerja Kecamatan Candipuro',
      [menit(10), jamnya(2), jamnya(1), jamnya(3), hari(3), hari(2), hari(1), jamnya(1), menit(10), menit(15)],
      '455 menit + 6 hari kerja',
    ],
    [
      'SOP Pengumpulan Data Kinerja Kecamatan Nganjuk',
      [hari(1), rentang, bulan(1), hari(1), hari(1), jumatPertama, hk(3)],
      '5–10 menit + 6 hari kerja + 1 bulan; 1 langkah menurut kalender',
    ],
    [
      'SOP Pengukuran Kinerja Kecamatan Kalipare',
      [menit(15), menit(30), jamnya(1), menit(15), menit(15), menit(5)],
      '140 menit',
    ],
  ])('%s', (_nama, daftar, teks) => {
    expect(formatJumlahWaktu(jumlahWaktuBaku(daftar))).toBe(teks)
  })

  it('SOP tanpa waktu baku sama sekali berjumlah nol', () => {
    expect(formatJumlahWaktu(jumlahWaktuBaku([]))).toBe('0 menit')
  })
})

describe('isian waktu baku dari berkas SOP', () => {
  it.each([
    [{ teks: '5 menit', jenis: 'MENIT', nilai: 5 }, '5 menit'],
    [{ teks: '1 hari kerja', jenis: 'HARI_KERJA', nilai: 1 }, '1 hari kerja'],
    [{ jenis: 'JAM', nilai: 1.5 }, '1,5 jam'],
    [{ teks: '5-10 Menit', jenis: 'RENTANG', dari: 5, sampai: 10, satuan: 'MENIT' }, '5–10 menit'],
    [{ jenis: 'KALENDER', aturan: 'FREQ=MONTHLY;BYDAY=1FR' }, 'Jumat pertama setiap bulan'],
    [{ jenis: 'KALENDER', aturan: 'FREQ=MONTHLY;BYDAY=-1MO' }, 'Senin terakhir setiap bulan'],
    [{ jenis: 'TIDAK_ADA' }, 'tidak ditetapkan'],
    [{ jenis: 'TIDAK_ADA', teks: null }, 'tidak ditetapkan'],
  ])('%j adalah %s', (isian, teks) => {
    expect(formatWaktuBaku(skemaWaktuBaku.parse(isian))).toBe(teks)
  })

  it.each([
    { jenis: 'MENIT', nilai: 0 },
    { jenis: 'MENIT', nilai: -5 },
    { jenis: 'MENIT', nilai: Number.POSITIVE_INFINITY },
    { jenis: 'MENIT', nilai: '5' },
    { jenis: 'BULAN', nilai: 10_000 },
    { jenis: 'RENTANG', dari: 10, sampai: 5, satuan: 'MENIT' },
    { jenis: 'RENTANG', dari: 1, sampai: 999, satuan: 'BULAN' },
    { jenis: 'KALENDER', aturan: 'FREQ=WEEKLY' },
    { jenis: 'KALENDER', aturan: 'FREQ=MONTHLY;BYDAY=5FR' },
    { jenis: 'TIDAK_ADA', nilai: 5 },
    { jenis: 'LAMA', nilai: 5 },
  ])('%j ditolak', (isian) => {
    expect(skemaWaktuBaku.safeParse(isian).success).toBe(false)
  })
})

describe('batas dan perbandingan', () => {
  it('batas dalam menit kerja, 1 hari kerja = 450 menit', () => {
    expect(batasWaktuBaku(menit(5))).toEqual({ min: 5, maks: 5 })
    expect(batasWaktuBaku(jamnya(2))).toEqual({ min: 120, maks: 120 })
    expect(batasWaktuBaku(hk(3))).toEqual({ min: 1350, maks: 1350 })
    expect(batasWaktuBaku(rentang)).toEqual({ min: 5, maks: 10 })
    for (const satu of [tanpa, bulan(1), jumatPertama]) expect(batasWaktuBaku(satu)).toBeNull()
  })

  it('bulan dan aturan kalender punya panjang bila diketahui mulainya', () => {
    const konteks = { mulai: wib('2026-11-02 07:30'), kalender }
    expect(batasWaktuBaku(bulan(1), konteks)).toEqual({ min: 23 * 450, maks: 23 * 450 })
    expect(batasWaktuBaku(jumatPertama, konteks)).toEqual({ min: 5 * 450, maks: 5 * 450 })
    expect(bandingkanWaktu(0, jumatPertama, konteks)).toEqual({
      status: 'DALAM',
      teks: '0 menit, belum lewat Jumat pertama setiap bulan',
    })
    expect(bandingkanWaktu(6 * 450, jumatPertama, konteks).teks).toBe(
      '6 hari kerja, lewat 1 hari kerja dari Jumat pertama setiap bulan',
    )
  })

  it.each([
    [5, menit(5), 'DALAM', '5 menit, dalam waktu baku 5 menit'],
    [3, rentang, 'DALAM', '3 menit, dalam waktu baku 5–10 menit'],
    [190, jamnya(2), 'LEWAT', '3 jam 10 menit, lewat 1 jam 10 menit dari waktu baku 2 jam'],
    [700, hk(1), 'LEWAT', '1 hari kerja 4 jam 10 menit, lewat 4 jam 10 menit dari waktu baku 1 hari kerja'],
    [30, tanpa, 'TANPA_BAKU', '30 menit; tidak ada waktu baku pembanding'],
  ])('%i menit terhadap baku: %#', (terpakai, baku, status, teks) => {
    expect(bandingkanWaktu(terpakai, baku)).toEqual({ status, teks })
  })
})

describe('tenggat menurut waktu baku', () => {
  const mulai = wib('2026-11-20 16:00')
  it.each([
    [menit(5), '2026-11-20 16:05'],
    [menit(60), '2026-11-23 08:00'],
    [hk(1), '2026-11-23 15:30'],
    [bulan(1), '2026-12-21 16:00'],
    [jumatPertama, '2026-12-04 16:30'],
    [rentang, '2026-11-20 16:10'],
  ])('%j dari Jumat 20 November pukul 16.00 jatuh %s', (baku, tenggat) => {
    expect(tenggatWaktuBaku(mulai, baku, kalender)).toEqual(wib(tenggat))
  })

  it('tanpa waktu baku tidak ada tenggat', () => {
    expect(tenggatWaktuBaku(mulai, tanpa, kalender)).toBeNull()
  })

  it('Jumat pertama yang libur pindah ke hari kerja berikutnya', () => {
    // 1 May 2026 is a Friday and a holiday; 3 April too
    expect(tanggalAturan('FREQ=MONTHLY;BYDAY=1FR', '2026-04-20', kalender)).toBe('2026-05-04')
    expect(tanggalAturan('FREQ=MONTHLY;BYDAY=1FR', '2026-05-04', kalender)).toBe('2026-05-04')
    expect(tanggalAturan('FREQ=MONTHLY;BYDAY=1FR', '2026-05-05', kalender)).toBe('2026-06-05')
    expect(tanggalAturan('FREQ=MONTHLY;BYDAY=1FR', '2026-04-01', kalender)).toBe('2026-04-06')
    expect(tanggalAturan('FREQ=MONTHLY;BYDAY=-1TH', '2026-12-31', kalender)).toBe('2026-12-31')
    expect(() => tanggalAturan('FREQ=DAILY', '2026-05-05', kalender)).toThrow(RangeError)
  })

  it('hari yang jam kerjanya sudah habis menunggu giliran bulan berikutnya', () => {
    expect(tenggatWaktuBaku(wib('2026-11-06 16:30'), jumatPertama, kalender)).toEqual(wib('2026-12-04 16:30'))
    expect(tenggatWaktuBaku(wib('2026-11-06 17:00'), jumatPertama, kalender)).toEqual(wib('2026-12-04 16:30'))
  })

  it('hari terakhir yang pindah melewati akhir bulan tetap dipakai', () => {
    // the last Sunday of May 2026 (31st, holiday) moves over 1 June (holiday) to the 2nd
    expect(tanggalAturan('FREQ=MONTHLY;BYDAY=-1SU', '2026-06-02', kalender)).toBe('2026-06-02')
  })

  it('hukum: bekerja sampai tenggat selalu masih dalam waktu baku, semenit kerja lagi tidak', () => {
    const baku = fc.oneof(
      fc.integer({ min: 1, max: 600 }).map(menit),
      fc.integer({ min: 1, max: 20 }).map(jamnya),
      fc.integer({ min: 1, max: 20 }).map(hk),
    )
    const saat = fc.integer({ min: 0, max: 300 * 1440 }).map((ke) => new Date(Date.UTC(2026, 0, 1) + ke * 60_000))
    fc.assert(
      fc.property(saat, baku, (awal, satu) => {
        const tenggat = tenggatWaktuBaku(awal, satu, kalender) ?? awal
        const terpakai = menitKerja(awal, tenggat, kalender)
        expect(bandingkanWaktu(terpakai, satu).status).toBe('DALAM')
        expect(bandingkanWaktu(terpakai + 1, satu).status).toBe('LEWAT')
        expect(tanggalLokal(tenggat, kalender.zona) >= tanggalLokal(awal, kalender.zona)).toBe(true)
      }),
    )
  })
})
