import './kalimat.ts'

export { ditunggu, type StatusPertanyaan, type Tujuan } from './alur.ts'
export { dokumenPercakapan } from './dokumen-percakapan.ts'
export { daftarSiklus as daftarPercakapanSiklus, hitungTanya, sidikPercakapan } from './kueri.ts'
export { rutePercakapan } from './rute.ts'
