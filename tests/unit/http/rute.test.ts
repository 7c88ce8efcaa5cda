import type { RequestHandler, Response } from 'express'
import { describe, expect, it } from 'vitest'
import { terjemahkanGalat } from '../../../src/inti/galat/index.ts'
import { buatRute, type Izin } from '../../../src/inti/http/index.ts'
import { susunHalamanGalat, TEKS_GALAT } from '../../../src/inti/http/teks-galat.ts'
import { PERAN, type Peran } from '../../../src/inti/pelaku.ts'

/** Asks the guard of a route alone, as Express would. */
function ditanya(izin: Izin, peran: readonly Peran[] | null): unknown {
  const rute = buatRute().get('/', izin, () => {})
  const lapis = (rute.router as unknown as { stack: { route: { stack: { handle: RequestHandler }[] } }[] }).stack[0]
  const penjaga = lapis?.route.stack[0]?.handle
  const res = { locals: peran ? { pelaku: { peran } } : {} } as unknown as Response
  try {
    penjaga?.({} as never, res, () => {})
    return 'boleh'
  } catch (sebab) {
    return (sebab as { http: number }).http
  }
}

describe('izin rute', () => {
  it('tercatat untuk setiap rute, dan berlaku seperti yang tertulis', () => {
    const rute = buatRute()
      .get('/a', 'umum', () => {})
      .post('/b', ['CAMAT'], () => {})
    expect(rute.daftar).toEqual([
      { metode: 'GET', jalur: '/a', izin: 'umum' },
      { metode: 'POST', jalur: '/b', izin: ['CAMAT'] },
    ])
    expect([ditanya('umum', null), ditanya('masuk', null), ditanya('masuk', [])]).toEqual(['boleh', 401, 'boleh'])
    for (const satu of PERAN)
      for (const lain of PERAN) expect(ditanya([satu], [lain])).toBe(satu === lain ? 'boleh' : 403)
    expect([ditanya(PERAN, []), ditanya([], PERAN), ditanya(['CAMAT'], null)]).toEqual([403, 403, 401])
  })
})

describe('halaman galat', () => {
  it('setiap status yang dipakai mempunyai kalimat sendiri; yang lain memakai kelasnya', () => {
    expect(Object.keys(TEKS_GALAT).map(Number)).toEqual([403, 404, 409, 413, 422, 429, 500, 503])
    const judul = (status: number) => susunHalamanGalat(status, { nomorAcuan: 'A' }).judul
    expect([judul(418), judul(502)]).toEqual([TEKS_GALAT[422].judul, TEKS_GALAT[500].judul])
    expect(susunHalamanGalat(500, { nomorAcuan: 'A', pesan: 'rahasia mesin' }).apa).toBe(TEKS_GALAT[500].apa)
    expect(susunHalamanGalat(409, { nomorAcuan: 'A', pesan: 'Sudah diarsipkan.' }).apa).toBe('Sudah diarsipkan.')
  })

  it('galat basis data menjadi kalimat di satu tempat; yang tidak dikenal tetap gangguan', () => {
    const http = (code: string) => terjemahkanGalat(Object.assign(new Error('x'), { code }))?.http ?? 500
    const harap: Record<string, number> = {
      TK001: 409,
      23505: 409,
      '22P02': 404,
      '22021': 422,
      '22003': 422,
      '22P05': 422,
      '55P03': 503,
      '40P01': 503,
      '57P01': 503,
      '42P01': 500,
      '42501': 500,
    }
    expect(Object.fromEntries(Object.keys(harap).map((kode) => [kode, http(kode)]))).toEqual(harap)
    const prisma = { code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: 'TK001' } } } }
    expect(terjemahkanGalat(prisma)?.http).toBe(409)
    for (const lain of [null, undefined, 'teks', 7, {}, new Error('x')]) expect(terjemahkanGalat(lain)).toBeNull()
  })
})
