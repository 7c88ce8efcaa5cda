export { daftarkanKalimat, susunKalimat } from './kalimat.ts'
export { type HasilPemeriksaan, periksaRantai } from './periksa-rantai.ts'
export { ruteJejakAudit } from './rute.ts'
