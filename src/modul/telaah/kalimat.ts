/** Sentences of this module's audit events. */
export const kalimatTelaah = {
  'telaah.disetujui': 'Menyetujui rekap versi {versiRekap}',
  'telaah.dikembalikan': 'Mengembalikan rekap versi {versiRekap}',
} as const
