import { describe, expect, it } from 'vitest'
import { hasilTerakhir } from '../../../src/modul/lkjip/hasil-terakhir.ts'
import type { HasilSah } from '../../../src/modul/lkjip/kueri-hasil.ts'
import { persen, TANPA } from './contoh.ts'

const sah = (jenisPeriode: HasilSah['jenisPeriode'], lain: Partial<HasilSah> = {}) =>
  ({
    tahun: 2026,
    jenisPeriode,
    akhirPeriode: '2026-12-31',
    ukur: false,
    capaian: persen('90.00'),
    ...lain,
  }) as HasilSah

/** Every order in which the database could hand them over. */
function urutan<T>(isi: readonly T[]): T[][] {
  return isi.length < 2
    ? [[...isi]]
    : isi.flatMap((x) => urutan(isi.filter((y) => y !== x)).map((lain) => [x, ...lain]))
}

describe('beberapa periode berakhir pada hari yang sama', () => {
  it('yang dipakai selalu periode yang paling luas, dalam urutan apa pun datanya datang', () => {
    const semua = [sah('TRIWULAN'), sah('TAHUN'), sah('BULAN'), sah('SEMESTER')]
    for (const satu of urutan(semua)) expect(hasilTerakhir(satu, 2026)?.jenisPeriode).toBe('TAHUN')
  })

  it('pada periode yang sama yang diukur didahulukan; yang tidak berkata apa-apa tidak menggeser yang berangka', () => {
    const ukur = sah('TRIWULAN', { ukur: true })
    for (const satu of urutan([sah('TRIWULAN'), ukur, sah('TAHUN', { capaian: TANPA })]))
      expect(hasilTerakhir(satu, 2026)).toBe(ukur)
  })
})
