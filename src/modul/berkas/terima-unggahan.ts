import type { Request, RequestHandler } from 'express'
import multer from 'multer'
import { Galat, galat } from '../../inti/galat/index.ts'
import { berkasDitolak, catatBerkasDitolak } from '../../inti/http/index.ts'
import { kunciPermintaan } from '../../inti/http/kunci.ts'
import { denganKonteks, konteksKini } from '../../inti/konteks.ts'
import type { BerkasSementara, Gudang } from './gudang.ts'
import { kenaliJenis, namaAman } from './jenis-berkas.ts'

/** A file that arrived and was recognised, not yet part of anything. */
export type BerkasDiterima = BerkasSementara & {
  readonly nama: string
  readonly mime: string
  readonly kolom: string
  /** the upload in pieces it was taken from, no longer needed once the file is in its place */
  readonly asal?: string
}
type TanganiKirim = {
  /** refuses the whole request when a file cannot be taken: for forms that are nothing but a file */
  readonly terimaUnggahan: RequestHandler
  /** leaves the refusal with the body, where `bacaIsian` finds it: what was typed beside the file stays */
  readonly terimaDenganIsian: RequestHandler
}

/**
 * Middleware for forms with files: streams each file to the store, checks ending and content, and leaves
 * `unggahan(req)`. Files that no use case took, refused ones too, are removed after the answer. Empty file fields are not files.
 */
export function buatPenerima(gudang: Gudang, batas: Batas): TanganiKirim {
  const baca = susunPembaca(gudang, batas)
  const buang = (req: Request): void => {
    // a file whose upload was cut has no path: the store has removed it already
    for (const b of semua(req)) if (b.path) void gudang.buang(b.path)
  }
  const terima =
    (tolak: Penolak): RequestHandler =>
    (req, res, next) => {
      if (!req.is('multipart/form-data')) return next()
      res.on('close', () => buang(req))
      const konteks = konteksKini()
      baca(req, res, (sebab) => {
        if (sebab) return next(terjemahkan(sebab, batas.batasMb))
        // hung up while the last file was written: "close" has passed and nobody waits for an answer;
        // the browser sends again, with its key
        if (res.closed) return buang(req)
        // the body is known only now, and multer left the request's context
        const sidik = semua(req).map((b) => b.filename)
        denganKonteks({ ...konteks, kunci: kunciPermintaan(req, sidik) }, () => {
          kenali(req, tolak, batas.batasMb).then(() => next(), next)
        })
      })
    }
  return {
    terimaUnggahan: terima((_req, sebab) => {
      throw sebab
    }),
    terimaDenganIsian: terima((req, sebab, kolom) => {
      if (!(sebab instanceof Galat)) throw sebab
      catatBerkasDitolak(req.body, { ...berkasDitolak(req.body), [kolom]: sebab.message })
    }),
  }
}
const MEGA = 1_048_576
const LONGGAR = 4
type Batas = { readonly batasMb: number; readonly maksBerkas?: number }

/** Streams each file of a request to the store, within limits for everything that a form may hold. */
function susunPembaca(gudang: Gudang, { batasMb, maksBerkas = 10 }: Batas): RequestHandler {
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
  const limits = {
    // somewhat too large is read to its end and refused by name, so that what was typed beside it stays
    fileSize: batasMb * MEGA * LONGGAR,
    files: maksBerkas,
    fields: 200,
    fieldSize: 65_536,
    parts: 220,
    fieldNameSize: 100,
  }
  return multer({ storage: penyimpan, limits }).any()
}
type Penolak = (req: Request, sebab: unknown, kolom: string) => void

const semua = (req: Request): Express.Multer.File[] => (Array.isArray(req.files) ? req.files : [])
const dikenali = new WeakMap<Request, BerkasDiterima[]>()

async function kenali(req: Request, tolak: Penolak, batasMb: number): Promise<void> {
  const hasil: BerkasDiterima[] = []
  for (const b of semua(req)) {
    if (b.size === 0 && b.originalname === '') continue
    try {
      hasil.push(await kenaliSatu(b, batasMb))
    } catch (sebab) {
      tolak(req, sebab, b.fieldname)
    }
  }
  dikenali.set(req, hasil)
}

async function kenaliSatu(b: Express.Multer.File, batasMb: number): Promise<BerkasDiterima> {
  const nama = namaAman(b.originalname)
  if (b.size > batasMb * MEGA) throw terlaluBesar(batasMb)
  if (b.size === 0) throw galat.tidakSesuai(`Berkas "${nama}" kosong. Periksa berkasnya, lalu unggah lagi.`)
  const mime = await kenaliJenis(b.path, nama)
  return { jalur: b.path, ukuran: b.size, sha256: b.filename, nama, mime, kolom: b.fieldname }
}

/** Files of this request, checked; of one form field when named. */
export const unggahan = (req: Request, kolom?: string): BerkasDiterima[] =>
  (dikenali.get(req) ?? []).filter((b) => kolom === undefined || b.kolom === kolom)

const terlaluBesar = (batasMb: number): Galat =>
  galat.terlaluBesar(`Berkas lebih besar dari ${batasMb} MB. Perkecil (misalnya pindai 150 dpi), lalu unggah lagi.`)

function terjemahkan(sebab: unknown, batasMb: number): unknown {
  const kode = (sebab as { code?: string }).code
  if (kode === 'LIMIT_FILE_SIZE') return terlaluBesar(batasMb)
  // what the parser says of a broken form has no code; a full disk has
  if (sebab instanceof Error && kode === undefined && !(sebab instanceof Galat))
    return galat.tidakSesuai('Kiriman ini terputus atau rusak di jalan. Muat ulang halaman, lalu unggah lagi.')
  return sebab
}
