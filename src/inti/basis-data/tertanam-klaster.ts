import { type SpawnOptions, spawn } from 'node:child_process'
import {
  chownSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as tidur } from 'node:timers/promises'
import { GagalMulai } from '../konfigurasi/index.ts'
import { namaProgram } from './tertanam-biner.ts'
import { hidup, menjawab, nomorDi, pidHidup, prosesTersisa } from './tertanam-pid.ts'
import type { Tempat } from './tertanam-tempat.ts'

const WINDOWS = process.platform === 'win32'
const LOG_TERBESAR = 5_000_000

/** A cluster on this machine: its programs, its place, and whether it must survive a power cut (`aman`: only tests say no). */
export type Klaster = Tempat & { readonly bin: string; readonly aman: boolean }

/** The data directory; a later major version of PostgreSQL gets its own beside it. */
export const folderIsi = (klaster: Tempat) => join(klaster.folder, 'data-18')
const folderLog = (klaster: Tempat) => join(klaster.folder, 'postgres.log')

/** initdb beside its final name, so that a start that was cut off leaves nothing half made. Nothing when it exists. */
export async function buatKlaster(klaster: Klaster, sandi: string | null): Promise<void> {
  const isi = folderIsi(klaster)
  if (existsSync(isi)) return
  bersihkanSisaInit(klaster)
  const sementara = join(klaster.folder, `baru-${process.pid}`)
  const berkasSandi = join(klaster.folder, 'sandi')
  const hasil = await jalankan(klaster, 'initdb', [
    ...['-D', sementara, '-U', 'takar', '--encoding=UTF8', '--locale=C', '--locale-provider=builtin'],
    ...['--builtin-locale=C.UTF-8', '--no-instructions'],
    ...(sandi ? ['--auth=scram-sha-256', `--pwfile=${berkasSandi}`] : ['--auth-local=trust', '--auth-host=reject']),
    ...(klaster.aman ? [] : ['--no-sync', '--no-data-checksums']),
  ])
  if (hasil.kode !== 0) throw new GagalMulai(`PostgreSQL bawaan gagal disiapkan:\n${hasil.keluaran.trim()}`)
  writeFileSync(join(sementara, 'postgresql.conf'), "\ninclude_if_exists = '../takar.conf'\n", { flag: 'a' })
  try {
    renameSync(sementara, isi)
  } catch (sebab) {
    rmSync(sementara, { recursive: true, force: true })
    if (!existsSync(isi)) throw sebab
  }
}

/**
 * Starts the server when it is not running (pg_ctl, waits until it answers or a running one has come up). A pid file left
 * behind by a kill -9 or a power cut is put aside only when no process of this cluster is left.
 */
export async function mulaiKlaster(klaster: Klaster): Promise<void> {
  const isi = folderIsi(klaster)
  if (pidHidup(isi)) return
  await singkirkanSisa(klaster)
  if (existsSync(folderLog(klaster)) && statSync(folderLog(klaster)).size > LOG_TERBESAR)
    truncateSync(folderLog(klaster))
  const setelan = join(klaster.folder, 'takar.conf')
  writeFileSync(setelan, susunSetelan(klaster, WINDOWS ? await portBebas() : 5432), { mode: 0o600 })
  if (klaster.pengguna.ganti) chownSync(setelan, klaster.pengguna.uid, klaster.pengguna.gid)
  const hasil = await jalankan(klaster, 'pg_ctl', [
    'start',
    '-D',
    isi,
    '-l',
    folderLog(klaster),
    '-w',
    '-t',
    '120',
    '-s',
  ])
  // Another process may have been quicker in the same folder: then its server is the one to use.
  if (hasil.kode !== 0 && !pidHidup(isi))
    throw new GagalMulai(`PostgreSQL bawaan gagal menyala di ${klaster.folder}:\n${ekorLog(klaster)}`)
}

/** Stops the server: 'fast' ends connections and writes a checkpoint, 'immediate' is for databases nobody needs. */
export async function hentikanKlaster(klaster: Klaster, cara: 'fast' | 'immediate'): Promise<void> {
  if (!pidHidup(folderIsi(klaster))) return
  await jalankan(klaster, 'pg_ctl', ['stop', '-D', folderIsi(klaster), '-m', cara, '-w', '-t', '60', '-s'])
}

/** Port of the running server (Windows; elsewhere the name of the socket). */
export function portKlaster(klaster: Tempat): number {
  return Number(readFileSync(join(folderIsi(klaster), 'postmaster.pid'), 'utf8').split('\n')[3] ?? 5432)
}

/**
 * About 45 MB idle with the application's connections closed. No timed or parallel extras: one office on one small
 * machine. fsync and full_page_writes stay on: an acknowledged write survives a power cut.
 */
function susunSetelan(klaster: Klaster, port: number): string {
  const kutip = (teks: string) => `'${teks.replaceAll("'", "''")}'`
  const soket = WINDOWS ? '' : `"${klaster.folderSoket.replaceAll('"', '""')}"`
  return `${[
    `listen_addresses = ${WINDOWS ? "'127.0.0.1'" : "''"}`,
    `unix_socket_directories = ${kutip(soket)}`,
    ...(WINDOWS ? [] : ['unix_socket_permissions = 0700']),
    `port = ${port}`,
    `max_connections = ${klaster.aman ? 60 : 150}`,
    'shared_buffers = 32MB',
    'max_wal_size = 256MB',
    'min_wal_size = 32MB',
    'max_wal_senders = 0',
    'max_worker_processes = 2',
    'max_parallel_workers_per_gather = 0',
    'max_logical_replication_workers = 0',
    'io_method = sync',
    'jit = off',
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    'log_checkpoints = off',
    'log_min_messages = warning',
    // what people wrote does not belong in a log: neither statements nor the DETAIL lines of errors
    'log_min_error_statement = panic',
    'log_error_verbosity = terse',
    "log_line_prefix = '%m [%p] '",
    ...(klaster.aman ? [] : SETELAN_SEKALI_PAKAI),
  ].join('\n')}\n`
}

/** A cluster that is thrown away with its test run: nothing is written for a morning after. */
const SETELAN_SEKALI_PAKAI = [
  'fsync = off',
  'full_page_writes = off',
  'wal_level = minimal',
  'wal_init_zero = off',
  'autovacuum = off',
]

function bersihkanSisaInit(klaster: Klaster): void {
  for (const nama of readdirSync(klaster.folder)) {
    const pid = Number(/^baru-(\d+)$/.exec(nama)?.[1] ?? 0)
    if (pid > 0 && (pid === process.pid || !hidup(pid)))
      rmSync(join(klaster.folder, nama), { recursive: true, force: true })
  }
}

/**
 * Backends outlive a killed postmaster for a moment; a new server may not start beside them. Then the lock files go whose
 * number belongs to some process: PostgreSQL would refuse to start, even if that is a zombie or, after a reboot, a stranger.
 */
async function singkirkanSisa(klaster: Klaster): Promise<void> {
  const isi = folderIsi(klaster)
  const kunci = [join(isi, 'postmaster.pid'), join(klaster.folderSoket, '.s.PGSQL.5432.lock')]
  if (!kunci.some((berkas) => existsSync(berkas))) return
  for (let kali = 0; prosesTersisa(isi); kali++) {
    if (kali === 100)
      throw new GagalMulai(`Masih ada proses PostgreSQL lama yang memakai ${isi}. Hentikan proses itu dahulu.`)
    await tidur(100)
  }
  for (const berkas of kunci) {
    const pid = nomorDi(berkas)
    if (pid !== null && menjawab(pid)) rmSync(berkas, { force: true })
  }
}

/** Runs one program of PostgreSQL as the cluster's user, with an environment of its own (no PG* variable leaks in). */
function jalankan(klaster: Klaster, nama: string, argumen: string[]): Promise<{ kode: number; keluaran: string }> {
  const { pengguna, folder, bin } = klaster
  const pilihan: SpawnOptions = {
    cwd: folder,
    // pg_ctl hands its output on to the server it starts: a pipe would never close
    stdio: ['ignore', nama === 'pg_ctl' ? 'ignore' : 'pipe', nama === 'pg_ctl' ? 'ignore' : 'pipe'],
    env: {
      PATH: process.env.PATH,
      SystemRoot: process.env.SystemRoot,
      TEMP: process.env.TEMP,
      LC_ALL: 'C',
      TZ: 'UTC',
      HOME: folder,
    },
    windowsHide: true,
    ...(pengguna.ganti ? { uid: pengguna.uid, gid: pengguna.gid } : {}),
  }
  return new Promise((selesai, gagal) => {
    const proses = spawn(join(bin, namaProgram(nama)), argumen, pilihan)
    let keluaran = ''
    proses.stdout?.on('data', (potong: Buffer) => {
      keluaran += potong.toString()
    })
    proses.stderr?.on('data', (potong: Buffer) => {
      keluaran += potong.toString()
    })
    proses.on('error', (sebab) => gagal(new GagalMulai(`PostgreSQL bawaan tidak dapat dijalankan: ${sebab.message}`)))
    proses.on(nama === 'pg_ctl' ? 'exit' : 'close', (kode) => selesai({ kode: kode ?? 1, keluaran }))
  })
}

function ekorLog(klaster: Klaster): string {
  if (!existsSync(folderLog(klaster))) return '(tidak ada catatan)'
  return readFileSync(folderLog(klaster), 'utf8').trim().split('\n').slice(-12).join('\n')
}

function portBebas(): Promise<number> {
  return new Promise((selesai, gagal) => {
    const pendengar = createServer().on('error', gagal)
    pendengar.listen(0, '127.0.0.1', () => {
      const alamat = pendengar.address()
      pendengar.close(() => selesai(alamat && typeof alamat === 'object' ? alamat.port : 5432))
    })
  })
}
