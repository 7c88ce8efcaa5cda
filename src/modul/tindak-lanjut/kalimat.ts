import { daftarkanKalimat } from '../jejak-audit/index.ts'

// sentences of this module's audit events; {kunci} is taken from the event's rincian when it is shown
daftarkanKalimat({
  'tindak-lanjut.dibuat': 'Mencatat tindak lanjut: {uraian}',
  'tindak-lanjut.ditutup': 'Menutup tindak lanjut: {uraian}',
  'tindak-lanjut.dibatalkan': 'Membatalkan tindak lanjut: {uraian}',
})
