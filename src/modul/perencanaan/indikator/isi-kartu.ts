import { bacaAngka } from '../../../inti/angka/index.ts'
import { type BatasRataRata, type PeranVariabel, periksaRumus } from '../../pengukuran/index.ts'
import type { BidangKartu } from './isian.ts'
import { kodeDariNama } from './isian-baris-kartu.ts'
import type { JawabanSmart, KartuLengkap, KategoriKartu, TingkatIndikator, VariabelKartu } from './kartu.ts'

type Tetap =
  | 'id'
  | 'versi'
  | 'berlakuTahun'
  | 'urut'
  | 'tujuanId'
  | 'sasaranId'
  | 'programId'
  | 'kegiatanId'
  | 'subKegiatanId'
/** The content of a card: all that a person writes. `tempat`: what it measures. */
export type IsianKartu = Omit<KartuLengkap, Tetap> & {
  readonly tempat: { readonly tingkat: TingkatIndikator; readonly id: string }
}

/** Variables that are filled in, each with its code: the one written, else one made from its name. */
export function kodeVariabel(variabel: BidangKartu['variabel']) {
  const terisi = variabel.filter((v) => v.nama !== '')
  const dipakai = new Set(terisi.map((v) => v.kode).filter(Boolean))
  return terisi.map((v, ke) => {
    const kode = v.kode || kodeDariNama(v.nama, dipakai, `data_${ke + 1}`)
    dipakai.add(kode)
    return { ...v, kode }
  })
}

/** From the checked fields of the form to what is stored: codes given, empty rows gone, the formula in its written form. */
export function susunIsiKartu(isi: BidangKartu): IsianKartu {
  const { variabel, kategori, smart, batasCapaian, buktiWajib, standarNilai, standarSumber, standarTahun, ...tetap } =
    isi
  const berkode = kodeVariabel(variabel)
  return {
    ...tetap,
    variabel: berkode.map(susunVariabel),
    kategori: isi.metode === 'KATEGORI' ? susunKategori(kategori) : [],
    ekspresi:
      isi.metode === 'RUMUS' ? periksaRumus(isi.ekspresi, { variabel: berkode, satuan: isi.satuan }).tertulis : '',
    batasCapaian: (batasCapaian || null) as BatasRataRata | null,
    buktiWajib: buktiWajib === 'ya',
    standar:
      standarNilai === '' ? {} : { nilai: angkaAtauKata(standarNilai), sumber: standarSumber, tahun: standarTahun },
    smart: smart.filter((s) => s.jawaban !== '' || s.catatan !== '') as JawabanSmart[],
  }
}

function susunVariabel({ kode, nama, satuan, bobot, peran }: ReturnType<typeof kodeVariabel>[number]): VariabelKartu {
  return {
    kode,
    nama,
    satuan,
    ...(bobot === null ? {} : { bobot }),
    ...(peran === '' ? {} : { peran: peran as PeranVariabel }),
  }
}

function susunKategori(kategori: BidangKartu['kategori']): KategoriKartu[] {
  return kategori.flatMap(({ nama, kode, skor }) =>
    nama === '' || skor === null ? [] : [{ kode: kode || nama, nama, skor }],
  )
}

/** A national standard is a figure or the name of a category. */
function angkaAtauKata(teks: string): string {
  const terbaca = bacaAngka(teks)
  return terbaca.jenis === 'angka' ? terbaca.nilai : teks
}

/** The content of a stored card, to show it in the form, to compare and to store it as a proposal. */
export function isiDariKartu(kartu: KartuLengkap, tempat: IsianKartu['tempat']): IsianKartu {
  const { id: _, versi: _v, berlakuTahun: _b, urut: _u, tujuanId: _t, sasaranId: _s, ...lain } = kartu
  const { programId: _p, kegiatanId: _k, subKegiatanId: _sk, ...isi } = lain
  return { ...isi, tempat }
}
