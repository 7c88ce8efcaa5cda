import type { BantuanBidang } from './bentuk.ts'

/** Fields of rules of judging, agreements, actions and surveys. */
export const BIDANG_SKALA: readonly BantuanBidang[] = [
  {
    kode: 'kelas',
    nama: 'Kelas predikat',
    arti: 'Kata untuk setiap rentang capaian. Berlaku bagi semua indikator pada tahun itu.',
    contoh: 'Permendagri 86/2017: mulai 91 sangat tinggi, mulai 76 tinggi, mulai 66 sedang, mulai 51 rendah.',
  },
  {
    kode: 'organisasi',
    nama: 'Capaian organisasi',
    arti: 'Dari apa satu angka capaian kecamatan dihitung: dari semua sasaran sekaligus, atau dari tujuan yang lebih dahulu dirata-rata dari sasarannya.',
    contoh:
      'Tujuan 1 mempunyai tiga sasaran, tujuan 2 satu sasaran. Menurut sasaran keempatnya sama berat; menurut tujuan, sasaran tunggal itu bernilai setengahnya.',
  },
]

export const BIDANG_PERJANJIAN: readonly BantuanBidang[] = [
  {
    kode: 'target-setahun',
    nama: 'Target setahun',
    arti: 'Yang dijanjikan tercapai pada akhir tahun, dalam satuan indikatornya. Untuk indikator makin rendah makin baik, ini angka tertinggi yang masih diterima.',
  },
  {
    kode: 'cara-target',
    nama: 'Target triwulan ditulis',
    arti: 'Apakah angka triwulan berisi bagian triwulan itu saja, atau jumlah sejak awal tahun. Keduanya berarti sama; yang penting dibaca dengan benar.',
    contoh: 'Setahun 100 dokumen. Per triwulan: 25, 25, 25, 25. Sejak awal tahun: 25, 50, 75, 100.',
  },
  {
    kode: 'target-triwulan',
    nama: 'Target triwulan',
    arti: 'Apa yang harus tercapai pada akhir triwulan. Kosong berarti belum jatuh tempo: indikatornya belum diukur pada triwulan itu. Tulis 0 bila targetnya memang nol.',
    contoh: 'Survei yang baru dilaksanakan pada triwulan IV: kosongkan triwulan I sampai III.',
  },
]

export const BIDANG_AKSI: readonly BantuanBidang[] = [
  {
    kode: 'aksi',
    nama: 'Aksi',
    arti: 'Satu pekerjaan nyata yang membuat indikatornya tercapai, bukan nama kegiatan pada anggaran dan bukan indikatornya sendiri.',
    contoh: 'Indikator: desa tertib administrasi. Aksi: mendampingi penyusunan laporan keuangan 5 desa.',
  },
  {
    kode: 'target-aksi',
    nama: 'Target tiap triwulan',
    arti: 'Berapa yang dikerjakan pada triwulan itu saja, dalam satuan aksi. Kosong berarti tidak ada pekerjaan pada triwulan itu.',
    contoh: 'Mendampingi 5 desa: triwulan II 3 desa, triwulan III 2 desa.',
  },
]

export const BIDANG_SURVEI: readonly BantuanBidang[] = [
  {
    kode: 'cara-survei',
    nama: 'Cara hasilnya masuk',
    arti: 'Pilih kuesioner bila jawaban masuk satu per satu lewat tautan atau diketik. Pilih cara lain bila survei sudah dihitung di luar Takar dan hanya hasilnya dicatat.',
  },
  {
    kode: 'populasi',
    nama: 'Jumlah penerima layanan',
    arti: 'Berapa orang yang menerima layanan itu selama periode. Dari angka ini Takar menghitung jumlah responden yang diperlukan menurut PermenPANRB 14/2017.',
    contoh: '100 penerima layanan memerlukan 80 responden.',
  },
  {
    kode: 'unsur',
    nama: 'Unsur',
    arti: 'Hal yang ditanyakan kepada masyarakat. Sembilan unsur PermenPANRB 14/2017 wajib ada; bunyi pertanyaannya boleh disesuaikan dengan layanannya.',
    contoh: 'Unsur biaya untuk layanan gratis: “Apakah Anda diminta membayar?”.',
  },
  {
    kode: 'bobot-unsur',
    nama: 'Bobot',
    arti: 'Seberapa berat satu unsur dalam IKM. Kosong: semua sama berat, seperti pada peraturan.',
    contoh: 'Sembilan unsur sama berat: bobot masing-masing 1 ÷ 9, kira-kira 0,11.',
  },
  {
    kode: 'ikm',
    nama: 'IKM',
    arti: 'Indeks Kepuasan Masyarakat, 25 sampai 100.',
    rumus: 'rata-rata nilai setiap unsur (1 sampai 4) dikali bobotnya, dijumlahkan, lalu dikali 25.',
    contoh: 'Rata-rata semua unsur 3,4: IKM 3,4 × 25 = 85.',
  },
]
