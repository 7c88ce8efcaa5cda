export {
  type CaraTarget,
  type HasilAgregasi,
  hitungAgregasi,
  type MasukanAgregasi,
  TIPE_AGREGASI,
  type TipeAgregasi,
} from './agregasi.ts'
export {
  BATAS_RATA_RATA,
  type BatasRataRata,
  type Butir,
  type HasilGulung,
  hitungRataRata,
  hitungRataRataOrganisasi,
} from './gulung.ts'
export {
  type AdaNilai,
  type Hasil,
  type JenisTanpaNilai,
  type Nilai,
  nilaiDari,
  pastikanVersiRumus,
  type TanpaNilai,
  VERSI_RUMUS,
} from './hasil.ts'
export { hitungCapaian, type MasukanCapaian, POLARITAS, type Polaritas, type VarianMin } from './hitung-capaian.ts'
export { type HasilKinerja, hitungKinerja, type MasukanKinerja } from './hitung-kinerja.ts'
export {
  hitungNilai,
  type Kategori,
  type MasukanNilai,
  METODE,
  type Metode,
  type PeranVariabel,
  type Variabel,
} from './hitung-nilai.ts'
export { cariLompatan, type Lompatan } from './lompatan.ts'
export { cariPredikatSakip, PREDIKAT_SAKIP, type PredikatSakip, SKOR_PREDIKAT_SAKIP } from './nilai-sakip.ts'
export {
  bacaPredikat,
  type KelasPredikat,
  pastikanSkala,
  periksaRentang,
  periksaSkala,
  type RentangKelas,
  SKALA_PERMENDAGRI_86,
  type Skala,
} from './predikat.ts'
export {
  type BarisUang,
  type HasilEfisiensi,
  hitungEfisiensi,
  hitungSerapan,
  type JumlahUang,
  jumlahkanUang,
  type StatusEfisiensi,
} from './serapan.ts'
export { bacaMutuSkm, type HasilSkm, hitungSkm, MUTU_SKM, type MutuSkm, UNSUR_SKM, type UnsurTerisi } from './skm.ts'
