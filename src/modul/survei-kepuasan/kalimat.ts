import { daftarkanKalimat } from '../jejak-audit/index.ts'

// sentences of this module's audit events; {kunci} is taken from the event's rincian when it is shown
daftarkanKalimat({
  'survei.dibuat': 'Membuat SKM {nama}',
  'survei.diubah': 'Mengubah SKM {nama}',
  'survei.unsur-diubah': 'Mengubah unsur dan pertanyaan SKM {nama}',
  'survei.dibuka': 'Membuka SKM {nama}',
  'survei.ditutup': 'Menutup SKM {nama}: {responden} responden ({pengunjung} dari ponsel), IKM {ikm}',
  'survei.dibuka-kembali': 'Membuka kembali SKM {nama}',
  'survei.hasil-diisi': 'Mengisi hasil SKM {nama}',
  'survei.kuesioner-diisi': 'Mengetik {jumlah} kuesioner SKM {nama}',
  'survei.kuesioner-dibatalkan': 'Tidak memakai kuesioner nomor {nomor} SKM {nama}',
  'survei.tautan-dibuat': 'Membuat tautan pengunjung SKM {nama}',
  'survei.tautan-dicabut': 'Mencabut tautan pengunjung SKM {nama}',
})
