/** Sentences of this module's audit events; `{kunci}` is taken from the event's rincian when it is shown. */
export const kalimatRapat = {
  'rapat.disimpan': 'Menyimpan catatan rapat',
  'rapat.undangan-dinomori': 'Memberi nomor undangan rapat {nomor}',
} as const
