import { daftarkanKalimat } from '../jejak-audit/index.ts'

daftarkanKalimat({
  'cadangan.diminta': 'Meminta cadangan seluruh data dibuat sekarang',
})
