import type { LangkahHariPertama, PanduanPeran } from './bentuk.ts'

export const SANDI: LangkahHariPertama = {
  kode: 'sandi',
  judul: 'Ganti sandi pertama',
  alamat: '/akun/sandi',
  uraian:
    'Sandi yang Anda terima hanya untuk masuk pertama kali. Pakai kalimat yang mudah Anda ingat, jangan diberitahukan kepada siapa pun.',
  bukti: 'SANDI',
}
export const KONTAK: LangkahHariPertama = {
  kode: 'kontak',
  judul: 'Isi surel atau telepon',
  alamat: '/akun/kontak',
  uraian: 'Supaya Takar dapat mengingatkan Anda sebelum tenggat. Tekan [[Simpan]] sesudah mengisi.',
  bukti: 'KONTAK',
}
export const BACA_PANDUAN = (kode: string): LangkahHariPertama => ({
  kode: 'panduan',
  judul: 'Baca panduan Anda',
  alamat: `/bantuan/peran/${kode}`,
  uraian: 'Cukup sekali, kira-kira lima menit. Dapat juga dicetak dan diletakkan di samping komputer.',
})
const LIHAT_SIKLUS: LangkahHariPertama = {
  kode: 'siklus',
  judul: 'Lihat pekerjaan yang sedang berjalan',
  alamat: '/siklus',
  uraian: 'Di sana terlihat bola sedang di tangan siapa dan kapan giliran unit Anda.',
}
const ISI_NILAI: LangkahHariPertama = {
  kode: 'isi',
  judul: 'Isi satu nilai di formulir unit',
  alamat: '/siklus',
  uraian: 'Begitu formulir dibagikan, tugasnya muncul di Tugas Saya. Isi satu angka dan tunggu tulisan “Tersimpan”.',
  bukti: 'MENGISI',
}

const MENGISI = [
  'Buka [[Tugas Saya|/]]. Bila formulir sudah dibagikan, ada tugas untuk menerimanya.',
  'Tekan [[Nyatakan sudah menerima]]. Nama dan waktunya tercatat.',
  'Sesudah semua unit menerima, tugasnya berubah menjadi mengisi formulir. Buka formulirnya.',
  'Isi angka mentah pada kolom Isian. Takar menghitung realisasi dan capaiannya. Yang diketik tersimpan sendiri.',
  'Lampirkan bukti pada setiap indikator dengan [[Lampirkan]].',
  'Bila target tidak tercapai, tulis kendala dan tindak lanjutnya.',
]
const SALAH = [
  'Angka salah ketik: ketik lagi yang benar, atau tekan [[Urungkan]].',
  'Sambungan putus: teruskan mengetik. Takar menyimpan ketikan Anda dan mengirimkannya begitu sambungan kembali.',
  'Formulir dikembalikan: alasannya tertulis di atas baris yang harus diperbaiki. Yang lain tidak perlu disentuh.',
  'Angka yang sudah disetujui ternyata keliru: jangan menunggu; beri tahu kepala unit supaya koreksi diusulkan.',
]

export const PANDUAN_KASI: PanduanPeran = {
  peran: 'KASI',
  kode: 'kasi',
  nama: 'Kasi dan Kasubbag',
  ringkas:
    'Anda bertanggung jawab atas angka unit Anda. Staf boleh mengisi, tetapi Anda yang memeriksa dan menyerahkan formulirnya.',
  bagian: [
    {
      judul: 'Mengisi dan menyerahkan formulir',
      langkah: [...MENGISI, 'Tekan [[Periksa lalu serahkan]]. Baca yang masih kurang, lalu serahkan.'],
    },
    {
      judul: 'Perjanjian Kinerja dan rencana aksi',
      langkah: [
        'Buka [[Perjanjian Kinerja|/perjanjian-kinerja]]. Susun draf untuk jabatan Anda dengan [[Susun draf]].',
        'Pilih indikator dan isi target, lalu ajukan kepada atasan langsung.',
        'Isi [[Rencana aksi|/rencana-aksi]], dan laporkan setiap triwulan.',
      ],
    },
    {
      judul: 'Bila ada kekeliruan',
      langkah: [
        ...SALAH.slice(0, 3),
        'Angka yang sudah disetujui ternyata keliru: buka [[Koreksi|/koreksi]], lalu [[Usulkan koreksi]] dengan alasan dan sumbernya.',
        'Kartu indikator keliru: usulkan perubahannya lewat [[Usulan kartu indikator|/perencanaan/usulan-indikator]].',
      ],
    },
  ],
  halaman: [
    'tugas-saya',
    'formulir',
    'bukti',
    'percakapan',
    'pemeriksaan',
    'buku-isian',
    'distribusi',
    'perjanjian-kinerja',
    'rencana-aksi',
    'realisasi-anggaran',
    'koreksi',
    'catatan-camat',
    'tindak-lanjut',
    'indikator',
  ],
  hariPertama: [SANDI, KONTAK, BACA_PANDUAN('kasi'), LIHAT_SIKLUS, ISI_NILAI],
  tanya: ['TIM_SAKIP', 'SEKCAM', 'ADMIN'],
}

export const PANDUAN_STAF: PanduanPeran = {
  peran: 'STAF',
  kode: 'staf',
  nama: 'Staf',
  ringkas:
    'Anda membantu mengisi formulir unit dan mengumpulkan buktinya. Yang menyerahkan formulir adalah kepala unit Anda.',
  bagian: [
    {
      judul: 'Mengisi formulir unit',
      langkah: [
        ...MENGISI,
        'Bila kepala unit membagi barisnya, isi bagian Anda lalu tekan [[Nyatakan bagian saya selesai]].',
        'Tekan [[Periksa isian]] untuk melihat yang masih kurang, lalu beri tahu kepala unit bahwa formulir siap diserahkan.',
      ],
    },
    { judul: 'Bila ada kekeliruan', langkah: SALAH },
  ],
  halaman: [
    'tugas-saya',
    'formulir',
    'bukti',
    'percakapan',
    'pemeriksaan',
    'buku-isian',
    'realisasi-anggaran',
    'tindak-lanjut',
  ],
  hariPertama: [SANDI, KONTAK, BACA_PANDUAN('staf'), LIHAT_SIKLUS, ISI_NILAI],
  tanya: ['KEPALA_UNIT', 'TIM_SAKIP', 'ADMIN'],
}

export const PANDUAN_DESA: PanduanPeran = {
  peran: 'DESA',
  kode: 'desa',
  nama: 'Desa dan kelurahan',
  ringkas: 'Anda mengisi data desa atau kelurahan yang diminta kecamatan, dengan buktinya, pada waktu yang ditentukan.',
  bagian: [
    {
      judul: 'Mengisi formulir',
      langkah: [...MENGISI, 'Kepala desa, lurah, atau yang memimpin unit menekan [[Periksa lalu serahkan]].'],
    },
    {
      judul: 'Tanpa internet yang lancar',
      langkah: [
        'Unduh formulir sebagai Excel dengan [[Isi di Excel]], isi, lalu unggah saat ada sambungan.',
        'Atau cetak dengan [[Cetak blangko]], isi dengan tangan, lalu serahkan kertasnya kepada Tim SAKIP di kecamatan.',
      ],
    },
    { judul: 'Bila ada kekeliruan', langkah: SALAH },
  ],
  halaman: [
    'tugas-saya',
    'formulir',
    'bukti',
    'percakapan',
    'pemeriksaan',
    'buku-isian',
    'formulir-kertas',
    'status-desa',
  ],
  hariPertama: [SANDI, KONTAK, BACA_PANDUAN('desa'), LIHAT_SIKLUS, ISI_NILAI],
  tanya: ['TIM_SAKIP', 'KEPALA_UNIT', 'ADMIN'],
}
