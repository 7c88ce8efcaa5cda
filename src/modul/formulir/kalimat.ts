import { daftarkanKalimat } from '../jejak-audit/index.ts'

// sentences of this module's audit events; {kunci} is taken from the event's rincian when it is shown
daftarkanKalimat({
  'formulir.disiapkan': 'Menyiapkan formulir untuk {unit} unit',
  'formulir.catatan-disimpan': 'Menulis catatan untuk {unit}',
  'formulir.catatan-disalin': 'Menyalin catatan unit dari periode lalu',
  'formulir.baris-dikeluarkan': 'Mengeluarkan indikator dari formulir {unit}: {nama}',
  'formulir.baris-dimasukkan': 'Memasukkan indikator ke formulir {unit}: {nama}',
  'formulir.dibagikan': 'Membagikan formulir kepada {jumlah} unit',
  'formulir.diterima': 'Formulir {unit} diterima oleh {penerima}',
  'formulir.baris-disimpan': 'Mengisi {nama}',
  'formulir.anggaran-disimpan': 'Mengisi realisasi {nama}',
  'formulir.bukti-ditambah': 'Menambah bukti {nama} ({unit})',
  'formulir.bukti-dihapus': 'Menghapus bukti {nama} ({unit})',
  'formulir.diserahkan': 'Menyerahkan formulir {unit}',
  'formulir.ditarik': 'Menarik kembali formulir {unit}',
  'formulir.penyerahan-diterima': 'Menerima formulir {unit} yang diserahkan',
})
