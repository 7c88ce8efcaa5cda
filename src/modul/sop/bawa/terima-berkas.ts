import { createHash } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import multer from 'multer'
import { galat } from '../../../inti/galat/index.ts'
import { kunciPermintaan } from '../../../inti/http/kunci.ts'
import { denganKonteks, konteksKini } from '../../../inti/konteks.ts'
import { namaAman } from '../../berkas/index.ts'

/** An SOP of a hundred steps has less than half a megabyte, in either form. */
const MAKS_BYTE = 2_000_000

const baca = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: MAKS_BYTE, files: 1, fields: 20, fieldSize: 700_000, parts: 25, fieldNameSize: 100 },
}).single('berkas')

export type BerkasSop = { readonly nama: string; readonly isi: Buffer }

/** Middleware of the upload form: one small file, held in memory, read at once and never kept. */
export const terimaBerkasSop: RequestHandler = (req, res, next) => {
  if (!req.is('multipart/form-data')) return next()
  const konteks = konteksKini()
  baca(req, res, (sebab: unknown) => {
    if (sebab) return next(terjemahkan(sebab))
    const sidik = req.file ? [createHash('sha256').update(req.file.buffer).digest('hex')] : []
    // the body is known only now, and multer left the request's context
    denganKonteks({ ...konteks, kunci: kunciPermintaan(req, sidik) }, () => next())
  })
}

/** The file of this request; null when the field was left empty. */
export const berkasSop = ({ file }: Request): BerkasSop | null =>
  file && (file.size > 0 || file.originalname !== '') ? { nama: namaAman(file.originalname), isi: file.buffer } : null

function terjemahkan(sebab: unknown): unknown {
  const kode = (sebab as { code?: string } | null)?.code
  if (kode === 'LIMIT_FILE_SIZE')
    return galat.terlaluBesar(
      'Berkas SOP paling besar 2 MB. Formulir yang terisi jauh lebih kecil; periksa apakah ini berkas yang benar.',
    )
  if (typeof kode === 'string' && kode.startsWith('LIMIT_'))
    return galat.tidakSesuai('Kiriman ini bukan formulir unggah SOP. Muat ulang halaman dan ulangi.')
  // what the parser says of a broken form has no code
  if (sebab instanceof Error && kode === undefined)
    return galat.tidakSesuai('Kiriman ini terputus atau rusak di jalan. Muat ulang halaman, lalu unggah lagi.')
  return sebab
}
