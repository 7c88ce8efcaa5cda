import { describe, expect, it } from 'vitest'
import { contohIndikator } from '../../../src/modul/bantuan/contoh-indikator.ts'
import { susunHariPertama } from '../../../src/modul/bantuan/hari-pertama.ts'

type Kartu = Parameters<typeof contohIndikator>[0]
const kartu = (ubah: Partial<Kartu>): Kartu => ({
  metode: 'TUNGGAL',
  variabel: [{ kode: 'a', nama: 'Jumlah kegiatan', satuan: 'kegiatan' }],
  kategori: [],
  ekspresi: '',
  desimal: 2,
  pembulatan: 'SETENGAH_NAIK',
  polaritas: 'MAKS',
  varianMin: '2T-R',
  arah: 'MAKS',
  aturanNol: 'BAKU',
  satuan: 'Kegiatan',
  ...ubah,
})
const dua = [
  { kode: 'a', nama: 'Desa tepat waktu', satuan: 'desa' },
  { kode: 'b', nama: 'Jumlah desa', satuan: 'desa' },
]

describe('contoh di samping indikator', () => {
  it('persentase: bagian tidak melebihi keseluruhan, dan capaiannya dihitung', () => {
    const contoh = contohIndikator(kartu({ metode: 'PERSENTASE', variabel: dua, satuan: '%' }))
    expect(contoh?.isian).toEqual(['Desa tepat waktu: 18', 'Jumlah desa: 20'])
    expect(contoh?.nilai).toContain('18 ÷ 20 × 100 = 90')
    expect(contoh?.target).toBe('100')
    expect(contoh?.capaian).toContain('90 ÷ 100 × 100 = 90')
  })

  it('penyebut yang ditandai lebih dahulu tetap menjadi penyebut', () => {
    const variabel = [
      { kode: 'a', nama: 'Jumlah desa', satuan: 'desa', peran: 'PENYEBUT' as const },
      { kode: 'b', nama: 'Desa tepat waktu', satuan: 'desa', peran: 'PEMBILANG' as const },
    ]
    expect(contohIndikator(kartu({ metode: 'PERSENTASE', variabel, satuan: '%' }))?.nilai).toContain('18 ÷ 20 × 100')
  })

  it('makin rendah makin baik, rentang, selisih, dan kategori juga mempunyai contoh', () => {
    expect(contohIndikator(kartu({ polaritas: 'MIN' }))?.capaian).toContain('(2 × 20 − 12) ÷ 20 × 100')
    expect(contohIndikator(kartu({ polaritas: 'RENTANG' }))?.target).toBe('0–20')
    expect(contohIndikator(kartu({ metode: 'SELISIH', variabel: dua }))?.nilai).toContain('120 − 20 = 100')
    const kategori = [
      { kode: 'B', nama: 'Baik', skor: '3' },
      { kode: 'A', nama: 'Sangat baik', skor: '4' },
    ]
    const contoh = contohIndikator(kartu({ metode: 'KATEGORI', polaritas: 'KATEGORI', variabel: [], kategori }))
    expect(contoh).toMatchObject({ isian: ['Predikat: Baik'], target: 'Sangat baik' })
    expect(contoh?.capaian).toContain('75')
  })

  it('kartu yang tidak dapat dihitung tidak diberi contoh', () => {
    expect(contohIndikator(kartu({ variabel: [] }))).toBeNull()
    expect(contohIndikator(kartu({ metode: 'RUMUS', ekspresi: 'a ÷ (a − a)' }))).toBeNull()
  })
})

describe('hari pertama', () => {
  const bukti = {
    SANDI: true,
    KONTAK: false,
    MENGISI: true,
    BERTINDAK: false,
    ADA_SIKLUS: false,
    PK_BERLAKU: false,
    TIM_SAKIP: false,
    AKUN_LAIN: false,
    LIBUR: false,
  }
  it('yang dapat diketahui dicentang oleh data, yang lain oleh orangnya', () => {
    const h = susunHariPertama({ peran: ['KASI'] }, { disembunyikan: false, dicentang: ['siklus', 'kontak'], bukti })
    expect(h?.langkah.filter((l) => l.selesai).map((l) => l.kode)).toEqual(['sandi', 'siklus', 'isi'])
    expect(h?.jumlahSelesai).toBe(3)
    expect(h?.langkah.filter((l) => l.dicentangSendiri).map((l) => l.kode)).toEqual(['panduan', 'siklus'])
  })
  it('yang disembunyikan, dan orang tanpa peran, tidak melihatnya', () => {
    expect(susunHariPertama({ peran: ['KASI'] }, { disembunyikan: true, dicentang: [], bukti: null })).toBeNull()
    expect(susunHariPertama({ peran: [] }, { disembunyikan: false, dicentang: [], bukti })).toBeNull()
  })
})
