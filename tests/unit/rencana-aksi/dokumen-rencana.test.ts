import { join } from 'node:path'
import { load } from 'cheerio'
import { expect, test } from 'vitest'
import { buatPdf, buatWord, skemaDokumen } from '../../../src/inti/dokumen/index.ts'
import { buatMesinTemplat } from '../../../src/inti/http/mesin-templat.ts'
import type { Pelaku } from '../../../src/inti/pelaku.ts'
import type { Pk } from '../../../src/modul/perjanjian-kinerja/kueri.ts'
import { susunTindakan } from '../../../src/modul/perjanjian-kinerja/tampilan-tindakan.ts'
import { susunDokumenRencana } from '../../../src/modul/rencana-aksi/dokumen-rencana.ts'
import type { Rencana } from '../../../src/modul/rencana-aksi/kueri.ts'
import { susunRencana } from '../../../src/modul/rencana-aksi/tampilan.ts'

const JAHAT = '<script>alert(1)</script>'
const PIHAK = {
  nama: 'Ratna Dewi, S.IP.',
  nip: '197412061993111001',
  jenisNip: 'PNS',
  pangkat: 'Pembina',
  golongan: 'IV/a',
  jabatan: 'Kepala Seksi Pemerintahan',
  jenisPenugasan: 'PLH',
} as const
const target = (indikatorId: string, kode: string) => ({
  id: `t-${kode}`,
  indikatorId,
  kode,
  nama: `Persentase desa ${JAHAT}`,
  satuan: '%',
  polaritas: 'MAKS' as const,
  agregasi: 'KUMULATIF' as const,
  kategori: [],
  sasaran: 'A',
  target: '100',
  atas: null,
  teks: null,
  cara: 'BERJALAN' as const,
  tw: ['25', '50', '75', '100'],
})
const PK: Pk = {
  id: 'pk',
  tahun: 2026,
  jenis: 'AWAL',
  status: 'BERLAKU',
  jabatanId: 'j',
  pegawaiId: 'p',
  atasanId: 'c',
  pengajuId: null,
  nomor: '1',
  tanggal: '2026-01-02',
  berlakuSejak: '2026-01-02',
  alasan: '',
  dasar: '',
  peran: 'KASI',
  unitId: 'u',
  kesatu: PIHAK,
  kedua: { ...PIHAK, jabatan: 'Camat Taman', jenisPenugasan: 'PLT' },
  namaKedua: '',
  jabatanKedua: 'Camat Taman',
  berkasSetuju: null,
  berkasTandaTangan: null,
  riwayat: [{ tindakan: 'SUSUN', waktu: '2026-01-02T02:00:00Z', oleh: 'Sari', jabatan: 'Tim SAKIP', catatan: '' }],
  versi: 1,
  target: [target('i1', 'IKK-14'), target('i2', 'IKK-15')],
  anggaran: [],
  versiLain: [],
}
const RENCANA: Rencana = {
  pk: PK,
  aksi: [1, 2].map((urut) => ({
    id: `a${urut}`,
    indikatorId: 'i1',
    kode: 'IKK-14',
    namaIndikator: 'Desa',
    urut,
    aksi: `Pembinaan administrasi desa ${urut}`,
    satuan: 'desa',
    tw: ['5', '10', null, '4'],
    penanggungJawabId: null,
    penanggungJawab: 'Pengelola Pemerintahan',
    anggaran: '13900000',
    versi: 1,
    realisasi: [
      {
        triwulan: 1,
        nilai: '3',
        anggaran: '2000000',
        kendala: 'Kepala desa baru',
        tindakLanjut: 'Dijadwalkan ulang',
        versi: 1,
      },
      { triwulan: 2, nilai: '10', anggaran: '500000.50', kendala: '', tindakLanjut: '', versi: 1 },
    ],
  })),
  laporan: [],
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
const PEMBACA = {
  pegawaiId: 'x',
  peran: ['PENGAMAT'],
  penugasan: [],
  zonaWaktu: 'Asia/Jakarta',
  kabupaten: 'Kabupaten Pemalang',
} as unknown as Pelaku

test('Dokumen rencana aksi: target dan realisasi tiap triwulan, uang terpakai sekali, Plt. dan Plh. disebut; PDF dan Word jadi', async () => {
  const dokumen = skemaDokumen.parse(susunDokumenRencana(RENCANA, { kecamatan: KECAMATAN, hari: '2026-07-06' }))
  const teks = JSON.stringify(dokumen)
  expect(teks).toContain('Plt. CAMAT TAMAN,')
  expect(teks).toContain('Plh. KEPALA SEKSI PEMERINTAHAN,')
  expect(teks).toContain('2.500.000,50')
  expect(teks).toContain('TW I: Kepala desa baru')
  const [pdf, word] = await Promise.all([buatPdf(dokumen), buatWord(dokumen)])
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(word.subarray(0, 2).toString()).toBe('PK')
})

test('Halaman rencana aksi: satu h1, nama yang jahat tidak menjadi tanda, yang hanya membaca tidak melihat tombol', () => {
  const mesin = buatMesinTemplat({ akar: join(import.meta.dirname, '../../../views'), cache: true })
  const html = mesin.gambar('rencana-aksi/rencana', { ...susunRencana(RENCANA, PEMBACA), kunci: 'k' })
  expect(html).not.toMatch(/undefined|\[object|NaN|<script/)
  const $ = load(html)
  expect($('h1')).toHaveLength(1)
  expect($('a[href*="/aksi/"]')).toHaveLength(0)
  expect($('tbody tr')).toHaveLength(2)
  const tindakan = susunTindakan(PK, { pelaku: PEMBACA, masalah: ['kurang'] })
  expect(Object.values(tindakan.boleh).some(Boolean)).toBe(false)
  expect(tindakan.masalah).toEqual([])
})
