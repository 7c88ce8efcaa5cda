import { daftarkanKalimat } from '../jejak-audit/index.ts'

// sentences of this module's audit events; {kunci} is taken from the event's rincian when it is shown
daftarkanKalimat({
  'impor.diunggah': 'Mengunggah berkas {berkas} untuk impor {nama}',
  'impor.diperbarui': 'Memperbarui pratinjau impor {nama} dari {berkas} karena datanya sudah berubah',
  'impor.diterapkan': 'Menerapkan impor {nama} dari {berkas}: {barisBaru} baris baru, {barisBerubah} baris berubah',
  'impor.dibatalkan': 'Membatalkan impor {nama} dari {berkas}',
  'impor.dibuang': 'Tidak menerapkan impor {nama} dari {berkas}',
})
