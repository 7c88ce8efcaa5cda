import { daftarkanKalimat } from '../jejak-audit/index.ts'

// sentences of this module's audit events; {kunci} is taken from the event's rincian when it is shown
daftarkanKalimat({
  'status-desa.desa-ditambah': 'Menambah {sebutan} {nama} ke daftar desa',
  'status-desa.desa-diubah': 'Mengubah {sebutan} {nama} dalam daftar desa',
  'status-desa.desa-dikeluarkan': 'Mengeluarkan {sebutan} {nama} dari daftar desa',
  'status-desa.desa-dimasukkan': 'Memasukkan kembali {sebutan} {nama} ke daftar desa',
  'status-desa.desa-dihapus': 'Menghapus {sebutan} {nama} dari daftar desa: impor yang menambahkannya dibatalkan',
  'status-desa.batas-dibuat': 'Menetapkan batas status Indeks Desa mulai {tahun}',
  'status-desa.batas-diubah': 'Mengubah batas status Indeks Desa {tahun}',
  'status-desa.batas-dicabut': 'Mencabut batas status Indeks Desa {tahun}',
  'status-desa.disimpan': 'Mengisi status {jumlah} desa tahun {tahun}',
})
