import './kalimat.ts'

export { buatTindakLanjut, type TindakLanjutBaru } from './buat-tindak-lanjut.ts'
export { jenisTindakLanjut } from './jenis-tindak-lanjut.ts'
export { daftarTindakLanjut, type TindakLanjut } from './kueri.ts'
export { ruteDaftarTindakLanjut, ruteLangkahTindakLanjut } from './rute.ts'
