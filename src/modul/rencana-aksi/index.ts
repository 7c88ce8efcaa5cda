import './kalimat.ts'

export { imporRencanaAksi } from './impor-aksi.ts'
export { imporRealisasiAksi } from './impor-realisasi-aksi.ts'
export { daftarAksi } from './kueri.ts'
export { ruteRencanaAksi } from './rute.ts'
