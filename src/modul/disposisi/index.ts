export { jenisDisposisi } from './jenis-disposisi.ts'
export { kalimatDisposisi } from './kalimat.ts'
export { ruteDisposisi } from './rute.ts'
