import './kalimat.ts'

export { jenisTelaah } from './jenis-telaah.ts'
export { ruteTelaah } from './rute.ts'
