import './indikator/kalimat.ts'
import './kalimat.ts'

export {
  hitungKaitan,
  jumlahUang,
  type Kaitan,
  type LetakSub,
  subPendukung,
  type UangSub,
} from './anggaran/hitung-kaitan.ts'
export { imporAnggaran } from './anggaran/impor-anggaran.ts'
export { imporRealisasi } from './anggaran/impor-realisasi.ts'
export { ambilUangKaitan, type UangKaitan } from './anggaran/kueri-kaitan.ts'
export { turunkanRealisasi } from './anggaran/turunkan-realisasi.ts'
export { ambilRiwayatIndikator, type NilaiLalu } from './indikator/ambil-riwayat.ts'
export { imporIndikator } from './indikator/impor-indikator.ts'
export {
  AGREGASI,
  ARAH,
  METODE,
  POLARITAS,
  rumusCapaian,
  rumusTertulis,
  TEKS_ATURAN_NOL,
  TEKS_BATAS,
  TEKS_PEMBULATAN,
} from './indikator/istilah.ts'
export {
  type KartuIndikator,
  type KategoriKartu,
  kartuIndikator,
  type VariabelKartu,
  versiPada,
} from './indikator/kartu.ts'
export { namaTriwulan, nilaiIndikator, PEMBACA_PERENCANAAN, tabPerencanaan } from './istilah.ts'
export { kirimDokumen } from './kirim-dokumen.ts'
export { imporNomenklatur } from './nomenklatur/impor-nomenklatur.ts'
export { imporRenstra } from './renstra/impor-renstra.ts'
export { sasaranProgram } from './renstra/sasaran-program.ts'
export { bacaRentang } from './renstra/target.ts'
export { rutePerencanaan } from './rute.ts'
export { type AturanNilai, ambilAturanNilai, ambilSkala, SQL_SKALA_SIKLUS, skalaAtauBaku } from './skala/kueri.ts'
