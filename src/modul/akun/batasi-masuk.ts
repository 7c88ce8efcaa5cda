import { RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'

/** Throttle of sign-in: slows down, never locks for good (OWASP ASVS 5.0 6.3.1, 6.1.1). */
export type PembatasMasuk = {
  /** throws Galat 'terlalu-sering' with the time to wait */
  pastikanBoleh(nama: string, alamat: string): Promise<void>
  catatGagal(nama: string, alamat: string): Promise<void>
  lupakan(nama: string): Promise<void>
}

const GAGAL_PER_NAMA = 5
const GAGAL_PER_ALAMAT = 30
const JENDELA_DETIK = 15 * 60

export function buatPembatas(db: BasisData): PembatasMasuk {
  const dasar = { storeClient: db.umum, storeType: 'pool', tableName: 'batas_masuk', tableCreated: true, clearExpiredByTimeout: false }
  const perNama = new RateLimiterPostgres({ ...dasar, keyPrefix: 'nama', points: GAGAL_PER_NAMA, duration: JENDELA_DETIK })
  const perAlamat = new RateLimiterPostgres({ ...dasar, keyPrefix: 'alamat', points: GAGAL_PER_ALAMAT, duration: 60 })
  return {
    async pastikanBoleh(nama, alamat) {
      const [a, b] = await Promise.all([perNama.get(nama), perAlamat.get(alamat)])
      if (a && a.consumedPoints >= GAGAL_PER_NAMA) throw galat.terlaluSering(a.msBeforeNext / 1000)
      if (b && b.consumedPoints >= GAGAL_PER_ALAMAT) throw galat.terlaluSering(b.msBeforeNext / 1000)
    },
    async catatGagal(nama, alamat) {
      const abaikan = (sebab: unknown) => {
        if (sebab instanceof Error) throw sebab
        return sebab as RateLimiterRes
      }
      await Promise.all([perNama.consume(nama).catch(abaikan), perAlamat.consume(alamat).catch(abaikan)])
    },
    async lupakan(nama) {
      await perNama.delete(nama)
    },
  }
}
