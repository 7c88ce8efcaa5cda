import './kalimat.ts'

export { jenisLapor, jenisLaporCamat } from './jenis-lapor.ts'
export { ruteLaporan } from './rute.ts'
