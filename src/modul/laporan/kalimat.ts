/** Sentences of this module's audit events. */
export const kalimatLaporan = {
  'laporan.disimpan': 'Menyimpan rancangan laporan',
  'laporan.disampaikan': 'Menyampaikan laporan {nomor}',
  'laporan.dijawab': 'Menjawab laporan {nomor} dengan disposisi',
} as const
