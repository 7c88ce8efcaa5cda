import { type RequestHandler, Router } from 'express'
import { galat } from '../galat/index.ts'
import { type Peran, punyaPeran } from '../pelaku.ts'
import { cariPelaku } from './pelaku-permintaan.ts'

/** Who may call a route at all: everybody, everybody signed in, or holders of one of the roles. */
export type Izin = 'umum' | 'masuk' | readonly Peran[]
export type CatatanRute = { readonly metode: 'GET' | 'POST'; readonly jalur: string; readonly izin: Izin }

/** A router on which every route states who may call it; the list feeds the start-up check and the matrix test. */
export type RuteBerizin = {
  readonly router: Router
  readonly daftar: CatatanRute[]
  get(jalur: string, izin: Izin, ...penangan: RequestHandler[]): RuteBerizin
  post(jalur: string, izin: Izin, ...penangan: RequestHandler[]): RuteBerizin
}

/** Deny by default: a route cannot be made without its rule. `mergeParams` lets a module read ids of its prefix. */
export function buatRute(): RuteBerizin {
  const router = Router({ mergeParams: true })
  const daftar: CatatanRute[] = []
  const tambah = (metode: 'GET' | 'POST', jalur: string, izin: Izin, penangan: RequestHandler[]) => {
    daftar.push({ metode, jalur, izin })
    router[metode === 'GET' ? 'get' : 'post'](jalur, pastikanIzin(izin), ...penangan)
    return rute
  }
  const rute: RuteBerizin = {
    router,
    daftar,
    get: (jalur, izin, ...penangan) => tambah('GET', jalur, izin, penangan),
    post: (jalur, izin, ...penangan) => tambah('POST', jalur, izin, penangan),
  }
  return rute
}

function pastikanIzin(izin: Izin): RequestHandler {
  return (_req, res, next) => {
    if (izin === 'umum') return next()
    const pelaku = cariPelaku(res)
    if (!pelaku) throw galat.belumMasuk()
    if (izin !== 'masuk' && !punyaPeran(pelaku, izin)) throw galat.tidakBerwenang('Halaman ini bukan untuk peran Anda.')
    next()
  }
}
