import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as tidur } from 'node:timers/promises'
import pg from 'pg'
import { GagalMulai } from '../konfigurasi/index.ts'
import { siapkanBiner } from './tertanam-biner.ts'
import { buatKlaster, folderIsi, hentikanKlaster, type Klaster, mulaiKlaster, portKlaster } from './tertanam-klaster.ts'
import { hidup, pidHidup } from './tertanam-pid.ts'
import { FOLDER_BERSAMA, siapkanTempat } from './tertanam-tempat.ts'

export type Tertanam = {
  /** superuser of this cluster: migrations, maintenance */
  readonly urlPemilik: string
  /** takar_aplikasi, bound by row-level security */
  readonly urlAplikasi: string
  /** stops the server unless another application still uses it; call it after the pools are closed */
  matikan(): Promise<void>
}

export type PilihanTertanam = {
  /** the data folder (TAKAR_DATA) */
  folder: string
  lapor?: (teks: string) => void
  /** false only in tests: no fsync */
  aman?: boolean
}

const WINDOWS = process.platform === 'win32'
const TUNGGU_SIAP = 60_000
const JEDA_AWAS = 1000

/**
 * The embedded PostgreSQL of a data folder: makes the cluster at the first start, starts it or finds it running (it outlives
 * a killed application), makes database `takar` and role `takar_aplikasi`, and starts it again should it be killed.
 * Throws GagalMulai with a sentence for the person at the keyboard.
 */
export async function nyalakanTertanam({ folder, lapor = () => {}, aman = true }: PilihanTertanam): Promise<Tertanam> {
  const klaster = susunKlaster(folder, lapor, aman)
  const sandi = WINDOWS ? ambilSandi(klaster.folder) : null
  if (!existsSync(folderIsi(klaster))) lapor('Menyiapkan PostgreSQL bawaan …')
  await buatKlaster(klaster, sandi)
  const tanda = pasangTanda(klaster)
  try {
    await mulaiKlaster(klaster)
    await tungguSiap(klaster, sandi)
    await pastikanIsi(klaster, sandi)
  } catch (sebab) {
    rmSync(tanda, { force: true })
    throw sebab
  }
  const berhentiAwas = awasi(klaster, lapor)
  return {
    urlPemilik: susunUrl(klaster, 'takar', sandi),
    urlAplikasi: susunUrl(klaster, 'takar_aplikasi', sandi),
    async matikan() {
      await berhentiAwas()
      rmSync(tanda, { force: true })
      if (!masihDipakai(klaster)) await hentikanKlaster(klaster, 'fast')
    },
  }
}

/** Stops whatever server a data folder left running (after a killed test run); the data may be thrown away then. */
export async function matikanSisa(folder: string): Promise<void> {
  if (!existsSync(join(folder, 'postgres'))) return
  await hentikanKlaster(
    susunKlaster(folder, () => {}, true),
    'immediate',
  )
}

function susunKlaster(folder: string, lapor: (teks: string) => void, aman: boolean): Klaster {
  const tempat = siapkanTempat(folder, lapor)
  const salinan = tempat.pengguna.ganti ? join(FOLDER_BERSAMA, 'biner') : join(tempat.folder, 'biner')
  return { ...tempat, bin: siapkanBiner(tempat.pengguna, salinan), aman }
}

function susunUrl(klaster: Klaster, peran: string, sandi: string | null, basisData = 'takar'): string {
  return sandi
    ? `postgresql://${peran}:${sandi}@127.0.0.1:${portKlaster(klaster)}/${basisData}`
    : `postgresql://${peran}@localhost/${basisData}?host=${encodeURIComponent(klaster.folderSoket)}`
}

/** Waits until the server answers: it may be starting, recovering from a crash, or just going down. */
async function tungguSiap(klaster: Klaster, sandi: string | null): Promise<void> {
  for (const batas = Date.now() + TUNGGU_SIAP; ; await tidur(50)) {
    try {
      const letak = await tanya(
        susunUrl(klaster, 'takar', sandi, 'postgres'),
        "select current_setting('data_directory') as letak",
      )
      if (letak[0]?.letak === folderIsi(klaster) || WINDOWS) return
      throw new GagalMulai(`Di ${klaster.folderSoket} berjalan PostgreSQL milik folder lain: ${letak[0]?.letak}.`)
    } catch (sebab) {
      if (sebab instanceof GagalMulai || Date.now() > batas) throw sebab
      if (!pidHidup(folderIsi(klaster))) await mulaiKlaster(klaster)
    }
  }
}

/** Database and role, made once. Two first starts at the same time: the second finds both. */
async function pastikanIsi(klaster: Klaster, sandi: string | null): Promise<void> {
  const url = susunUrl(klaster, 'takar', sandi, 'postgres')
  const [ada] = await tanya(
    url,
    `select exists(select from pg_database where datname = 'takar') as basis_data,
            exists(select from pg_roles where rolname = 'takar_aplikasi' and rolcanlogin) as peran`,
  )
  if (!ada?.basis_data) await tanya(url, 'create database takar').catch(abaikanSudahAda)
  if (ada?.peran) return
  const lengkap = `login nosuperuser nobypassrls nocreatedb nocreaterole${sandi ? ` password '${sandi}'` : ''}`
  await tanya(url, `create role takar_aplikasi ${lengkap}`).catch(abaikanSudahAda)
}

/** 42P04 duplicate database, 42710 duplicate object, 23505 the same seen by the catalogue's index. */
function abaikanSudahAda(sebab: { code?: string }): void {
  if (!['42P04', '42710', '23505'].includes(sebab.code ?? '')) throw sebab
}

async function tanya(url: string, perintah: string): Promise<Record<string, unknown>[]> {
  const klien = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  klien.on('error', () => {})
  try {
    await klien.connect()
    return (await klien.query<Record<string, unknown>>(perintah)).rows
  } finally {
    await klien.end().catch(() => {})
  }
}

/** Looks once a second whether the server still lives; one that was killed is started again (two small reads). */
function awasi(klaster: Klaster, lapor: (teks: string) => void): () => Promise<void> {
  let sibuk: Promise<void> | null = null
  const jam = setInterval(() => {
    if (sibuk || pidHidup(folderIsi(klaster))) return
    lapor('PostgreSQL bawaan berhenti sendiri; dinyalakan kembali.')
    sibuk = mulaiKlaster(klaster)
      .catch((sebab: Error) => lapor(sebab.message))
      .finally(() => {
        sibuk = null
      })
  }, JEDA_AWAS).unref()
  return async () => {
    clearInterval(jam)
    await sibuk
  }
}

/** A file per application that uses the cluster, named by its process. */
function pasangTanda(klaster: Klaster): string {
  const folder = join(klaster.folder, 'pemakai')
  mkdirSync(folder, { recursive: true })
  if (klaster.pengguna.ganti) chownSync(folder, klaster.pengguna.uid, klaster.pengguna.gid)
  const tanda = join(folder, `${process.pid}-${randomBytes(4).toString('hex')}`)
  writeFileSync(tanda, '')
  return tanda
}

function masihDipakai(klaster: Klaster): boolean {
  const folder = join(klaster.folder, 'pemakai')
  return readdirSync(folder).some((nama) => {
    if (hidup(Number.parseInt(nama, 10))) return true
    rmSync(join(folder, nama), { force: true })
    return false
  })
}

/** Windows has no socket in a closed folder: a password made once, in a file beside the data. */
function ambilSandi(folder: string): string {
  const berkas = join(folder, 'sandi')
  if (!existsSync(berkas)) writeFileSync(berkas, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' })
  return readFileSync(berkas, 'utf8').trim()
}
