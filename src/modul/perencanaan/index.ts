export { ambilRiwayatIndikator, type NilaiLalu } from './ambil-riwayat-indikator.ts'
export { type KartuIndikator, kartuIndikator, type KategoriKartu, type VariabelKartu } from './kartu-indikator.ts'
export { namaTriwulan, nilaiIndikator, PEMBACA_PERENCANAAN, tabPerencanaan } from './istilah.ts'
export { rutePerencanaan } from './rute.ts'
