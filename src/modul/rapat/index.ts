import './kalimat.ts'

export { jenisRapat } from './jenis-rapat.ts'
export { ruteRapat } from './rute.ts'
