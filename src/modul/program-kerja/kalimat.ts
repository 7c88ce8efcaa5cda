import { daftarkanKalimat } from '../jejak-audit/index.ts'

// sentences of this module's audit events; {kunci} is taken from the event's rincian when it is shown
daftarkanKalimat({
  'program-kerja.ditambah': 'Menambah kegiatan program kerja',
  'program-kerja.diubah': 'Mengubah kegiatan program kerja: {uraian}',
  'program-kerja.dihapus': 'Menghapus kegiatan program kerja',
})
