import { RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'

/** Throttle of sign-in: slows down, never locks for good (OWASP ASVS 5.0 6.3.1, 6.1.1). */
export type PembatasMasuk = {
  /** Takes one of the tries of an account; throws Galat 'terlalu-sering' with the time to wait. */
  pakaiKesempatan(akun: string, alamat: string): Promise<void>
  catatGagal(alamat: string): Promise<void>
  lupakan(akun: string): Promise<void>
}

const COBA_PER_AKUN = 5
const GAGAL_PER_ALAMAT = 30
const JENDELA_DETIK = 15 * 60

/**
 * Counters in the database, shared by all processes. A try of an account counts before the passphrase is compared: fifty
 * tries sent at the same moment are five tries. An address is counted by its failures only: a whole office signs in from one.
 */
export function buatPembatas(db: BasisData): PembatasMasuk {
  const dasar = {
    storeClient: db.umum,
    storeType: 'pool',
    tableName: 'batas_masuk',
    tableCreated: true,
    clearExpiredByTimeout: false,
  }
  const perAkun = new RateLimiterPostgres({
    ...dasar,
    keyPrefix: 'akun',
    points: COBA_PER_AKUN,
    duration: JENDELA_DETIK,
  })
  const perAlamat = new RateLimiterPostgres({ ...dasar, keyPrefix: 'alamat', points: GAGAL_PER_ALAMAT, duration: 60 })
  return {
    async pakaiKesempatan(akun, alamat) {
      const tempat = await perAlamat.get(alamat)
      if (tempat && tempat.consumedPoints >= GAGAL_PER_ALAMAT) throw galat.terlaluSering(tempat.msBeforeNext / 1000)
      await perAkun.consume(akun).catch((sebab: Error | RateLimiterRes) => {
        throw sebab instanceof Error ? sebab : galat.terlaluSering(sebab.msBeforeNext / 1000)
      })
    },
    async catatGagal(alamat) {
      await perAlamat.consume(alamat).catch((sebab: Error | RateLimiterRes) => {
        if (sebab instanceof Error) throw sebab
      })
    },
    async lupakan(akun) {
      await perAkun.delete(akun)
    },
  }
}
