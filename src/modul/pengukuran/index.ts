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
} from './gulung.ts'
export {
  type AturanGulung,
  gulungPohon,
  type HasilSimpul,
  type SimpulGulung,
  TINGKAT_GULUNG,
  type TingkatGulung,
} from './gulung-pohon.ts'
export {
  type AdaNilai,
  cetakAngka,
  type Hasil,
  type JenisTanpaNilai,
  type Nilai,
  nilaiDari,
  PEMBULATAN,
  type Pembulatan,
  pastikanVersiRumus,
  type TanpaNilai,
  VERSI_RUMUS,
} from './hasil.ts'
export {
  ATURAN_NOL,
  type AturanNol,
  hitungCapaian,
  type MasukanCapaian,
  POLARITAS,
  type Polaritas,
  type VarianMin,
} from './hitung-capaian.ts'
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
  type KelasKetik,
  type KelasPredikat,
  LENCANA_PREDIKAT,
  pastikanSkala,
  periksaBatasKetik,
  periksaRentang,
  periksaSkala,
  type RentangKelas,
  SKALA_PERMENDAGRI_86,
  type Skala,
  WARNA_MERAH,
} from './predikat.ts'
export { type PemeriksaanRumus, periksaRumus } from './rumus/periksa.ts'
export { tulisRumus } from './rumus/tulis.ts'
export { uraikanRumus } from './rumus/uraikan.ts'
export {
  type BarisUang,
  type HasilEfisiensi,
  hitungEfisiensi,
  hitungSerapan,
  type JumlahUang,
  jumlahkanUang,
  type StatusEfisiensi,
} from './serapan.ts'
export {
  bacaMutuSkm,
  type HasilSkm,
  hitungIkmLayanan,
  hitungSampelSkm,
  hitungSkm,
  MUTU_SKM,
  type MutuSkm,
  UNSUR_SKM,
  type UnsurSkm,
  type UnsurTerisi,
} from './skm.ts'
