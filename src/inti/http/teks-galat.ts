type Teks = {
  readonly judul: string
  readonly apa: string
  readonly mengapa: string
  readonly lakukan: readonly string[]
}

/** What an error page says, per HTTP status: what happened, why, what to do. No word of software in it. */
export const TEKS_GALAT = {
  403: {
    judul: 'Halaman ini bukan bagian tugas Anda',
    apa: 'Anda sudah masuk, tetapi halaman atau tindakan ini untuk jabatan lain.',
    mengapa: 'Hak mengikuti penugasan yang berlaku hari ini, atau langkah ini milik pelaksana lain dalam SOP.',
    lakukan: [
      'Buka Tugas Saya untuk melihat yang menunggu Anda.',
      'Bila seharusnya tugas Anda, minta operator kecamatan memeriksa penugasan Anda.',
    ],
  },
  404: {
    judul: 'Halaman tidak ditemukan',
    apa: 'Alamat ini tidak menunjuk ke halaman yang ada atau yang boleh Anda lihat.',
    mengapa: 'Mungkin tautannya salah ketik, terpotong, atau halamannya sudah berpindah.',
    lakukan: ['Periksa kembali alamatnya.', 'Atau mulai lagi dari Tugas Saya.'],
  },
  409: {
    judul: 'Keadaannya sudah berubah',
    apa: 'Perubahan Anda belum disimpan, dan tidak ada yang tertimpa.',
    mengapa:
      'Setelah Anda membuka halaman tadi, ada yang lebih dulu menyimpan atau memutuskan: orang lain, atau Anda sendiri pada halaman lain.',
    lakukan: [
      'Kembali ke halaman tadi; yang Anda ketik masih ada di sana. Salin bila perlu.',
      'Muat ulang halaman itu untuk melihat keadaan terbaru, lalu ulangi bila masih perlu.',
    ],
  },
  413: {
    judul: 'Berkas terlalu besar',
    apa: 'Berkas atau isian yang dikirim melebihi batas, jadi tidak ada yang disimpan.',
    mengapa: 'Ada batas ukuran agar sambungan yang lambat tetap dapat mengirim.',
    lakukan: [
      'Kecilkan berkasnya: pindai dengan 150–200 dpi, hitam putih, atau bagi menjadi beberapa berkas.',
      'Kembali ke halaman tadi lalu unggah lagi.',
    ],
  },
  422: {
    judul: 'Isian belum dapat diterima',
    apa: 'Ada isian yang belum sesuai, jadi tidak ada yang diubah.',
    mengapa: 'Isian tidak lengkap, atau tidak cocok dengan keadaan data saat ini.',
    lakukan: ['Kembali ke halaman tadi; isian Anda masih ada di sana.', 'Perbaiki isiannya lalu kirim lagi.'],
  },
  429: {
    judul: 'Tunggu sebentar',
    apa: 'Permintaan dari tempat Anda terlalu banyak dalam waktu singkat, jadi yang terakhir tidak dijalankan.',
    mengapa: 'Pembatasan ini menjaga akun kantor dari orang yang mencoba-coba kata sandi.',
    lakukan: [
      'Tunggu sekitar satu menit, lalu coba lagi satu kali.',
      'Bila lupa kata sandi, hubungi operator kecamatan.',
    ],
  },
  500: {
    judul: 'Terjadi gangguan di pihak kami',
    apa: 'Permintaan Anda belum selesai dikerjakan. Yang sudah pernah tersimpan tetap aman.',
    mengapa: 'Ada bagian aplikasi yang tidak berjalan sebagaimana mestinya. Ini bukan kesalahan Anda.',
    lakukan: [
      'Kembali lalu coba sekali lagi; kiriman yang sama tidak akan tercatat dua kali.',
      'Bila terulang, sampaikan nomor acuan di bawah kepada operator kecamatan.',
    ],
  },
  503: {
    judul: 'Takar sedang sibuk atau dipelihara',
    apa: 'Permintaan Anda belum dijalankan. Yang sudah pernah tersimpan tetap aman.',
    mengapa: 'Data sedang tidak dapat dijangkau untuk sementara.',
    lakukan: [
      'Tunggu satu sampai dua menit, lalu muat ulang halaman ini.',
      'Bila tetap begini, beri tahu operator kecamatan.',
    ],
  },
} as const satisfies Record<number, Teks>

type StatusBerteks = keyof typeof TEKS_GALAT

/** What `views/galat/galat.ejs` needs. */
export type HalamanGalat = {
  readonly judulHalaman: string
  readonly judul: string
  readonly apa: string
  readonly mengapa: string
  readonly lakukan: readonly string[]
  readonly status: number
  /** Number the person can tell the operator; the same as in the log. */
  readonly nomorAcuan: string
  readonly alamatUtama: string
  /** page that a refused form came from; null: not known, or nothing was sent */
  readonly alamatAsal: string | null
  /** sentences that were typed in a refused form, to copy them */
  readonly ketikan: readonly string[]
}

/**
 * View model of the error page. A status without texts of its own is told as its class: 4xx as 422, the rest as 500.
 * @param pesan the sentence of the Galat, meant for the person; replaces the general "what happened" (never for 5xx)
 */
export function susunHalamanGalat(
  status: number,
  rincian: {
    readonly nomorAcuan: string
    readonly pesan?: string
    readonly alamatAsal?: string | null
    readonly ketikan?: readonly string[]
  },
): HalamanGalat {
  const dikenal: StatusBerteks =
    status in TEKS_GALAT ? (status as StatusBerteks) : status >= 400 && status < 500 ? 422 : 500
  const teks = TEKS_GALAT[dikenal]
  const apa = status < 500 && rincian.pesan ? rincian.pesan : teks.apa
  const { nomorAcuan, alamatAsal = null, ketikan = [] } = rincian
  return { ...teks, apa, judulHalaman: teks.judul, status, nomorAcuan, alamatUtama: '/', alamatAsal, ketikan }
}
