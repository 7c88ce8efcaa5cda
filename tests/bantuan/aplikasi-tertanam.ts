import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import { folderProyek } from '../../src/inti/konfigurasi/index.ts'

/** A process of its own that uses the embedded PostgreSQL of a folder, as the application does. */
export type AplikasiTertanam = {
  urlPemilik: string
  proses: ChildProcess
  bunuh(): Promise<void>
  berhenti(): Promise<void>
}

const ISI = `
import { nyalakanTertanam } from './src/inti/basis-data/tertanam.ts'
const pg = await nyalakanTertanam({ folder: process.argv[2], aman: false })
console.log(pg.urlPemilik)
process.on('SIGTERM', () => pg.matikan().then(() => process.exit(0)))
setInterval(() => {}, 1000)
`
let terbangun: Promise<string> | undefined

/** Starts it and waits until its database answers. `uid`: as that user (only root may ask for it). */
export async function jalankanAplikasi(folder: string, { uid }: { uid?: number } = {}): Promise<AplikasiTertanam> {
  terbangun ??= bangun()
  const pengguna = uid === undefined ? {} : { uid, gid: uid }
  const proses = spawn(process.execPath, [await terbangun, folder], {
    ...pengguna,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const selesai = new Promise<void>((jadi) => proses.once('exit', () => jadi()))
  const [urlPemilik] = await Promise.race([barisPertama(proses), selesai.then(() => [''])])
  if (!urlPemilik) throw new Error(`aplikasi uji berhenti sebelum siap (kode ${proses.exitCode})`)
  const kirim = (sinyal: NodeJS.Signals) => () => {
    proses.kill(sinyal)
    return selesai
  }
  return { urlPemilik, proses, bunuh: kirim('SIGKILL'), berhenti: kirim('SIGTERM') }
}

/** Beside node_modules, so that packages are found; readable for the other user. */
async function bangun(): Promise<string> {
  const folder = join(folderProyek, 'node_modules/.cache/takar-uji')
  mkdirSync(folder, { recursive: true })
  const outfile = join(folder, `aplikasi-tertanam-${process.pid}.mjs`)
  await build({
    stdin: { contents: ISI, resolveDir: folderProyek, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
    logLevel: 'warning',
  })
  chmodSync(outfile, 0o644)
  return outfile
}

function barisPertama(proses: ChildProcess): Promise<string[]> {
  return new Promise((jadi) => {
    if (!proses.stdout) return jadi([])
    createInterface({ input: proses.stdout }).once('line', (baris) => jadi([baris]))
  })
}
