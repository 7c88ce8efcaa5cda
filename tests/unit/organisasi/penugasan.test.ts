import { describe, expect, test } from 'vitest'
import { alasanSandiDitolak } from '../../../src/modul/akun/index.ts'
import { isianAkun, isianPegawai } from '../../../src/modul/organisasi/isian.ts'
import { buatSandiPertama } from '../../../src/modul/organisasi/sandi-pertama.ts'
import { usulNamaPengguna } from '../../../src/modul/organisasi/tampilan-pegawai.ts'
import { alasanBentrok } from '../../../src/modul/organisasi/tugaskan-pegawai.ts'

const KASI = { nama: 'Kasi Pelayanan', peran: 'KASI', kepalaUnit: true } as const
const STAF = { nama: 'Staf Pelayanan', peran: 'STAF', kepalaUnit: false } as const
const joko = (jenis: 'DEFINITIF' | 'PLT' | 'PLH' | 'PJ') => ({
  pegawaiId: 'joko',
  nama: 'Joko',
  jenis,
  mulai: '2026-01-02',
  selesai: null,
})

describe('Tumpang tindih pemangku jabatan', () => {
  test.each([
    ['DEFINITIF', 'DEFINITIF', false],
    ['PLT', 'DEFINITIF', false],
    ['PJ', 'PLT', false],
    ['DEFINITIF', 'PJ', false],
    ['PLH', 'DEFINITIF', true],
    ['PLH', 'PLT', true],
    ['PLH', 'PLH', false],
    ['DEFINITIF', 'PLH', true],
  ] as const)('struktural: %s di samping %s → boleh: %s', (baru, ada, boleh) => {
    const alasan = alasanBentrok(KASI, { isian: { jenis: baru }, pegawaiId: 'sari', lain: [joko(ada)] })
    expect(alasan === null).toBe(boleh)
    if (alasan) expect(alasan).toContain('Joko')
  })
  test('jabatan pelaksana boleh dipegang beberapa orang; orang yang sama tidak boleh dua kali, juga sebagai Plh.', () => {
    expect(
      alasanBentrok(STAF, { isian: { jenis: 'DEFINITIF' }, pegawaiId: 'sari', lain: [joko('DEFINITIF')] }),
    ).toBeNull()
    expect(alasanBentrok(KASI, { isian: { jenis: 'PLH' }, pegawaiId: 'joko', lain: [joko('DEFINITIF')] })).toContain(
      'sudah memegang',
    )
  })
})

test('Sandi pertama: empat kata dan angka, selalu memenuhi aturan sandi, tidak berulang', () => {
  const semua = Array.from({ length: 300 }, buatSandiPertama)
  expect(new Set(semua).size).toBe(300)
  for (const sandi of semua) {
    expect(sandi).toMatch(/^[a-z]+-[a-z]+-[a-z]+-[a-z]+-\d\d$/)
    expect(alasanSandiDitolak(sandi)).toBeNull()
  }
})

test.each([
  ['Dra. Sari Wulandari, M.Si.', 'sari.wulandari'],
  ['Camat Taman (contoh)', 'camat.taman'],
  ['H. Budi', 'budi'],
  ["Ma'ruf Amin Rais", 'maruf.amin'],
  ['', ''],
])('Usul nama pengguna dari "%s": %s', (nama, usul) => {
  expect(usulNamaPengguna(nama)).toBe(usul)
})

test('NIP: spasi dan titik dibuang; panjang dan huruf ditolak; bukan ASN tanpa NIP; kosong boleh', () => {
  const dasar = { nama: 'Sari', jenisNip: 'PNS' }
  expect(isianPegawai.parse({ ...dasar, nip: '19741206 199311.1 001' }).nip).toBe('197412061993111001')
  expect(isianPegawai.parse({ ...dasar, nip: '' }).nip).toBeNull()
  expect(isianPegawai.safeParse({ ...dasar, nip: '19741206199311100' }).success).toBe(false)
  expect(isianPegawai.safeParse({ ...dasar, nip: '19741206199311100A' }).success).toBe(false)
  expect(isianPegawai.safeParse({ ...dasar, jenisNip: 'NON_ASN', nip: '197412061993111001' }).success).toBe(false)
})

test('Nama pengguna tidak boleh menyerupai NIP atau memuat spasi', () => {
  for (const nama of ['197412061993111001', 'a b', '.sari', 'ab', 'sari!'])
    expect(isianAkun.safeParse({ namaPengguna: nama }).success).toBe(false)
  expect(isianAkun.parse({ namaPengguna: ' Sari.W ' }).namaPengguna).toBe('sari.w')
})
