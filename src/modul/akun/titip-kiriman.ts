import type { ErrorRequestHandler, Request } from 'express'
import { z } from 'zod'
import { Galat } from '../../inti/galat/index.ts'
import { halamanMasuk, susunMasuk, tujuanAman } from './tampilan.ts'

/** A form that arrived after its session had ended: where it goes, and its fields. */
export type KirimanTertitip = { readonly alamat: string; readonly isi: Readonly<Record<string, string>> }

const skema = z.object({ alamat: z.string().max(500), isi: z.record(z.string(), z.string()) })

/**
 * Without scripts a form may arrive after the session ended. Its fields then wait in the sign-in page and go on with one press
 * of a button, if the same person signs in (`pemilik`, which the form carries). Forms with passphrases never wait.
 */
export const titipkanKiriman: ErrorRequestHandler = (sebab, req, res, next) => {
  const titipan = sebab instanceof Galat && sebab.kode === 'belum-masuk' ? susunTitipan(req) : null
  if (!titipan) return next(sebab)
  halamanMasuk(res, susunMasuk({ tujuan: titipan.alamat, titipan: JSON.stringify(titipan) }), 401)
}

function susunTitipan(req: Request): KirimanTertitip | null {
  const json = (req.get('accept') ?? '').startsWith('application/json')
  if (req.method !== 'POST' || json || !req.is('application/x-www-form-urlencoded')) return null
  const isi = Object.fromEntries(
    Object.entries((req.body ?? {}) as Record<string, unknown>).flatMap(([nama, nilai]) =>
      typeof nilai === 'string' ? [[nama, nilai]] : [],
    ),
  )
  const rahasia = Object.keys(isi).some((nama) => /sandi/i.test(nama))
  return isi.pemilik && !rahasia ? { alamat: tujuanAman(req.originalUrl), isi } : null
}

/** What waited in the sign-in page, if it is this person's; null otherwise. */
export function bacaKiriman(teks: unknown, akunId: string): KirimanTertitip | null {
  if (typeof teks !== 'string' || teks === '') return null
  try {
    const { alamat, isi } = skema.parse(JSON.parse(teks))
    return isi.pemilik === akunId ? { alamat: tujuanAman(alamat), isi } : null
  } catch {
    return null
  }
}
