export { rutePerjanjianKinerja } from './rute.ts'
export { type TargetBerlaku, targetBerlaku, type TargetIsi } from './target-berlaku.ts'
