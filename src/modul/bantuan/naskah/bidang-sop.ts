import type { BantuanBidang } from './bentuk.ts'

/** Columns of the SOP sheet (PermenPANRB 35/2012) as the editor asks for them. */
export const BIDANG_SOP: readonly BantuanBidang[] = [
  {
    kode: 'jenis',
    nama: 'Jenis langkah',
    arti: 'Menentukan layar yang muncul saat langkah itu dikerjakan. Bila tidak ada yang cocok, pilih tugas biasa: catatan dan berkas hasil.',
    contoh: 'Langkah “Kasi mengisi formulir”: jenis pengisian. Langkah “Rapat persiapan”: jenis rapat.',
  },
  {
    kode: 'pelaksana',
    nama: 'Pelaksana',
    arti: 'Kolom pada lembar SOP: siapa yang mengerjakan langkah ini. Orangnya adalah pemangku jabatan itu pada hari langkah dikerjakan.',
  },
  {
    kode: 'cara',
    nama: 'Bila pelaksananya beberapa',
    arti: 'Apakah cukup satu orang yang bertindak, atau semua harus bertindak sebelum langkah berikutnya terbuka.',
    contoh: 'Mengisi formulir: semua kepala seksi. Menerima surat: cukup satu orang.',
  },
  {
    kode: 'penerima',
    nama: 'Penerima',
    arti: 'Kepada siapa hasil langkah diserahkan. Pada langkah melapor, penerimalah yang menjawab.',
  },
  {
    kode: 'kelengkapan',
    nama: 'Kelengkapan',
    arti: 'Mutu baku: apa yang harus tersedia sebelum langkah dapat dikerjakan, satu butir per baris.',
    contoh: 'Surat permintaan data; formulir triwulan lalu.',
  },
  {
    kode: 'keluaran',
    nama: 'Keluaran',
    arti: 'Mutu baku: dokumen yang dihasilkan langkah ini dan menjadi kelengkapan langkah sesudahnya.',
    contoh: 'Notulen rapat; formulir yang sudah diisi.',
  },
  {
    kode: 'waktu-baku',
    nama: 'Waktu baku',
    arti: 'Mutu baku: lama pengerjaan menurut SOP. Takar menghitung tenggat dari sini dalam hari dan jam kerja, jadi libur tidak ikut dihitung.',
    contoh: 'Dua hari kerja sejak Jumat pukul 10.00: tenggatnya Selasa. Rentang 5–10 menit memakai 10 menit.',
  },
  {
    kode: 'jalan',
    nama: 'Jalannya',
    arti: 'Ke mana pekerjaan berlanjut: langkah berikutnya, beberapa langkah sekaligus, atau bercabang menurut jawaban Ya dan Tidak.',
    contoh: 'Telaah Sekretaris Kecamatan. Ya: susun laporan. Tidak: kembali ke rekap, dengan alasan.',
  },
]
