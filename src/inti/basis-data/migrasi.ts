import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { GagalMulai } from '../konfigurasi/index.ts'
import { PERAN_APLIKASI, pastikanPeran } from './peran-aplikasi.ts'

/** Prisma's own lock number: `prisma migrate deploy` and this wait for each other. */
const KUNCI_MIGRASI = 72_707_369

const BUAT_TABEL = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

type Migrasi = { readonly nama: string; readonly sql: string }
type Tercatat = { migration_name: string; checksum: string; selesai: boolean }

/**
 * Brings the database up to the migrations of the folder (prisma/migrations): each in one transaction, in order of name,
 * under an advisory lock of that transaction (so a pooler in transaction mode does no harm), recorded as Prisma records
 * them. One query when nothing is to do. Returns the names it applied.
 * Throws GagalMulai when an applied migration was changed or is missing, or when one fails (then nothing of it stays).
 */
export async function jalankanMigrasi(
  urlPemilik: string,
  folderMigrasi: string,
  { anggotaPeran, sampai, sebelum }: PilihanMigrasi = {},
): Promise<string[]> {
  const daftar = bacaMigrasi(folderMigrasi).filter(({ nama }) => sampai === undefined || nama <= sampai)
  const klien = new pg.Client({ connectionString: urlPemilik, connectionTimeoutMillis: 10_000 })
  klien.on('error', () => {})
  try {
    await klien.connect()
    const tercatat = await bacaTercatat(klien)
    const belum = pilihYangBelum(daftar, tercatat)
    if (belum.length === 0) return []
    if (tercatat.length > 0) await sebelum?.()
    await pastikanPeran(klien, anggotaPeran)
    const diterapkan: string[] = []
    for (const migrasi of belum) if (await terapkan(klien, migrasi)) diterapkan.push(migrasi.nama)
    return diterapkan
  } finally {
    await klien.end().catch(() => {})
  }
}

type PilihanMigrasi = {
  /** further role that shall act as takar_aplikasi */
  anggotaPeran?: string | undefined
  /** name of the last one to apply: the tables as they were in an earlier release */
  sampai?: string | undefined
  /** runs first when a database in use is to be changed; what it throws leaves the database as it is */
  sebelum?: (() => Promise<void>) | undefined
}

/** Names of the migrations of the folder, in order. */
export const daftarMigrasi = (folder: string): string[] => bacaMigrasi(folder).map(({ nama }) => nama)

function bacaMigrasi(folder: string): Migrasi[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((isi) => isi.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((nama) => {
      const berkas = join(folder, nama, 'migration.sql')
      if (!existsSync(berkas)) throw new GagalMulai(`Migrasi ${nama} tidak lengkap: ${berkas} tidak ada.`)
      return { nama, sql: readFileSync(berkas, 'utf8') }
    })
}

async function bacaTercatat(klien: pg.Client): Promise<Tercatat[]> {
  try {
    const { rows } = await klien.query<Tercatat>(
      `SELECT migration_name, checksum, finished_at IS NOT NULL AS selesai
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
    )
    return rows
  } catch (sebab) {
    if ((sebab as { code?: string }).code === '42P01') return []
    throw sebab
  }
}

function pilihYangBelum(daftar: readonly Migrasi[], tercatat: readonly Tercatat[]): Migrasi[] {
  const menurutNama = new Map(daftar.map((migrasi) => [migrasi.nama, migrasi]))
  for (const { migration_name: nama, checksum, selesai } of tercatat) {
    const migrasi = menurutNama.get(nama)
    if (!selesai)
      throw new GagalMulai(
        `Migrasi ${nama} pernah gagal di tengah jalan. Selesaikan dengan: npx prisma migrate resolve`,
      )
    if (!migrasi)
      throw new GagalMulai(
        `Basis data sudah memakai migrasi ${nama} yang tidak ada di aplikasi ini. Jalankan versi Takar yang lebih baru, atau pulihkan cadangan yang sesuai.`,
      )
    if (!sidikMungkin(migrasi.sql).includes(checksum))
      throw new GagalMulai(
        `Migrasi ${nama} sudah diterapkan, tetapi berkasnya kemudian diubah. Kembalikan isi berkas itu; perubahan ditulis sebagai migrasi baru.`,
      )
    menurutNama.delete(nama)
  }
  return [...menurutNama.values()]
}

/** False when another process was first. */
async function terapkan(klien: pg.Client, { nama, sql }: Migrasi): Promise<boolean> {
  await klien.query('BEGIN')
  try {
    await klien.query('SELECT pg_advisory_xact_lock($1)', [KUNCI_MIGRASI])
    await klien.query(BUAT_TABEL)
    const ada = await klien.query(
      'SELECT 1 FROM _prisma_migrations WHERE migration_name = $1 AND rolled_back_at IS NULL',
      [nama],
    )
    if (ada.rowCount === 0) {
      const { rows } = await klien.query<{ mulai: Date }>('SELECT clock_timestamp() AS mulai')
      await klien.query(sql)
      // a migration may have granted the application "all tables": this one is not for it
      await klien.query(`REVOKE ALL ON _prisma_migrations FROM ${PERAN_APLIKASI}`)
      await klien.query(
        `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
         VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
        [randomUUID(), sidik(sql), nama, rows[0]?.mulai],
      )
    }
    await klien.query('COMMIT')
    return ada.rowCount === 0
  } catch (sebab) {
    await klien.query('ROLLBACK').catch(() => {})
    throw new GagalMulai(`Migrasi ${nama} gagal${letakGalat(sql, sebab)}: ${(sebab as Error).message}`, {
      cause: sebab,
    })
  }
}

const sidik = (sql: string) => createHash('sha256').update(sql).digest('hex')

/** git may have turned line ends around on Windows; Prisma accepts either too. */
function sidikMungkin(sql: string): string[] {
  const lf = sql.replaceAll('\r\n', '\n')
  return [sidik(sql), sidik(lf), sidik(lf.replaceAll('\n', '\r\n'))]
}

function letakGalat(sql: string, sebab: unknown): string {
  const letak = Number((sebab as { position?: string }).position)
  return letak > 0 ? ` (baris ${sql.slice(0, letak).split('\n').length})` : ''
}
