import './kalimat.ts'

export { ruteSurveiKepuasan } from './rute.ts'
export { rutePengunjung } from './rute-pengunjung.ts'
export { sumberSkm } from './sumber-ikm.ts'
export { UNSUR_BAKU } from './unsur.ts'
