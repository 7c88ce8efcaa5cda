// npm run cek: format, lint, types, unit and architecture tests; seconds, so that it fits before every commit.
import './periksa-node.mjs'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { siapkan } from './siapkan.mjs'
import { akar } from './stempel.mjs'

const INGATAN_TIPE = 'node_modules/.cache/takar/tipe.tsbuildinfo'
const TIPE_PERAMBAN = 'src/peramban/tsconfig.json'

process.chdir(akar)
await siapkan({ dev: true, build: false })
const pekerjaan = [
  ['format dan lint', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']],
  // what was checked before is kept, so that a change costs seconds
  ['tipe', 'typescript/bin/tsc', ['--noEmit', '-p', '.', '--incremental', '--tsBuildInfoFile', INGATAN_TIPE]],
  ...(existsSync(TIPE_PERAMBAN) ? [['tipe peramban', 'typescript/bin/tsc', ['--noEmit', '-p', TIPE_PERAMBAN]]] : []),
  ['uji', 'vitest/vitest.mjs', ['run', '--project', 'unit', '--project', 'arsitektur', '--passWithNoTests']],
]
const hasil = await Promise.all(pekerjaan.map(jalankan))
for (const { nama, kode, keluaran, detik } of hasil) {
  console.log(`${kode === 0 ? '✓' : '✗'} ${nama} (${detik} d)`)
  if (kode !== 0) console.log(keluaran)
}
process.exitCode = hasil.some(({ kode }) => kode !== 0) ? 1 : 0

function jalankan([nama, program, argumen]) {
  const mulai = performance.now()
  return new Promise((selesai) => {
    const proses = spawn(process.execPath, [join(akar, 'node_modules', program), ...argumen])
    let keluaran = ''
    const catat = (potong) => {
      keluaran += potong
    }
    proses.stdout.on('data', catat)
    proses.stderr.on('data', catat)
    proses.on('close', (kode) =>
      selesai({ nama, kode, keluaran, detik: ((performance.now() - mulai) / 1000).toFixed(1) }),
    )
  })
}
