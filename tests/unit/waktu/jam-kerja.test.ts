import { execFileSync } from 'node:child_process'
import { buildSync } from 'esbuild'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  adalahHariKerja,
  formatDurasiKerja,
  hariKerjaAntara,
  hariKerjaBerikut,
  JAM_KERJA_BAKU,
  MENIT_PER_HARI_KERJA,
  menitKerja,
  skemaJamKerja,
  tambahHari,
  tambahHariKerja,
  tambahMenitKerja,
} from '../../../src/inti/waktu/index.ts'
import { kalender, wib } from './kalender-uji.ts'

/** Instants of 2026, to the second. */
const saat = fc
  .integer({ min: Date.UTC(2026, 0, 1) / 1000, max: Date.UTC(2026, 11, 31) / 1000 })
  .map((detik) => new Date(detik * 1000))
const hari = fc.integer({ min: 0, max: 364 }).map((ke) => tambahHari('2026-01-01', ke))

describe('jam kerja baku: Perpres 21/2023, 37 jam 30 menit seminggu', () => {
  it('setiap hari kerja tepat 450 menit, seminggu 2.250 menit', () => {
    for (let ke = 16; ke <= 20; ke++) {
      expect(menitKerja(wib(`2026-11-${ke} 00:00`), wib(`2026-11-${ke} 23:59`), kalender)).toBe(MENIT_PER_HARI_KERJA)
    }
    expect(menitKerja(wib('2026-11-16 00:00'), wib('2026-11-23 00:00'), kalender)).toBe(2250)
  })

  it.each([
    ['2026-11-16 07:30', '2026-11-16 08:30', 60, 'Senin pagi'],
    ['2026-11-16 11:30', '2026-11-16 13:30', 60, 'istirahat tidak dihitung'],
    ['2026-11-20 11:30', '2026-11-20 13:00', 0, 'istirahat Jumat'],
    ['2026-11-20 16:00', '2026-11-23 08:00', 60, 'akhir pekan tidak dihitung'],
    ['2026-08-14 16:00', '2026-08-18 08:00', 60, 'HUT RI tidak dihitung'],
    ['2026-11-16 20:00', '2026-11-16 23:00', 0, 'malam'],
    ['2026-11-16 09:00', '2026-11-16 09:00', 0, 'tanpa selang'],
    ['2026-11-17 09:00', '2026-11-16 09:00', 0, 'terbalik'],
  ])('%s sampai %s adalah %i menit (%s)', (mulai, selesai, menit) => {
    expect(menitKerja(wib(mulai), wib(selesai), kalender)).toBe(menit)
  })

  it('pekerjaan yang habis tepat di akhir jam kerja selesai saat itu, bukan pada pembukaan berikutnya', () => {
    expect(tambahMenitKerja(wib('2026-11-16 07:30'), 450, kalender)).toEqual(wib('2026-11-16 16:00'))
    expect(tambahMenitKerja(wib('2026-11-16 07:30'), 270, kalender)).toEqual(wib('2026-11-16 12:00'))
  })

  it('jam kerja Ramadan adalah data lain', () => {
    const ramadan = {
      ...kalender,
      jamKerja: {
        SENIN: [
          ['08:00', '12:00'],
          ['12:30', '15:00'],
        ],
      },
    } as const
    expect(menitKerja(wib('2026-11-16 00:00'), wib('2026-11-17 00:00'), ramadan)).toBe(390)
  })

  it('jam kerja yang bertumpuk, terbalik atau kosong ditolak', () => {
    expect(skemaJamKerja.safeParse(JAM_KERJA_BAKU).success).toBe(true)
    for (const salah of [
      {
        SENIN: [
          ['08:00', '12:00'],
          ['11:00', '15:00'],
        ],
      },
      { SENIN: [['12:00', '08:00']] },
      { SENIN: [['08:00', '08:00']] },
      { SENIN: [['8', '12:00']] },
      { SENIN: [] },
      {},
      { HARIINI: [['08:00', '12:00']] },
    ]) {
      expect(skemaJamKerja.safeParse(salah).success).toBe(false)
    }
  })

  it('kalender tanpa jam kerja tidak membuat pencarian tanpa akhir', () => {
    const kosong = { ...kalender, jamKerja: {} }
    expect(() => tambahHariKerja('2026-11-16', 1, kosong)).toThrow(RangeError)
    expect(() => tambahMenitKerja(wib('2026-11-16 09:00'), 5, kosong)).toThrow(RangeError)
    expect(menitKerja(wib('2026-11-16 09:00'), wib('2026-11-17 09:00'), kosong)).toBe(0)
  })

  it('tanggal rusak ditolak', () => {
    expect(() => menitKerja(new Date(Number.NaN), wib('2026-11-16 09:00'), kalender)).toThrow(RangeError)
  })
})

describe('hukum waktu kerja', () => {
  it('aditif pada titik belah mana pun', () => {
    fc.assert(
      fc.property(fc.tuple(saat, saat, saat), (tiga) => {
        const [a, b, c] = tiga.toSorted((x, y) => x.getTime() - y.getTime()) as [Date, Date, Date]
        expect(menitKerja(a, b, kalender) + menitKerja(b, c, kalender)).toBe(menitKerja(a, c, kalender))
      }),
    )
  })

  it('tidak berkurang bila selesai lebih lambat, tidak lebih dari menit jam dinding', () => {
    fc.assert(
      fc.property(fc.tuple(saat, saat, saat), (tiga) => {
        const [a, b, c] = tiga.toSorted((x, y) => x.getTime() - y.getTime()) as [Date, Date, Date]
        expect(menitKerja(a, c, kalender)).toBeGreaterThanOrEqual(menitKerja(a, b, kalender))
        expect(menitKerja(a, b, kalender)).toBeLessThanOrEqual((b.getTime() - a.getTime()) / 60_000 + 1)
      }),
    )
  })

  it('nol di dalam akhir pekan dan hari libur', () => {
    fc.assert(
      fc.property(hari, fc.nat(1439), fc.nat(1439), (tanggal, a, b) => {
        fc.pre(!adalahHariKerja(tanggal, kalender))
        const awal = wib(`${tanggal} 00:00`).getTime()
        expect(
          menitKerja(new Date(awal + Math.min(a, b) * 60_000), new Date(awal + Math.max(a, b) * 60_000), kalender),
        ).toBe(0)
      }),
    )
  })

  it('menambah n menit kerja lalu mengukurnya kembali memberi n', () => {
    fc.assert(
      fc.property(saat, fc.nat(20_000), (mulai, menit) => {
        expect(menitKerja(mulai, tambahMenitKerja(mulai, menit, kalender), kalender)).toBe(menit)
      }),
    )
  })

  it('menambah n hari kerja lalu menghitungnya kembali memberi n, dan selalu jatuh pada hari kerja', () => {
    fc.assert(
      fc.property(hari, fc.integer({ min: -200, max: 200 }), (mulai, jumlah) => {
        const sampai = tambahHariKerja(mulai, jumlah, kalender)
        expect(adalahHariKerja(sampai, kalender)).toBe(true)
        if (jumlah > 0) expect(hariKerjaAntara(mulai, sampai, kalender)).toBe(jumlah)
        if (jumlah === 0) expect(sampai).toBe(hariKerjaBerikut(mulai, kalender))
      }),
    )
  })

  it('hari kerja antara dua tanggal aditif dan berbalik tanda', () => {
    fc.assert(
      fc.property(hari, hari, hari, (a, b, c) => {
        const antara = (x: string, y: string) => hariKerjaAntara(x, y, kalender)
        expect(antara(a, b) + antara(b, c)).toBe(antara(a, c))
        expect(antara(a, b) + antara(b, a)).toBe(0)
      }),
    )
  })
})

describe('hari kerja', () => {
  it('melompati akhir pekan, libur nasional dan cuti bersama', () => {
    expect(tambahHariKerja('2026-11-20', 1, kalender)).toBe('2026-11-23')
    // 18–24 March 2026: Nyepi, Idul Fitri and cuti bersama
    expect(tambahHariKerja('2026-03-17', 1, kalender)).toBe('2026-03-25')
    expect(tambahHariKerja('2026-03-25', -1, kalender)).toBe('2026-03-17')
    expect(hariKerjaBerikut('2026-12-24', kalender)).toBe('2026-12-28')
    expect(() => tambahHariKerja('2026-03-25', 0.5, kalender)).toThrow(RangeError)
  })

  it.each([
    [0, '0 menit'],
    [-5, '0 menit'],
    [Number.NaN, '0 menit'],
    [5, '5 menit'],
    [60, '1 jam'],
    [450, '1 hari kerja'],
    [585, '1 hari kerja 2 jam 15 menit'],
    [2680, '5 hari kerja 7 jam 10 menit'],
  ])('%d menit ditulis "%s"', (menit, teks) => {
    expect(formatDurasiKerja(menit)).toBe(teks)
  })
})

describe('zona mesin', () => {
  it('tidak mengubah hasil: dijalankan dengan TZ Honolulu, UTC, Auckland', () => {
    const bundel = buildSync({
      stdin: {
        contents: `
          import { menitKerja, tanggalJam, hariTanggal, rentangPeriode, tambahMenitKerja } from './src/inti/waktu/index.ts'
          import { kalender } from './tests/unit/waktu/kalender-uji.ts'
          const a = new Date('2026-03-13T02:00:00Z'), b = new Date('2026-04-20T18:30:00Z')
          console.log(JSON.stringify([menitKerja(a, b, kalender), tanggalJam(b, kalender.zona), hariTanggal('2026-11-20'),
            rentangPeriode({ jenis: 'TRIWULAN', tahun: 2026, nomor: 1 }), tambahMenitKerja(a, 5000, kalender)]))
          console.error(new Date(0).getTimezoneOffset())`,
        resolveDir: process.cwd(),
      },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      write: false,
      logLevel: 'error',
    })
    const input = bundel.outputFiles[0]?.text ?? ''
    const zona = ['Pacific/Honolulu', 'UTC', 'Pacific/Auckland']
    const keluaran = zona.map((TZ) =>
      execFileSync(process.execPath, ['-'], { input, env: { ...process.env, TZ }, stdio: 'pipe' }).toString(),
    )
    expect(new Set(keluaran).size).toBe(1)
    expect(keluaran[0]).toContain('21 April 2026, 01.30 WIB')
  })
})
