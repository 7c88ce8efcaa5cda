import { expect, test } from 'vitest'
import { selCsv } from '../../../src/modul/jejak-audit/csv.ts'
import { daftarkanKalimat, susunKalimat } from '../../../src/modul/jejak-audit/index.ts'
import { susunRincian } from '../../../src/modul/jejak-audit/rincian.ts'

test.each([
  ['=1+1', `"'=1+1"`],
  ['+62', `"'+62"`],
  ['-5', `"'-5"`],
  ['@SUM', `"'@SUM"`],
  ['\tx', `"'\tx"`],
  ['\rx', `"'\rx"`],
  ["'x", `"''x"`],
  ['a;b"c', '"a;b""c"'],
  ['', '""'],
])('Sel CSV %j ditulis %j', (teks, sel) => {
  expect(selCsv(teks)).toBe(sel)
})

test('Kalimat diisi dari rincian: tanggal dengan kata, yang tidak ada menjadi –, tanpa kalimat tampil namanya', () => {
  expect(
    susunKalimat({
      peristiwa: 'penugasan.diakhiri',
      rincian: { nama: 'Joko', jabatan: 'Plt. Camat', selesai: '2026-07-05' },
    }),
  ).toBe('Mengakhiri penugasan Joko sebagai Plt. Camat pada 5 Juli 2026')
  expect(susunKalimat({ peristiwa: 'kalender.libur-dihapus', rincian: null })).toBe('Menghapus hari libur –: –')
  expect(susunKalimat({ peristiwa: 'tak.ada', rincian: {} })).toBe('Peristiwa “tak.ada”')
})

test('Modul menambah kalimatnya; dua kalimat berbeda untuk satu peristiwa adalah galat', () => {
  daftarkanKalimat({ 'uji.dicoba': 'Mencoba {apa}' })
  daftarkanKalimat({ 'uji.dicoba': 'Mencoba {apa}' })
  expect(susunKalimat({ peristiwa: 'uji.dicoba', rincian: { apa: ['a', 'b'] } })).toBe('Mencoba a, b')
  expect(() => daftarkanKalimat({ 'uji.dicoba': 'Lain' })).toThrow('kalimat ganda')
})

test('Rincian: hanya yang berubah, semula dan menjadi; alasan terpisah; id mesin tidak ditampilkan', () => {
  const id = '0b0f3b9e-4a4e-4c65-9f5c-0d8ab0a8f3a1'
  expect(
    susunRincian({
      lama: { nama: 'A', nip: null, aktif: true },
      baru: { nama: 'B', nip: null, aktif: true },
      alasan: 'salah tulis',
      pegawaiId: id,
    }),
  ).toEqual({
    perubahan: [{ nama: 'nama', lama: 'A', baru: 'B' }],
    lain: [],
    alasan: 'salah tulis',
  })
  expect(susunRincian({ selesai: '2026-07-05', lama: { selesai: null }, nama: 'Joko' })).toEqual({
    perubahan: [{ nama: 'selesai', lama: '–', baru: '5 Juli 2026' }],
    lain: [{ label: 'nama', nilai: 'Joko' }],
    alasan: '',
  })
  expect(susunRincian({ lama: '12', baru: '13' }).perubahan).toEqual([{ nama: 'nilai', lama: '12', baru: '13' }])
  expect(susunRincian('teks')).toEqual({ perubahan: [], lain: [], alasan: '' })
})
