import { expect, test } from 'vitest'
import type { Pelaku } from '../../../src/inti/pelaku.ts'
import { isianLibur } from '../../../src/modul/kalender/isian.ts'
import { susunKalender } from '../../../src/modul/kalender/tampilan.ts'

const PEMBACA = { peran: ['STAF'], zonaWaktu: 'Asia/Jakarta' } as unknown as Pelaku
const libur = (tanggal: string, isi = {}) => ({
  id: tanggal,
  tanggal,
  nama: 'Libur',
  jenis: 'LIBUR_NASIONAL' as const,
  status: 'RESMI' as const,
  sumber: 'SKB',
  versi: 'v',
  ...isi,
})

test('Hari kerja per bulan: Senin–Jumat tanpa hari libur; libur pada hari Minggu tidak mengurangi', () => {
  const vm = susunKalender(PEMBACA, {
    libur: [libur('2026-06-01'), libur('2026-06-07')],
    tahunTersedia: [2026],
    tahun: 2026,
    kini: new Date('2026-07-06T02:00:00Z'),
  })
  expect(vm.bulan.baris[5]?.sel).toEqual(['Juni 2026', '21'])
  expect(vm.bulan.baris[6]?.sel).toEqual(['Juli 2026', '23'])
  expect(vm.bolehUbah).toBe(false)
  expect(vm.baris[0]?.alamat).toBe('')
})

test('Sumber yang sama ditulis sekali dan dirujuk dengan nomor', () => {
  const vm = susunKalender(PEMBACA, {
    libur: [
      libur('2026-06-01'),
      libur('2026-06-02', { sumber: '' }),
      libur('2026-06-03', { sumber: 'Bupati', status: 'PERKIRAAN' }),
    ],
    tahunTersedia: [],
    tahun: 2026,
    kini: new Date('2026-07-06T02:00:00Z'),
  })
  expect(vm.sumber).toEqual(['SKB', 'Bupati'])
  expect(vm.baris.map((b) => b.sumber)).toEqual([1, 0, 2])
  expect(vm.perkiraan).toBe(1)
})

test('Isian hari libur menolak tanggal yang tidak ada dan jenis asing', () => {
  const dasar = { tanggal: '2026-08-17', nama: 'Kemerdekaan', jenis: 'LIBUR_NASIONAL', status: 'RESMI' }
  expect(isianLibur.safeParse(dasar).success).toBe(true)
  expect(isianLibur.safeParse({ ...dasar, tanggal: '2026-02-29' }).success).toBe(false)
  expect(isianLibur.safeParse({ ...dasar, jenis: 'HARI_MALAS' }).success).toBe(false)
})
