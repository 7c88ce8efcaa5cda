/** Sentences of this module's audit events; `{kunci}` is taken from the event's rincian when it is shown. */
export const kalimatBerkas = {
  'berkas.diunggah': 'Mengunggah berkas {nama}',
  'berkas.dilepas': 'Melepas berkas {nama}',
} as const
