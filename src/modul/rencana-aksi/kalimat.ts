import { daftarkanPesan } from '../../inti/http/index.ts'
import { daftarkanKalimat } from '../jejak-audit/index.ts'
import { ATURAN_AKSI } from './alur.ts'

// the sentences of the acts stand with them in alur.ts
daftarkanKalimat(
  Object.fromEntries(
    Object.values(ATURAN_AKSI).map(({ peristiwa, kalimat }) => [`rencana-aksi.${peristiwa}`, kalimat]),
  ),
)
daftarkanPesan({
  'aksi-disimpan': 'Rencana aksi tersimpan.',
  'aksi-dihapus': 'Aksi dikeluarkan dari rencana.',
  'aksi-realisasi': 'Realisasi tersimpan.',
  'aksi-dilaporkan': 'Triwulan dilaporkan. Realisasinya terkunci.',
  'aksi-dibuka': 'Laporan dibuka kembali. Realisasinya dapat diperbaiki.',
})
