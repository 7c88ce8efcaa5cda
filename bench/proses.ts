import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { folderProyek } from '../src/inti/konfigurasi/index.ts'
import type { HasilBeban, TugasBeban } from './tugas-beban.ts'

/** Core 0 serves, core 1 measures and holds the database; nothing is pinned without taskset or with a single core. */
export const TERIKAT = availableParallelism() > 1 && spawnSync('taskset', ['-V']).status === 0
export const INTI_LAYANAN = 0
export const INTI_UKUR = 1

const anak = new Set<ChildProcess>()
process.on('exit', () => {
  for (const satu of anak) satu.kill('SIGKILL')
})

type PilihanProses = { readonly inti: number; readonly env?: NodeJS.ProcessEnv; readonly ipc?: boolean }

/** A Node process bound to a core. */
export function jalankanNode(
  berkas: string,
  argumen: readonly string[],
  { inti, env = {}, ipc = true }: PilihanProses,
): ChildProcess {
  const perintah = [process.execPath, berkas, ...argumen]
  const [program = '', ...sisa] = TERIKAT ? ['taskset', '-c', String(inti), ...perintah] : perintah
  const proses = spawn(program, sisa, {
    cwd: folderProyek,
    env: { ...process.env, ...env },
    stdio: ipc ? ['ignore', 'inherit', 'inherit', 'ipc'] : ['ignore', 'pipe', 'inherit'],
  })
  anak.add(proses)
  proses.on('exit', () => anak.delete(proses))
  return proses
}

export const berkasBench = (nama: string): string => join(import.meta.dirname, nama)

/** Binds a running process and its threads. */
export function ikat(pid: number, inti: number): void {
  if (TERIKAT) spawnSync('taskset', ['-a', '-c', '-p', String(inti), String(pid)])
}

/** The postmaster of a data folder and its children are bound to the measuring core. */
export function ikatPostgres(folder: string): void {
  for (const pid of prosesPostgres(folder)) ikat(pid, INTI_UKUR)
}

/** Process numbers of the embedded PostgreSQL of a data folder, the postmaster first; [] when it is not running. */
export function prosesPostgres(folder: string): number[] {
  const induk = Number(bacaBila(join(folder, 'postgres/data-18/postmaster.pid')).split('\n')[0])
  if (!induk) return []
  const anakan = readdirSync('/proc').filter(
    (nama) => /^\d+$/.test(nama) && bacaBila(`/proc/${nama}/stat`).split(') ')[1]?.split(' ')[1] === String(induk),
  )
  return [induk, ...anakan.map(Number)]
}

/** Proportional set size of processes in MB (10^6 bytes); null where /proc does not tell. */
export function memoriPss(pid: readonly number[]): number | null {
  const kb = pid.map((satu) =>
    Number(/^Pss:\s+(\d+) kB/m.exec(bacaBila(`/proc/${satu}/smaps_rollup`))?.[1] ?? Number.NaN),
  )
  const jumlah = kb.reduce((a, b) => a + b, 0)
  return Number.isFinite(jumlah) ? (jumlah * 1024) / 1e6 : null
}

function bacaBila(berkas: string): string {
  try {
    return readFileSync(berkas, 'utf8')
  } catch {
    return ''
  }
}

export async function hentikan(proses: ChildProcess): Promise<void> {
  if (proses.exitCode !== null || proses.signalCode !== null) return
  const selesai = once(proses, 'exit')
  proses.kill('SIGTERM')
  await selesai
}

/** The measuring process on its own core; `jalankan` gives it one job. */
export function bukaKlienBeban() {
  const proses = jalankanNode(berkasBench('klien-beban.js'), [], { inti: INTI_UKUR })
  return {
    async jalankan(tugas: TugasBeban): Promise<HasilBeban> {
      proses.send(tugas)
      const [pesan] = (await once(proses, 'message')) as [{ hasil?: HasilBeban; galat?: string }]
      if (!pesan.hasil) throw new Error(pesan.galat)
      if (pesan.hasil.gagal > 0)
        throw new Error(`${pesan.hasil.gagal} dari ${pesan.hasil.jumlah} jawaban gagal: ${pesan.hasil.contohGagal}`)
      return pesan.hasil
    },
    tutup: () => void proses.kill(),
  }
}

/** Waits for `{ port }` of a floor process. */
export async function tungguPort(proses: ChildProcess): Promise<number> {
  const [pesan] = (await once(proses, 'message')) as [{ port: number }]
  return pesan.port
}

/** The real server (scripts/start.mjs) on a data folder; resolves when it prints its address. */
export async function mulaiServer(
  folderData: string,
  env: NodeJS.ProcessEnv = {},
): Promise<{ proses: ChildProcess; port: number }> {
  const proses = jalankanNode(join(folderProyek, 'scripts/start.mjs'), [], {
    inti: INTI_LAYANAN,
    ipc: false,
    env: { PORT: '0', TAKAR_DATA: folderData, TAKAR_LOG: 'error', TAKAR_CONTOH: 'tidak', ...env },
  })
  const port = await new Promise<number>((siap, gagal) => {
    let keluaran = ''
    proses.stdout?.on('data', (potong: Buffer) => {
      keluaran += potong.toString()
      const alamat = /Takar siap di http:\S+:(\d+)/.exec(keluaran)
      if (alamat) siap(Number(alamat[1]))
    })
    proses.on('exit', (kode) => gagal(new Error(`server berhenti sebelum siap (${kode}): ${keluaran}`)))
  })
  return { proses, port }
}
