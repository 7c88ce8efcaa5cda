import type { PanduanPeran } from './bentuk.ts'
import { BACA_PANDUAN, KONTAK, SANDI } from './pengisi.ts'

export const PANDUAN_CAMAT: PanduanPeran = {
  peran: 'CAMAT',
  kode: 'camat',
  nama: 'Camat',
  ringkas:
    'Anda memberi perintah di awal dan keputusan di akhir: disposisi, pengesahan SOP, persetujuan Perjanjian Kinerja, dan jawaban atas laporan.',
  bagian: [
    {
      judul: 'Memulai pekerjaan',
      langkah: [
        'Buka [[Tugas Saya|/]]. Yang menunggu keputusan Anda ada di atas.',
        'Tulis disposisi: kepada siapa, apa, dan sampai kapan. Tekan [[Terbitkan disposisi]].',
        'Bila akan bepergian, tunjuk Plh. dari halaman siklus dengan [[Tunjuk Plh.]]. Haknya berakhir sendiri pada hari terakhirnya.',
      ],
    },
    {
      judul: 'Mengesahkan dan menyetujui',
      langkah: [
        'SOP yang diajukan ada di Tugas Saya. Baca isinya, lalu tekan [[Sahkan SOP]] atau kembalikan dengan alasan.',
        'Perjanjian Kinerja bawahan langsung Anda setujui atau kembalikan dari [[Perjanjian Kinerja|/perjanjian-kinerja]].',
        'Keputusan atas nama Anda tercatat dengan jabatan dan waktunya.',
      ],
    },
    {
      judul: 'Membaca hasil',
      langkah: [
        'Buka [[Dasbor|/dasbor]] untuk melihat capaian setiap sasaran dan pekerjaan yang terlambat.',
        'Jawab laporan Sekretaris Kecamatan dengan disposisi, catatan, dan rekomendasi. Rekomendasi menjadi tindak lanjut.',
        'Ada yang merah atau terlambat? Tulis [[Catatan Camat|/catatan-camat]] kepada unitnya langsung dari dasbor atau siklus. Jawabannya datang di Tugas Saya.',
        'Lihat apakah rekomendasi Anda dikerjakan di [[Tindak lanjut|/tindak-lanjut]].',
      ],
    },
  ],
  halaman: [
    'tugas-saya',
    'disposisi',
    'siklus',
    'lapor',
    'naskah',
    'sop',
    'perjanjian-kinerja',
    'dasbor',
    'catatan-camat',
    'tindak-lanjut',
    'arsip',
  ],
  hariPertama: [
    SANDI,
    KONTAK,
    BACA_PANDUAN('camat'),
    {
      kode: 'dasbor',
      judul: 'Lihat dasbor',
      alamat: '/dasbor',
      uraian: 'Capaian tahun ini, siklus yang berjalan, dan bola di tangan siapa.',
    },
    {
      kode: 'bertindak',
      judul: 'Ambil keputusan pertama',
      alamat: '/siklus',
      uraian: 'Begitu ada surat atau laporan untuk Anda, tugasnya muncul di Tugas Saya. Tulis disposisinya di sana.',
      bukti: 'BERTINDAK',
    },
  ],
  tanya: ['SEKCAM', 'TIM_SAKIP', 'ADMIN'],
}
