import { formatAngka } from '../../../inti/angka/index.ts'
import { type Metode, type Pembulatan, tulisRumus, uraikanRumus, type Variabel } from '../../pengukuran/index.ts'
import type { KartuIndikator, TingkatIndikator } from './kartu.ts'

/** Words of the indicator card. */
export const POLARITAS = {
  MAKS: 'Makin tinggi makin baik',
  MIN: 'Makin rendah makin baik',
  TEPAT: 'Tepat pada target',
  RENTANG: 'Di dalam rentang target',
  KATEGORI: 'Menurut kategori',
} as const
export const VARIAN_MIN = {
  '2T-R': '(2 × target − realisasi) ÷ target × 100',
  'T/R': 'target ÷ realisasi × 100',
} as const
export const ARAH = { MAKS: 'Makin tinggi makin baik', MIN: 'Makin rendah makin baik' } as const
export const AGREGASI = {
  KUMULATIF: 'Dijumlahkan sejak awal tahun',
  POSISI_AKHIR: 'Keadaan pada akhir periode',
  RATA_RATA: 'Rata-rata periode',
  TERBAIK: 'Nilai terbaik',
  TERBURUK: 'Nilai terburuk',
} as const
export const METODE = {
  TUNGGAL: 'Satu nilai',
  PERSENTASE: 'Persentase (pembilang ÷ penyebut × 100)',
  JUMLAH: 'Penjumlahan',
  RATA_RATA: 'Rata-rata',
  BERBOBOT: 'Rata-rata berbobot (jumlah bobot 100)',
  SELISIH: 'Selisih',
  RASIO: 'Perbandingan (pembilang ÷ penyebut)',
  KATEGORI: 'Kategori',
  RUMUS: 'Rumus sendiri',
} as const
export const PERAN_VARIABEL = {
  PEMBILANG: 'Pembilang',
  PENYEBUT: 'Penyebut',
  SUKU: 'Yang dikurangi',
  PENGURANG: 'Pengurang',
} as const
export const FREKUENSI = {
  BULANAN: 'Bulanan',
  TRIWULANAN: 'Triwulanan',
  SEMESTERAN: 'Semesteran',
  TAHUNAN: 'Tahunan',
} as const
export const TEKS_PEMBULATAN: Readonly<Record<Pembulatan, string>> = {
  SETENGAH_NAIK: 'Setengah ke atas (5 dibulatkan ke atas)',
  POTONG: 'Dipotong, tidak dibulatkan',
}
export const TEKS_ATURAN_NOL = {
  BAKU: 'Baku (makin tinggi: tidak dapat dihitung; lainnya: 100% bila tercapai)',
  SERATUS: 'Realisasi di atas nol dihitung 100%',
  TIDAK_DIHITUNG: 'Tidak dihitung',
} as const
export const TEKS_BATAS = {
  TANPA: 'Tanpa batas',
  '100': '100%',
  '110': '110%',
  '120': '120%',
  '150': '150%',
} as const
export const TINGKAT: Readonly<Record<TingkatIndikator, string>> = {
  TUJUAN: 'Tujuan',
  SASARAN: 'Sasaran',
  PROGRAM: 'Program',
  KEGIATAN: 'Kegiatan',
  SUB_KEGIATAN: 'Sub kegiatan',
}

/** The five questions of the SMART check. */
export const SMART = [
  {
    kode: 'S',
    nama: 'Spesifik (specific)',
    tanya: 'Apakah jelas apa yang diukur, sehingga setiap orang memahaminya sama?',
  },
  {
    kode: 'M',
    nama: 'Terukur (measurable)',
    tanya: 'Apakah dapat dihitung dari data yang ada, dengan rumus yang pasti?',
  },
  {
    kode: 'A',
    nama: 'Dapat dicapai (achievable)',
    tanya: 'Apakah targetnya dapat dicapai dengan kewenangan dan sumber daya kecamatan?',
  },
  {
    kode: 'R',
    nama: 'Relevan (relevant)',
    tanya: 'Apakah menggambarkan keberhasilan tujuan, sasaran, atau program yang diukurnya?',
  },
  {
    kode: 'T',
    nama: 'Berbatas waktu (time-bound)',
    tanya: 'Apakah jelas kapan diukur dan kapan targetnya harus tercapai?',
  },
] as const

type Terhitung = { readonly metode: Metode; readonly variabel: readonly Variabel[]; readonly ekspresi?: string }

/** The formula of the value with the names of its variables: "Desa tepat waktu ÷ Jumlah desa × 100". */
export function rumusTertulis(kartu: Terhitung): string {
  const { metode, variabel, ekspresi = '' } = kartu
  const nama = variabel.map((v) => v.nama)
  if (metode === 'RUMUS') {
    const { pohon } = uraikanRumus(
      ekspresi,
      variabel.map((v) => v.kode),
    )
    return pohon ? tulisRumus(pohon, (kode) => variabel.find((v) => v.kode === kode)?.nama ?? kode) : ekspresi
  }
  if (metode === 'KATEGORI') return 'Skor kategori yang dipilih'
  if (metode === 'BERBOBOT') return variabel.map((v) => `${v.nama} × ${formatAngka(v.bobot)}%`).join(' + ')
  if (metode === 'RATA_RATA' && nama.length > 1) return `(${nama.join(' + ')}) ÷ ${nama.length}`
  if (metode === 'SELISIH' || metode === 'PERSENTASE' || metode === 'RASIO') return duaBagian(kartu)
  return nama.join(' + ')
}

/** Two groups of variables with a sign between them, by their roles or by their order, as the calculation takes them. */
function duaBagian({ metode, variabel }: Terhitung): string {
  const kedua = (v: Variabel) =>
    metode === 'SELISIH' ? v.peran === 'PENGURANG' : v.peran ? v.peran === 'PENYEBUT' : /^penyebut/i.test(v.kode)
  const berperan = variabel.some(kedua)
  const bawaan = (ke: number) => (metode === 'SELISIH' ? ke > 0 : ke === variabel.length - 1)
  const kanan = variabel.filter((v, ke) => (berperan ? kedua(v) : bawaan(ke)))
  const kiri = variabel.filter((v) => !kanan.includes(v))
  const tulis = (bagian: typeof kiri, kurung: boolean) => {
    const teks = bagian.map((v) => v.nama).join(' + ')
    return kurung && bagian.length > 1 ? `(${teks})` : teks
  }
  if (metode === 'SELISIH') return `${tulis(kiri, false)} − ${tulis(kanan, true)}`
  return `${tulis(kiri, true)} ÷ ${tulis(kanan, true)}${metode === 'PERSENTASE' ? ' × 100' : ''}`
}

/** How its capaian is computed from target and realisation. */
export function rumusCapaian(
  k: Pick<KartuIndikator, 'polaritas' | 'varianMin'> & { readonly arah?: KartuIndikator['arah'] },
): string {
  if (k.polaritas === 'MIN') return VARIAN_MIN[k.varianMin === 'T/R' ? 'T/R' : '2T-R']
  if (k.polaritas === 'TEPAT') return '100 − |realisasi − target| ÷ target × 100, paling rendah 0'
  if (k.polaritas === 'RENTANG')
    return `di dalam rentang 100; di luarnya terhadap batas terdekat, ${ARAH[k.arah === 'MIN' ? 'MIN' : 'MAKS'].toLowerCase()}`
  if (k.polaritas === 'KATEGORI') return 'skor realisasi ÷ skor target × 100'
  return 'realisasi ÷ target × 100'
}
