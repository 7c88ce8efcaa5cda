/** Sentences of this module's audit events; `{kunci}` is taken from the event's rincian when it is shown. */
export const kalimatKalender = {
  'kalender.libur-ditambah': 'Menambah hari libur {tanggal}: {nama}',
  'kalender.libur-diubah': 'Mengubah hari libur {lama.tanggal}: {lama.nama}',
  'kalender.libur-dihapus': 'Menghapus hari libur {lama.tanggal}: {lama.nama}',
} as const
