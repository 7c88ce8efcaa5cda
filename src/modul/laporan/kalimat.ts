import { daftarkanKalimat } from '../jejak-audit/index.ts'

/** Sentences of this module's audit events; `{kunci}` is taken from the event's rincian. */
daftarkanKalimat({
  'laporan.disimpan': 'Menyimpan rancangan laporan',
  'laporan.disampaikan': 'Menyampaikan laporan {nomor}',
  'laporan.dijawab': 'Menjawab laporan {nomor} dengan disposisi',
})
