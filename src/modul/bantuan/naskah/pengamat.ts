import type { PanduanPeran } from './bentuk.ts'
import { BACA_PANDUAN, KONTAK, SANDI } from './pengisi.ts'

export const PANDUAN_PENGAMAT: PanduanPeran = {
  peran: 'PENGAMAT',
  kode: 'pengamat',
  nama: 'Pengamat',
  ringkas: 'Anda membaca dan memeriksa, misalnya sebagai auditor Inspektorat. Anda tidak dapat mengubah apa pun.',
  bagian: [
    {
      judul: 'Menelusuri sebuah angka',
      langkah: [
        'Buka [[Dasbor|/dasbor]] untuk melihat capaian, lalu tekan indikatornya.',
        'Dari [[Siklus|/siklus]] buka rekapnya, lalu formulir unitnya. Bukti ada di setiap baris.',
        'Riwayat siklus menyebut siapa mengisi, menyerahkan, mengembalikan, dan menyetujui.',
      ],
    },
    {
      judul: 'Memeriksa keutuhan',
      langkah: [
        'Di [[Jejak Audit|/jejak-audit]] tekan [[Periksa rantai]]. Takar memastikan tidak ada catatan yang berubah.',
        'Di [[Arsip|/arsip]] buka paketnya, lalu tekan [[Periksa keutuhan]] atau [[Unduh paket (ZIP)]].',
        'Perubahan sesudah persetujuan ada di [[Koreksi|/koreksi]], dengan alasan dan yang memutuskan.',
      ],
    },
  ],
  halaman: ['dasbor', 'siklus', 'indikator', 'koreksi', 'arsip', 'jejak-audit'],
  hariPertama: [
    SANDI,
    KONTAK,
    BACA_PANDUAN('pengamat'),
    {
      kode: 'jejak',
      judul: 'Periksa rantai jejak audit',
      alamat: '/jejak-audit',
      uraian: 'Tekan [[Periksa rantai]]. Hasilnya menyebut apakah semua catatan masih utuh.',
    },
  ],
  tanya: ['TIM_SAKIP', 'SEKCAM', 'ADMIN'],
}
