import './kalimat.ts'

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
export { sqlVersiBerlaku } from './kueri.ts'
export { periksaSop } from './periksa-sop.ts'
export { ruteSop } from './rute.ts'
