export { BATAS_ANGKA, bacaAngka, bacaUang, type Terbaca, type UangTerbaca } from './baca-angka.ts'
export { ambilDesimal, bulatkan, cariDesimal, Desimal, teksDesimal } from './desimal.ts'
export {
  type DapatDiformat,
  formatAngka,
  formatIsian,
  formatPersen,
  formatRupiah,
  TANPA_NILAI,
} from './format-angka.ts'
