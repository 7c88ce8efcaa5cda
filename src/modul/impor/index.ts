import './kalimat.ts'

export { kunciBaris } from './baca-isi.ts'
export type {
  DefinisiImpor,
  IsiBuku,
  JenisKolom,
  KolomImpor,
  KonteksImpor,
  LembarImpor,
  NilaiBaris,
  PersiapanImpor,
  Perubahan,
  SalahBaris,
} from './definisi.ts'
export { ruteImpor } from './rute.ts'
