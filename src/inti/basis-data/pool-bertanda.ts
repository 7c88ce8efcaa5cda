import pg from 'pg'
import { konteksKini } from '../konteks.ts'

type KlienBertanda = pg.PoolClient & { takarKecamatan?: string }
type Balasan = (galat: Error | undefined, klien: pg.PoolClient | undefined, lepas: (rusak?: unknown) => void) => void

const PASANG_TANDA = "SELECT set_config('takar.kecamatan', $1, false)"

/**
 * A pool whose connections carry the kecamatan of the work that borrows them, for PostgreSQL's row-level security.
 * The tag is set before a connection is handed out and only when it differs from the connection's last one, so a page
 * costs no extra round trip while one office works. Every borrow passes here: `query`, Prisma's reads and transactions.
 */
export class PoolBertanda extends pg.Pool {
  constructor(opsi: pg.PoolConfig) {
    super(opsi)
    // A lost connection is replaced at the next borrow; without listeners it would end the process (node-postgres #3202).
    this.on('error', () => {})
    this.on('connect', (klien) => klien.on('error', () => {}))
  }

  override connect(): Promise<pg.PoolClient>
  override connect(balasan: Balasan): void
  override connect(balasan?: Balasan): Promise<pg.PoolClient> | undefined {
    const tanda = konteksKini().kecamatanId ?? ''
    if (!balasan) return super.connect().then((klien) => pasangTanda(klien, tanda))
    super.connect((galat, klien, lepas) => {
      if (galat || !klien || (klien as KlienBertanda).takarKecamatan === tanda) return balasan(galat, klien, lepas)
      pasangTanda(klien, tanda).then(
        () => balasan(undefined, klien, lepas),
        (sebab: Error) => balasan(sebab, undefined, () => {}),
      )
    })
    return undefined
  }
}

async function pasangTanda(klien: KlienBertanda, tanda: string): Promise<pg.PoolClient> {
  if (klien.takarKecamatan === tanda) return klien
  try {
    await klien.query(PASANG_TANDA, [tanda])
    klien.takarKecamatan = tanda
    return klien
  } catch (sebab) {
    klien.release(sebab instanceof Error ? sebab : true)
    throw sebab
  }
}
