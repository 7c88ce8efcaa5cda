export { jenisLapor, jenisLaporCamat } from './jenis-lapor.ts'
export { kalimatLaporan } from './kalimat.ts'
export { ruteLaporan } from './rute.ts'
