import { daftarkanKalimat } from '../jejak-audit/index.ts'

// sentences of this module's audit events; {kunci} is taken from the event's rincian when it is shown
daftarkanKalimat({
  'monev.temuan-ditambah': 'Menambah temuan monitoring: {temuan}',
  'monev.temuan-diubah': 'Mengubah temuan monitoring: {temuan}',
  'monev.temuan-dihapus': 'Menghapus temuan monitoring: {temuan}',
  'monev.diusulkan': 'Mengusulkan {jumlah} temuan monitoring dari rekap',
})
