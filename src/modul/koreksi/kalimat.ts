import { daftarkanKalimat } from '../jejak-audit/index.ts'

daftarkanKalimat({
  'koreksi.diajukan': 'Mengusulkan koreksi {nama}: semula {lama}, menjadi {baru}',
  'koreksi.disetujui': 'Menyetujui koreksi {nama}: semula {lama}, menjadi {baru}',
  'koreksi.ditolak': 'Menolak koreksi {nama}',
  'koreksi.ditarik': 'Menarik usulan koreksi {nama}',
})
