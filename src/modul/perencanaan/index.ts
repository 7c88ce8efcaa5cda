export { ambilRiwayatIndikator, type NilaiLalu } from './ambil-riwayat-indikator.ts'
export {
  AGREGASI,
  METODE,
  namaTriwulan,
  nilaiIndikator,
  PEMBACA_PERENCANAAN,
  POLARITAS,
  tabPerencanaan,
} from './istilah.ts'
export { type KartuIndikator, type KategoriKartu, kartuIndikator, type VariabelKartu } from './kartu-indikator.ts'
export { rutePerencanaan } from './rute.ts'
export { ambilSkala } from './skala.ts'
