import { daftarkanKalimat } from '../../jejak-audit/index.ts'

// sentences of audit events about cards and rules of judging; {kunci} is taken from the event's rincian when it is shown
daftarkanKalimat({
  'indikator.ditambah': 'Menambah indikator {kode}: {nama}',
  'indikator.diubah': 'Mengubah kartu indikator {kode}: {nama}',
  'indikator.versi-baru': 'Membuat kartu versi {versi} indikator {kode}: {nama}, berlaku mulai {berlakuTahun}',
  'indikator.dinonaktifkan': 'Menonaktifkan indikator {kode}: {nama}',
  'indikator.diaktifkan': 'Mengaktifkan kembali indikator {kode}: {nama}',
  'usulan-indikator.diajukan': 'Mengusulkan kartu indikator {kode}: {nama}',
  'usulan-indikator.diterima': 'Menerima usulan kartu indikator {kode}: {nama}',
  'usulan-indikator.ditolak': 'Menolak usulan kartu indikator {kode}: {nama}',
  'usulan-indikator.ditarik': 'Menarik usulan kartu indikator {kode}: {nama}',
  'sebutan-indikator.diubah': 'Mengubah sebutan jenis indikator menjadi {baru.iku} dan {baru.ikk}',
  'skala-predikat.dibuat': 'Menetapkan aturan penilaian mulai tahun {tahun}: {nama}',
  'skala-predikat.diubah': 'Mengubah aturan penilaian tahun {tahun}: {nama}',
})
