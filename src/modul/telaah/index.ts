import './kalimat.ts'

export { jenisTelaah } from './jenis-telaah.ts'
export { ruteTelaah } from './rute.ts'
export { hakMemutuskan, kalimatPemutus, type Pemangku, type Pemutus, siapaPemutus } from './siapa-pemutus.ts'
