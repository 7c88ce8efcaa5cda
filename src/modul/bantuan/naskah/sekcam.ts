import type { PanduanPeran } from './bentuk.ts'
import { BACA_PANDUAN, KONTAK, SANDI } from './pengisi.ts'

export const PANDUAN_SEKCAM: PanduanPeran = {
  peran: 'SEKCAM',
  kode: 'sekcam',
  nama: 'Sekretaris Kecamatan',
  ringkas:
    'Anda menelaah hasil pekerjaan Tim SAKIP sebelum sampai kepada Camat, mengembalikan yang keliru, dan memutuskan koreksi.',
  bagian: [
    {
      judul: 'Menelaah rekap',
      langkah: [
        'Buka tugas telaah di [[Tugas Saya|/]].',
        'Baca yang kosong, tanpa bukti, dan melompat jauh dari periode lalu. Buka buktinya.',
        'Bila ada yang salah, kembalikan seluruhnya, satu unit, atau satu nilai dengan [[Kembalikan]] dan alasan yang jelas.',
        'Bila sudah benar, tekan [[Setujui rekap]].',
      ],
    },
    {
      judul: 'Melapor dan mengarsipkan',
      langkah: [
        'Tulis laporan kepada Camat. Ringkasan dan hambatannya terisi dari rekap. Tekan [[Simpan rancangan]] bila belum selesai.',
        'Periksa dan tanda tangani dokumen yang menjadi bagian Anda dengan [[Tanda tangani]].',
      ],
    },
    {
      judul: 'Mengawal pekerjaan',
      langkah: [
        'Lihat yang terlambat di [[Dasbor|/dasbor]], dan ingatkan orangnya dari [[Ingatkan|/pengingat/ingatkan]].',
        'Jabatan yang kosong diganti sementara dengan [[Tunjuk Plh.]].',
        'Putuskan usulan [[Koreksi|/koreksi]]. Angka lama tetap tercatat di samping yang baru.',
        'Siklus yang keliru dimulai dibatalkan dengan [[Batalkan siklus ini]] dan alasannya.',
      ],
    },
  ],
  halaman: [
    'tugas-saya',
    'telaah',
    'percakapan',
    'lapor',
    'rapat',
    'naskah',
    'siklus',
    'koreksi',
    'tindak-lanjut',
    'perjanjian-kinerja',
    'skala',
    'pengingat',
    'dasbor',
    'catatan-camat',
  ],
  hariPertama: [
    SANDI,
    KONTAK,
    BACA_PANDUAN('sekcam'),
    {
      kode: 'penyiapan',
      judul: 'Periksa kesiapan kantor',
      alamat: '/organisasi/penyiapan',
      uraian: 'Halaman itu menyebut apa yang belum siap dan siapa yang mengerjakannya.',
    },
    {
      kode: 'bertindak',
      judul: 'Kerjakan tugas pertama',
      alamat: '/siklus',
      uraian: 'Begitu giliran Anda tiba, tugasnya muncul di Tugas Saya. Telaah dan laporan dimulai dari sana.',
      bukti: 'BERTINDAK',
    },
  ],
  tanya: ['TIM_SAKIP', 'CAMAT', 'ADMIN'],
}
