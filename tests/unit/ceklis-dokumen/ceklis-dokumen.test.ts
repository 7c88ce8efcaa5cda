import { describe, expect, it } from 'vitest'
import { isianCeklis, kurangDokumen } from '../../../src/modul/ceklis-dokumen/isian.ts'
import { namaDokumen } from '../../../src/modul/ceklis-dokumen/jenis-ceklis.ts'

const dok = { nama: 'Renstra', status: 'ADA' as const, tempatKertas: '', tautan: '', keterangan: '', berberkas: false }

describe('ceklis dokumen', () => {
  it('dokumen SOP lalu kelengkapan, tanpa pengulangan', () => {
    expect(
      namaDokumen({ dokumen: ['Perjanjian Kinerja', 'Renstra'], kelengkapan: ['RENSTRA', 'Hasil survey'] }),
    ).toEqual(['Perjanjian Kinerja', 'Renstra', 'Hasil survey'])
  })
  it('ada harus dengan berkas, tautan, atau tempat; tidak ada harus dengan keterangan', () => {
    expect(kurangDokumen(dok)?.bidang).toBe('tempatKertas')
    for (const cukup of [{ berberkas: true }, { tempatKertas: 'Lemari' }, { tautan: 'https://a.id' }])
      expect(kurangDokumen({ ...dok, ...cukup })).toBeNull()
    expect(kurangDokumen({ ...dok, status: 'TIDAK_ADA' })?.bidang).toBe('keterangan')
    expect(kurangDokumen({ ...dok, status: 'BELUM' })?.bidang).toBe('status')
  })
  it('tautan hanya alamat web atau halaman aplikasi ini', () => {
    const baca = (tautan: string) =>
      isianCeklis.safeParse({ 'dokumen.0.nama': 'X', 'dokumen.0.tautan': tautan }).success
    for (const boleh of ['', 'https://contoh.go.id/a.pdf', '/siklus/abc/langkah/P3'])
      expect(baca(boleh), boleh).toBe(true)
    for (const tidak of ['javascript:alert(1)', 'data:text/html,x', '//jahat.id', 'lemari', '/siklus/../keluar?x'])
      expect(baca(tidak), tidak).toBe(false)
  })
})
