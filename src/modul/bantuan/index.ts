export { alamatBantuan } from './cari-bantuan.ts'
export { type HariPertama, muatHariPertama } from './hari-pertama.ts'
export { ruteBantuan } from './rute.ts'
