import './kalimat.ts'

export { jenisKirim } from './jenis-kirim.ts'
export { jenisSusunDokumen } from './jenis-susun-dokumen.ts'
export { jenisTandaTangan } from './jenis-tanda-tangan.ts'
export { ruteNaskah } from './rute.ts'
