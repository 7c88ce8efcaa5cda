import { describe, expect, it } from 'vitest'
import { potong } from '../../../src/inti/angka/index.ts'
import {
  ATURAN_NOL,
  bacaPredikat,
  cetakAngka,
  hitungCapaian,
  hitungKinerja,
  hitungNilai,
  type MasukanCapaian,
  type MasukanKinerja,
  nilaiDari,
  PEMBULATAN,
  SKALA_PERMENDAGRI_86,
} from '../../../src/modul/pengukuran/index.ts'

/** What a card may choose besides polarity: rounding, and the rule for a target of zero. */

type Isi = Omit<Partial<MasukanCapaian>, 'realisasi'> & Record<string, unknown> & { realisasi: string }
const capaian = (isi: Isi) =>
  hitungCapaian({ polaritas: 'MAKS', target: '90', ...isi, realisasi: nilaiDari(isi.realisasi) } as MasukanCapaian)

describe('pembulatan pada kartu', () => {
  it('setengah ke atas adalah aturan bawaan; memotong hanya bila kartunya berkata demikian, dan tercetak', () => {
    expect(PEMBULATAN).toEqual(['SETENGAH_NAIK', 'POTONG'])
    expect(capaian({ realisasi: '97.89' })).toMatchObject({ nilai: '108.77', rumus: '97,89 ÷ 90 × 100 = 108,77%' })
    expect(capaian({ realisasi: '97.89', pembulatan: 'SETENGAH_NAIK' })).toMatchObject({ nilai: '108.77' })
    expect(capaian({ realisasi: '97.89', pembulatan: 'POTONG' })).toMatchObject({
      nilai: '108.76',
      mentah: '108.76666666666666666667',
      rumus: '97,89 ÷ 90 × 100 = 108,76%, dipotong',
    })
    // nothing was cut off: nothing is said
    expect(capaian({ realisasi: '45', pembulatan: 'POTONG' })).toMatchObject({ rumus: '45 ÷ 90 × 100 = 50,00%' })
  })

  it('banyaknya desimal capaian dapat ditetapkan, juga untuk batas bawah', () => {
    expect(capaian({ realisasi: '86', desimal: 0 })).toMatchObject({ nilai: '96' })
    expect(capaian({ realisasi: '86', desimal: 0, pembulatan: 'POTONG' })).toMatchObject({ nilai: '95' })
    expect(capaian({ realisasi: '-4', desimal: 1 })).toMatchObject({
      nilai: '0.0',
      mentah: '-4.44444444444444444444',
      rumus: '(-4) ÷ 90 × 100 = -4,4%, batas bawah 0,0%',
    })
  })

  it('berlaku pada semua polaritas', () => {
    const potongan = { pembulatan: 'POTONG', target: '3' } as const
    expect(capaian({ ...potongan, polaritas: 'MIN', realisasi: '1' })).toMatchObject({ nilai: '166.66' })
    expect(capaian({ ...potongan, polaritas: 'MIN', varian: 'T/R', realisasi: '7' })).toMatchObject({ nilai: '42.85' })
    expect(capaian({ ...potongan, polaritas: 'TEPAT', realisasi: '4' })).toMatchObject({ nilai: '66.66' })
    const rentang = { polaritas: 'RENTANG', bawah: '80', atas: '90', pembulatan: 'POTONG' } as const
    expect(capaian({ ...rentang, realisasi: '94.9' })).toMatchObject({ nilai: '105.44' })
    expect(capaian({ ...rentang, arah: 'MIN', realisasi: '94.9' })).toMatchObject({ nilai: '94.55' })
    const kategori = [
      { kode: 'A', skor: 6 },
      { kode: 'B', skor: 4 },
    ]
    expect(
      capaian({ polaritas: 'KATEGORI', target: 'A', kategori, pembulatan: 'POTONG', realisasi: 'B' }),
    ).toMatchObject({ nilai: '66.66' })
  })

  it('berlaku pada nilai indikator, dengan tiap metode', () => {
    const variabel = [
      { kode: 'a', nama: 'A', bobot: 33 },
      { kode: 'b', nama: 'B', bobot: 67 },
    ]
    const nilai = (metode: Parameters<typeof hitungNilai>[0]['metode'], isian: Record<string, string>) => {
      const hasil = hitungNilai({ metode, variabel, isian, desimal: 1, pembulatan: 'POTONG', ekspresi: 'a ÷ b' })
      return hasil.jenis === 'NILAI' ? hasil.nilai : hasil.alasan
    }
    expect(nilai('PERSENTASE', { a: '2', b: '3' })).toBe('66.6')
    expect(nilai('RASIO', { a: '2', b: '3' })).toBe('0.6')
    expect(nilai('RUMUS', { a: '2', b: '3' })).toBe('0.6')
    expect(nilai('JUMLAH', { a: '0.08', b: '1' })).toBe('1')
    expect(nilai('RATA_RATA', { a: '1', b: '2.36' })).toBe('1.6')
    expect(nilai('SELISIH', { a: '2', b: '0.01' })).toBe('1.9')
    expect(nilai('BERBOBOT', { a: '1', b: '2' })).toBe('1.6')
    const satu = { variabel: variabel.slice(0, 1), isian: { a: '1.99' }, desimal: 1, pembulatan: 'POTONG' } as const
    expect(hitungNilai({ metode: 'TUNGGAL', ...satu })).toMatchObject({ nilai: '1.9' })
    expect(
      hitungNilai({ metode: 'KATEGORI', ...satu, kategori: [{ kode: 'A', skor: '2.99' }], kategoriTerpilih: 'A' }),
    ).toMatchObject({ nilai: '2.9' })
  })

  it('memotong menuju nol, dan tidak pernah mencetak -0', () => {
    expect(potong('-0.004', 2)).toBe('0.00')
    expect(potong('-1.999', 2)).toBe('-1.99')
    expect(potong('1.999', 0)).toBe('1')
    expect(cetakAngka('1.005', { desimal: 2 })).toBe('1.01')
    expect(cetakAngka('1.009', { desimal: 2, pembulatan: 'POTONG' })).toBe('1.00')
    expect(() => potong('x', 2)).toThrow(RangeError)
  })
})

describe('aturan target nol pada kartu', () => {
  const nol = (isi: Isi) => {
    const hasil = capaian({ target: '0', ...isi })
    return hasil.jenis === 'NILAI' ? hasil.nilai : hasil.alasan
  }

  it('bawaan: makin tinggi makin baik tidak dapat dihitung, yang lain 100 bila tercapai', () => {
    expect(ATURAN_NOL).toEqual(['BAKU', 'SERATUS', 'TIDAK_DIHITUNG'])
    for (const aturanNol of [undefined, 'BAKU'] as const) {
      expect(nol({ realisasi: '3', aturanNol })).toMatch(/^Target 0 pada indikator/)
      expect(nol({ polaritas: 'MIN', realisasi: '0', aturanNol })).toBe('100.00')
      expect(nol({ polaritas: 'TEPAT', realisasi: '1', aturanNol })).toBe('0.00')
    }
  })

  it('"seratus": realisasi di atas nol dihitung 100, selain itu 0', () => {
    expect(nol({ realisasi: '3', aturanNol: 'SERATUS' })).toBe('100.00')
    expect(nol({ realisasi: '0', aturanNol: 'SERATUS' })).toBe('0.00')
    expect(nol({ polaritas: 'MIN', realisasi: '3', aturanNol: 'SERATUS' })).toBe('0.00')
  })

  it('"tidak dihitung": tidak ada capaian, apa pun polaritasnya', () => {
    const alasan = 'Target 0: menurut kartu indikator capaian tidak dihitung'
    for (const polaritas of ['MAKS', 'MIN', 'TEPAT'] as const)
      expect(nol({ polaritas, realisasi: '0', aturanNol: 'TIDAK_DIHITUNG' })).toBe(alasan)
    const rentang = { polaritas: 'RENTANG', bawah: '-5', atas: '0', aturanNol: 'TIDAK_DIHITUNG' } as const
    expect(nol({ ...rentang, realisasi: '2' })).toBe(alasan)
    expect(nol({ ...rentang, realisasi: '-1' })).toBe('100.00')
    expect(nol({ target: '5', realisasi: '4', aturanNol: 'TIDAK_DIHITUNG' })).toBe('80.00')
  })
})

describe('pilihan kartu sampai ke kinerja indikator', () => {
  const dasar: MasukanKinerja = {
    polaritas: 'MAKS',
    agregasi: 'POSISI_AKHIR',
    cara: 'PER_TRIWULAN',
    sampai: 1,
    targetTriwulan: ['90'],
    targetTahunan: '90',
    realisasi: [nilaiDari('97.89')],
  }

  it('memotong, target nol, dan predikat menurut angka yang tercetak', () => {
    expect(hitungKinerja({ ...dasar, pembulatan: 'POTONG' })).toMatchObject({ capaian: { nilai: '108.76' } })
    const tepatDiBawah = { ...dasar, targetTriwulan: ['1000'], realisasi: [nilaiDari('909.999')] }
    const terbaca = (masukan: Parameters<typeof hitungKinerja>[0]) => {
      const { capaian } = hitungKinerja(masukan)
      return capaian.jenis === 'NILAI' ? [capaian.nilai, bacaPredikat(capaian.nilai, SKALA_PERMENDAGRI_86).nama] : []
    }
    expect(terbaca(tepatDiBawah)).toEqual(['91.00', 'Sangat Tinggi'])
    expect(terbaca({ ...tepatDiBawah, pembulatan: 'POTONG' })).toEqual(['90.99', 'Tinggi'])
    const nol = { ...dasar, targetTriwulan: ['0'] }
    expect(hitungKinerja({ ...nol, aturanNol: 'SERATUS' })).toMatchObject({ capaian: { nilai: '100.00' } })
    expect(hitungKinerja(nol)).toMatchObject({ capaian: { jenis: 'TIDAK_DAPAT_DIHITUNG' } })
  })

  it('juga pada rentang dan kategori', () => {
    const rentang = { ...dasar, polaritas: 'RENTANG', targetTahunan: '80', targetAtas: '90' } as const
    expect(hitungKinerja({ ...rentang, pembulatan: 'POTONG' })).toMatchObject({ capaian: { nilai: '108.76' } })
    const kategori = [
      { kode: 'A', skor: 6 },
      { kode: 'B', skor: 4 },
    ]
    const bertingkat = {
      ...dasar,
      polaritas: 'KATEGORI',
      kategori,
      targetTeks: 'A',
      realisasi: [nilaiDari('B')],
    } as const
    expect(hitungKinerja({ ...bertingkat, pembulatan: 'POTONG' })).toMatchObject({ capaian: { nilai: '66.66' } })
  })
})
