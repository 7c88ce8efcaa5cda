import './kalimat.ts'

export type { HasilBacaBuku, LembarBuku } from './baca-buku.ts'
export { kunciBaris } from './baca-isi.ts'
export type { SelBuku } from './baca-lembar-xml.ts'
export { bacaSel, rapikanTeks, samakan, type Terbaca } from './baca-sel.ts'
export { bacaBukuExcel, buatBukuTerlindung } from './buku-excel.ts'
export type {
  DefinisiImpor,
  IsiBuku,
  JenisKolom,
  KolomImpor,
  KonteksImpor,
  KonteksTerapan,
  LembarImpor,
  NilaiBaris,
  PersiapanImpor,
  Perubahan,
  SalahBaris,
} from './definisi.ts'
export { kolomImpor } from './definisi.ts'
export { ruteImpor } from './rute.ts'
export type { LembarTerlindung, SelTerlindung, TugasBukuTerlindung } from './tulis-buku-terlindung.ts'
