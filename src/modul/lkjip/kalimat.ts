import { daftarkanKalimat } from '../jejak-audit/index.ts'

// sentences of this module's audit events; {kunci} is taken from the event's rincian when it is shown
daftarkanKalimat({
  'lkjip.paragraf-ditulis': 'Menulis paragraf LKjIP {tahun} “{bagian}” tentang {tentang} (versi {versi})',
  'lkjip.dibekukan': 'Membekukan bahan LKjIP {tahun} sebagai versi {versi}',
})
