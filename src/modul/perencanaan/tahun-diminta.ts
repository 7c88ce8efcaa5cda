import type { Request } from 'express'
import type { Pelaku } from '../../inti/pelaku.ts'
import { tahunDari, tahunIni } from '../../inti/waktu/index.ts'

/** The year that a page or form asks for (`tahun`), else this year. */
export function tahunDiminta({ query, body }: Request, pelaku: Pelaku): { tahun: number; kini: number } {
  const kini = tahunIni(pelaku)
  return { tahun: tahunDari((body as { tahun?: unknown } | undefined)?.tahun ?? query.tahun, kini), kini }
}
