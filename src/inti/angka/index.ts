export { BATAS_ANGKA, bacaAngka, bacaUang, type Terbaca, type UangTerbaca } from './baca-angka.ts'
export { ambilDesimal, bulatkan, cariDesimal, Desimal, potong, teksDesimal } from './desimal.ts'
export {
  type DapatDiformat,
  denganSatuan,
  formatAngka,
  formatIsian,
  formatIsianUang,
  formatPersen,
  formatRupiah,
  TANPA_NILAI,
  teksUkuran,
} from './format-angka.ts'
