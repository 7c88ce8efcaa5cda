import './kalimat.ts'

export { ambilCapaian, type Capaian, type CapaianIndikator, type CapaianSasaran } from './capaian.ts'
export { type HasilTahun, teksCapaian } from './hasil-tahun.ts'
export { PEMBACA_LKJIP, tabCapaian, tabTahun } from './istilah.ts'
export { kalimatTarget } from './kalimat-bantu.ts'
export { teksPerubahan } from './perbandingan.ts'
export { ruteLkjip } from './rute.ts'
