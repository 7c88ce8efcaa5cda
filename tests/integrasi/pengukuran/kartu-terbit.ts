import { bacaAngka } from '../../../src/inti/angka/index.ts'
import { bacaTabelTerbit, type Tabel } from '../../unit/pengukuran/tabel-terbit/bentuk.ts'
import type { IsiBaris, IsiLembar } from './buku-impor.ts'

/** One figure of a published table as an indicator of the office: its card, its target, what is typed, what is printed. */
export type KartuTerbit = {
  readonly kode: string
  readonly nama: string
  readonly metode: 'Satu nilai' | 'Penjumlahan' | 'Rata-rata' | 'Rumus sendiri' | 'Kategori'
  readonly polaritas: string
  readonly varian: string
  readonly pembulatan: 'SETENGAH_NAIK' | 'POTONG'
  readonly desimal: number
  readonly ekspresi: string
  /** code → as printed */
  readonly data: Readonly<Record<string, string>>
  readonly kategori: Readonly<Record<string, string>>
  readonly target: string
  readonly realisasi: string
  readonly terbit: { readonly hal: 'capaian' | 'realisasi'; readonly teks: string | null }
}

const DASAR = {
  metode: 'Satu nilai',
  polaritas: 'Makin tinggi makin baik',
  varian: '',
  pembulatan: 'SETENGAH_NAIK',
  desimal: 4,
  ekspresi: '',
  data: {},
  kategori: {},
  target: '100',
  realisasi: '',
} as const satisfies Partial<KartuTerbit>

/** Decimals of a printed figure. */
export const desimalDari = (teks: string): number => /,(\d+)$/.exec(teks)?.[1]?.length ?? 0

/** A printed figure as plain decimal. */
export function angka(teks: string): string {
  const terbaca = bacaAngka(teks)
  if (terbaca.jenis !== 'angka') throw new Error(`${teks}: ${terbaca.jenis}`)
  return terbaca.nilai
}

/** Every figure of the published tables that an indicator measures: achievements, means, formulas, categories. */
export const kartuTerbit = (): KartuTerbit[] =>
  bacaTabelTerbit()
    .flatMap((tabel) => dariTabel(tabel).map((k) => ({ ...k, nama: `${k.nama} (${tabel.berkas})` })))
    .map((k, i) => ({ ...DASAR, ...k, kode: `T-${100 + i}`, nama: `${i + 1}. ${k.nama}` }))

type Isi = Partial<KartuTerbit> & Pick<KartuTerbit, 'nama' | 'terbit'>
function dariTabel(tabel: Tabel): Isi[] {
  if (tabel.jenis === 'capaian')
    return tabel.baris.flatMap(({ nama, polaritas, varian, sel }) =>
      sel.map((s) => ({
        nama: `${nama} ${s.masa}`,
        polaritas: polaritas === 'MIN' ? 'Makin rendah makin baik' : DASAR.polaritas,
        varian: varian === 'T/R' ? 'target ÷ realisasi × 100' : '',
        pembulatan: s.pembulatan ?? 'SETENGAH_NAIK',
        data: { nilai: s.realisasi },
        target: angka(s.target),
        terbit: { hal: 'capaian' as const, teks: s.terbit },
      })),
    )
  if (tabel.jenis === 'rata-rata') return rataRata(tabel)
  // sums of money are budgets (anggaran-terbit.ts); people are counted by an indicator
  if (tabel.jenis === 'jumlah' && tabel.kolom[0] === 'orang')
    return tabel.kelompok.map(({ nama, jumlah, bagian }) => ({
      nama: `Responden ${nama}`,
      metode: 'Penjumlahan',
      desimal: 0,
      data: berurut(bagian.map((b) => orang(b.nilai[0]))),
      terbit: { hal: 'realisasi', teks: orang(jumlah[0]) },
    }))
  if (tabel.jenis === 'rumus')
    return tabel.baris.map(({ nama, ekspresi, isian, desimal, terbit }) => ({
      nama,
      metode: 'Rumus sendiri',
      ekspresi,
      desimal,
      data: isian,
      terbit: { hal: 'realisasi', teks: terbit },
    }))
  if (tabel.jenis !== 'skor') return []
  return tabel.daftar.flatMap(({ nama, kategori, capaian }) =>
    capaian.map(([target, realisasi, teks]) => ({
      nama: `${nama} ${realisasi} dari ${target}`,
      metode: 'Kategori' as const,
      polaritas: 'Menurut kategori',
      desimal: 2,
      kategori,
      target,
      realisasi,
      terbit: { hal: 'capaian' as const, teks },
    })),
  )
}

/** "28.528" alone can be read in two ways and is asked about: typed as a person answers, without the point. */
const orang = (teks = ''): string => teks.replace('.', '')

/** Rows, columns and the whole, each a mean; what is printed otherwise is explained in the table (`sebab`), and ours stands there. */
function rataRata({ kolom, baris, rataKolom, rataTotal }: Extract<Tabel, { jenis: 'rata-rata' }>): Isi[] {
  const kolomTerbit = rataKolom ? (rataKolom.terhitung ?? rataKolom.terbit) : []
  return [
    ...baris.map(({ nama, nilai, terbit }) => rata(nama, nilai, terbit)),
    ...kolomTerbit.map((terbit, ke) =>
      rata(
        `Semua: ${kolom[ke]}`,
        baris.map(({ nilai }) => nilai[ke] ?? '-'),
        terbit,
      ),
    ),
    rata(
      'Seluruhnya',
      baris.map((b) => b.terbit),
      rataTotal.terhitung ?? rataTotal.terbit,
    ),
  ]
}
const rata = (nama: string, nilai: readonly string[], teks: string): Isi => ({
  nama,
  metode: 'Rata-rata',
  desimal: desimalDari(teks),
  data: berurut(nilai),
  terbit: { hal: 'realisasi', teks },
})
/** A service that an office does not have stands on no card: left out of the mean, not zero. */
const berurut = (nilai: readonly string[]): Record<string, string> =>
  Object.fromEntries(nilai.flatMap((teks, ke) => (teks === '-' ? [] : [[`n${ke + 1}`, teks]])))

const barisKartu = (k: KartuTerbit): IsiBaris => ({
  Kode: k.kode,
  Jenis: 'IKK',
  'Nama indikator': k.nama,
  Satuan: 'Nilai',
  'Definisi operasional': 'Menurut tabel yang diterbitkan.',
  'Yang diukur': 'Program',
  'Tujuan, sasaran, atau kode': '7.01.02',
  'Penanggung jawab data': 'Seksi Pemerintahan',
  'Cara menghitung': k.metode,
  'Rumus sendiri': k.ekspresi,
  'Angka di belakang koma': k.desimal,
  Pembulatan: k.pembulatan === 'POTONG' ? 'Dipotong, tidak dibulatkan' : '',
  Polaritas: k.polaritas,
  'Rumus makin rendah makin baik': k.varian,
  'Sifat angka antarperiode': 'Keadaan pada akhir periode',
  'Sumber data': 'Tabel terbit',
  Frekuensi: 'Triwulanan',
  'Bukti wajib': 'Tidak',
})

/** The sheets of cards, for the import of indicators. */
export const lembarKartu = (kartu: readonly KartuTerbit[]): Record<string, IsiLembar> => ({
  Kartu: { kunci: 1, baris: kartu.map(barisKartu) },
  Data: {
    kunci: 2,
    baris: kartu.flatMap(({ kode, data }) =>
      Object.keys(data).map((satu, i) => ({
        'Kode indikator': kode,
        'Kode data': satu,
        Urutan: i + 1,
        'Nama data': `Data ${satu}`,
      })),
    ),
  },
  Kategori: {
    kunci: 2,
    baris: kartu.flatMap(({ kode, kategori }) =>
      Object.entries(kategori).map(([satu, skor], i) => ({
        'Kode indikator': kode,
        'Kode kategori': satu,
        Urutan: i + 1,
        Kategori: satu,
        Skor: Number(skor),
      })),
    ),
  },
})

/** A card for a row of published targets. */
export const kartuTarget = ({ kode, nama }: Pick<KartuTerbit, 'kode' | 'nama'>): KartuTerbit => ({
  ...DASAR,
  kode,
  nama,
  data: { nilai: '' },
  terbit: { hal: 'realisasi', teks: null },
})
