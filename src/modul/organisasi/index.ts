export { kalimatOrganisasi } from './kalimat.ts'
export { urutKedudukan } from './kedudukan-tim.ts'
export {
  ambilKecamatan,
  daftarPejabat,
  daftarUnit,
  type JenisPenugasan,
  type Kecamatan,
  type Pejabat,
  type Unit,
} from './kueri.ts'
export { cariCamat, pihakCamat } from './pihak-camat.ts'
export { ruteOrganisasi } from './rute.ts'
export { ambilPilihanPlh, isianPlh, PENUNJUK_PLH, type PilihanPlh, tunjukPlh } from './tunjuk-plh.ts'
