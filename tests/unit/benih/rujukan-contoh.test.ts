import { describe, expect, it } from 'vitest'
import { bacaKalender, bacaSkala } from '../../../prisma/benih/baca.ts'
import { periksaSkala, SKALA_PERMENDAGRI_86 } from '../../../src/modul/pengukuran/index.ts'

describe('kalender contoh', () => {
  const kalender = bacaKalender()

  it('2026 resmi: 17 libur nasional dan 8 cuti bersama; 2027 perkiraan: 18 dan 8', () => {
    expect(kalender.map((k) => [k.tahun, k.status, k.liburNasional.length, k.cutiBersama.length])).toEqual([
      [2026, 'RESMI', 17, 8],
      [2027, 'PERKIRAAN', 18, 8],
    ])
  })

  it('tanggal tidak berulang dan berada pada tahunnya', () => {
    for (const { tahun, liburNasional, cutiBersama } of kalender) {
      const tanggal = [...liburNasional, ...cutiBersama].map((hari) => hari.tanggal)
      expect(new Set(tanggal).size).toBe(tanggal.length)
      for (const satu of tanggal) expect(satu.startsWith(`${tahun}-`)).toBe(true)
    }
  })

  it('cuti bersama jatuh pada hari Senin sampai Jumat', () => {
    for (const { tanggal } of kalender.flatMap((k) => k.cutiBersama))
      expect([1, 2, 3, 4, 5], tanggal).toContain(new Date(`${tanggal}T00:00:00Z`).getUTCDay())
  })
})

it('skala predikat sama dengan Permendagri 86/2017 dan dapat dipakai', () => {
  const skala = bacaSkala()
  expect(periksaSkala(skala)).toEqual([])
  expect({ nama: skala.nama, sumber: skala.sumber, kelas: skala.kelas }).toEqual(SKALA_PERMENDAGRI_86)
})
