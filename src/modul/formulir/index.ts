import './kalimat.ts'

export { KODE_STATUS_FORMULIR, TEKS_STATUS_FORMULIR } from './alur.ts'
export { type BahanHitung, hitungBaris, hitungCapaianBaris, type NilaiLalu, type StatusIsian } from './hitung-baris.ts'
export { type Hitungan, hitungIsian, tanpaBukti, teksHitungan } from './hitungan.ts'
export { jenisDistribusi, jenisPengisian, jenisSiapkanFormulir } from './jenis.ts'
export { jenisPenerimaan } from './jenis-penerimaan.ts'
export { hitungJatuhTempo, type KartuBaris, type TargetBaris } from './kartu.ts'
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
export {
  keadaanBaris,
  namaKategori,
  teksCapaian,
  teksRealisasi,
  teksTargetPeriode,
  teksTargetTahunan,
} from './teks-baris.ts'
