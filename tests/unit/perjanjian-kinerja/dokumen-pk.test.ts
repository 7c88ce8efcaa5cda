import { expect, test } from 'vitest'
import { skemaDokumen } from '../../../src/inti/dokumen/index.ts'
import { susunDokumenPk } from '../../../src/modul/perjanjian-kinerja/dokumen-pk.ts'
import { jabatanKedua, kelompokSasaran, teksTarget } from '../../../src/modul/perjanjian-kinerja/istilah.ts'
import type { Pk } from '../../../src/modul/perjanjian-kinerja/kueri.ts'

const CAMAT = {
  nama: 'Ratna Dewi, S.IP.',
  nip: '197412061993111001',
  jenisNip: 'PNS',
  pangkat: 'Pembina',
  golongan: 'IV/a',
  jabatan: 'Camat Taman',
  jenisPenugasan: 'PLT',
} as const
const target = (sasaran: string | null, isi = {}) => ({
  id: 't',
  indikatorId: 'i',
  kode: 'IKU-01',
  nama: 'Indeks',
  satuan: 'Nilai',
  polaritas: 'MAKS' as const,
  agregasi: 'POSISI_AKHIR' as const,
  kategori: [],
  sasaran,
  target: '86.5',
  atas: null,
  teks: null,
  cara: 'BERJALAN' as const,
  tw: [null, null, null, '86.5'],
  ...isi,
})
const PK: Pk = {
  id: 'x',
  tahun: 2026,
  jenis: 'PERUBAHAN',
  status: 'BERLAKU',
  nomor: '',
  tanggal: null,
  berlakuSejak: '2026-09-01',
  alasan: '',
  dasar: 'STRATEGI',
  jabatanId: 'j',
  pegawaiId: 'p',
  atasanId: null,
  pengajuId: null,
  peran: 'CAMAT',
  unitId: null,
  kesatu: CAMAT,
  kedua: null,
  namaKedua: '',
  jabatanKedua: null,
  berkasSetuju: null,
  berkasTandaTangan: null,
  riwayat: [],
  versi: 1,
  target: [target('A'), target('B'), target('A')],
  anggaran: [
    { kode: '7.01.01', nama: 'Penunjang', jumlah: '3032475000.00', keterangan: 'APBD' },
    { kode: '7.01.02', nama: 'Lain', jumlah: '0.50', keterangan: '' },
  ],
  versiLain: [],
}
const KECAMATAN = {
  id: 'k',
  kode: 'taman',
  nama: 'Kecamatan Taman',
  kabupaten: 'Kabupaten Pemalang',
  tempat: 'Taman',
  alamat: '',
  telepon: '',
  surel: '',
  zonaWaktu: 'Asia/Jakarta',
  kodeSurat: '',
}

test('Dokumen PK sah menurut bentuk dokumen, memuat para pihak, jumlah anggaran, dan dua pasang tanda tangan', () => {
  const dokumen = skemaDokumen.parse(susunDokumenPk(PK, KECAMATAN))
  const teks = JSON.stringify(dokumen)
  expect(teks).toContain('PERJANJIAN KINERJA PERUBAHAN TAHUN 2026')
  expect(teks).toContain('Plt. Camat Taman')
  expect(teks).toContain('BUPATI PEMALANG,')
  expect(teks).toContain('Sasaran Strategis')
  expect(teks).toContain('3.032.475.000,50')
  expect(dokumen.isi.filter((b) => b.jenis === 'tandaTangan')).toHaveLength(2)
  expect(dokumen.isi.filter((b) => b.jenis === 'pemisahHalaman')).toHaveLength(1)
})

test('Sasaran dikumpulkan sekali menurut urutan pertamanya; target rentang dan kata tercetak', () => {
  expect(kelompokSasaran(PK.target).map(([sasaran, isi]) => [sasaran, isi.length])).toEqual([
    ['A', 2],
    ['B', 1],
  ])
  expect(teksTarget(target(null))).toBe('86,5')
  expect(teksTarget(target(null, { target: '1', atas: '2' }))).toBe('1 sampai 2')
  expect(teksTarget(target(null, { target: null, teks: 'A' }))).toBe('A')
  expect(teksTarget(target(null, { target: null }))).toBe('–')
})

test('Pihak Kedua tanpa nama: kepala daerah bagi Camat, jabatan atasan bagi yang lain', () => {
  expect(jabatanKedua(PK, 'Kabupaten Pemalang')).toBe('Bupati Pemalang')
  expect(jabatanKedua(PK, 'Kota Tegal')).toBe('Wali Kota Tegal')
  expect(jabatanKedua({ ...PK, peran: 'KASI', jabatanKedua: 'Camat Taman' }, 'Kabupaten Pemalang')).toBe('Camat Taman')
})
