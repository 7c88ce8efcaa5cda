import { daftarkanKalimat } from '../jejak-audit/index.ts'

// sentences of this module's audit events; {kunci} is taken from the event's rincian when it is shown
daftarkanKalimat({
  'naskah.disimpan': 'Menyimpan rancangan {judul}',
  'naskah.disusun': 'Menyelesaikan penyusunan {judul}',
  'tanda-tangan.dibubuhkan': 'Menandatangani {dokumen} sebagai {kolom}',
  'tanda-tangan.dicatat': 'Mencatat tanda tangan di atas kertas {penandatangan} pada {dokumen}',
  'tanda-tangan.ditolak': 'Menolak menandatangani {dokumen} sebagai {kolom}',
  'pengiriman.disimpan': 'Menyimpan rancangan surat pengantar',
  'pengiriman.dinomori': 'Memberi nomor surat pengantar {nomor}',
  'pengiriman.dikirim': 'Mencatat pengiriman surat pengantar {nomor} kepada {kepada}',
})
