import type { Kesalahan } from '../../../inti/http/index.ts'

/** What may prove something that stands on paper: a scan or a photograph. */
const MIME_PINDAIAN: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png']
export const AKHIRAN_PINDAIAN = '.pdf,.jpg,.jpeg,.png'

/** Why an uploaded file is no scan, under its field `berkas`; `bilaTiada`: the sentence when there is none, '' where it may be missing. */
export function salahPindaian(mime: string | undefined, bilaTiada: string): Kesalahan {
  if (mime === undefined) return bilaTiada ? { berkas: bilaTiada } : {}
  return MIME_PINDAIAN.includes(mime) ? {} : { berkas: 'Pindaian harus berupa PDF, JPG, atau PNG.' }
}
