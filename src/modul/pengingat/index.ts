export { buatPengingat } from './buat-pengingat.ts'
export { kirimAntrean } from './kirim-surel.ts'
export { jalankanPenjadwal, putarPengingat } from './penjadwal.ts'
export { rutePengingat } from './rute.ts'
