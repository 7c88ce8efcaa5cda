import './kalimat.ts'

export { imporStatusDesa } from './impor-status.ts'
export { ruteStatusDesa } from './rute.ts'
export { sumberStatusDesa } from './sumber-status.ts'
