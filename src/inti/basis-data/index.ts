import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from '../../../prisma/klien/client.ts'
import { galat } from '../galat/index.ts'
import { konteksKini } from '../konteks.ts'
import type { Pelaku } from '../pelaku.ts'
import { bacaLangsung, namaUntuk } from './baca-langsung.ts'
import { buatIngatan, type Ingat, tanpaIngatan } from './ingatan.ts'
import { PoolBertanda } from './pool-bertanda.ts'

export { namaUntuk, Prisma, PrismaClient }
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
  /** reads of a whole office, kept while nothing was written in it (ingatan.ts) */
  readonly ingat: Ingat
  /** how long a write transaction waits to begin, and to end, in milliseconds */
  readonly batasTulis: { readonly maxWait: number; readonly timeout: number }
  tutup(): Promise<void>
}

type Pilihan = { readonly ingatan?: boolean; readonly kesabaran?: number }
/**
 * Opens the pools; connects at the first use. `url` is that of the role that cannot bypass row-level security. `ingatan`:
 * keep what pages read while it is true (the server does; tests change tables behind the application's back). `kesabaran`:
 * how many times longer than the office it waits for a connection and an answer (tests on machines that do much else).
 */
export function bukaBasisData(url: string, { ingatan = false, kesabaran = 1 }: Pilihan = {}): BasisData {
  const dasar = {
    connectionString: url,
    keepAlive: true,
    connectionTimeoutMillis: 1500 * kesabaran,
    statement_timeout: 5000 * kesabaran,
    query_timeout: 6000 * kesabaran,
    lock_timeout: 1000,
    idle_in_transaction_session_timeout: 10_000,
    idleTimeoutMillis: 60_000,
  }
  const poolBaca = new PoolBertanda({ ...dasar, max: 10 })
  const poolTulis = new PoolBertanda({ ...dasar, max: 4 })
  const umum = new PoolBertanda({ ...dasar, max: 4 })
  const pernyataan = {
    disposeExternalPool: false,
    statementNameGenerator: ({ sql }: { sql: string }) => namaUntuk(sql) ?? '',
  }
  const baca = new PrismaClient({ adapter: new PrismaPg(poolBaca, pernyataan) })
  const tulis = new PrismaClient({ adapter: new PrismaPg(poolTulis, pernyataan) })
  Object.defineProperty(baca, '$queryRaw', { value: bacaLangsung(poolBaca) })
  return {
    baca,
    tulis,
    umum,
    poolBaca,
    poolTulis,
    ingat: ingatan ? buatIngatan() : tanpaIngatan,
    batasTulis: { maxWait: 1500 * kesabaran, timeout: 8000 * kesabaran },
    async tutup() {
      await Promise.allSettled([baca.$disconnect(), tulis.$disconnect()])
      await Promise.allSettled([poolBaca.end(), poolTulis.end(), umum.end()])
    },
  }
}

/**
 * When the connection dies under a raw read, Prisma may answer with nothing at all instead of an error: told as what it is
 * (Galat 'sibuk'), or the first use of the rows would end as a fault of ours.
 */
function pastikanTerbaca(tx: Tx): Tx {
  const baca = tx.$queryRaw.bind(tx)
  const bacaPasti = async (...isi: Parameters<typeof baca>): Promise<unknown> => {
    const baris: unknown = await baca(...isi)
    if (!Array.isArray(baris)) throw galat.sibuk()
    return baris
  }
  return new Proxy(tx, { get: (asal, nama) => (nama === '$queryRaw' ? bacaPasti : Reflect.get(asal, nama, asal)) })
}

/** The key of the form in this request, of this person alone; null without one. */
function kunciPenuh(pelaku: Pelaku): string | null {
  const { kunci } = konteksKini()
  return kunci && `${pelaku.akunId}:${kunci}`
}

/** Was the form of this request carried out before, when it first arrived? What this request did itself does not count. One query. */
export async function sudahDilaksanakan(db: BasisData, pelaku: Pelaku): Promise<boolean> {
  const penuh = kunciPenuh(pelaku)
  if (!penuh || konteksKini().dicatat?.has(penuh)) return false
  const ada = await db.baca.$queryRaw<unknown[]>`
    select 1 from kunci_permintaan where kunci = ${penuh} and kecamatan_id = ${pelaku.kecamatanId}::uuid`
  return ada.length > 0
}

/**
 * One change = one transaction. The idempotency key of the request is inserted first: a form that arrives twice is
 * carried out once (Galat 'berulang'). Throws Galat of the use case; nothing of a refused change stays. Work that ends
 * with field errors instead has changed nothing either, so its key is free again: sent twice, it is refused twice.
 */
export function transaksi<T>(db: BasisData, pelaku: Pelaku, kerja: (tx: Tx) => Promise<T>): Promise<T> {
  const penuh = kunciPenuh(pelaku)
  return db.tulis.$transaction(async (mentah) => {
    const tx = pastikanTerbaca(mentah)
    if (!penuh) return kerja(tx)
    const baru = await tx.$executeRaw`
      insert into kunci_permintaan (kunci, kecamatan_id, akun_id)
      values (${penuh}, ${pelaku.kecamatanId}::uuid, ${pelaku.akunId}::uuid) on conflict do nothing`
    if (baru === 0) throw galat.berulang()
    konteksKini().dicatat?.add(penuh)
    const hasil = await kerja(tx)
    // every change writes to the audit chain; a head that this transaction did not move means there was none
    await tx.$executeRaw`
      delete from kunci_permintaan where kunci = ${penuh} and kecamatan_id = ${pelaku.kecamatanId}::uuid and not exists (
        select 1 from jejak_kepala k
        where k.kecamatan_id = ${pelaku.kecamatanId}::uuid and k.xmin = pg_current_xact_id()::xid)`
    return hasil
  }, db.batasTulis)
}
