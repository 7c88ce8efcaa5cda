/** Sentences of this module's audit events. */
export const kalimatDisposisi = {
  'disposisi.disimpan': 'Menyimpan rancangan lembar disposisi',
  'disposisi.diterbitkan': 'Menerbitkan disposisi',
} as const
