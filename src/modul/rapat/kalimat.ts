import { daftarkanKalimat } from '../jejak-audit/index.ts'

// sentences of this module's audit events; {kunci} is taken from the event's rincian when it is shown
daftarkanKalimat({
  'rapat.disimpan': 'Menyimpan catatan rapat',
  'rapat.undangan-dinomori': 'Memberi nomor undangan rapat {nomor}',
})
