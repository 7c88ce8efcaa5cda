import type { Pelaku } from '../pelaku.ts'
import { jam, tanggalLokal } from '../waktu/index.ts'

/** Changes made past the application (an administrator's SQL) leave no audit event: they show after this time at the latest. */
const UMUR_MS = 10_000
const MAKS = 400

type Pemilik = Pick<Pelaku, 'kecamatanId' | 'urutJejak' | 'zonaWaktu'>
type Isi = { readonly urut: number; readonly sampai: number; readonly janji: Promise<unknown> }

/** Reads of a whole office, kept as long as nothing was written in it; see `buatIngatan`. */
export type Ingat = <T>(pelaku: Pemilik, kunci: string, muat: () => Promise<T>) => Promise<T>

/**
 * Keeps what pages read of an office. Every change appends to the office's audit chain in its own transaction, so the
 * number of the last event, which each request reads together with the person, tells for certain whether anything has
 * changed since: with the same number the same data is given, in every process; with another it is read anew. Several
 * requests that miss at the same time wait for one read. Nothing that depends on the person or on the hour may be kept;
 * what depends on the day may (who holds which post today): each day has its own.
 * What is given is frozen, because it is shared.
 */
export function buatIngatan(): Ingat {
  const simpanan = new Map<string, Isi>()
  return <T>({ kecamatanId, urutJejak, zonaWaktu }: Pemilik, kunci: string, muat: () => Promise<T>): Promise<T> => {
    if (urutJejak === undefined) return muat()
    const penuh = `${kecamatanId}:${tanggalLokal(jam.sekarang(), zonaWaktu)}:${kunci}`
    const ada = simpanan.get(penuh)
    if (ada && ada.urut === urutJejak && ada.sampai > performance.now()) return ada.janji as Promise<T>
    // a request that began before a change must not put its older reading in place of the newer one
    if (ada && ada.urut > urutJejak) return muat()
    const janji = muat().then(bekukan)
    simpanan.delete(penuh)
    buangTertua(simpanan)
    simpanan.set(penuh, { urut: urutJejak, sampai: performance.now() + UMUR_MS, janji })
    janji.catch(() => {
      if (simpanan.get(penuh)?.janji === janji) simpanan.delete(penuh)
    })
    return janji
  }
}

/** For tests and other processes without memory: every call reads. */
export const tanpaIngatan: Ingat = (_pelaku, _kunci, muat) => muat()

function buangTertua(simpanan: Map<string, Isi>): void {
  if (simpanan.size < MAKS) return
  const tertua = simpanan.keys().next().value
  if (tertua !== undefined) simpanan.delete(tertua)
}

/** Freezes plain objects and arrays all the way down. */
function bekukan<T>(nilai: T): T {
  if (typeof nilai !== 'object' || nilai === null || Object.isFrozen(nilai)) return nilai
  if (Array.isArray(nilai)) for (const isi of nilai) bekukan(isi)
  else if (Object.getPrototypeOf(nilai) === Object.prototype) for (const isi of Object.values(nilai)) bekukan(isi)
  else return nilai
  return Object.freeze(nilai)
}
