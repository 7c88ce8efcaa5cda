/** Sample data of every partial, as a page of Kecamatan Taman would pass it; JAHAT stands wherever text comes from people. */
export const JAHAT = `<script>alert("x")</script>'&`

const kesalahan = { alasan: 'Tuliskan alasan pengembalian, minimal 10 huruf' }
const status = { kode: 'SEDANG_DIISI', teks: JAHAT }
const opsi = [
  { nilai: 'A', teks: JAHAT, petunjuk: JAHAT },
  { nilai: 'B', teks: 'Inspektorat' },
]
const isian = {
  nama: 'alasan',
  label: JAHAT,
  nilai: JAHAT,
  kesalahan,
  petunjuk: JAHAT,
  wajib: true,
  bantuan: 'telaah#arti-alasan',
}
const tautan = { teks: JAHAT, alamat: '/siklus' }
const alasan = { nama: 'alasan', label: 'Alasan', nilai: JAHAT, kesalahan }

export const CONTOH_PARSIAL: Readonly<Record<string, object>> = {
  '_isian-kepala': {
    nama: 'alasan',
    label: JAHAT,
    petunjuk: JAHAT,
    salah: JAHAT,
    wajib: true,
    bantuan: 'telaah#arti-alasan',
  },
  '_isian-salah': { nama: 'alasan', teks: JAHAT },
  'area-teks': { ...isian, baris: 5, maksimal: 2000 },
  'bantuan-isian': { ke: 'telaah#arti-alasan', nama: JAHAT, sebut: true },
  'blok-tanda-tangan': {
    tempatTanggal: 'Taman, 10 Juli 2026',
    jabatan: 'Camat Taman',
    nama: JAHAT,
    pangkat: 'Pembina',
    nip: '19741206',
  },
  catatan: { nada: 'merah', judul: JAHAT, teks: JAHAT },
  'daftar-berkas': {
    berkas: [
      {
        nama: JAHAT,
        alamat: '/berkas/1',
        ukuran: '84 KB',
        siapa: JAHAT,
        hapus: { alamat: '/berkas/1/penghapusan', kunci: 'k' },
      },
    ],
  },
  'daftar-tugas': {
    tugas: [
      {
        judul: JAHAT,
        alamat: '/siklus/1',
        periode: 'Triwulan II 2026',
        dari: JAHAT,
        sejak: 'kemarin',
        mengapa: JAHAT,
        tenggat: { relatif: 'Lewat 1 hari', tanggal: 'Kamis, 9 Juli 2026', kode: 'TERLAMBAT' },
        status,
      },
      {
        judul: 'Terima formulir',
        alamat: '/siklus/2',
        periode: 'Juli 2026',
        dari: '',
        mengapa: 'Milik unit Anda.',
        tenggat: null,
        status,
      },
    ],
  },
  grafik: {
    grafik: {
      lebar: 40,
      tinggi: 40,
      uraian: JAHAT,
      bentuk: [
        {
          d: 'M0 0L4 4',
          isi: 'none',
          garis: '#1f5aa6',
          tebal: 1,
          putus: '3 2',
          x: 0,
          y: 0,
          lebar: 0,
          tinggi: 0,
          sudut: 0,
        },
        { d: '', isi: '#1f5aa6', garis: 'none', tebal: 1, putus: '', x: 1, y: 1, lebar: 6, tinggi: 6, sudut: 3 },
      ],
      teks: [{ x: 4, y: 9, teks: JAHAT, ukuran: 11, jangkar: 'middle', tebal: true }],
    },
  },
  'formulir-kunci': { kunci: JAHAT, versi: 3 },
  'garis-langkah': {
    langkah: ['selesai', 'sekarang', 'dikembalikan', 'dilewati', 'nanti'].map((keadaan, ke) => ({
      nomor: String(ke + 1),
      judul: JAHAT,
      keadaan,
      pelaksana: JAHAT,
      keterangan: JAHAT,
      waktu: '75 menit dari baku 60 menit',
      lewatBaku: true,
      alamat: ke === 0 ? '/siklus/1/langkah/1' : null,
      status: keadaan === 'sekarang' ? status : null,
    })),
  },
  'giliran-anda': {
    milikAnda: true,
    judul: JAHAT,
    pemegang: '',
    mengapa: JAHAT,
    tenggat: { teks: 'hari ini', kode: 'HARI_INI' },
    sejak: 'kemarin',
    tindakan: tautan,
  },
  ikon: { nama: 'centang' },
  'jejak-roti': { butir: [tautan, { teks: JAHAT, alamat: '#' }] },
  'judul-halaman': {
    judul: JAHAT,
    atas: JAHAT,
    keterangan: JAHAT,
    status,
    tindakan: [{ ...tautan, utama: true, ikon: 'tambah' }],
  },
  'kartu-data': {
    baris: [
      { label: JAHAT, nilai: JAHAT },
      { label: 'Versi', nilai: 'Versi 1', alamat: '/sop/1' },
      { label: 'Keadaan', nilai: '', status },
    ],
  },
  'keadaan-simpan': { teks: 'Tersimpan 10.42' },
  kemajuan: { nilai: 12, dari: 14, teks: 'terisi' },
  konfirmasi: {
    id: 'batal',
    pemicu: 'Batalkan siklus…',
    judul: 'Batalkan siklus?',
    akibat: JAHAT,
    alamat: '/siklus/1/pembatalan',
    tombol: 'Batalkan siklus',
    kunci: 'k',
    versi: 2,
    alasan,
  },
  'kop-surat': { kabupaten: 'Pemalang', kecamatan: JAHAT, alamatKantor: JAHAT },
  kosong: { judul: JAHAT, teks: JAHAT, tindakan: tautan },
  'kotak-teks': { ...isian, satuan: 'rupiah', angka: true, lebar: 20, otomatis: 'off', maksimal: 20 },
  'langkah-kepala': {
    judul: JAHAT,
    periode: 'Triwulan II 2026',
    status,
    waktuBaku: '3 hari kerja',
    waktuTerpakai: null,
    tenggat: { teks: 'hari ini', kode: 'HARI_INI' },
    pelaksana: JAHAT,
    kelengkapan: [JAHAT],
    mengapaSaya: JAHAT,
  },
  'lencana-status': status,
  lompat: { label: JAHAT, tautan: ['#a', '#b'].map((alamat) => ({ teks: JAHAT, alamat })) },
  penomoran: { halaman: 2, jumlahHalaman: 9, alamat: '/jejak-audit?peristiwa="><x' },
  'periksa-jawaban': { baris: [{ label: JAHAT, nilai: JAHAT, alamat: '#', status, catatan: JAHAT }] },
  pesan: { jenis: 'berhasil', teks: JAHAT, judul: JAHAT },
  pilihan: { ...isian, opsi, nilai: 'B' },
  'pilihan-centang': { ...isian, opsi, nilai: ['B'] },
  'pilihan-radio': { ...isian, opsi, nilai: 'B' },
  'ringkasan-hitung': { butir: [{ jumlah: 2, teks: JAHAT, nada: 'merah', alamat: '#' }] },
  'ringkasan-kesalahan': { kesalahan: { alasan: JAHAT }, label: { alasan: JAHAT } },
  riwayat: { peristiwa: [{ waktu: '8 Jul 2026 14.20', siapa: JAHAT, sebagai: JAHAT, teks: JAHAT, alasan: JAHAT }] },
  tab: {
    label: 'Bagian siklus',
    daftar: [
      { ...tautan, aktif: true, jumlah: 7 },
      { ...tautan, aktif: false },
    ],
  },
  tabel: {
    judul: JAHAT,
    kolom: [{ teks: JAHAT }, { teks: 'Anggaran', satuan: 'Rp', angka: true }, { teks: 'Keadaan' }],
    kolomKepala: 0,
    lipat: true,
    baris: [
      {
        sel: [{ teks: JAHAT, kecil: JAHAT, alamat: '#' }, { teks: '2.006.320.505', selisih: true }, { status }],
        tanda: 'ragu',
      },
    ],
    jumlah: ['Jumlah', '2.006.320.505', ''],
  },
  'tabel-kosong': { teks: JAHAT, kolom: 3 },
  'tombol-cetak': {},
  'tombol-tindakan': {
    alamat: '/siklus/1/penyerahan',
    teks: JAHAT,
    kunci: 'k',
    versi: 1,
    jenis: 'utama',
    ikon: 'kirim',
  },
  'unggah-berkas': {
    nama: 'berkas',
    label: JAHAT,
    kesalahan: { berkas: JAHAT },
    petunjuk: JAHAT,
    banyak: true,
    terima: '.pdf',
  },
}
