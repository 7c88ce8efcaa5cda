export { rutePerjanjianKinerja } from './rute.ts'
export { type TargetBerlaku, type TargetIsi, targetBerlaku } from './target-berlaku.ts'
