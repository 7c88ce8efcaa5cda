import './kalimat.ts'

export { catatRealisasiUkur } from './catat-realisasi-ukur.ts'
export { blokGulungan } from './dokumen-kertas.ts'
export { type Gulungan, gulungHasil, type Kelompok } from './gulung-hasil.ts'
export { type HasilUkur, hitungUlang, type MasukanUkur, samaHitungan, susunMasukanUkur } from './hasil-ukur.ts'
export { type AngkaDiketik, susunIsianAngka } from './isian-angka.ts'
export { jenisMetodologi, jenisPengukuran } from './jenis.ts'
export { kertasTerkoreksi } from './koreksi-kertas.ts'
export { type BarisKertas, cariKertasKerja, type KepalaKertas, type KertasKerja } from './kueri.ts'
export { kartuUkur } from './metodologi.ts'
export { ruteKertasKerja } from './rute.ts'
export {
  aturanKertas,
  gulungKertas,
  kalimatDikecualikan,
  kalimatSumber,
  teksDihitung,
  teksHitungan,
  tingkatGulungan,
} from './teks-kertas.ts'
