import { daftarkanKalimat } from '../jejak-audit/index.ts'

// sentences of this module's audit events; {kunci} is taken from the event's rincian when it is shown
daftarkanKalimat({
  'pengingat.diingatkan': 'Mengingatkan {nama} lewat {cara} tentang {jumlah} tugas',
  'pengingat.setelan-diubah': 'Mengubah setelan pengingat',
  'pengingat.surel-diulang': 'Mengirim ulang surel pengingat untuk {nama}',
})
