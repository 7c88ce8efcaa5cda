import './kalimat.ts'

export { JENIS_SEMENTARA, jenisTugas, penangananUmum } from './jenis-tugas.ts'
export { ruteTugasLangkah } from './rute.ts'
