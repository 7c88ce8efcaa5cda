import type { Request, RequestHandler } from 'express'
import multer from 'multer'
import { Galat, galat } from '../../inti/galat/index.ts'
import { kunciPermintaan } from '../../inti/http/kunci.ts'
import { denganKonteks, konteksKini } from '../../inti/konteks.ts'
import type { BerkasSementara, Gudang } from './gudang.ts'
import { kenaliJenis, namaAman } from './jenis-berkas.ts'

/** A file that arrived and was recognised, not yet part of anything. */
export type BerkasDiterima = BerkasSementara & { readonly nama: string; readonly mime: string; readonly kolom: string }
type TanganiKirim = { terimaUnggahan: RequestHandler }

/**
 * Middleware for forms with files: streams each file to the store, checks ending and content, and leaves
 * `unggahan(req)`. Files that no use case took are removed after the answer. Empty file fields are not files.
 */
export function buatPenerima(
  gudang: Gudang,
  { batasMb, maksBerkas = 10 }: { batasMb: number; maksBerkas?: number },
): TanganiKirim {
  const penyimpan: multer.StorageEngine = {
    _handleFile(_req, berkas, selesai) {
      gudang.terima(berkas.stream).then(
        (hasil) => selesai(null, { path: hasil.jalur, size: hasil.ukuran, filename: hasil.sha256 }),
        (sebab) => selesai(sebab),
      )
    },
    _removeFile(_req, berkas, selesai) {
      gudang.buang(berkas.path).then(() => selesai(null), selesai)
    },
  }
  const baca = multer({
    storage: penyimpan,
    limits: {
      fileSize: batasMb * 1_048_576,
      files: maksBerkas,
      fields: 200,
      fieldSize: 65_536,
      parts: 220,
      fieldNameSize: 100,
    },
  }).any()
  const terimaUnggahan: RequestHandler = (req, res, next) => {
    if (!req.is('multipart/form-data')) return next()
    res.on('close', () => {
      // a file whose upload was cut has no path: the store has removed it already
      for (const b of semua(req)) if (b.path) void gudang.buang(b.path)
    })
    const konteks = konteksKini()
    baca(req, res, (sebab) => {
      if (sebab) return next(terjemahkan(sebab, batasMb))
      // the body is known only now, and multer left the request's context
      const sidik = semua(req).map((b) => b.filename)
      denganKonteks({ ...konteks, kunci: kunciPermintaan(req, sidik) }, () => {
        kenali(req).then(() => next(), next)
      })
    })
  }
  return { terimaUnggahan }
}

const semua = (req: Request): Express.Multer.File[] => (Array.isArray(req.files) ? req.files : [])
const dikenali = new WeakMap<Request, BerkasDiterima[]>()

async function kenali(req: Request): Promise<void> {
  const hasil: BerkasDiterima[] = []
  for (const b of semua(req)) {
    const nama = namaAman(b.originalname)
    if (b.size === 0 && b.originalname === '') continue
    if (b.size === 0) throw galat.tidakSesuai(`Berkas "${nama}" kosong. Periksa berkasnya, lalu unggah lagi.`)
    const mime = await kenaliJenis(b.path, nama)
    hasil.push({ jalur: b.path, ukuran: b.size, sha256: b.filename, nama, mime, kolom: b.fieldname })
  }
  dikenali.set(req, hasil)
}

/** Files of this request, checked; of one form field when named. */
export const unggahan = (req: Request, kolom?: string): BerkasDiterima[] =>
  (dikenali.get(req) ?? []).filter((b) => kolom === undefined || b.kolom === kolom)

function terjemahkan(sebab: unknown, batasMb: number): unknown {
  const kode = (sebab as { code?: string }).code
  if (kode === 'LIMIT_FILE_SIZE')
    return galat.terlaluBesar(
      `Berkas lebih besar dari ${batasMb} MB. Perkecil (misalnya pindai 150 dpi), lalu unggah lagi.`,
    )
  // what the parser says of a broken form has no code; a full disk has
  if (sebab instanceof Error && kode === undefined && !(sebab instanceof Galat))
    return galat.tidakSesuai('Kiriman ini terputus atau rusak di jalan. Muat ulang halaman, lalu unggah lagi.')
  return sebab
}
