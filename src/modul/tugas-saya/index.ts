export { ruteTugasSaya } from './rute.ts'
export { ambilLangkahTerbuka, type LangkahTerbuka } from './kueri.ts'
