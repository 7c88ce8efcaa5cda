import { daftarkanKalimat } from '../jejak-audit/index.ts'

// sentences of this module's audit events; {kunci} is taken from the event's rincian when it is shown
daftarkanKalimat({
  'kertas-kerja.disusun': 'Menyusun Kertas Kerja Pengukuran: {indikator} indikator',
  'kertas-kerja.sumber-formulir': 'Mengambil angka pengukuran dari formulir siklus ini',
  'kertas-kerja.sumber-pengumpulan': 'Mengambil angka pengukuran dari {dari}',
  'kertas-kerja.sumber-langsung': 'Menetapkan angka pengukuran diisi sendiri',
  'kertas-kerja.metodologi-diubah': 'Mengubah metodologi pengukuran: {nama}',
  'kertas-kerja.angka-diubah': 'Mengubah angka pengukuran: {nama}',
  'kertas-kerja.analisis-diubah': 'Mengubah analisis pengukuran: {nama}',
  'kertas-kerja.kalimat-bantu': 'Menyalin kalimat bantu ke analisis {jumlah} indikator',
  'kertas-kerja.bukti-ditambah': 'Menambah bukti pengukuran: {nama}',
  'kertas-kerja.bukti-dihapus': 'Menghapus bukti pengukuran: {nama}',
})
