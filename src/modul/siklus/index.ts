export { ambilBahanDokumen, type BahanDokumen, pihakPelaku, pihakPeran } from './bahan-dokumen.ts'
export { ambilPeristiwa, jalankan, type PilihanPerintah } from './jalankan.ts'
export {
  ambilPenanganan,
  type DokumenKeluaran,
  daftarkanJenis,
  type Pembaca,
  type PenangananJenis,
  type Pengembalian,
} from './jenis-langkah.ts'
export {
  ambilDokumenLangkah,
  judulDokumen,
  type Kepala,
  menitLangkah,
  perintahLangkah,
  statusLangkah,
  susunKepala,
  susunTenggat,
} from './kepala.ts'
export {
  ambilLangkah,
  ambilSiklus,
  type BarisBagian,
  type BarisLangkah,
  type BarisSiklus,
  bukaSiklus,
  type KonteksLangkah,
  konteksDari,
} from './kueri.ts'
export { type DokumenSiklus, daftarDokumen, daftarSiklus, type RingkasSiklus } from './kueri-daftar.ts'
export {
  alasanPeristiwa,
  type Cakupan,
  type Keadaan,
  kalimatPeristiwa,
  type Peristiwa,
  pengajuUntuk,
  putarUlang,
} from './mesin/index.ts'
export { mulaiSiklus } from './mulai-siklus.ts'
export { nomorSurat } from './nomor-surat.ts'
export { PERAN_PENULIS, PERAN_SIKLUS, ruteSiklus } from './rute.ts'
export { pastikanLengkap, selesaikanLangkah } from './selesaikan-langkah.ts'
export { judulSiklus, statusSiklus, tabSiklus } from './tampilan.ts'
export { type AlamatLangkah, ubahLangkah } from './ubah-langkah.ts'
export {
  adaGiliran,
  bagianSaya,
  berdiriDiKolom,
  bolehMelaksanakan,
  bolehMenyiapkan,
  kolomPelaku,
  kolomPemegang,
  namaPelaksana,
  pastikanPelaksana,
  pastikanPenyiap,
  pastikanTerbuka,
  peranPelaksana,
  peranPemegang,
} from './wewenang.ts'
