import { daftarkanKalimat } from '../jejak-audit/index.ts'

/** Sentences of this module's audit events; `{kunci}` is taken from the event's rincian. */
daftarkanKalimat({
  'telaah.disetujui': 'Menyetujui rekap versi {versiRekap}',
  'telaah.dikembalikan': 'Mengembalikan rekap versi {versiRekap}',
})
