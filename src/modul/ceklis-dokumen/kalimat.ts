import { daftarkanKalimat } from '../jejak-audit/index.ts'

// sentences of this module's audit events; {kunci} is taken from the event's rincian when it is shown
daftarkanKalimat({
  'ceklis-dokumen.ditambah': 'Menambah dokumen ceklis: {nama}',
  'ceklis-dokumen.diubah': 'Mengubah dokumen ceklis: {nama}',
  'ceklis-dokumen.dihapus': 'Menghapus dokumen ceklis: {nama}',
})
