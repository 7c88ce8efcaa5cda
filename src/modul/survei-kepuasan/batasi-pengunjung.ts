import { createHmac, randomBytes } from 'node:crypto'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { BasisData } from '../../inti/basis-data/index.ts'

/** A whole waiting room sends from one address (the office's Wi-Fi), so an address may send and open many. */
const KIRIM_PER_ALAMAT = 40
const BUKA_PER_ALAMAT = 200
const PER_SURVEI = 150
const JENDELA_DETIK = 10 * 60

export type PembatasPengunjung = {
  /** Takes one sending of the address and of the survey. Seconds to wait when there is none left; 0 otherwise. */
  pakaiKesempatan(surveiId: string, alamat: string): Promise<number>
  /** Takes one look of the address at any visitors' page, a wrong one too. Seconds to wait, or 0. */
  pakaiBukaan(alamat: string): Promise<number>
}

/**
 * How many a survey takes is counted in the database, for all processes. Where it came from is counted in memory only, under
 * a fingerprint with a salt that lives as long as the process, and forgotten after ten minutes: nothing of it is ever stored.
 */
export function buatPembatasPengunjung(db: BasisData): PembatasPengunjung {
  const perSurvei = new RateLimiterPostgres({
    storeClient: db.umum,
    storeType: 'pool',
    tableName: 'batas_masuk',
    tableCreated: true,
    clearExpiredByTimeout: false,
    duration: JENDELA_DETIK,
    keyPrefix: 'survei',
    points: PER_SURVEI,
  })
  const kirim = new RateLimiterMemory({ keyPrefix: 'kirim', points: KIRIM_PER_ALAMAT, duration: JENDELA_DETIK })
  const buka = new RateLimiterMemory({ keyPrefix: 'buka', points: BUKA_PER_ALAMAT, duration: JENDELA_DETIK })
  const garam = randomBytes(32)
  const sidik = (teks: string) => createHmac('sha256', garam).update(teks).digest('base64url')
  return {
    async pakaiKesempatan(surveiId, alamat) {
      return (
        (await tunggu(() => kirim.consume(sidik(`${surveiId} ${alamat}`)))) ||
        (await tunggu(() => perSurvei.consume(surveiId)))
      )
    },
    pakaiBukaan: (alamat) => tunggu(() => buka.consume(sidik(alamat))),
  }
}

async function tunggu(pakai: () => Promise<unknown>): Promise<number> {
  try {
    await pakai()
    return 0
  } catch (sebab) {
    if (sebab instanceof RateLimiterRes) return Math.max(1, Math.ceil(sebab.msBeforeNext / 1000))
    throw sebab
  }
}
