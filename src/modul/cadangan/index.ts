import './kalimat.ts'

export { periksaCadangan } from './baca-cadangan.ts'
export { bukaPencadang, jalankanPencadang, type KeadaanCadangan, type Pencadang } from './pencadang.ts'
export { pulihkanCadangan } from './pulihkan-cadangan.ts'
export { ruteCadangan } from './rute.ts'
export { kalimatBahaya } from './tampilan.ts'
export { tulisCadangan } from './tulis-cadangan.ts'
