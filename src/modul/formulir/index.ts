import './kalimat.ts'

export { KODE_STATUS_FORMULIR, TEKS_STATUS_FORMULIR } from './alur.ts'
export { bacaBaris, type HasilBaca, type PerubahanBaris, type Taksa } from './baca-baris.ts'
export { catatRealisasi, hapusRealisasi, sumberRealisasi, triwulanRiwayat } from './catat-realisasi.ts'
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
export { type IsianBaris, type IsianBukti, isianBaris, isianBukti } from './isian.ts'
export { jenisDistribusi, jenisPengisian, jenisSiapkanFormulir } from './jenis.ts'
export { jenisPenerimaan } from './jenis-penerimaan.ts'
export { hitungJatuhTempo, type KartuBaris, type TargetBaris, triwulanAkhir } from './kartu.ts'
export { kembalikanPenyerahan } from './kembalikan-penyerahan.ts'
export {
  ambilFormulir,
  ambilIsianSiklus,
  type BarisAnggaranIsian,
  type BarisIsian,
  bolehMelihat,
  type FormulirLengkap,
  type FormulirUnit,
  type StatusFormulir,
  unitIsian,
} from './kueri.ts'
export { type BarisBukti, daftarBukti } from './kueri-bukti.ts'
export { ruteFormulir } from './rute.ts'
export { ruteJenisFormulir } from './rute-jenis.ts'
export { ambilSumber, type SumberBaris } from './sumber-formulir.ts'
export { simpanBukti } from './tambah-bukti.ts'
export { susunButir } from './tampilan-bukti.ts'
export {
  keadaanBaris,
  namaKategori,
  sebutTarget,
  teksCapaian,
  teksRealisasi,
  teksTargetPeriode,
  teksTargetTahunan,
} from './teks-baris.ts'
