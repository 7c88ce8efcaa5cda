import './kalimat.ts'

export { bolehKoreksi } from './alur.ts'
export { daftarKoreksiSiklus, type KoreksiSiklus } from './koreksi-siklus.ts'
export { sqlPengusulSekcam } from './kueri.ts'
export { ruteKoreksi } from './rute.ts'
