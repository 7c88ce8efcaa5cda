import { AsyncLocalStorage } from 'node:async_hooks'

/** What belongs to one request (or one job) and must reach the database without being passed by hand. */
export type Konteks = {
  /** tenant that row-level security lets this work see; null sees nothing */
  readonly kecamatanId: string | null
  /** idempotency key of the form, inserted in the transaction of the change */
  readonly kunci: string | null
  /** keys that this very request recorded */
  readonly dicatat?: Set<string>
}

const penyimpan = new AsyncLocalStorage<Konteks>()

/** Runs `kerja` with the database restricted to one kecamatan. */
export const denganKonteks = <T>(konteks: Konteks, kerja: () => T): T => penyimpan.run(konteks, kerja)
export const konteksKini = (): Konteks => penyimpan.getStore() ?? { kecamatanId: null, kunci: null }
