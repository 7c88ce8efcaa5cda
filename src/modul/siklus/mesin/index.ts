export { alasanPeristiwa, kalimatPeristiwa, type NamaBagian } from './kalimat.ts'
export {
  type Cakupan,
  type JenisPeristiwa,
  type Keadaan,
  type KeadaanBagian,
  type KeadaanLangkah,
  langkahTerbuka,
  type PelakuPeristiwa,
  type Pengembalian,
  type Peristiwa,
  type StatusLangkah,
  type StatusSiklus,
} from './keadaan.ts'
export { berlakuPada, susulanBiasa } from './laju.ts'
export { mulai } from './mulai.ts'
export type { IsiPerintah, JenisPerintah, PelakuPerintah, Perintah } from './perintah.ts'
export { bolehMelewati, type Hasil, putuskan } from './putuskan.ts'
export { kunciPelaksana, putarUlang, terapkan } from './terapkan.ts'
export { KODE_TOLAKAN, type KodeTolakan, type Tolakan } from './tolakan.ts'
export { type TugasTerbuka, tugasTerbuka } from './tugas.ts'
export { pemegangLangkah, pengajuUntuk } from './wewenang.ts'
