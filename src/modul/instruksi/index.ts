import './kalimat.ts'

export { jenisInstruksi } from './jenis-instruksi.ts'
export { ruteInstruksi } from './rute.ts'
