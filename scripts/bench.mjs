// npm run bench: builds bench/*.ts like the server and runs it. Options: node scripts/bench.mjs --bantuan
import './periksa-node.mjs'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { siapkan } from './siapkan.mjs'
import { akar } from './stempel.mjs'

/** Each is a process of its own, so that what is measured and what measures do not share a thread. */
const MASUKAN = ['utama', 'lantai-halaman', 'lantai-simpan', 'klien-beban']

process.chdir(akar)
try {
  await siapkan({ dev: true })
  await bangunBench()
} catch (sebab) {
  console.error(sebab.message)
  process.exit(1)
}
const anak = spawn(
  process.execPath,
  ['--enable-source-maps', join(akar, 'dist/bench/utama.js'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
)
for (const isyarat of ['SIGINT', 'SIGTERM']) process.on(isyarat, () => anak.kill(isyarat))
anak.on('exit', (kode, isyarat) => process.exit(kode ?? (isyarat ? 130 : 1)))

async function bangunBench() {
  const { build } = await import('esbuild')
  const masukan = MASUKAN.map((nama) => `bench/${nama}.ts`).filter((letak) => existsSync(join(akar, letak)))
  await build({
    absWorkingDir: akar,
    entryPoints: masukan,
    outdir: 'dist/bench',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  })
}
