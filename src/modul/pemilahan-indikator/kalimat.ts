import { daftarkanKalimat } from '../jejak-audit/index.ts'

// sentences of this module's audit events; {kunci} is taken from the event's rincian when it is shown
daftarkanKalimat({
  'pemilahan-indikator.disusun': 'Menyusun pemilahan indikator dari Perjanjian Kinerja: {indikator} indikator',
  'pemilahan-indikator.diubah': 'Mengubah unit yang menjawab indikator: {nama}',
})
