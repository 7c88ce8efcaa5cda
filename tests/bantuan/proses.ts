import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as tidur } from 'node:timers/promises'
import { matikanSisa } from '../../src/inti/basis-data/tertanam.ts'
import { hidup, pidHidup } from '../../src/inti/basis-data/tertanam-pid.ts'
import { siapkanTempat } from '../../src/inti/basis-data/tertanam-tempat.ts'
import { folderProyek } from '../../src/inti/konfigurasi/index.ts'
import { hapusDenganBasisData, hapusFolder } from './hapus-folder.ts'

/** The application as the office runs it: `node dist/server.js` on a data folder of its own, PostgreSQL with fsync. */
export type ServerUji = {
  readonly folder: string
  readonly port: number
  readonly alamat: string
  readonly proses: ChildProcess
  /** milliseconds from the start of the process to "Takar siap" */
  readonly siapDalam: number
  /** passphrase of all sample accounts of this folder */
  readonly sandi: string
  readonly urlPemilik: string
  readonly urlAplikasi: string
  keluaran(): string
  /** what the log calls unexpected, each kind once */
  gangguan(): string[]
  hidup(): boolean
  /** kill -9; resolves once the process is gone */
  bunuh(): Promise<void>
  /** SIGTERM; exit code and milliseconds until it was gone */
  henti(): Promise<{ kode: number | null; lama: number }>
}

const TUNGGU_SIAP = 60_000
let dibangun = false

const AWALAN = 'takar-gangguan-'

/** A data folder in the temporary folder that PostgreSQL's user can reach too. First cleans up what a killed run left. */
export async function buatFolderData(): Promise<string> {
  for (const nama of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${AWALAN}(\\d+)-`).exec(nama)?.[1] ?? 0)
    if (pid > 0 && pid !== process.pid && !hidup(pid)) await hapusFolderData(join(tmpdir(), nama, 'data'))
  }
  const dasar = mkdtempSync(join(tmpdir(), `${AWALAN}${process.pid}-`))
  chmodSync(dasar, 0o711)
  return join(dasar, 'data')
}

/** The number of a server is noted beside its data, so that a later run can end one whose run was killed. */
const catatanPid = (folder: string) => join(folder, '..', 'server.pid')
function bunuhSisaServer(folder: string): void {
  if (!existsSync(catatanPid(folder))) return
  for (const pid of readFileSync(catatanPid(folder), 'utf8').trim().split('\n').map(Number)) {
    const perintah =
      hidup(pid) && existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : ''
    if (perintah.includes('dist/server.js')) process.kill(pid, 'SIGKILL')
  }
}

/** Stops whatever still runs in the folder and removes it. */
export async function hapusFolderData(folder: string): Promise<void> {
  bunuhSisaServer(folder)
  if (existsSync(folder)) await matikanSisa(folder).catch(() => {})
  hapusDenganBasisData(folder)
  hapusFolder(join(folder, '..'))
}

export async function portBebas(): Promise<number> {
  const pendengar = createServer()
  await new Promise<void>((ya) => pendengar.listen(0, '127.0.0.1', () => ya()))
  const alamat = pendengar.address()
  await new Promise((ya) => pendengar.close(ya))
  if (!alamat || typeof alamat === 'string') throw new Error('tidak ada port bebas')
  return alamat.port
}

/** Starts the application and waits until it says that it is ready; throws with its output when it leaves before. */
export async function mulaiServer(folder: string, port: number): Promise<ServerUji> {
  bangunSekali()
  const mulai = Date.now()
  const proses = spawn(process.execPath, ['dist/server.js'], {
    cwd: folderProyek,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: lingkungan(folder, port),
  })
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  appendFileSync(catatanPid(folder), `${proses.pid}\n`)
  let teks = ''
  const tampung = (potong: Buffer) => {
    teks += potong.toString()
  }
  proses.stdout?.on('data', tampung)
  proses.stderr?.on('data', tampung)
  const keluar = new Promise<void>((ya) => proses.once('exit', () => ya()))
  while (!teks.includes('Takar siap')) {
    if (proses.exitCode !== null || proses.signalCode !== null)
      throw new Error(`server berhenti sebelum siap:\n${teks}`)
    if (Date.now() - mulai > TUNGGU_SIAP) throw new Error(`server tidak siap:\n${teks}`)
    await tidur(10)
  }
  const tunggu = async (isyarat: NodeJS.Signals) => {
    const dari = Date.now()
    proses.kill(isyarat)
    await keluar
    return { kode: proses.exitCode, lama: Date.now() - dari }
  }
  return {
    folder,
    port,
    alamat: `http://127.0.0.1:${port}`,
    proses,
    siapDalam: Date.now() - mulai,
    sandi: (JSON.parse(readFileSync(join(folder, 'akun-contoh.json'), 'utf8')) as { sandi: string }).sandi,
    ...alamatBasisData(folder),
    keluaran: () => teks,
    gangguan: () => bacaGangguan(teks),
    hidup: () => proses.exitCode === null && proses.signalCode === null,
    bunuh: async () => void (await tunggu('SIGKILL')),
    henti: () => tunggu('SIGTERM'),
  }
}

/** `npm run cadangan` and `npm run pulihkan` on a data folder; returns what they print, throws with it when they refuse. */
export function jalankanPerintah(
  nama: 'cadangan' | 'pulihkan',
  folder: string,
  argumen: readonly string[] = [],
): string {
  bangunSekali()
  const { status, stdout, stderr } = spawnSync(process.execPath, [`dist/perintah-${nama}.js`, ...argumen], {
    cwd: folderProyek,
    env: lingkungan(folder, 0),
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${stdout}${stderr}`)
  return stdout
}

function bacaGangguan(teks: string): string[] {
  const baris = teks.split('\n').flatMap((satu) => {
    try {
      const { kode, err } = JSON.parse(satu) as {
        kode?: string
        err?: { type: string; message: string; code?: string; stack: string }
      }
      return err && !kode
        ? [
            `${err.type} ${err.code ?? ''} ${err.message.replace(/\s+/g, ' ').slice(0, 300)} ${err.stack.split('\n')[1]?.trim() ?? ''}`,
          ]
        : []
    } catch {
      return []
    }
  })
  return [...new Set(baris)].slice(0, 10)
}

/** Number of the postmaster of a data folder, or null when none lives. */
export const pidPostmaster = (folder: string): number | null =>
  pidHidup(join(realpathSync(join(folder, 'postgres')), 'data-18'))

/** kill -9 of PostgreSQL; throws when there was nothing to kill. Returns the number of the process that died. */
export async function bunuhPostmaster(folder: string): Promise<number> {
  const pid = pidPostmaster(folder)
  if (pid === null) throw new Error('postmaster sudah mati sebelum dibunuh')
  process.kill(pid, 'SIGKILL')
  while (hidup(pid)) await tidur(1)
  return pid
}

/** Settings of the test only: an .env file of the checkout must not lead a killing test to somebody's database. */
function lingkungan(folder: string, port: number): NodeJS.ProcessEnv {
  const bersih = Object.entries(process.env).filter(([nama]) => !/^(TAKAR_|DATABASE_|PG|NODE_ENV$|VITEST)/.test(nama))
  return {
    ...Object.fromEntries(bersih),
    ...{ DATABASE_URL: '', DATABASE_URL_APLIKASI: '', TAKAR_RAHASIA_SESI: '', TAKAR_PROXY: '0', TAKAR_HTTPS: 'tidak' },
    ...{ PORT: String(port), HOST: '127.0.0.1', TAKAR_DATA: folder, TAKAR_CONTOH: 'ya', TAKAR_LOG: 'error' },
  }
}

/** Does nothing when `npm test` has built it already. */
function bangunSekali(): void {
  if (dibangun) return
  const kode = "const { siapkan } = await import('./scripts/siapkan.mjs'); await siapkan({ dev: true, lapor() {} })"
  execFileSync(process.execPath, ['--input-type=module', '-e', kode], {
    cwd: folderProyek,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  dibangun = true
}

/** The embedded server's socket; on Windows there is none, the fault tests do not run there. */
function alamatBasisData(folder: string): { urlPemilik: string; urlAplikasi: string } {
  const soket = encodeURIComponent(siapkanTempat(folder, () => {}).folderSoket)
  const url = (peran: string) => `postgresql://${peran}@localhost/takar?host=${soket}`
  return { urlPemilik: url('takar'), urlAplikasi: url('takar_aplikasi') }
}
