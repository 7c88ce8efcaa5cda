import type { PanduanPeran } from './bentuk.ts'
import { BACA_PANDUAN, KONTAK, SANDI } from './pengisi.ts'

export const PANDUAN_ADMIN: PanduanPeran = {
  peran: 'ADMIN',
  kode: 'admin',
  nama: 'Admin',
  ringkas:
    'Anda mengurus orang, jabatan, akun, dan kalender, supaya setiap orang mendapat hak yang sesuai. Anda tidak melihat data kinerja.',
  bagian: [
    {
      judul: 'Menyiapkan kantor',
      langkah: [
        'Buka [[Penyiapan kantor|/organisasi/penyiapan]]. Kerjakan dari atas ke bawah.',
        'Periksa unit dan jabatan pada [[Pejabat dan unit kerja|/organisasi/struktur]].',
        'Tambah orang di [[Pegawai|/organisasi/pegawai]], lalu tugaskan pada jabatannya.',
        'Catat SK pada [[Tim SAKIP|/organisasi/tim-sakip]] dan tambahkan anggotanya.',
        'Isi hari libur di [[Kalender|/kalender]].',
      ],
    },
    {
      judul: 'Membantu orang masuk',
      langkah: [
        'Buat akun dengan [[Buat akun dan sandi pertama]]. Sampaikan sandinya langsung kepada pemiliknya, jangan lewat grup.',
        'Lupa sandi: tekan [[Atur ulang sandi]] pada halaman orangnya. Sandi lama langsung tidak berlaku.',
        'Telepon atau laptop hilang: tekan [[Akhiri semua sesi]].',
      ],
    },
    {
      judul: 'Menjaga data',
      langkah: [
        'Buka [[Cadangan|/cadangan]] sekali seminggu: tandanya harus Terjaga.',
        'Salin berkas terbarunya ke cakram lepas, simpan di tempat lain yang terkunci.',
      ],
    },
    {
      judul: 'Mutasi dan cuti',
      langkah: [
        'Orang pindah: akhiri penugasannya pada tanggal terakhirnya, lalu [[Nonaktifkan akun]].',
        'Pengganti sementara: catat penugasan sebagai Plt. atau Plh. dengan tanggal mulai dan selesai.',
        'Hak berubah sejak permintaan berikutnya. Orangnya tidak perlu keluar dan masuk lagi.',
      ],
    },
  ],
  halaman: ['pegawai', 'tim-sakip', 'unit', 'kalender', 'cadangan', 'pengingat', 'sop', 'jejak-audit'],
  hariPertama: [
    SANDI,
    KONTAK,
    {
      kode: 'akun',
      judul: 'Buat akun untuk orang lain',
      alamat: '/organisasi/pegawai',
      uraian: 'Tambah pegawai, tugaskan pada jabatan, lalu [[Buat akun dan sandi pertama]].',
      bukti: 'AKUN_LAIN',
    },
    {
      kode: 'tim',
      judul: 'Catat SK Tim SAKIP',
      alamat: '/organisasi/tim-sakip',
      uraian: 'Tanpa SK yang berlaku tidak ada yang dapat memulai siklus. Tekan [[Catat SK baru]].',
      bukti: 'TIM_SAKIP',
    },
    BACA_PANDUAN('admin'),
  ],
  tanya: ['SEKCAM', 'TIM_SAKIP'],
}
