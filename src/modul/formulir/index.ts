import './kalimat.ts'

export { KODE_STATUS_FORMULIR, TEKS_STATUS_FORMULIR } from './alur.ts'
export { ruteSumberAngka } from './angka/rute-sumber.ts'
export { daftarkanSumber, type HasilAngka, type PenyediaAngka } from './angka/sumber.ts'
export { bacaAnggaran, bacaBaris, type HasilBaca, type PerubahanBaris, type Taksa } from './baca-baris.ts'
export { ambilIsianLangkah, dalamCakupan, unitMasuk } from './cakupan-unit.ts'
export { bulanRiwayat, catatRealisasi, hapusRealisasi, sumberRealisasi, triwulanRiwayat } from './catat-realisasi.ts'
export {
  type BahanHitung,
  hitungBaris,
  hitungCapaianBaris,
  hitungNilaiBaris,
  type NilaiLalu,
  type StatusIsian,
  susunMasukan,
  susunMasukanPeriode,
} from './hitung-baris.ts'
export { type Hitungan, hitungIsian, tanpaBukti, teksHitungan } from './hitungan.ts'
export { type IsianAnggaran, type IsianBaris, type IsianBukti, isianAnggaran, isianBaris, isianBukti } from './isian.ts'
export { jenisDistribusi, jenisPengisian, jenisSiapkanFormulir } from './jenis.ts'
export { jenisPenerimaan } from './jenis-penerimaan.ts'
export { hitungJatuhTempo, type KartuBaris, type TargetBaris, triwulanAkhir } from './kartu.ts'
export { kembalikanPenyerahan } from './kembalikan-penyerahan.ts'
export { kalimatKertas } from './kertas/kertas-baris.ts'
export { jabatanPenyerahan } from './kertas/serah-kertas.ts'
export {
  type AngkaAnggaran,
  type AngkaKoreksi,
  angkaTerkoreksi,
  dikoreksiDiLuar,
  type KoreksiBaris,
  kalimatKoreksi,
  SQL_REKAP,
  sqlKoreksi,
} from './koreksi-baris.ts'
export {
  ambilFormulir,
  ambilIsianSiklus,
  type BarisAnggaranIsian,
  type BarisIsian,
  bolehMelihat,
  type FormulirLengkap,
  type FormulirUnit,
  type StatusFormulir,
} from './kueri.ts'
export { type BarisBukti, daftarBukti } from './kueri-bukti.ts'
export { ruteFormulir } from './rute.ts'
export { ruteJenisFormulir } from './rute-jenis.ts'
export { ambilSumber, type SumberBaris } from './sumber-formulir.ts'
export { simpanBukti } from './tambah-bukti.ts'
export { susunButir } from './tampilan-bukti.ts'
export { tautanTanya } from './tanya-baris.ts'
export {
  keadaanBaris,
  namaKategori,
  sebutTarget,
  teksCapaian,
  teksRealisasi,
  teksTargetPeriode,
  teksTargetTahunan,
} from './teks-baris.ts'
