export { jenisArsip } from './jenis-arsip.ts'
export { ruteArsip, ruteJenisArsip } from './rute.ts'
