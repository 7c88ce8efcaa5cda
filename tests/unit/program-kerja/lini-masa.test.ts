import { describe, expect, it } from 'vitest'
import { JAM_KERJA_BAKU, type Kalender } from '../../../src/inti/waktu/index.ts'
import { isianProgramKerja } from '../../../src/modul/program-kerja/isian.ts'
import { namaKolom, susunLiniMasa } from '../../../src/modul/program-kerja/lini-masa.ts'
import { susunUsulan } from '../../../src/modul/program-kerja/usulkan-kegiatan.ts'

const satu = (mulai: string, selesai: string) => ({ mulai, selesai })

describe('lini masa', () => {
  it('tanpa kegiatan tidak ada lini masa', () => expect(susunLiniMasa([])).toBeNull())

  it('sampai sebulan: satu kolom per hari', () => {
    const lini = susunLiniMasa([satu('2026-07-30', '2026-08-02'), satu('2026-08-02', '2026-08-03')])
    expect(lini?.satuan).toBe('hari')
    expect(lini && namaKolom(lini)).toEqual(['30', '31', '1', '2', '3'])
    expect(lini?.kelompok).toEqual([
      { bulan: '2026-07', jumlah: 2 },
      { bulan: '2026-08', jumlah: 3 },
    ])
    expect(lini?.baris).toEqual([
      { dari: 0, sampai: 3 },
      { dari: 3, sampai: 4 },
    ])
  })

  it('lebih dari sebulan: satu kolom per minggu, mulai Senin', () => {
    const lini = susunLiniMasa([satu('2026-07-08', '2026-07-08'), satu('2026-08-31', '2026-09-01')])
    expect(lini?.satuan).toBe('minggu')
    expect(lini?.kolom[0]).toBe('2026-07-06')
    expect(lini?.baris).toEqual([
      { dari: 0, sampai: 0 },
      { dari: 8, sampai: 8 },
    ])
    expect(lini && namaKolom(lini).slice(0, 5)).toEqual(['M1', 'M2', 'M3', 'M4', 'M1'])
  })

  it('lebih dari setengah tahun: satu kolom per bulan; sangat panjang tetap terbatas', () => {
    expect(susunLiniMasa([satu('2026-01-15', '2026-12-20')])).toMatchObject({
      satuan: 'bulan',
      baris: [{ dari: 0, sampai: 11 }],
    })
    expect(susunLiniMasa([satu('1990-01-01', '2100-12-31')])?.kolom.length).toBe(48)
  })
})

describe('usulan kegiatan dari langkah SOP', () => {
  const kalender: Kalender = { libur: new Set(['2026-07-07']), jamKerja: JAM_KERJA_BAKU, zona: 'Asia/Jakarta' }
  const langkah = (waktuBaku: Parameters<typeof susunUsulan>[0][number]['waktuBaku'], uraian = 'x') => ({
    uraian,
    pelaksana: ['TIM_SAKIP'],
    keluaran: null,
    waktuBaku,
  })

  it('berurutan dalam waktu kerja, melewati hari libur dan akhir pekan', () => {
    const usul = susunUsulan(
      [
        langkah({ jenis: 'HARI_KERJA', teks: null, nilai: 1 }),
        langkah({ jenis: 'MENIT', teks: null, nilai: 5 }),
        langkah({ jenis: 'TIDAK_ADA', teks: null }),
        langkah({ jenis: 'HARI_KERJA', teks: null, nilai: 3 }),
      ],
      { mulai: new Date('2026-07-06T02:00:00Z'), kalender },
    )
    expect(usul.map((u) => [u.mulai, u.selesai])).toEqual([
      ['2026-07-06', '2026-07-08'],
      ['2026-07-08', '2026-07-08'],
      ['2026-07-08', '2026-07-08'],
      ['2026-07-08', '2026-07-13'],
    ])
  })

  it('dimulai hari Sabtu: kegiatan pertama hari kerja berikutnya', () => {
    const [u] = susunUsulan([langkah({ jenis: 'TIDAK_ADA', teks: null })], {
      mulai: new Date('2026-07-11T02:00:00Z'),
      kalender,
    })
    expect([u?.mulai, u?.selesai]).toEqual(['2026-07-13', '2026-07-13'])
  })
})

describe('isian program kerja', () => {
  it('baris kosong diabaikan; nomor baris di luar batas tidak dibaca', () => {
    const hasil = isianProgramKerja.parse({
      'kegiatan.0.uraian': '',
      'kegiatan.3.uraian': 'A',
      'kegiatan.3.penanggungJawab': 'B',
      'kegiatan.3.mulai': '2026-07-01',
      'kegiatan.3.selesai': '2026-07-01',
      'kegiatan.999.uraian': 'Z',
      'lain.0.uraian': 'Y',
    })
    expect(hasil.kegiatan.map((k) => k.uraian)).toEqual(['A'])
  })
})
