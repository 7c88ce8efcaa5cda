import './kalimat.ts'

export { belumAdaKantor, buatKode } from './kode.ts'
export { ruteKantorBaru } from './rute.ts'
