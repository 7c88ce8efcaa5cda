import { daftarkanKalimat } from '../jejak-audit/index.ts'
import { ATURAN_PK } from './alur.ts'

// the sentences of the acts stand with them in alur.ts
daftarkanKalimat(
  Object.fromEntries(
    Object.values(ATURAN_PK).map(({ peristiwa, kalimat }) => [`perjanjian-kinerja.${peristiwa}`, kalimat]),
  ),
)
daftarkanKalimat({
  // a draft is no act on an agreement that is there
  'perjanjian-kinerja.disusun': 'Menyusun draf {pk}',
})
