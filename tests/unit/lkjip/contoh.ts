import type { CapaianIndikator } from '../../../src/modul/lkjip/capaian.ts'
import type { HasilTahun } from '../../../src/modul/lkjip/hasil-tahun.ts'
import type { SubAnggaran } from '../../../src/modul/lkjip/kueri-anggaran.ts'
import { tanpaHasil } from '../../../src/modul/lkjip/tanpa-hasil.ts'
import type { Hasil } from '../../../src/modul/pengukuran/index.ts'

export const persen = (nilai: string): Hasil => ({
  jenis: 'NILAI',
  nilai,
  mentah: nilai,
  rumus: '',
  peringatan: [],
  versi: 'takar-1',
})

/** A result of a whole year; say only what matters. */
export const hasil = (lain: Partial<HasilTahun> = {}): HasilTahun => ({
  tahun: 2026,
  sampai: 'Tahun 2026',
  setahun: true,
  target: '90',
  targetTeks: '90',
  realisasi: '81',
  realisasiTeks: '81',
  capaian: persen('90.00'),
  predikat: { nama: 'Tinggi', warna: 'hijau' },
  sumber: 'Rekapitulasi versi 1',
  nilai: '81',
  ...lain,
})

/** An IKU with a result of the year and of the year before. */
export const indikator = (lain: Partial<CapaianIndikator> = {}): CapaianIndikator => ({
  id: 'i1',
  kode: 'IKU-01',
  jenis: 'IKU',
  nama: 'Indeks Kepuasan Masyarakat',
  satuan: 'Nilai',
  polaritas: 'MAKS',
  varianMin: '2T-R',
  agregasi: 'POSISI_AKHIR',
  desimal: 2,
  unit: 'Seksi Pelayanan Umum',
  tujuanId: null,
  sasaranId: 's1',
  programId: null,
  kegiatanId: null,
  subKegiatanId: null,
  kaitan: [],
  target: '90',
  targetTeks: '90',
  kini: hasil(),
  triwulan: [null, null, null, null],
  lalu: [2022, 2023, 2024, 2025].map((tahun) => ({
    tahun,
    hasil: hasil({ tahun, realisasi: '80', realisasiTeks: '80' }),
  })),
  renstra: {
    tahunAkhir: 2029,
    nilai: '92',
    teks: '92',
    capaian: persen('88.04'),
    targetTahunIni: '90',
    jumlahTarget: null,
  },
  standar: null,
  asal: null,
  kertas: { penyebab: '', hambatan: '', solusi: '', penunjang: '' },
  ...lain,
})

export const TANPA = tanpaHasil('KOSONG', 'Belum ada hasil yang disetujui')

/** A sub kegiatan whose money is known for the whole year. */
export const sub = (lain: Partial<SubAnggaran> = {}): SubAnggaran => ({
  id: 'sub1',
  kode: '7.01.02.2.01.0001',
  nama: 'Koordinasi',
  unit: 'Seksi Pemerintahan',
  kegiatanId: 'k1',
  kegiatanKode: '7.01.02.2.01',
  kegiatan: 'Koordinasi Kegiatan',
  programId: 'p1',
  programKode: '7.01.02',
  program: 'Pelayanan Publik',
  sasaranId: 's1',
  tujuanId: 't1',
  pagu: '1000',
  realisasi: '800',
  triwulan: 0,
  sampaiTriwulan: ['100', '300', '500', '800'],
  realisasiLalu: '700',
  paguRenstra: '5000',
  ...lain,
})
