import './kalimat.ts'

export { jenisMonev } from './jenis-monev.ts'
export { ruteMonev } from './rute.ts'
