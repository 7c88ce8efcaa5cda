export {
  analisisBaris,
  kalimatRingkasan,
  keteranganBaris,
  teksCapaian,
  teksCapaianPeriode,
  teksRealisasi,
  teksRupiah,
  teksSerapan,
  teksTarget,
} from './baris-tampil.ts'
export { type BedaNilai, bedaRekap } from './beda-rekap.ts'
export { nomorTerakhir } from './bekukan-rekap.ts'
export { dokumenRekap, matriksRekap } from './dokumen-rekap.ts'
export { excelRekap } from './excel-rekap.ts'
export type { AnggaranRekap, BarisRekap, IsiRekap, RingkasanRekap, UnitRekap } from './isi-rekap.ts'
export { jenisRekap } from './jenis-rekap.ts'
export { ambilRekapKini, ambilRekapTerakhir, ambilVersiLapor, ambilVersiRekap, type VersiRekap } from './kueri.ts'
export { type BedaHitungan, periksaHitungan } from './periksa-hitungan.ts'
export { periksaSiklus } from './periksa-siklus.ts'
export { ringkasRekap, tanpaPertanyaan } from './ringkas-rekap.ts'
export { ruteJenisRekap, ruteRekap } from './rute.ts'
export { membacaRekap } from './tampilan.ts'
