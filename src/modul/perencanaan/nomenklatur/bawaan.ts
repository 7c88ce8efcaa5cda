import { tingkatKode } from './kode.ts'

/** Edition that Takar brings along; an office may change it, or bring in another. */
export const VERSI_BAWAAN = {
  nama: 'Kepmendagri 900.1.15.5-3406/2024',
  sumber:
    'Permendagri 90/2019; Kepmendagri 050-5889/2021, diubah dengan 900.1.15.5-1317/2023 dan 900.1.15.5-3406/2024. Bagian urusan 7.01 (kecamatan) yang lazim dipakai, bukan seluruhnya.',
  berlakuTahun: 2025,
} as const

/** kode | nama | indikator keluaran | satuan; sub kegiatan whose official output is not known here have none. */
const DAFTAR = `
7.01.01 | Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota
7.01.01.2.01 | Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah
7.01.01.2.01.0001 | Penyusunan Dokumen Perencanaan Perangkat Daerah | Jumlah Dokumen Perencanaan Perangkat Daerah | Dokumen
7.01.01.2.01.0002 | Koordinasi dan Penyusunan Dokumen RKA-SKPD | Jumlah Dokumen RKA-SKPD dan Laporan Hasil Koordinasi Penyusunan Dokumen RKA-SKPD | Dokumen
7.01.01.2.01.0006 | Koordinasi dan Penyusunan Laporan Capaian Kinerja dan Ikhtisar Realisasi Kinerja SKPD | Jumlah Laporan Capaian Kinerja dan Ikhtisar Realisasi Kinerja SKPD dan Laporan Hasil Koordinasi Penyusunan Laporan Capaian Kinerja dan Ikhtisar Realisasi Kinerja SKPD | Laporan
7.01.01.2.02 | Administrasi Keuangan Perangkat Daerah
7.01.01.2.02.0001 | Penyediaan Gaji dan Tunjangan ASN | Jumlah Orang yang Menerima Gaji dan Tunjangan ASN | Orang/bulan
7.01.01.2.02.0003 | Pelaksanaan Penatausahaan dan Pengujian/Verifikasi Keuangan SKPD
7.01.01.2.02.0007 | Koordinasi dan Penyusunan Laporan Keuangan Bulanan/ Triwulanan/ Semesteran SKPD | Jumlah Laporan Keuangan Bulanan/Triwulanan/Semesteran SKPD dan Laporan Koordinasi Penyusunan Laporan Keuangan Bulanan/Triwulanan/Semesteran SKPD | Laporan
7.01.01.2.03 | Administrasi Barang Milik Daerah pada Perangkat Daerah
7.01.01.2.05 | Administrasi Kepegawaian Perangkat Daerah
7.01.01.2.05.0005 | Monitoring, Evaluasi, dan Penilaian Kinerja Pegawai | Jumlah Dokumen Monitoring, Evaluasi, dan Penilaian Kinerja Pegawai | Dokumen
7.01.01.2.06 | Administrasi Umum Perangkat Daerah
7.01.01.2.06.0001 | Penyediaan Komponen Instalasi Listrik/Penerangan Bangunan Kantor
7.01.01.2.06.0002 | Penyediaan Peralatan dan Perlengkapan Kantor | Jumlah Paket Peralatan dan Perlengkapan Kantor yang Disediakan | Paket
7.01.01.2.06.0004 | Penyediaan Bahan Logistik Kantor | Jumlah Paket Bahan Logistik Kantor yang Disediakan | Paket
7.01.01.2.06.0009 | Penyelenggaraan Rapat Koordinasi dan Konsultasi SKPD | Jumlah Laporan Penyelenggaraan Rapat Koordinasi dan Konsultasi SKPD | Laporan
7.01.01.2.07 | Pengadaan Barang Milik Daerah Penunjang Urusan Pemerintah Daerah
7.01.01.2.07.0005 | Pengadaan Mebel
7.01.01.2.07.0006 | Pengadaan Peralatan dan Mesin Lainnya | Jumlah Unit Peralatan dan Mesin Lainnya yang Disediakan | Unit
7.01.01.2.07.0007 | Pengadaan Aset Tetap Lainnya
7.01.01.2.07.0009 | Pengadaan Gedung Kantor atau Bangunan Lainnya
7.01.01.2.07.0010 | Pengadaan Sarana dan Prasarana Gedung Kantor atau Bangunan Lainnya
7.01.01.2.07.0011 | Pengadaan Sarana dan Prasarana Pendukung Gedung Kantor atau Bangunan Lainnya
7.01.01.2.08 | Penyediaan Jasa Penunjang Urusan Pemerintahan Daerah
7.01.01.2.08.0002 | Penyediaan Jasa Komunikasi, Sumber Daya Air dan Listrik | Jumlah Laporan Penyediaan Jasa Komunikasi, Sumber Daya Air dan Listrik yang Disediakan | Laporan
7.01.01.2.08.0004 | Penyediaan Jasa Pelayanan Umum Kantor | Jumlah Laporan Penyediaan Jasa Pelayanan Umum Kantor yang Disediakan | Laporan
7.01.01.2.09 | Pemeliharaan Barang Milik Daerah Penunjang Urusan Pemerintahan Daerah
7.01.01.2.09.0001 | Penyediaan Jasa Pemeliharaan, Biaya Pemeliharaan, dan Pajak Kendaraan Perorangan Dinas atau Kendaraan Dinas Jabatan
7.01.01.2.09.0002 | Penyediaan Jasa Pemeliharaan, Biaya Pemeliharaan, Pajak dan Perizinan Kendaraan Dinas Operasional atau Lapangan | Jumlah Kendaraan Dinas Operasional atau Lapangan yang Dipelihara dan Dibayarkan Pajak dan Perizinannya | Unit
7.01.01.2.09.0009 | Pemeliharaan/Rehabilitasi Gedung Kantor dan Bangunan Lainnya | Jumlah Gedung Kantor atau Bangunan Lainnya yang Dipelihara/Direhabilitasi | Unit
7.01.01.2.09.0010 | Pemeliharaan/Rehabilitasi Sarana dan Prasarana Gedung Kantor atau Bangunan Lainnya
7.01.01.2.09.0011 | Pemeliharaan/Rehabilitasi Sarana dan Prasarana Pendukung Gedung Kantor atau Bangunan Lainnya
7.01.02 | Program Penyelenggaraan Pemerintahan dan Pelayanan Publik
7.01.02.2.01 | Koordinasi Penyelenggaraan Kegiatan Pemerintahan di Tingkat Kecamatan
7.01.02.2.01.0001 | Koordinasi/Sinergi Perencanaan dan Pelaksanaan Kegiatan Pemerintahan dengan Perangkat Daerah dan Instansi Vertikal Terkait | Jumlah Laporan Koordinasi/Sinergi Perencanaan dan Pelaksanaan Kegiatan Pemerintahan dengan Perangkat Daerah dan Instansi Vertikal Terkait | Laporan
7.01.02.2.02 | Penyelenggaraan Urusan Pemerintahan yang Tidak Dilaksanakan oleh Unit Kerja Perangkat Daerah yang Ada di Kecamatan
7.01.02.2.02.0003 | Peningkatan Efektifitas Pelaksanaan Pelayanan kepada Masyarakat di Wilayah Kecamatan | Jumlah Laporan Peningkatan Efektifitas Pelaksanaan Pelayanan kepada Masyarakat di Wilayah Kecamatan | Laporan
7.01.02.2.03 | Koordinasi Pemeliharaan Prasarana dan Sarana Pelayanan Umum
7.01.02.2.03.0001 | Koordinasi/Sinergi dengan Perangkat Daerah dan/atau Instansi Vertikal yang Terkait dalam Pemeliharaan Sarana dan Prasarana Pelayanan Umum | Jumlah Dokumen Koordinasi/Sinergi dengan Perangkat Daerah dan/atau Instansi Vertikal yang Terkait dalam Pemeliharaan Sarana dan Prasarana Pelayanan Umum | Dokumen
7.01.02.2.04 | Pelaksanaan Urusan Pemerintahan yang Dilimpahkan kepada Camat
7.01.02.2.04.0001 | Pelaksanaan Urusan Pemerintahan yang Terkait dengan Pelayanan Perizinan Non Usaha | Jumlah Dokumen Non Perizinan Usaha yang Dilaksanakan | Dokumen
7.01.02.2.04.0002 | Pelaksanaan Urusan Pemerintahan yang terkait dengan Nonperizinan | Jumlah Laporan Pelaksanaan Nonperizinan pada Urusan Pemerintahan | Laporan
7.01.02.2.04.0003 | Pelaksanaan Urusan Pemerintahan yang Terkait dengan Kewenangan Lain yang Dilimpahkan | Jumlah Laporan Pelaksanaan Kewenangan Lain yang Dilimpahkan | Laporan
7.01.03 | Program Pemberdayaan Masyarakat Desa dan Kelurahan
7.01.03.2.01 | Koordinasi Kegiatan Pemberdayaan Desa
7.01.03.2.01.0001 | Peningkatan Partisipasi Masyarakat dalam Forum Musyawarah Perencanaan Pembangunan di Desa | Jumlah Lembaga Kemasyarakatan yang Berpartisipasi dalam Forum Musyawarah Perencanaan Pembangunan di Desa | Lembaga Kemasyarakatan
7.01.03.2.01.0003 | Peningkatan Efektifitas Kegiatan Pemberdayaan Masyarakat di Wilayah Kecamatan | Jumlah Laporan Peningkatan Efektivitas Kegiatan Pemberdayaan Masyarakat di Wilayah Kecamatan | Laporan
7.01.03.2.02 | Kegiatan Pemberdayaan Kelurahan
7.01.03.2.02.0001 | Peningkatan Partisipasi Masyarakat dalam Forum Musyawarah Perencanaan Pembangunan di Kelurahan | Jumlah Lembaga Kemasyarakatan yang Berpartisipasi dalam Forum Musyawarah Perencanaan Pembangunan di Kelurahan | Lembaga Kemasyarakatan
7.01.03.2.02.0002 | Pembangunan Sarana dan Prasarana Kelurahan | Jumlah Sarana dan Prasarana Kelurahan yang Terbangun | Unit
7.01.03.2.02.0003 | Pemberdayaan Masyarakat di Kelurahan | Jumlah Pokmas dan Ormas yang Melaksanakan Pemberdayaan Masyarakat di Kelurahan | Pokmas / Ormas
7.01.03.2.02.0004 | Evaluasi Kelurahan | Jumlah Laporan Hasil Evaluasi Kelurahan | Laporan
7.01.03.2.03 | Pemberdayaan Lembaga Kemasyarakatan Tingkat Kecamatan
7.01.03.2.03.0002 | Peningkatan Kapasitas Lembaga Kemasyarakatan | Jumlah Lembaga Kemasyarakatan yang Ditingkatkan Kapasitasnya | Lembaga Kemasyarakatan
7.01.03.2.03.0004 | Fasilitasi Pengembangan Usaha Ekonomi Masyarakat | Jumlah Laporan Fasilitasi Pengembangan Usaha Ekonomi Masyarakat | Laporan
7.01.04 | Program Koordinasi Ketentraman dan Ketertiban Umum
7.01.04.2.01 | Koordinasi Upaya Penyelenggaraan Ketenteraman dan Ketertiban Umum
7.01.04.2.01.0001 | Sinergitas dengan Kepolisian Negara Republik Indonesia, Tentara Nasional Indonesia dan Instansi Vertikal di Wilayah Kecamatan | Jumlah Laporan Hasil Sinergitas dengan Kepolisian Negara Republik Indonesia, Tentara Nasional Indonesia dan Instansi Vertikal di Wilayah Kecamatan | Laporan
7.01.04.2.01.0002 | Harmonisasi Hubungan dengan Tokoh Agama dan Tokoh Masyarakat | Jumlah Laporan Pelaksanaan Harmonisasi Hubungan dengan Tokoh Agama dan Tokoh Masyarakat | Laporan
7.01.04.2.02 | Koordinasi Penerapan dan Penegakan Peraturan Daerah dan Peraturan Kepala Daerah
7.01.05 | Program Penyelenggaraan Urusan Pemerintahan Umum
7.01.05.2.01 | Penyelenggaraan Urusan Pemerintahan Umum Sesuai Penugasan Kepala Daerah
7.01.05.2.01.0008 | Pelaksanaan Tugas Forum Koordinasi Pimpinan di Kecamatan | Jumlah Dokumen Tugas Forum Koordinasi Pimpinan di Kecamatan | Dokumen
7.01.06 | Program Pembinaan dan Pengawasan Pemerintahan Desa
7.01.06.2.01 | Fasilitasi, Rekomendasi dan Koordinasi Pembinaan dan Pengawasan Pemerintahan Desa
7.01.06.2.01.0001 | Fasilitasi Penyusunan Peraturan Desa dan Peraturan Kepala Desa | Jumlah Dokumen yang Difasilitasi dalam rangka Penyusunan Peraturan Desa dan Peraturan Kepala Desa | Dokumen
7.01.06.2.01.0002 | Fasilitasi Administrasi Tata Pemerintahan Desa | Jumlah Dokumen yang Difasilitasi dalam rangka Administrasi Tata Pemerintahan Desa | Dokumen
7.01.06.2.01.0003 | Fasilitasi Pengelolaan Keuangan Desa dan Pendayagunaan Aset Desa | Jumlah Dokumen yang Difasilitasi dalam rangka Pengelolaan Keuangan Desa dan Pendayagunaan Aset Desa | Dokumen
7.01.06.2.01.0006 | Fasilitasi Pelaksanaan Pemilihan Kepala Desa | Jumlah Dokumen Fasilitasi dalam rangka Pelaksanaan Pemilihan Kepala Desa | Dokumen
7.01.06.2.01.0009 | Fasilitasi Sinkronisasi Perencanaan Pembangunan Daerah dengan Pembangunan Desa | Jumlah Dokumen Sinkronisasi Perencanaan Pembangunan Daerah dengan Pembangunan Desa | Dokumen
7.01.06.2.01.0011 | Fasilitasi Penyelenggaraan Ketenteraman dan Ketertiban Umum | Jumlah Dokumen Fasilitasi dalam rangka Penyelenggaraan Ketenteraman dan Ketertiban Umum | Dokumen
7.01.06.2.01.0016 | Fasilitasi Penyusunan Program dan Pelaksanaan Pemberdayaan Masyarakat Desa | Jumlah Dokumen Fasilitasi dalam rangka Program dan Pelaksanaan Pemberdayaan Masyarakat Desa | Dokumen
7.01.06.2.01.0017 | Koordinasi Pendampingan Desa di Wilayahnya | Jumlah Laporan Hasil Koordinasi Pendampingan Desa di Wilayahnya | Laporan
`

/** Programs, kegiatan and sub kegiatan of urusan 7.01 as a kecamatan needs them. */
export const NOMENKLATUR_BAWAAN = DAFTAR.trim()
  .split('\n')
  .map((baris) => {
    const [kode = '', nama = '', indikator = '', satuan = ''] = baris.split(' | ')
    return { tingkat: tingkatKode(kode) ?? 'SUB_KEGIATAN', kode, nama, indikator, satuan }
  })
