import './kalimat.ts'

export { jenisTugas } from './jenis-tugas.ts'
export { ruteTugasLangkah } from './rute.ts'
