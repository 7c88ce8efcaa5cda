import './kalimat.ts'

export { hakSop } from './alur.ts'
export { bacaSopYaml, type KesalahanSop } from './baca-yaml.ts'
export {
  type DefinisiSop,
  type IdentitasSop,
  type KeputusanSop,
  type LangkahSop,
  type PelaksanaSop,
  skemaSop,
} from './definisi.ts'
export { arahKembali, cariLangkah, dapatBerakhir, hilir, jangkau, susulanMaju, tujuanLangkah } from './graf-sop.ts'
export {
  ambilJenisLangkah,
  type FaktaJenis,
  JENIS_LANGKAH,
  type JenisLangkah,
  KODE_JENIS_LANGKAH,
} from './jenis-langkah.ts'
export { jabatanKolom } from './kantor-sop.ts'
export { sebutVersi } from './kepala-sop.ts'
export { sqlVersiBerlaku } from './kueri.ts'
export {
  type BahanLembar,
  type KeadaanLembar,
  type KertasLembar,
  type LangsungLembar,
  susunBahanLembar,
} from './lembar/bahan.ts'
export { lukisanLembar, pdfLembar } from './lembar/buat-lembar.ts'
export { susunGambarLayar } from './lembar/gambar-layar.ts'
export { kirimPdf, ruteLembar } from './lembar/rute.ts'
export { susunTabelLembar } from './lembar/tabel-lembar.ts'
export { kertasDari, pilihanKertas } from './lembar/tampilan.ts'
export { periksaSop } from './periksa-sop.ts'
export { ruteSop } from './rute.ts'
export { type SumberRekap, sumberRekap } from './sumber-rekap.ts'
