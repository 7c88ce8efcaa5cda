import { describe, expect, it } from 'vitest'
import { isianJawaban, isianPenyampaian } from '../../../src/modul/laporan/isian.ts'
import { indikatorMerah, usulLaporan } from '../../../src/modul/laporan/usul-laporan.ts'
import { SKALA_PERMENDAGRI_86 } from '../../../src/modul/pengukuran/index.ts'
import type { IsiRekap } from '../../../src/modul/rekap/index.ts'

const baris = (nama: string, nilai: string, warna: string, kendala = '') => ({
  nama,
  status: 'TERISI',
  capaian: { jenis: 'NILAI', nilai },
  predikat: { nama: warna === 'merah' ? 'Sangat Rendah' : 'Rendah', warna },
  kendala,
  tindakLanjut: '',
  tanpaBukti: false,
  peringatan: [],
})
const kosong = { rataRata: { jenis: 'TIDAK_DAPAT_DIHITUNG', alasan: '' }, disertakan: [], dikecualikan: [] }
const isi = {
  skala: SKALA_PERMENDAGRI_86,
  unit: [
    {
      nama: 'Seksi Pemerintahan',
      status: 'DISERAHKAN',
      baris: [baris('A', '60.00', 'jingga', 'Data terlambat'), baris('B', '40.00', 'merah')],
      anggaran: [],
    },
    {
      nama: 'Seksi Pelayanan',
      status: 'DISERAHKAN',
      baris: [{ ...baris('C', '95.00', 'hijau'), predikat: { nama: 'Tinggi', warna: 'hijau' } }],
      anggaran: [],
    },
  ],
  ringkasan: {
    unit: 2,
    unitMenyerahkan: 2,
    jatuhTempo: 3,
    terisi: 3,
    tidakBerlaku: 0,
    kosong: 0,
    tanpaBukti: 0,
    perluDiperiksa: 0,
    rataRata: kosong,
    pagu: '0',
    realisasiAnggaran: '0',
    serapan: { jenis: 'TIDAK_DAPAT_DIHITUNG', alasan: '' },
  },
} as unknown as IsiRekap

describe('usul laporan dari rekap', () => {
  it('indikator merah: hanya dua warna terbawah, yang terendah lebih dahulu', () => {
    expect(indikatorMerah(isi).map((m) => [m.nama, m.capaian])).toEqual([
      ['B', '40,00%'],
      ['A', '60,00%'],
    ])
  })

  it('ringkasan menyebut indikator merah; hambatan per unit dari kendala', () => {
    const usul = usulLaporan(isi)
    expect(usul.ringkasan).toContain('2 indikator berpredikat rendah atau sangat rendah: B (40,00%); A (60,00%).')
    expect(usul.hambatan).toBe('Seksi Pemerintahan: Data terlambat (A)')
  })

  it('tanpa rekap: tidak mengusulkan apa pun', () => {
    expect(usulLaporan(null)).toEqual({ ringkasan: '', hambatan: '' })
  })
})

describe('isian laporan dan jawaban', () => {
  const HARI_INI = '2026-07-06'
  it('laporan tidak bertanggal besok dan tidak tanpa ringkasan', () => {
    const hasil = isianPenyampaian(HARI_INI).safeParse({ tanggal: '2026-07-07', ringkasan: 'pendek', versi: '1' })
    expect(hasil.error?.issues.map((i) => i.path.join('.'))).toEqual(['ringkasan', 'tanggal'])
  })

  it('baris dari peramban (CRLF) sama dengan usul rekap', () => {
    const hasil = isianPenyampaian(HARI_INI).parse({
      tanggal: HARI_INI,
      ringkasan: 'Baris pertama laporan\r\nBaris kedua',
      versi: '1',
    })
    expect(hasil.ringkasan).toBe('Baris pertama laporan\nBaris kedua')
  })

  it('jawaban: centang dan tulisan menjadi satu daftar tanpa ulangan', () => {
    const hasil = isianJawaban(HARI_INI).parse({
      instruksi: 'Arsipkan',
      instruksiLain: 'Undang Bappeda\nArsipkan\n',
      rekomendasi: [],
      versi: '1',
    })
    expect(hasil.instruksi).toEqual(['Arsipkan', 'Undang Bappeda'])
  })

  it('jawaban kosong ditolak; rekomendasi menyebut apa, siapa, dan tanggal yang belum lewat', () => {
    expect(isianJawaban(HARI_INI).safeParse({ rekomendasi: [] }).success).toBe(false)
    const salah = isianJawaban(HARI_INI).safeParse({
      rekomendasi: [{ uraian: 'a', pegawaiId: '', tenggat: '2026-07-05' }],
    })
    expect(salah.error?.issues.map((i) => i.path.join('.'))).toEqual([
      'rekomendasi.0.uraian',
      'rekomendasi.0.pegawaiId',
      'rekomendasi.0.tenggat',
    ])
  })
})
