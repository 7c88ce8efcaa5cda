import type { BantuanBidang } from './bentuk.ts'

/** Fields of an indicator card; the page that settles a siklus' methodology shows the same texts. */
export const BIDANG_INDIKATOR: readonly BantuanBidang[] = [
  {
    kode: 'metode',
    nama: 'Cara menghitung',
    arti: 'Bagaimana nilai indikator dibuat dari data yang diisi pada formulir. Pilih yang sama dengan rumus pada dokumen perencanaan.',
    rumus: 'persentase: pembilang ÷ penyebut × 100.',
    contoh: '18 desa dari 20 desa: 18 ÷ 20 × 100 = 90%.',
  },
  {
    kode: 'variabel',
    nama: 'Data yang diisi',
    arti: 'Angka mentah yang dicatat unit, satu data per baris. Pembilang adalah yang memenuhi, penyebut adalah seluruhnya.',
    contoh: 'Pembilang: desa yang melapor tepat waktu. Penyebut: semua desa.',
  },
  {
    kode: 'polaritas',
    nama: 'Polaritas',
    arti: 'Arah yang dianggap baik. Salah memilih membuat capaian yang buruk terlihat baik.',
    contoh: 'Jumlah desa tertib administrasi: makin tinggi makin baik. Jumlah pengaduan: makin rendah makin baik.',
  },
  {
    kode: 'agregasi',
    nama: 'Sifat angka antarperiode',
    arti: 'Bagaimana nilai setiap triwulan menjadi nilai setahun. Yang bertambah terus dijumlahkan; yang berupa keadaan memakai angka terakhir.',
    contoh:
      'Pelatihan 3, 2, 4, 1 kali dijumlahkan menjadi 10. Desa tertib 60%, 70%, 75%, 80% memakai keadaan akhir: 80%.',
  },
  {
    kode: 'varian-min',
    nama: 'Rumus capaian makin rendah makin baik',
    arti: 'Dua rumus dikenal untuk indikator yang makin rendah makin baik. Pakai yang pertama, kecuali kantor menetapkan yang kedua.',
    rumus: '(2 × target − realisasi) ÷ target × 100, atau target ÷ realisasi × 100.',
    contoh: 'Target 4 hari, realisasi 3 hari: rumus pertama 125%, rumus kedua 133,33%.',
  },
  {
    kode: 'arah',
    nama: 'Arah',
    arti: 'Hanya untuk target berupa rentang dan untuk nilai terbaik atau terburuk: di luar rentang, makin tinggi atau makin rendah yang masih dianggap baik.',
    contoh: 'Target suhu arsip 20–24 derajat, realisasi 26: arah “makin rendah” membandingkan dengan batas 24.',
  },
  {
    kode: 'aturan-nol',
    nama: 'Bila target nol',
    arti: 'Nol tidak dapat menjadi pembagi, jadi harus ada aturan. Aturan baku: makin tinggi makin baik tidak dihitung; yang lain 100% bila realisasinya memang nol, dan 0% bila tidak.',
    contoh: 'Target pengaduan 0 dan tidak ada pengaduan: 100%. Ada satu pengaduan: 0%.',
  },
  {
    kode: 'batas-capaian',
    nama: 'Batas capaian dalam rata-rata',
    arti: 'Supaya satu capaian yang sangat tinggi tidak menutupi yang rendah, capaian yang lebih besar masuk rata-rata sebesar batas ini. Angka aslinya tetap tercetak.',
    contoh: 'Capaian 300% dan 60%, batas 120%: rata-rata (120 + 60) ÷ 2 = 90%, bukan 180%.',
  },
  {
    kode: 'bobot',
    nama: 'Bobot dalam rata-rata',
    arti: 'Seberapa berat indikator ini dibanding indikator lain yang dirata-rata bersamanya. Kosong: semua sama berat.',
    contoh: 'Bobot 2 dan 1 dengan capaian 90% dan 60%: (2 × 90 + 1 × 60) ÷ 3 = 80%.',
  },
  {
    kode: 'kategori',
    nama: 'Kategori dan skornya',
    arti: 'Untuk indikator yang hasilnya kata, bukan angka. Setiap kata diberi skor, dan capaian membandingkan skornya.',
    rumus: 'skor realisasi ÷ skor target × 100.',
    contoh: 'Predikat SAKIP B = 4, target BB = 5: 4 ÷ 5 × 100 = 80%.',
  },
  {
    kode: 'aturan-bukti',
    nama: 'Yang dianggap bukti',
    arti: 'Dokumen apa yang harus dilampirkan unit, supaya semua unit melampirkan yang sama.',
    contoh: 'Rekap register pelayanan bulan terakhir, ditandatangani kepala seksi.',
  },
  {
    kode: 'smart',
    nama: 'Pemeriksaan SMART',
    arti: 'Lima pertanyaan untuk menilai apakah indikator layak dipakai: spesifik, terukur, dapat dicapai, relevan, dan berbatas waktu.',
    contoh: '“Meningkatnya pelayanan” tidak terukur; “persentase permohonan yang selesai dalam satu hari” terukur.',
  },
]
