import { bacaAngka, formatIsian } from '../../../inti/angka/index.ts'
import type { KolomImpor, LembarImpor, NilaiBaris } from '../../impor/index.ts'
import type { Unit } from '../../organisasi/index.ts'
import { BATAS_RATA_RATA, tulisRumus, uraikanRumus } from '../../pengukuran/index.ts'
import {
  AGREGASI,
  ARAH,
  FREKUENSI,
  METODE,
  PERAN_VARIABEL,
  POLARITAS,
  SMART,
  TEKS_ATURAN_NOL,
  TEKS_BATAS,
  TEKS_PEMBULATAN,
  TINGKAT,
  VARIAN_MIN,
} from './istilah.ts'

const pilihan = (daftar: Readonly<Record<string, string>>) =>
  Object.entries(daftar).map(([nilai, teks]) => ({ nilai, teks }))
const KODE_INDIKATOR: KolomImpor = {
  kode: 'indikator',
  judul: 'Kode indikator',
  jenis: 'teks',
  wajib: true,
  kunci: true,
  maks: 30,
  lebar: 12,
}
const URUT: KolomImpor = { kode: 'urut', judul: 'Urutan', jenis: 'bulat', wajib: true, lebar: 8 }

/** The card itself. A blank choice means the usual one, so that an export shows only what is unusual. */
const kolomKartu = (unit: readonly Unit[]): KolomImpor[] => [
  { kode: 'kode', judul: 'Kode', jenis: 'teks', wajib: true, kunci: true, maks: 30, lebar: 12 },
  {
    kode: 'jenis',
    judul: 'Jenis',
    jenis: 'pilihan',
    wajib: true,
    pilihan: pilihan({ IKU: 'IKU', IKK: 'IKK' }),
    lebar: 8,
  },
  { kode: 'nama', judul: 'Nama indikator', jenis: 'teks', wajib: true, maks: 300, lebar: 45 },
  { kode: 'satuan', judul: 'Satuan', jenis: 'teks', wajib: true, maks: 40, lebar: 12 },
  { kode: 'definisi', judul: 'Definisi operasional', jenis: 'teks', wajib: true, maks: 3000, lebar: 50 },
  { kode: 'tingkat', judul: 'Yang diukur', jenis: 'pilihan', wajib: true, pilihan: pilihan(TINGKAT), lebar: 14 },
  {
    kode: 'acuan',
    judul: 'Tujuan, sasaran, atau kode',
    jenis: 'teks',
    wajib: true,
    lebar: 30,
    petunjuk: 'Bunyi tujuan atau sasarannya, atau kode program, kegiatan, sub kegiatan (kelurahan dalam kurung).',
  },
  {
    kode: 'unit',
    judul: 'Penanggung jawab data',
    jenis: 'pilihan',
    wajib: true,
    pilihan: unit.map((u) => ({ nilai: u.kode, teks: u.nama })),
    lebar: 25,
  },
  { kode: 'metode', judul: 'Cara menghitung', jenis: 'pilihan', wajib: true, pilihan: pilihan(METODE), lebar: 22 },
  {
    kode: 'ekspresi',
    judul: 'Rumus sendiri',
    jenis: 'teks',
    lebar: 30,
    petunjuk: 'Hanya bila caranya "rumus sendiri"; memakai kode pada lembar Data.',
  },
  { kode: 'rumus', judul: 'Rumus dalam kata', jenis: 'teks', lebar: 30 },
  { kode: 'desimal', judul: 'Angka di belakang koma', jenis: 'bulat', wajib: true, lebar: 10 },
  {
    kode: 'pembulatan',
    judul: 'Pembulatan',
    jenis: 'pilihan',
    pilihan: pilihan(TEKS_PEMBULATAN),
    lebar: 16,
    petunjuk: 'Kosong: setengah ke atas.',
  },
  { kode: 'polaritas', judul: 'Polaritas', jenis: 'pilihan', wajib: true, pilihan: pilihan(POLARITAS), lebar: 22 },
  {
    kode: 'varianMin',
    judul: 'Rumus makin rendah makin baik',
    jenis: 'pilihan',
    pilihan: pilihan(VARIAN_MIN),
    lebar: 20,
    petunjuk: 'Kosong: (2 × target − realisasi) ÷ target.',
  },
  {
    kode: 'arah',
    judul: 'Arah',
    jenis: 'pilihan',
    pilihan: pilihan(ARAH),
    lebar: 16,
    petunjuk: 'Untuk rentang, nilai terbaik dan terburuk. Kosong: makin tinggi makin baik.',
  },
  {
    kode: 'agregasi',
    judul: 'Sifat angka antarperiode',
    jenis: 'pilihan',
    wajib: true,
    pilihan: pilihan(AGREGASI),
    lebar: 22,
  },
  {
    kode: 'aturanNol',
    judul: 'Bila target nol',
    jenis: 'pilihan',
    pilihan: pilihan(TEKS_ATURAN_NOL),
    lebar: 18,
    petunjuk: 'Kosong: aturan baku.',
  },
  {
    kode: 'batasCapaian',
    judul: 'Batas capaian dalam rata-rata',
    jenis: 'pilihan',
    pilihan: BATAS_RATA_RATA.map((nilai) => ({ nilai, teks: TEKS_BATAS[nilai] })),
    lebar: 12,
    petunjuk: 'Kosong: mengikuti aturan tahunnya.',
  },
  { kode: 'bobot', judul: 'Bobot dalam rata-rata', jenis: 'angka', lebar: 10 },
  { kode: 'sumberData', judul: 'Sumber data', jenis: 'teks', wajib: true, maks: 300, lebar: 28 },
  { kode: 'frekuensi', judul: 'Frekuensi', jenis: 'pilihan', wajib: true, pilihan: pilihan(FREKUENSI), lebar: 12 },
  {
    kode: 'buktiWajib',
    judul: 'Bukti wajib',
    jenis: 'pilihan',
    wajib: true,
    pilihan: pilihan({ YA: 'Ya', TIDAK: 'Tidak' }),
    lebar: 10,
  },
  { kode: 'aturanBukti', judul: 'Yang dianggap bukti', jenis: 'teks', lebar: 28 },
  { kode: 'asal', judul: 'Asal nama dan rumus', jenis: 'teks', maks: 300, lebar: 28 },
  { kode: 'standarNilai', judul: 'Standar nasional: nilai', jenis: 'teks', maks: 60, lebar: 12 },
  { kode: 'standarSumber', judul: 'Standar nasional: sumber', jenis: 'teks', maks: 300, lebar: 24 },
  { kode: 'standarTahun', judul: 'Standar nasional: tahun', jenis: 'bulat', lebar: 10 },
  {
    kode: 'berlakuTahun',
    judul: 'Berlaku mulai tahun',
    jenis: 'bulat',
    lebar: 10,
    petunjuk: 'Wajib bila kartu yang sudah dipakai diubah; selain itu biarkan.',
  },
  {
    kode: 'alasan',
    judul: 'Alasan versi',
    jenis: 'teks',
    maks: 1000,
    lebar: 28,
    petunjuk: 'Wajib ditulis baru bila kartu yang sudah dipakai diubah.',
  },
]

/** A formula as it is stored and shown; one with a variable called x only its card can read. */
const rapikanKartu = (baris: NilaiBaris): NilaiBaris => {
  const { ekspresi, standarNilai } = baris
  const pohon = ekspresi && !/\bx\b/i.test(ekspresi) ? uraikanRumus(ekspresi).pohon : null
  const standar = standarNilai ? bacaAngka(standarNilai) : null
  return {
    ...baris,
    ...(pohon ? { ekspresi: tulisRumus(pohon) } : {}),
    ...(standar?.jenis === 'angka' ? { standarNilai: formatIsian(standar.nilai) } : {}),
  }
}

/** Codes of data are written in small letters, without spaces. */
const rapikanData = (baris: NilaiBaris): NilaiBaris =>
  baris.kode ? { ...baris, kode: baris.kode.toLowerCase().replace(/[\s-]+/g, '_') } : baris

/** Sheets of the workbook of cards. */
export const lembarKartu = (unit: readonly Unit[]): LembarImpor[] => [
  {
    kode: 'kartu',
    nama: 'Kartu',
    petunjuk: 'Satu baris per indikator. Indikator yang tidak ada di berkas tidak berubah.',
    kolom: kolomKartu(unit),
    rapikan: rapikanKartu,
  },
  {
    kode: 'data',
    nama: 'Data',
    rapikan: rapikanData,
    petunjuk:
      'Data yang diisi pada formulir, satu baris per data. Tanpa peran, data terakhir adalah penyebut atau pengurang.',
    kolom: [
      KODE_INDIKATOR,
      { kode: 'kode', judul: 'Kode data', jenis: 'teks', wajib: true, kunci: true, maks: 30, lebar: 20 },
      URUT,
      { kode: 'nama', judul: 'Nama data', jenis: 'teks', wajib: true, maks: 150, lebar: 45 },
      { kode: 'satuan', judul: 'Satuan', jenis: 'teks', maks: 40, lebar: 14 },
      { kode: 'bobot', judul: 'Bobot', jenis: 'angka', lebar: 10 },
      { kode: 'peran', judul: 'Peran', jenis: 'pilihan', pilihan: pilihan(PERAN_VARIABEL), lebar: 16 },
    ],
  },
  {
    kode: 'kategori',
    nama: 'Kategori',
    petunjuk: 'Kategori dan skornya, untuk indikator yang dihitung menurut kategori.',
    kolom: [
      KODE_INDIKATOR,
      { kode: 'kode', judul: 'Kode kategori', jenis: 'teks', wajib: true, kunci: true, maks: 30, lebar: 16 },
      URUT,
      { kode: 'nama', judul: 'Kategori', jenis: 'teks', wajib: true, maks: 80, lebar: 30 },
      { kode: 'skor', judul: 'Skor', jenis: 'angka', wajib: true, lebar: 10 },
    ],
  },
  {
    kode: 'smart',
    nama: 'SMART',
    petunjuk: 'Lima pertanyaan pemeriksaan SMART per indikator.',
    kolom: [
      KODE_INDIKATOR,
      {
        kode: 'pertanyaan',
        judul: 'Pertanyaan',
        jenis: 'pilihan',
        wajib: true,
        kunci: true,
        pilihan: SMART.map((s) => ({ nilai: s.kode, teks: s.nama })),
        lebar: 28,
      },
      {
        kode: 'jawaban',
        judul: 'Jawaban',
        jenis: 'pilihan',
        pilihan: pilihan({ YA: 'Ya', TIDAK: 'Tidak' }),
        lebar: 10,
      },
      { kode: 'catatan', judul: 'Catatan', jenis: 'teks', lebar: 45 },
    ],
  },
]
