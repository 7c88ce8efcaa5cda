export { ambilTugasOrang, ambilTugasSaya, type OrangBertugas } from './ambil-tugas-saya.ts'
export { ruteTugasSaya } from './rute.ts'
export type { Tugas } from './susun-tugas.ts'
