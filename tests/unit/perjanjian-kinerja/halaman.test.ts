import { join } from 'node:path'
import { load } from 'cheerio'
import { expect, test } from 'vitest'
import { buatMesinTemplat } from '../../../src/inti/http/mesin-templat.ts'
import type { Pk, TargetDalamPk } from '../../../src/modul/perjanjian-kinerja/kueri.ts'
import {
  susunBaru,
  susunLampiran,
  susunPerubahan,
  susunPilihan,
  susunTarget,
} from '../../../src/modul/perjanjian-kinerja/tampilan-draf.ts'

const mesin = buatMesinTemplat({ akar: join(import.meta.dirname, '../../../views'), cache: true })
const gambar = (nama: string, vm: object) => {
  const html = mesin.gambar(`perjanjian-kinerja/${nama}`, { ...vm, kunci: 'k' })
  expect(html, nama).not.toMatch(/undefined|\[object|NaN|<script/)
  const $ = load(html)
  expect($('h1'), nama).toHaveLength(1)
  for (const el of $('input[type!=hidden], select, textarea').toArray()) {
    const { id = '', 'aria-label': label } = el.attribs
    expect(label ?? $(`label[for="${id}"]`).text(), `${nama} ${id}`).toBeTruthy()
  }
  return $
}
const JAHAT = '<script>alert(1)</script>'
const target = (kode: string, lain: Partial<TargetDalamPk> = {}): TargetDalamPk => ({
  id: `t-${kode}`,
  indikatorId: `i-${kode}`,
  kode,
  nama: `Indikator ${JAHAT}`,
  satuan: '%',
  polaritas: 'MAKS',
  agregasi: 'KUMULATIF',
  kategori: [],
  sasaran: 'A',
  target: '100',
  atas: null,
  teks: null,
  cara: 'BERJALAN',
  tw: ['25', '50', '75', '100'],
  ...lain,
})
const PIHAK = {
  nama: 'Budi',
  nip: null,
  jenisNip: 'NON_ASN',
  pangkat: null,
  golongan: null,
  jabatan: 'Camat Taman',
  jenisPenugasan: 'PLT',
} as const
const PK: Pk = {
  id: 'pk',
  tahun: 2026,
  jenis: 'PERUBAHAN',
  status: 'DRAF',
  jabatanId: 'j',
  pegawaiId: 'p',
  atasanId: null,
  pengajuId: null,
  nomor: '',
  tanggal: null,
  berlakuSejak: '2026-08-03',
  alasan: JAHAT,
  dasar: 'STRATEGI',
  peran: 'CAMAT',
  unitId: null,
  kesatu: PIHAK,
  kedua: null,
  namaKedua: '',
  jabatanKedua: null,
  berkasSetuju: null,
  berkasTandaTangan: null,
  riwayat: [],
  versi: 3,
  target: [
    target('IKU-01'),
    target('IKU-02', { polaritas: 'RENTANG', target: '80', atas: '90', tw: [null, null, null, null] }),
    target('IKU-03', { polaritas: 'KATEGORI', target: null, kategori: [{ kode: 'A', nama: 'Sangat baik', skor: 5 }] }),
    target('IKU-04', { tw: [null, null, null, null] }),
  ],
  anggaran: [{ kode: '7.01.01', nama: 'Penunjang', jumlah: '100.00', keterangan: 'APBD' }],
  versiLain: [],
}

test('Halaman target: rentang dua batas, kategori dari kartunya, cara ditanyakan selama belum ada triwulan', () => {
  const $ = gambar('target', susunTarget(PK, {}))
  expect($('input[name="target.1.atas"]').val()).toBe('90')
  expect($('select[name="target.2.teks"] option')).toHaveLength(2)
  expect($('input[name="target.2.tw1"]')).toHaveLength(0)
  expect($('select[name="target.0.cara"] option[selected]').val()).toBe('BERJALAN')
  expect($('select[name="target.3.cara"] option[selected]').val()).toBe('')
  const kembali = susunTarget(PK, {
    badan: { 'target.0.id': PK.target[0]?.id, 'target.0.target': '1.250', 'target.0.tw1': '5' },
    kesalahan: { 'target.0.target': 'Pilih yang Anda maksud.' },
  })
  const salah = gambar('target', kembali)
  expect(salah('input[name="target.0.target"]').val()).toBe('1.250')
  expect(salah('a[href="#isian-target.0.target"]').text()).toContain('Pilih yang Anda maksud.')
})

test('Halaman draf lainnya menerima isian kembali dan nama yang jahat', () => {
  const pemegang = [
    {
      penugasanId: 'n',
      jabatanId: 'j',
      jabatan: JAHAT,
      jenis: 'PLH',
      pegawaiId: 'p',
      nama: 'Budi',
      peran: 'KASI',
      unitId: null,
    },
  ] as const
  gambar('baru', susunBaru({ pemegang, tahun: 2027, sendiri: '' }, { badan: {}, kesalahan: { asal: 'Pilih.' } }))
  gambar('perubahan', susunPerubahan(PK, { badan: { alasan: JAHAT }, kesalahan: { dasar: 'Pilih.' } }, '2026-07-06'))
  const pilihan = { id: 'i', kode: 'IKK-1', nama: JAHAT, jenis: 'IKK', unit: 'Seksi', dipilih: true } as const
  expect(gambar('indikator', susunPilihan(PK, [pilihan]))('input[checked]')).toHaveLength(1)
  const uang = [{ kode: '7.01.01', nama: 'Penunjang', jumlah: '250', sendiri: true }]
  const $ = gambar('lampiran', susunLampiran(PK, uang, {}))
  expect($('input[name=kode][checked]')).toHaveLength(1)
  expect($('tbody').text()).toContain('di draf ini 100')
})
