import { describe, expect, it } from 'vitest'
import { hitungKinerja, type MasukanKinerja, type Nilai, nilaiDari } from '../../../src/modul/pengukuran/index.ts'

const NA: Nilai = { status: 'TIDAK_BERLAKU' }
const tw = (...isi: (string | null | Nilai)[]): Nilai[] =>
  isi.map((satu) => (typeof satu === 'object' && satu ? satu : nilaiDari(satu)))

describe('kinerja satu indikator: agregasi, capaian, predikat', () => {
  const dasar: MasukanKinerja = {
    polaritas: 'MAKS',
    agregasi: 'KUMULATIF',
    cara: 'PER_TRIWULAN',
    sampai: 4,
    targetTriwulan: ['25', '25', '25', '25'],
    targetTahunan: '110',
    realisasi: tw('30', '30', '20', '19'),
  }

  it('capaian tahunan memakai target PK setahun, bukan rata-rata persen triwulan', () => {
    expect(hitungKinerja(dasar)).toMatchObject({ capaian: { nilai: '99.00' } })
    expect(hitungKinerja({ ...dasar, dasar: 'TAHUNAN' })).toMatchObject({
      capaian: { nilai: '90.00' },
      agregat: { target: { nilai: '110', rumus: 'target tahunan = 110' } },
    })
    expect(hitungKinerja({ ...dasar, dasar: 'TAHUNAN', targetTahunan: '33.33333333' }).agregat).toMatchObject({
      target: { nilai: '33.333333' },
    })
  })

  it('tanpa target tahunan, capaian setahun tidak dihitung terhadap target triwulan', () => {
    const belum = { capaian: { jenis: 'TIDAK_DAPAT_DIHITUNG', alasan: 'Target belum ditetapkan' } }
    expect(hitungKinerja({ ...dasar, dasar: 'TAHUNAN', targetTahunan: null })).toMatchObject(belum)
    const targetTriwulan = [null, null, null, null]
    expect(hitungKinerja({ ...dasar, dasar: 'TAHUNAN', targetTahunan: null, targetTriwulan })).toMatchObject(belum)
  })

  it('nilai terbaik mengikuti polaritas, dan pada rentang mengikuti arah kartunya', () => {
    const terbaik = (lain: Partial<MasukanKinerja>) =>
      hitungKinerja({ ...dasar, agregasi: 'TERBAIK', realisasi: tw('5', '3', '8', '4'), ...lain }).agregat.realisasi
    expect(terbaik({ polaritas: 'MAKS' })).toMatchObject({ nilai: '8' })
    expect(terbaik({ polaritas: 'TEPAT' })).toMatchObject({ nilai: '8' })
    expect(terbaik({ polaritas: 'MIN' })).toMatchObject({ nilai: '3' })
    expect(terbaik({ polaritas: 'RENTANG', arah: 'MIN' })).toMatchObject({ nilai: '3' })
    expect(terbaik({ polaritas: 'RENTANG', arah: 'MAKS' })).toMatchObject({ nilai: '8' })
  })

  it('hanya target tahunan: kosong tetap terdaftar', () => {
    const masukan: MasukanKinerja = {
      ...dasar,
      dasar: 'TAHUNAN',
      targetTriwulan: [null, null, null, null],
      realisasi: tw('30', '30', '20', null),
    }
    expect(hitungKinerja(masukan)).toMatchObject({ capaian: { nilai: '72.73' }, agregat: { hilang: [4] } })
    // measured by quarter, nothing is due where no target was set
    expect(hitungKinerja({ ...masukan, dasar: 'TRIWULAN' })).toMatchObject({ agregat: { hilang: [] } })
    // with targets in some quarters, those are the ones that are due
    const sebagian = { ...masukan, targetTriwulan: [null, '50', null, '110'], realisasi: tw(null, '50', null, null) }
    expect(hitungKinerja(sebagian)).toMatchObject({ agregat: { hilang: [4] } })
  })

  it('rentang dan kategori memakai target setahun', () => {
    const rentang: MasukanKinerja = {
      ...dasar,
      polaritas: 'RENTANG',
      agregasi: 'POSISI_AKHIR',
      targetTriwulan: [null, null, null, null],
      targetTahunan: '80',
      targetAtas: '90',
      realisasi: tw(null, null, null, '70'),
    }
    expect(hitungKinerja(rentang)).toMatchObject({ capaian: { nilai: '87.50' }, agregat: { hilang: [1, 2, 3] } })
    const kategori = [
      { kode: 'WTP', skor: 4 },
      { kode: 'WDP', skor: 3 },
    ]
    const opini: MasukanKinerja = {
      ...rentang,
      polaritas: 'KATEGORI',
      kategori,
      targetTeks: 'WTP',
      targetTahunan: null,
      realisasi: tw(NA, NA, NA, 'WDP'),
    }
    expect(hitungKinerja(opini)).toMatchObject({ capaian: { nilai: '75.00' } })
    expect(hitungKinerja({ ...opini, realisasi: tw(null, null, null, null) })).toMatchObject({
      capaian: { jenis: 'KOSONG' },
    })
    expect(hitungKinerja({ ...opini, realisasi: tw(NA, NA, NA, '3') })).toMatchObject({ capaian: { nilai: '75.00' } })
    expect(hitungKinerja({ ...opini, realisasi: tw(NA, NA, NA, 'TMP') })).toMatchObject({
      capaian: { alasan: 'Realisasi TW IV bukan angka yang sah' },
    })
    expect(hitungKinerja({ ...opini, kategori: undefined, realisasi: tw(NA, NA, NA, '3') })).toMatchObject({
      capaian: { alasan: 'Kategori target WTP tidak ada dalam tabel skor' },
    })
  })

  it('tabel skor hanya dipakai pada indikator menurut kategori', () => {
    expect(hitungKinerja({ ...dasar, kategori: [{ kode: '30', skor: 1000 }] })).toMatchObject({
      agregat: { realisasi: { nilai: '99' } },
    })
  })

  it('belum ada target yang jatuh tempo: tidak ada capaian, tidak ada predikat', () => {
    const masukan: MasukanKinerja = {
      ...dasar,
      sampai: 1,
      targetTriwulan: [null, null, null, '1'],
      realisasi: tw('1', null, null, null),
    }
    expect(hitungKinerja(masukan)).toMatchObject({ capaian: { jenis: 'BELUM_JATUH_TEMPO' } })
  })
})
