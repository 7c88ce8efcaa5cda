import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from '../../../prisma/klien/client.ts'
import { galat } from '../galat/index.ts'
import { konteksKini } from '../konteks.ts'
import type { Pelaku } from '../pelaku.ts'
import { PoolBertanda } from './pool-bertanda.ts'

export { Prisma, PrismaClient }
/** Inside a write transaction. */
export type Tx = Prisma.TransactionClient

/** The database as the application sees it: two pools, so that saves waiting for a lock never hold up pages. */
export type BasisData = {
  /** reads of pages */
  readonly baca: PrismaClient
  /** transactions that may wait for a row lock */
  readonly tulis: PrismaClient
  /** tables of no kecamatan (sessions, throttle) and sign-in; row-level security shows it nothing else */
  readonly umum: PoolBertanda
  /** the pools behind baca and tulis, for statements that must cost one round trip and for tests */
  readonly poolBaca: PoolBertanda
  readonly poolTulis: PoolBertanda
  tutup(): Promise<void>
}

/** Opens the pools; connects at the first use. `url` is that of the role that cannot bypass row-level security. */
export function bukaBasisData(url: string): BasisData {
  const dasar = {
    connectionString: url,
    keepAlive: true,
    connectionTimeoutMillis: 1500,
    statement_timeout: 5000,
    query_timeout: 6000,
    lock_timeout: 1000,
    idle_in_transaction_session_timeout: 10_000,
    idleTimeoutMillis: 60_000,
  }
  const poolBaca = new PoolBertanda({ ...dasar, max: 10 })
  const poolTulis = new PoolBertanda({ ...dasar, max: 4 })
  const umum = new PoolBertanda({ ...dasar, max: 4 })
  const baca = new PrismaClient({ adapter: new PrismaPg(poolBaca, { disposeExternalPool: false }) })
  const tulis = new PrismaClient({ adapter: new PrismaPg(poolTulis, { disposeExternalPool: false }) })
  return {
    baca,
    tulis,
    umum,
    poolBaca,
    poolTulis,
    async tutup() {
      await Promise.allSettled([baca.$disconnect(), tulis.$disconnect()])
      await Promise.allSettled([poolBaca.end(), poolTulis.end(), umum.end()])
    },
  }
}

/**
 * One change = one transaction. The idempotency key of the request is inserted first: a form that arrives twice is
 * carried out once (Galat 'berulang'). Throws Galat of the use case; nothing of a refused change stays.
 */
export function transaksi<T>(db: BasisData, pelaku: Pelaku, kerja: (tx: Tx) => Promise<T>): Promise<T> {
  const { kunci } = konteksKini()
  return db.tulis.$transaction(
    async (tx) => {
      if (kunci) {
        const baru = await tx.$executeRaw`
          insert into kunci_permintaan (kunci, kecamatan_id, akun_id)
          values (${`${pelaku.akunId}:${kunci}`}, ${pelaku.kecamatanId}::uuid, ${pelaku.akunId}::uuid) on conflict do nothing`
        if (baru === 0) throw galat.berulang()
      }
      return kerja(tx)
    },
    { maxWait: 1500, timeout: 8000 },
  )
}
