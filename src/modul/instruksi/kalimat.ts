import { daftarkanKalimat } from '../jejak-audit/index.ts'

// sentences of this module's audit events; {kunci} is taken from the event's rincian when it is shown
daftarkanKalimat({
  'instruksi.disimpan': 'Menyimpan rancangan instruksi langkah {langkah}',
  'instruksi.diterbitkan': 'Menerbitkan instruksi {nomor}',
})
