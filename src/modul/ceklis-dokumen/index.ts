import './kalimat.ts'

export { jenisCeklisDokumen } from './jenis-ceklis.ts'
export { ruteCeklisDokumen } from './rute.ts'
