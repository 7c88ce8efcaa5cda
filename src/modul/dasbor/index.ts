export { ruteDasbor } from './rute.ts'
