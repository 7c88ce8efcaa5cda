import { PERAN } from '../../../inti/pelaku.ts'
import { JENIS_PERIODE } from '../../../inti/waktu/index.ts'
import { CARA_PELAKSANA, TUJUAN_SOP } from '../definisi.ts'
import { DAFTAR_IDENTITAS } from '../draf/isian-identitas.ts'
import { HARI_KALENDER, JENIS_WAKTU, URUTAN_KALENDER } from '../draf/isian-waktu.ts'
import { NAMA_CARA, NAMA_ISIAN_IDENTITAS, NAMA_PERAN, NAMA_PERIODE, NAMA_TUJUAN } from '../istilah.ts'
import { JENIS_LANGKAH } from '../jenis-langkah.ts'

/** The Excel form as data: what is written and what is read follow the same lists. */

/** Written into the form; a file with another mark was made from an older form. */
export const TANDA_TEMPLAT = 'Takar SOP 1'
export const LEMBAR = {
  identitas: 'Identitas',
  pelaksana: 'Pelaksana',
  langkah: 'Langkah',
  catatan: 'Catatan',
  penjelasan: 'Penjelasan',
  kantor: 'Kantor',
} as const
/** Row of the heads of each table; title and mark stand above. */
export const BARIS_KEPALA = 4

export type Kolom = {
  readonly isian: string
  readonly judul: string
  readonly lebar: number
  readonly petunjuk: string
}

export const KOLOM_IDENTITAS: readonly Kolom[] = [
  { isian: 'isian', judul: 'Isian', lebar: 30, petunjuk: 'Nama isian; jangan diubah.' },
  {
    isian: 'isi',
    judul: 'Isi',
    lebar: 70,
    petunjuk:
      'Isinya. Isian yang berupa daftar ditulis satu butir per baris; tambah baris dengan nama isian yang sama.',
  },
  {
    isian: 'asli',
    judul: 'Bunyi asli',
    lebar: 40,
    petunjuk: 'Hanya untuk dasar hukum: bunyi pada naskah bila dibetulkan.',
  },
  { isian: 'catatan', judul: 'Catatan', lebar: 40, petunjuk: 'Hanya untuk dasar hukum: misalnya "dicabut".' },
]
export const KOLOM_PELAKSANA: readonly Kolom[] = [
  {
    isian: 'kode',
    judul: 'Kode',
    lebar: 18,
    petunjuk: 'Huruf besar, angka, titik, atau tanda hubung, misalnya TIM-SAKIP. Dipakai di lembar Langkah.',
  },
  { isian: 'nama', judul: 'Nama kolom', lebar: 32, petunjuk: 'Seperti pada lembar SOP.' },
  {
    isian: 'peran',
    judul: 'Peran',
    lebar: 32,
    petunjuk: `Satu atau beberapa, dipisah titik koma: ${PERAN.map((p) => NAMA_PERAN[p]).join('; ')}.`,
  },
  { isian: 'jabatan', judul: 'Jabatan', lebar: 32, petunjuk: 'Kode jabatan dari lembar Kantor, dipisah titik koma.' },
  {
    isian: 'unit',
    judul: 'Unit',
    lebar: 28,
    petunjuk: 'Kode unit dari lembar Kantor, dipisah titik koma; membatasi peran pada unit itu.',
  },
]
export const KOLOM_CATATAN: readonly Kolom[] = [
  { isian: 'letak', judul: 'Letak', lebar: 34, petunjuk: 'Di bagian mana naskah asli.' },
  { isian: 'temuan', judul: 'Temuan', lebar: 60, petunjuk: 'Yang ditemukan pada naskah asli.' },
  { isian: 'penyelesaian', judul: 'Penyelesaian', lebar: 60, petunjuk: 'Bagaimana diselesaikan di sini.' },
]
export const KOLOM_LANGKAH: readonly Kolom[] = [
  {
    isian: 'kode',
    judul: 'Kode',
    lebar: 9,
    petunjuk: 'Huruf besar dan angka, misalnya P7; setiap langkah punya kode sendiri.',
  },
  {
    isian: 'nomor',
    judul: 'No',
    lebar: 6,
    petunjuk: 'Nomor yang tercetak; boleh sama dua kali bila naskahnya begitu.',
  },
  { isian: 'uraian', judul: 'Uraian', lebar: 52, petunjuk: 'Uraian prosedur.' },
  {
    isian: 'jenis',
    judul: 'Jenis langkah',
    lebar: 24,
    petunjuk: 'Pilih dari daftar; artinya ada di lembar Penjelasan.',
  },
  {
    isian: 'pelaksana',
    judul: 'Pelaksana',
    lebar: 22,
    petunjuk: 'Kode dari lembar Pelaksana; beberapa dipisah titik koma.',
  },
  { isian: 'cara', judul: 'Yang bertindak', lebar: 14, petunjuk: 'Bila pelaksananya beberapa: satu saja, atau semua.' },
  { isian: 'penerima', judul: 'Penerima', lebar: 18, petunjuk: 'Kepada siapa diserahkan; kode, dipisah titik koma.' },
  { isian: 'dibantu', judul: 'Dibantu', lebar: 18, petunjuk: 'Siapa yang membantu; kode, dipisah titik koma.' },
  { isian: 'kelengkapan', judul: 'Kelengkapan', lebar: 36, petunjuk: 'Satu butir per baris di dalam sel (Alt+Enter).' },
  {
    isian: 'dokumen',
    judul: 'Dokumen yang dikumpulkan',
    lebar: 32,
    petunjuk: 'Hanya untuk ceklis dokumen; satu butir per baris di dalam sel.',
  },
  {
    isian: 'waktuTeks',
    judul: 'Waktu (tertulis)',
    lebar: 16,
    petunjuk: 'Seperti tertulis pada naskah, misalnya "5-10 Menit".',
  },
  { isian: 'waktuJenis', judul: 'Satuan waktu', lebar: 16, petunjuk: 'Pilih dari daftar.' },
  { isian: 'waktuDari', judul: 'Lama', lebar: 8, petunjuk: 'Angka; untuk rentang, lama tersingkat.' },
  { isian: 'waktuSampai', judul: 'Sampai', lebar: 8, petunjuk: 'Angka; hanya untuk rentang: lama terpanjang.' },
  {
    isian: 'waktuAturan',
    judul: 'Aturan kalender',
    lebar: 18,
    petunjuk: 'Hanya untuk "Menurut kalender": hari dan urutannya, misalnya Jumat pertama.',
  },
  { isian: 'keluaran', judul: 'Keluaran', lebar: 30, petunjuk: 'Dokumen yang dihasilkan.' },
  { isian: 'ket', judul: 'Keterangan', lebar: 26, petunjuk: 'Kolom Ket. pada lembar SOP.' },
  {
    isian: 'opsional',
    judul: 'Bila diperlukan',
    lebar: 12,
    petunjuk: 'Ya bila langkah ini hanya dijalankan bila diperlukan.',
  },
  {
    isian: 'tahanPertanyaan',
    judul: 'Pertanyaan menahan penyerahan',
    lebar: 14,
    petunjuk: 'Hanya untuk pengisian: Ya bila formulir baru diserahkan sesudah semua pertanyaan selesai.',
  },
  {
    isian: 'hanyaPeriode',
    judul: 'Hanya pada periode',
    lebar: 22,
    petunjuk: 'Kosong berarti selalu. Misalnya: Triwulan 2, 4; Tahun.',
  },
  { isian: 'keputusan', judul: 'Keputusan', lebar: 11, petunjuk: 'Ya bila langkah ini keputusan Ya/Tidak.' },
  {
    isian: 'ya',
    judul: 'Bila Ya ke',
    lebar: 12,
    petunjuk: 'Kode langkah; kosong berarti langkah di bawahnya; "selesai" berarti SOP berakhir.',
  },
  {
    isian: 'tidak',
    judul: 'Bila Tidak ke',
    lebar: 16,
    petunjuk: 'Satu atau beberapa kode langkah, dipisah titik koma.',
  },
  {
    isian: 'bawaan',
    judul: 'Tidak: diusulkan',
    lebar: 14,
    petunjuk: 'Tujuan yang diusulkan lebih dahulu; kosong berarti yang pertama.',
  },
  {
    isian: 'berikutnya',
    judul: 'Sesudahnya ke',
    lebar: 16,
    petunjuk:
      'Bukan keputusan: kosong berarti langkah di bawahnya; "selesai" berarti SOP berakhir; beberapa kode dipisah titik koma berjalan bersama.',
  },
  { isian: 'uraianAsli', judul: 'Bunyi asli', lebar: 40, petunjuk: 'Uraian pada naskah asli bila dibetulkan.' },
  { isian: 'catatanKoreksi', judul: 'Alasan koreksi', lebar: 40, petunjuk: 'Mengapa dibetulkan.' },
]

/** Rows of the identity sheet with one value: name of the row → field of the file. */
export const BARIS_TUNGGAL: Readonly<Record<string, string>> = {
  [NAMA_ISIAN_IDENTITAS.nama ?? '']: 'nama',
  [NAMA_ISIAN_IDENTITAS.kode ?? '']: 'kode',
  [NAMA_ISIAN_IDENTITAS.tujuan ?? '']: 'tujuan',
  [NAMA_ISIAN_IDENTITAS.periode ?? '']: 'periode',
  [NAMA_ISIAN_IDENTITAS.bolehMelewati ?? '']: 'bolehMelewati',
  [NAMA_ISIAN_IDENTITAS.nomor ?? '']: 'identitas.nomor',
  [NAMA_ISIAN_IDENTITAS.tanggalPembuatan ?? '']: 'identitas.tanggalPembuatan',
  [NAMA_ISIAN_IDENTITAS.tanggalRevisi ?? '']: 'identitas.tanggalRevisi',
  [NAMA_ISIAN_IDENTITAS.tanggalEfektif ?? '']: 'identitas.tanggalEfektif',
  'Disahkan oleh: jabatan': 'identitas.disahkanOleh.jabatan',
  'Disahkan oleh: nama': 'identitas.disahkanOleh.nama',
  'Disahkan oleh: pangkat': 'identitas.disahkanOleh.pangkat',
  'Disahkan oleh: NIP': 'identitas.disahkanOleh.nip',
}
/** Rows of the identity sheet that may be repeated, one item each. */
export const BARIS_BERULANG = [...DAFTAR_IDENTITAS, 'dasarHukum' as const].map((bidang) => ({
  bidang,
  isian: NAMA_ISIAN_IDENTITAS[bidang] ?? bidang,
}))

/** A word of the form and the code it stands for; what is no word of the list stays as it was typed, to be named. */
export type Kamus = {
  readonly keKode: (kata: string) => string
  readonly keKata: (kode: string) => string
  readonly kata: readonly string[]
}
const kamus = (isi: Readonly<Record<string, string>>): Kamus => {
  const balik = new Map(
    Object.entries(isi).flatMap(([kode, kata]) => [
      [kata.toLowerCase(), kode],
      [kode.toLowerCase(), kode],
    ]),
  )
  return {
    keKode: (kata) => balik.get(kata.trim().toLowerCase()) ?? kata.trim(),
    keKata: (kode) => isi[kode] ?? kode,
    kata: Object.values(isi),
  }
}
const dariDaftar = <K extends string>(kode: readonly K[], nama: Readonly<Record<K, string>>) =>
  kamus(Object.fromEntries(kode.map((k) => [k, nama[k]])))

export const KAMUS = {
  tujuan: dariDaftar(TUJUAN_SOP, NAMA_TUJUAN),
  periode: dariDaftar(JENIS_PERIODE, NAMA_PERIODE),
  peran: dariDaftar(PERAN, NAMA_PERAN),
  cara: dariDaftar(CARA_PELAKSANA, NAMA_CARA),
  jenis: kamus(Object.fromEntries(JENIS_LANGKAH.map((j) => [j.kode, j.nama]))),
  waktu: kamus(JENIS_WAKTU),
  yaTidak: kamus({ ya: 'Ya', tidak: 'Tidak' }),
  hari: kamus(HARI_KALENDER),
  urutan: kamus(URUTAN_KALENDER),
} as const
/** "The end" in the columns of where a step goes on to. */
export const SELESAI = 'selesai'
