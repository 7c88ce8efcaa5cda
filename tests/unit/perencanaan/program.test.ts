import { expect, test } from 'vitest'
import { ambilDesimal } from '../../../src/inti/angka/index.ts'
import type { BarisProgram } from '../../../src/modul/perencanaan/kueri-program.ts'
import { hitungJumlah, serapan, susunProgram } from '../../../src/modul/perencanaan/tampilan-program.ts'

const sub = (subId: string | null, isi: Partial<BarisProgram> = {}): BarisProgram => ({
  programKode: '7.01.01',
  programNama: 'Penunjang',
  kegiatanKode: '7.01.01.2.01',
  kegiatanNama: 'Perencanaan',
  subId,
  kode: '7.01.01.2.01.0001',
  nama: 'Sub',
  kelurahan: '',
  unit: null,
  jenisAnggaran: 'DPA',
  pagu: '100.00',
  paguLalu: null,
  realisasiLalu: null,
  triwulan: 1,
  realisasi: '25.00',
  ...isi,
})

test('Uang dihitung satu kali walau barisnya berulang; kosong bukan nol', () => {
  const jumlah = hitungJumlah([sub('a'), sub('a'), sub('b', { pagu: '0.10', realisasi: null })])
  expect(jumlah.pagu?.toFixed(2)).toBe('100.10')
  expect(jumlah.realisasi?.toFixed(2)).toBe('25.00')
  expect(jumlah.paguLalu).toBeNull()
})

test('Serapan tanpa pagu atau tanpa realisasi adalah –, nol adalah 0,00%', () => {
  expect(serapan(ambilDesimal('1'), ambilDesimal('0'))).toBe('–')
  expect(serapan(null, ambilDesimal('5'))).toBe('–')
  expect(serapan(ambilDesimal('0'), ambilDesimal('5'))).toBe('0,00%')
  expect(serapan(ambilDesimal('1'), ambilDesimal('3'))).toBe('33,33%')
})

test('Program tanpa kegiatan tetap tampil; kelurahan membedakan sub kegiatan yang sama', () => {
  const vm = susunProgram(
    [
      sub('a', { kelurahan: 'Kelurahan Beji' }),
      sub('b', { kelurahan: 'Kelurahan Wanarejan' }),
      sub(null, {
        programKode: '7.01.02',
        programNama: 'Kosong',
        kegiatanKode: null,
        kode: null,
        pagu: null,
        realisasi: null,
        triwulan: null,
      }),
    ],
    { tahun: 2026, tahunIni: 2026 },
  )
  expect(vm.kelompok.map((k) => [k.kode, k.sel[0], k.kegiatan.length])).toEqual([
    ['7.01.01', '200', 1],
    ['7.01.02', '–', 0],
  ])
  expect(vm.kelompok[0]?.kegiatan[0]?.sub.map((s) => s.kecil)).toEqual(['Kelurahan Beji', 'Kelurahan Wanarejan'])
  expect(vm.sampai).toBe('s.d. Triwulan I')
})
