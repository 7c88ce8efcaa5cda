import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { inject } from 'vitest'
import { jalankanMigrasi } from '../../src/inti/basis-data/migrasi.ts'
import { folderProyek } from '../../src/inti/konfigurasi/index.ts'

export type BasisDataUji = {
  /** owner: sets up and looks behind row-level security */
  readonly urlPemilik: string
  /** takar_aplikasi: what the application connects with */
  readonly urlAplikasi: string
  /** drops it, whoever is still connected */
  hapus(): Promise<void>
}

/** The passphrase of every sample account in tests. */
export const SANDI_UJI = 'perahu lilin mangga kertas'

/** Built once per run, by whichever test file needs it first. */
const POLA = { kosong: 'pola_kosong', contoh: 'pola_contoh' } as const
/** Copies files instead of writing every page into the log: a tenth of the work. */
const TANPA_WAL = 'STRATEGY FILE_COPY'
const KUNCI_POLA = 7_170_001

/** A database of its own for a test file, with all migrations and, if asked for, the sample office. */
export async function buatBasisDataUji({ contoh = false }: { contoh?: boolean } = {}): Promise<BasisDataUji> {
  await pastikanPola(contoh)
  return buatKosong(contoh ? POLA.contoh : POLA.kosong)
}

/** A database without any table (or a copy of `pola`), for tests of migrations themselves. */
export async function buatKosong(pola = 'template0'): Promise<BasisDataUji> {
  const nama = `uji_${randomBytes(6).toString('hex')}`
  await perintah(`CREATE DATABASE ${nama} TEMPLATE ${pola} ${TANPA_WAL}`)
  return {
    urlPemilik: alamat(nama),
    urlAplikasi: alamat(nama, 'takar_aplikasi'),
    hapus: () => perintah(`DROP DATABASE IF EXISTS ${nama} WITH (FORCE)`),
  }
}

/** Runs `kerja` on one connection of its own. */
export async function denganKlien<T>(url: string, kerja: (klien: pg.Client) => Promise<T>): Promise<T> {
  const klien = new pg.Client({ connectionString: url })
  klien.on('error', () => {})
  await klien.connect()
  try {
    return await kerja(klien)
  } finally {
    await klien.end()
  }
}

/** Under a lock of the run's server: the other worker waits, then finds it made. */
function pastikanPola(contoh: boolean): Promise<void> {
  return denganKlien(alamat('takar'), async (klien) => {
    await klien.query('SELECT pg_advisory_lock($1)', [KUNCI_POLA])
    await buatPola(klien, 'kosong', 'template0', (url) => jalankanMigrasi(url, join(folderProyek, 'prisma/migrations')))
    if (contoh) await buatPola(klien, 'contoh', POLA.kosong, muatContoh)
  })
}

async function buatPola(
  klien: pg.Client,
  jenis: keyof typeof POLA,
  asal: string,
  isi: (url: string) => Promise<unknown>,
) {
  const nama = POLA[jenis]
  const { rowCount } = await klien.query('SELECT 1 FROM pg_database WHERE datname = $1', [nama])
  if (rowCount !== 0) return
  const sementara = `${nama}_baru`
  await klien.query(`DROP DATABASE IF EXISTS ${sementara} WITH (FORCE)`)
  await klien.query(`CREATE DATABASE ${sementara} TEMPLATE ${asal} ${TANPA_WAL}`)
  await isi(alamat(sementara))
  await klien.query(`ALTER DATABASE ${sementara} RENAME TO ${nama}`)
}

/** prisma/benih/muat.ts: `muatContoh(urlPemilik, { sandi })` fills an empty database; it must close its connections. */
async function muatContoh(url: string): Promise<void> {
  const berkas = join(folderProyek, 'prisma/benih/muat.ts')
  if (!existsSync(berkas)) throw new Error('prisma/benih/muat.ts belum ada')
  const benih = (await import(/* @vite-ignore */ pathToFileURL(berkas).href)) as {
    muatContoh(url: string, pilihan: { sandi: string }): Promise<unknown>
  }
  await benih.muatContoh(url, { sandi: SANDI_UJI })
}

function perintah(sql: string): Promise<void> {
  return denganKlien(alamat('takar'), async (klien) => {
    await klien.query(sql)
  })
}

function alamat(basisData: string, peran?: string): string {
  const url = new URL(inject('urlKlaster'))
  url.pathname = `/${basisData}`
  if (peran) url.username = peran
  return url.href
}
