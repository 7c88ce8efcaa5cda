export { type AlamatLangkah, alamatHalaman, alamatLangkah } from './alamat-langkah.ts'
export { ambilSebagaiPelaksana, ambilSebagaiPenyiap, periksaPenyelesaian } from './ambil-terbuka.ts'
export { ambilBahanDokumen, type BahanDokumen, pihakLangkah, pihakPelaku, pihakPeran } from './bahan-dokumen.ts'
export {
  type BolaLangkah,
  kolomBertindak,
  kolomDitunggu,
  mengapaPengganti,
  menungguKeputusan,
  sebutKolom,
  sebutPemegang,
} from './bola.ts'
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
export { berdiriDiKolom, kolomPelaku } from './kolom.ts'
export {
  ambilLangkah,
  ambilSiklus,
  type BarisBagian,
  type BarisLangkah,
  type BarisSiklus,
  bukaSiklus,
  type KonteksLangkah,
  konteksDari,
  type MuatanSiklus,
} from './kueri.ts'
export { type DokumenSiklus, daftarDokumen, daftarSiklus, type RingkasSiklus } from './kueri-daftar.ts'
export { pdfLembarSiklus } from './lembar-siklus.ts'
export { kolomPengelola, melihatSemua, melihatSiklus, SQL_KOLOM_PENGELOLA } from './melihat-semua.ts'
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
export { ambilOrangKantor, type OrangKantor, sqlOrangKantor } from './orang-kantor.ts'
export {
  bacaDenganPenyelesaian,
  bacaLanjutan,
  bacaPenyelesaian,
  type JalanPutusan,
  jalanPutusan,
  lanjutanOpsional,
  menutupLangkah,
  type Penyelesaian,
} from './penyelesaian.ts'
export { PERAN_PENULIS, PERAN_SIKLUS, ruteSiklus } from './rute.ts'
export { ruteLembarSiklus } from './rute-lembar.ts'
export {
  type HasilPenyelesaian,
  pastikanLengkap,
  pesanPenyelesaian,
  type SifatPenyelesaian,
  selesaikanLangkah,
} from './selesaikan-langkah.ts'
export { kalimatPemutus, type Pemutus } from './siapa-pemutus.ts'
export { judulSiklus, statusSiklus, tabSiklus } from './tampilan.ts'
export { PENCATAT_CAMAT, PENGINGAT_SIKLUS } from './tampilan-siklus.ts'
export { ubahLangkah } from './ubah-langkah.ts'
export {
  adaGiliran,
  bagianSaya,
  bolaKonteks,
  bolehMelaksanakan,
  bolehMenyiapkan,
  hakLangkah,
  kolomPemegang,
  kolomPengganti,
  namaPelaksana,
  pastikanPelaksana,
  pastikanPenyiap,
  pastikanTerbuka,
  pemutusLangkah,
  peranPelaksana,
  peranPemegang,
  sedangDiputuskan,
} from './wewenang.ts'
