import { describe, expect, it } from 'vitest'
import { bacaAnggaran, bacaBaris, peringatanAnggaran } from '../../../src/modul/formulir/baca-baris.ts'
import { isianAnggaran, isianBaris, isianBukti } from '../../../src/modul/formulir/isian.ts'
import { isianDari, sidikBaris } from '../../../src/modul/formulir/sidik.ts'
import { barisContoh, kartuContoh, ketik } from './contoh.ts'

describe('membaca isian satu baris', () => {
  it('pembilang dan penyebut menjadi nilai; kosong bukan nol', () => {
    expect(bacaBaris(kartuContoh(), ketik({ 'v.tepat': '18', 'v.desa': '19' })).data).toMatchObject({
      status: 'TERISI',
      nilai: '94.74',
    })
    expect(bacaBaris(kartuContoh(), ketik({ 'v.tepat': '0', 'v.desa': '19' })).data).toMatchObject({
      status: 'TERISI',
      nilai: '0',
    })
    expect(bacaBaris(kartuContoh(), ketik({})).data).toMatchObject({ status: 'KOSONG', nilai: null, variabel: {} })
    expect(bacaBaris(kartuContoh(), ketik({ 'v.tepat': '18' })).data).toMatchObject({
      status: 'KOSONG',
      variabel: { tepat: '18' },
    })
  })
  it('penyebut nol: terisi, tetapi tanpa nilai', () => {
    expect(bacaBaris(kartuContoh(), ketik({ 'v.tepat': '0', 'v.desa': '0' })).data).toMatchObject({
      status: 'TERISI',
      nilai: null,
    })
  })
  it('"1.250" ditanyakan dengan dua kemungkinan; hanya salah satu dari keduanya yang diterima sebagai jawaban', () => {
    const tanya = bacaBaris(kartuContoh(), ketik({ 'v.tepat': '1.250', 'v.desa': '2000' }))
    expect(tanya).toMatchObject({ data: null, taksa: { tepat: ['1250', '1.25'] } })
    expect(tanya.kesalahan['v.tepat']).toContain('dapat berarti')
    expect(
      bacaBaris(kartuContoh(), ketik({ 'v.tepat': '1.250', 'v.desa': '2000', 'pilih.tepat': '1250' })).data?.variabel,
    ).toEqual({ tepat: '1250', desa: '2000' })
    expect(
      bacaBaris(kartuContoh(), ketik({ 'v.tepat': '1.250', 'v.desa': '2000', 'pilih.tepat': '9' })).data,
    ).toBeNull()
  })
  it.each(['-1', '(5)', 'dua', '1,2,3', '9'.repeat(60)])('%s ditolak', (nilai) => {
    expect(bacaBaris(kartuContoh(), ketik({ 'v.tepat': nilai, 'v.desa': '19' })).data).toBeNull()
  })
  it('tidak diukur: alasan wajib, angka dilepas', () => {
    expect(bacaBaris(kartuContoh(), ketik({ tb: '1', alasan: 'x' })).kesalahan.alasan).toContain('minimal 5 huruf')
    expect(bacaBaris(kartuContoh(), ketik({ tb: '1', alasan: 'Belum ada survei', 'v.tepat': '3' })).data).toMatchObject(
      { status: 'TIDAK_BERLAKU', variabel: {}, nilai: null },
    )
  })
  it('predikat hanya dari daftarnya', () => {
    const kartu = kartuContoh({
      metode: 'KATEGORI',
      polaritas: 'KATEGORI',
      variabel: [],
      kategori: [{ kode: 'A', nama: 'A', skor: 6 }],
    })
    expect(bacaBaris(kartu, ketik({ kategori: 'A' })).data).toMatchObject({
      status: 'TERISI',
      nilai: '6',
      kategori: 'A',
    })
    expect(bacaBaris(kartu, ketik({ kategori: 'Z' })).kesalahan.kategori).toBeDefined()
  })
  it('teks terlalu panjang menyebut bidangnya, tidak dipotong diam-diam', () => {
    expect(isianBaris({ kendala: 'x'.repeat(2001) }).kesalahan.kendala).toContain('Paling banyak')
  })
  it('nama bidang aneh dan isian berganda tidak merusak', () => {
    const { isian } = isianBaris({ 'v.__proto__': '3', 'v.tepat': ['1', '2'], versi: 'abc', tb: 'ya' })
    expect(isian).toMatchObject({ versi: 0, tidakBerlaku: false })
    expect(bacaBaris(kartuContoh(), isian).data).toMatchObject({ status: 'KOSONG' })
  })
})

describe('anggaran', () => {
  const baca = (bidang: Record<string, string>) => bacaAnggaran(isianAnggaran({ versi: '1', ...bidang }).isian)
  it('uang dibaca dengan titik ribuan; kosong bukan nol; negatif ditolak', () => {
    expect(baca({ realisasi: '1.250' }).data).toMatchObject({ status: 'TERISI', realisasi: '1250' })
    expect(baca({ realisasi: 'Rp2.006.320.505' }).data?.realisasi).toBe('2006320505')
    expect(baca({ realisasi: '' }).data).toMatchObject({ status: 'KOSONG', realisasi: null })
    expect(baca({ realisasi: '0' }).data).toMatchObject({ status: 'TERISI', realisasi: '0' })
    expect(baca({ realisasi: '-5' }).data).toBeNull()
    expect(baca({ tb: '1' }).data).toBeNull()
  })
  it('lebih dari pagu atau kurang dari periode lalu: diperingatkan', () => {
    expect(peringatanAnggaran({ pagu: '100', realisasi: '150' }, null)[0]).toContain('melebihi pagu')
    expect(peringatanAnggaran({ pagu: '100', realisasi: '50' }, '60')[0]).toContain('Lebih kecil')
    expect(peringatanAnggaran({ pagu: '100', realisasi: '60' }, '60')).toEqual([])
  })
})

describe('sidik isian', () => {
  it('sama untuk isian yang tidak disentuh, juga dengan akhir baris peramban', () => {
    const b = barisContoh({ variabel: { tepat: '18', desa: '1234.5' }, kendala: 'satu\ndua' })
    const { isian } = isianBaris({
      versi: '1',
      'v.tepat': '18',
      'v.desa': '1234,5',
      kendala: 'satu\r\ndua',
      alasan: '',
      faktorPendorong: '',
    })
    expect(sidikBaris(isian)).toBe(sidikBaris(isianDari(b)))
    expect(sidikBaris({ ...isian, kendala: 'lain' })).not.toBe(sidikBaris(isianDari(b)))
  })
})

describe('bukti', () => {
  it.each(['http://x.go.id', 'javascript:alert(1)', 'https://a:b@x.go.id', 'https://localhost', 'x'])(
    'tautan %s ditolak',
    (tautan) => {
      expect(isianBukti.safeParse({ jenis: 'tautan', tautan }).success).toBe(false)
    },
  )
  it('https diterima; tempat kertas wajib disebut', () => {
    expect(isianBukti.safeParse({ jenis: 'tautan', tautan: 'https://data.contoh.go.id/a?b=1' }).success).toBe(true)
    expect(isianBukti.safeParse({ jenis: 'kertas', tempatKertas: '' }).success).toBe(false)
  })
})
