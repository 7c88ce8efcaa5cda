export { kalimatKalender } from './kalimat.ts'
export { ambilKalenderKerja } from './kueri.ts'
export { ruteKalender } from './rute.ts'
