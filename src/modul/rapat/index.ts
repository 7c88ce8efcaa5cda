export { jenisRapat } from './jenis-rapat.ts'
export { kalimatRapat } from './kalimat.ts'
export { ruteRapat } from './rute.ts'
