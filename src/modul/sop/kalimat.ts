import { daftarkanKalimat } from '../jejak-audit/index.ts'

// sentences of this module's audit events; {kunci} is taken from the event's rincian when it is shown
daftarkanKalimat({
  'sop.draf-dibuat': 'Membuat draf {sop} versi {versi}',
  'sop.draf-dibuang': 'Membuang draf {sop}',
  'sop.identitas-diubah': 'Mengubah identitas draf {sop}',
  'sop.pelaksana-ditambah': 'Menambah kolom pelaksana {nama} pada draf {sop}',
  'sop.pelaksana-diubah': 'Mengubah kolom pelaksana {nama} pada draf {sop}',
  'sop.pelaksana-dipindahkan': 'Memindahkan kolom pelaksana {nama} pada draf {sop}',
  'sop.pelaksana-dihapus': 'Menghapus kolom pelaksana {nama} dari draf {sop}',
  'sop.langkah-ditambah': 'Menambah langkah {kode} pada draf {sop}',
  'sop.langkah-diubah': 'Mengubah langkah {kode} pada draf {sop}',
  'sop.langkah-dipindahkan': 'Memindahkan langkah {kode} pada draf {sop}',
  'sop.langkah-dihapus': 'Menghapus langkah {kode} dari draf {sop}',
  'sop.catatan-diubah': 'Mengubah catatan koreksi draf {sop}',
  'sop.catatan-berkas-selesai': 'Menyatakan catatan tentang berkas draf {sop} selesai',
  'sop.diajukan': 'Mengajukan {sop} versi {versi} kepada Camat',
  'sop.ditarik': 'Menarik kembali {sop} versi {versi}',
  'sop.dikembalikan': 'Mengembalikan {sop} versi {versi} untuk diperbaiki',
  'sop.disahkan': 'Mengesahkan {sop} versi {versi}, berlaku sejak {berlakuSejak}',
  'sop.dicabut': 'Mencabut {sop} versi {versi} sejak {sejak}',
})
