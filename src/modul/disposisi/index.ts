import './kalimat.ts'

export { jenisDisposisi } from './jenis-disposisi.ts'
export { ruteDisposisi } from './rute.ts'
