import './kalimat.ts'

export { jenisProgramKerja } from './jenis-program-kerja.ts'
export { ruteProgramKerja } from './rute.ts'
