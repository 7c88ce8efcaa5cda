import './kalimat.ts'

export { jenisPemilahanIndikator } from './jenis-pemilahan.ts'
export { ambilPembagian, type UnitPenjawab } from './kueri.ts'
export { rutePemilahanIndikator } from './rute.ts'
