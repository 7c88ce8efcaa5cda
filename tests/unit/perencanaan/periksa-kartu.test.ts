import { describe, expect, it } from 'vitest'
import type { BidangKartu } from '../../../src/modul/perencanaan/indikator/isian.ts'
import { periksaIsiKartu } from '../../../src/modul/perencanaan/indikator/periksa-kartu.ts'

type Data = BidangKartu['variabel'][number]
type Pilihan = BidangKartu['kategori'][number]
const data = (nama: string, lain: Partial<Data> = {}) =>
  ({ nama, kode: '', satuan: '', bobot: null, peran: '', ...lain }) as Data
const pilihan = (nama: string, skor: string | null, kode = '') => ({ nama, kode, skor }) as Pilihan
const isi = (lain: Partial<BidangKartu> = {}): BidangKartu =>
  ({
    metode: 'PERSENTASE',
    polaritas: 'MAKS',
    satuan: '%',
    variabel: [data('Desa tepat waktu'), data('Jumlah desa')],
    kategori: [],
    ekspresi: '',
    aturanNol: 'BAKU',
    bobot: null,
    aturanBukti: '',
    standarNilai: '',
    standarSumber: '',
    standarTahun: '',
    ...lain,
  }) as BidangKartu
const periksa = (lain?: Partial<BidangKartu>) => periksaIsiKartu(isi(lain))
const bidang = (lain?: Partial<BidangKartu>) => periksa(lain).map(([b]) => b)
const pesan = (lain?: Partial<BidangKartu>) => periksa(lain).map(([, p]) => p)

it('kartu yang benar tidak punya kesalahan, dan baris data yang kosong tidak dihitung', () => {
  expect(periksa()).toEqual([])
  expect(periksa({ variabel: [data('A'), data(''), data('B')] })).toEqual([])
  expect(periksa({ metode: 'TUNGGAL', variabel: [data('A'), data('', { peran: 'PEMBILANG' })] })).toEqual([])
})

describe('banyaknya data menurut cara menghitung', () => {
  it.each([
    ['TUNGGAL', 0, 'Cara "satu nilai" memerlukan tepat satu data.'],
    ['TUNGGAL', 2, 'Cara "satu nilai" memerlukan tepat satu data.'],
    ['PERSENTASE', 1, 'Persentase memerlukan pembilang dan penyebut: tulis keduanya.'],
    ['RASIO', 1, 'Perbandingan memerlukan pembilang dan penyebut: tulis keduanya.'],
    ['SELISIH', 1, 'Selisih memerlukan data yang dikurangi dan pengurangnya.'],
    ['JUMLAH', 0, 'Tulis data yang dijumlahkan.'],
    ['RATA_RATA', 0, 'Tulis data yang dirata-ratakan.'],
    ['BERBOBOT', 1, 'Rata-rata berbobot memerlukan paling sedikit dua data.'],
    ['RUMUS', 0, 'Tulis data yang dipakai dalam rumus.'],
    ['JUMLAH', 21, 'Tulis data yang dijumlahkan.'],
  ] as const)('%s dengan %i data: %s', (metode, banyak, kalimat) => {
    const variabel = Array.from({ length: banyak }, (_, i) => data(`Data ${i}`, { bobot: '100' }))
    expect(periksa({ metode, variabel })).toContainEqual(['variabel.0.nama', kalimat])
  })

  it.each([
    ['TUNGGAL', 1],
    ['PERSENTASE', 2],
    ['RASIO', 20],
    ['SELISIH', 2],
    ['JUMLAH', 1],
    ['JUMLAH', 20],
    ['RATA_RATA', 1],
  ] as const)('%s dengan %i data boleh', (metode, banyak) => {
    expect(periksa({ metode, variabel: Array.from({ length: banyak }, (_, i) => data(`Data ${i}`)) })).toEqual([])
  })
})

describe('kode, bobot, dan peran data', () => {
  it('kode yang sama ditunjuk pada data yang kedua; kode kosong boleh berulang', () => {
    const variabel = [data('A', { kode: 'n' }), data('', { kode: 'n' }), data('B', { kode: 'n' })]
    expect(periksa({ variabel })).toEqual([['variabel.2.kode', 'Kode n sudah dipakai data di atasnya.']])
    expect(periksa({ variabel: [data('A', { kode: 'a' }), data('B', { kode: 'b' })] })).toEqual([])
  })

  it('jumlah bobot harus 100 tepat, dan tidak satu pun kosong', () => {
    const bobot = (...nilai: (string | null)[]) =>
      periksa({ metode: 'BERBOBOT', variabel: nilai.map((b, i) => data(`D${i}`, { bobot: b } as Partial<Data>)) })
    expect(bobot('33.3', '66.7')).toEqual([])
    expect(bobot('33.3', '66.6')).toEqual([['variabel.0.bobot', 'Jumlah bobot 99,9, seharusnya 100.']])
    expect(bobot('100', null)).toEqual([['variabel.0.bobot', 'Tulis bobot setiap data.']])
  })

  const berperan = (metode: BidangKartu['metode'], ...peran: Data['peran'][]) =>
    pesan({ metode, variabel: peran.map((p, i) => data(`D${i}`, { peran: p })) })
  it.each([
    ['PERSENTASE', ['PEMBILANG', 'PENYEBUT'], []],
    ['PERSENTASE', ['PENYEBUT', 'PEMBILANG'], []],
    ['RASIO', ['PEMBILANG', 'PENYEBUT'], []],
    ['SELISIH', ['SUKU', 'PENGURANG'], []],
    ['SELISIH', ['', ''], []],
    [
      'JUMLAH',
      ['PEMBILANG', ''],
      ['Peran hanya dipakai pada persentase, perbandingan, dan selisih. Kosongkan perannya.'],
    ],
    ['PERSENTASE', ['PEMBILANG', ''], ['Beri setiap data peran: pembilang atau penyebut.']],
    ['PERSENTASE', ['SUKU', 'PENGURANG'], ['Beri setiap data peran: pembilang atau penyebut.']],
    ['SELISIH', ['PEMBILANG', 'PENYEBUT'], ['Beri setiap data peran: yang dikurangi atau pengurang.']],
    ['PERSENTASE', ['PEMBILANG', 'PEMBILANG'], ['Rumus memerlukan pembilang dan penyebut.']],
    ['RASIO', ['PENYEBUT', 'PENYEBUT'], ['Rumus memerlukan pembilang dan penyebut.']],
    ['SELISIH', ['SUKU', 'SUKU'], ['Selisih memerlukan kedua peran.']],
    ['SELISIH', ['PENGURANG', 'PENGURANG'], ['Selisih memerlukan kedua peran.']],
  ] as const)('%s %o', (metode, peran, kalimat) => {
    expect(berperan(metode, ...(peran as readonly Data['peran'][]))).toEqual(kalimat)
    const salah = periksa({ metode, variabel: peran.map((p, i) => data(`D${i}`, { peran: p as Data['peran'] })) })
    for (const [b] of salah) expect(b).toBe('variabel.0.peran')
  })
})

describe('kategori', () => {
  const kategori = (...daftar: Pilihan[]) =>
    periksa({ metode: 'KATEGORI', polaritas: 'KATEGORI', variabel: [], kategori: daftar })
  it('cara dan polaritas kategori selalu berdua', () => {
    const kalimat = 'Polaritas "menurut kategori" dipakai bersama cara menghitung "kategori", dan sebaliknya.'
    expect(periksa({ polaritas: 'KATEGORI' })).toEqual([['polaritas', kalimat]])
    expect(periksa({ metode: 'KATEGORI', variabel: [] })).toEqual([['polaritas', kalimat]])
  })
  it('paling sedikit dua, masing-masing sekali, dan tidak semuanya nol', () => {
    expect(kategori(pilihan('Baik', '2'), pilihan('', null), pilihan('Cukup', '0'))).toEqual([])
    const kurang = ['kategori.0.nama', 'Tulis paling sedikit dua kategori beserta skornya.']
    expect(kategori(pilihan('Baik', '2'))).toEqual([kurang])
    expect(kategori(pilihan('Baik', '0'))).toEqual([kurang])
    expect(kategori(pilihan('Baik', '2'), pilihan('', null), pilihan('', null))).toEqual([kurang])
    const sama = ['kategori.1.nama', 'Kategori Baik sudah ditulis di atasnya.']
    expect(kategori(pilihan('Baik', '2'), pilihan('Baik', '1'))).toEqual([sama])
    expect(kategori(pilihan('Sangat Baik', '2', 'B'), pilihan('Baik', '1', 'B'))).toEqual([sama])
    expect(kategori(pilihan('Baik', '2', 'A'), pilihan('Baik', '1', 'B'))).toEqual([])
    expect(kategori(pilihan('A', '0'), pilihan('B', '0'))).toEqual([
      ['kategori.0.skor', 'Paling sedikit satu kategori berskor lebih dari nol.'],
    ])
  })
})

describe('rumus sendiri', () => {
  const variabel = [data('Selesai', { kode: 'a' }), data('Masuk', { kode: 'b' })]
  it('diperiksa dengan kode datanya, dan hanya boleh ada pada cara itu', () => {
    expect(periksa({ metode: 'RUMUS', variabel, ekspresi: 'a ÷ b × 100' })).toEqual([])
    expect(bidang({ metode: 'RUMUS', variabel, ekspresi: 'a ÷ c' })).toEqual(['ekspresi'])
    const [dua = ''] = pesan({ metode: 'RUMUS', variabel, ekspresi: 'a ÷ c' })
    expect(dua).toMatch(/Variabel c tidak ada .*\. Masuk \(b\) tidak dipakai/)
    expect(periksa({ ekspresi: 'a ÷ b' })).toEqual([
      [
        'ekspresi',
        'Rumus sendiri hanya dipakai bila cara menghitungnya "rumus sendiri". Kosongkan, atau ubah caranya.',
      ],
    ])
  })
})

describe('aturan lain', () => {
  it('target nol dihitung 100 hanya bila makin tinggi makin baik', () => {
    expect(periksa({ aturanNol: 'SERATUS' })).toEqual([])
    expect(periksa({ aturanNol: 'SERATUS', polaritas: 'MIN' })).toEqual([
      ['aturanNol', 'Aturan ini hanya untuk "makin tinggi makin baik".'],
    ])
    expect(periksa({ aturanNol: 'TIDAK_DIHITUNG', polaritas: 'MIN' })).toEqual([])
  })
  it('bobot lebih dari 0 sampai 1000', () => {
    const salah = ['bobot', 'Bobot lebih dari 0 sampai 1000.']
    for (const bobot of ['0', '-1', '1000.01']) expect(periksa({ bobot }), bobot).toEqual([salah])
    for (const bobot of ['0.01', '1000', null]) expect(periksa({ bobot }), String(bobot)).toEqual([])
  })
  it('bukti wajib menyebut buktinya', () => {
    expect(periksa({ buktiWajib: 'ya' })).toEqual([
      ['aturanBukti', 'Tulis apa yang dianggap bukti, misalnya: register pengaduan.'],
    ])
    expect(periksa({ buktiWajib: 'ya', aturanBukti: 'Register' })).toEqual([])
  })
  it('standar nasional lengkap atau tidak sama sekali, dengan tahun yang mungkin', () => {
    const lengkap = { standarNilai: '75', standarSumber: 'PermenPANRB', standarTahun: '2024' }
    expect(periksa(lengkap)).toEqual([])
    const kurang = ['standarNilai', 'Standar nasional ditulis lengkap: nilai, sumber, dan tahunnya.']
    for (const hilang of ['standarNilai', 'standarSumber', 'standarTahun'])
      expect(periksa({ ...lengkap, [hilang]: '' }), hilang).toEqual([kurang])
    for (const tahun of ['2124', '024', '20244', 'x2024'])
      expect(bidang({ ...lengkap, standarTahun: tahun }), tahun).toEqual(['standarTahun'])
    expect(pesan({ ...lengkap, standarTahun: '1999' })).toEqual([])
    expect(pesan({ ...lengkap, standarTahun: '99' })).toEqual(['Tulis tahun empat angka, misalnya 2024.'])
  })
})
