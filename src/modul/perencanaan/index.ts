export { ambilRiwayatIndikator, type NilaiLalu } from './ambil-riwayat-indikator.ts'
export { namaTriwulan, nilaiIndikator, PEMBACA_PERENCANAAN, tabPerencanaan } from './istilah.ts'
export { type KartuIndikator, type KategoriKartu, kartuIndikator, type VariabelKartu } from './kartu-indikator.ts'
export { rutePerencanaan } from './rute.ts'
