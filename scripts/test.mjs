// npm test: every check. Arguments select: suites (unit, integrasi …) and files or folders, e.g.
//   node scripts/test.mjs unit integrasi          node scripts/test.mjs tests/integrasi/rekap          … -t "nama uji"
import './periksa-node.mjs'
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { siapkanChromium } from './chromium.mjs'
import { siapkan } from './siapkan.mjs'
import { akar } from './stempel.mjs'

const SUITE = ['unit', 'arsitektur', 'integrasi', 'browser', 'gangguan']
const BUTUH_CHROMIUM = ['browser']
const CI = process.env.CI === 'true'

const pilihan = bacaArgumen(process.argv.slice(2))
const hasil = { lulus: 0, gagal: [], dilewati: 0, tidakJalan: [] }
process.chdir(akar)
try {
  await siapkan({ dev: true })
  await jalankan(saring(pilihan.suite))
} catch (sebab) {
  hasil.gagal.push(`persiapan: ${sebab.message}`)
}
laporkan()

function bacaArgumen(argumen) {
  const suite = argumen.filter((satu) => SUITE.includes(satu))
  const lain = argumen.filter((satu) => !SUITE.includes(satu) && satu !== '--penuh')
  const dariLetak = lain.flatMap((satu) => /(?:^|\/)tests\/(\w+)/.exec(satu)?.[1] ?? [])
  const dipilih = [...new Set([...suite, ...dariLetak])]
  // The fault tests run long only when they are asked for in full.
  if (argumen.includes('--penuh')) process.env.TAKAR_GANGGUAN = 'penuh'
  // vitest filters by file as soon as one is named: a suite that stands beside it becomes its folder
  const folder = dariLetak.length > 0 ? suite.map((nama) => `tests/${nama}/`) : []
  return { suite: dipilih.length > 0 ? dipilih : SUITE, lain: [...folder, ...lain] }
}

/** Suites that have tests and what they need; the others are told at the end. */
function saring(daftar) {
  return daftar.filter((nama) => {
    if (!adaUji(join(akar, 'tests', nama))) hasil.tidakJalan.push(`${nama}: belum ada berkas uji`)
    else if (BUTUH_CHROMIUM.includes(nama) && !chromium())
      hasil.tidakJalan.push(`${nama}: Chromium tidak ditemukan (pasang Chromium atau isi TAKAR_CHROMIUM)`)
    else return true
    return false
  })
}

function adaUji(folder) {
  return existsSync(folder) && readdirSync(folder, { recursive: true }).some((nama) => nama.endsWith('.test.ts'))
}

function chromium() {
  const letak = siapkanChromium({ lapor: console.log })
  if (letak) process.env.TAKAR_CHROMIUM = letak
  return letak
}

async function jalankan(suite) {
  if (suite.length === 0) return
  const folder = mkdtempSync(join(tmpdir(), 'takar-hasil-'))
  const berkas = join(folder, 'hasil.json')
  const argumen = ['run', ...suite.flatMap((nama) => ['--project', nama]), ...pilihan.lain]
  argumen.push('--reporter=default', '--reporter=json', `--outputFile.json=${berkas}`)
  const kode = await vitest(argumen)
  if (existsSync(berkas)) hitung(JSON.parse(readFileSync(berkas, 'utf8')))
  else hasil.gagal.push('vitest berhenti sebelum menulis hasilnya')
  // e.g. an error outside any test, or a server that could not be stopped
  if (kode !== 0 && hasil.gagal.length === 0) hasil.gagal.push(`vitest berakhir dengan kode ${kode} di luar uji`)
  rmSync(folder, { recursive: true, force: true })
}

function vitest(argumen) {
  return new Promise((selesai) => {
    const proses = spawn(process.execPath, [join(akar, 'node_modules/vitest/vitest.mjs'), ...argumen], {
      stdio: 'inherit',
    })
    // Ctrl-C reaches the child too: let it stop its database before we leave.
    process.on('SIGINT', () => {})
    process.on('SIGTERM', () => proses.kill('SIGTERM'))
    proses.on('error', () => selesai(1))
    proses.on('exit', (kode) => selesai(kode ?? 1))
  })
}

function hitung({ testResults }) {
  for (const { name, status, message, assertionResults } of testResults) {
    const berkas = relative(akar, name)
    const gagal = assertionResults.filter((uji) => uji.status === 'failed')
    hasil.lulus += assertionResults.filter((uji) => uji.status === 'passed').length
    hasil.dilewati += assertionResults.filter((uji) => ['pending', 'skipped', 'todo'].includes(uji.status)).length
    hasil.gagal.push(...gagal.map((uji) => `${berkas}: ${uji.fullName}`))
    if (status === 'failed' && gagal.length === 0)
      hasil.gagal.push(`${berkas}: berkas uji tidak dapat dijalankan (${message.trim().split('\n')[0]})`)
  }
}

function laporkan() {
  if (CI) hasil.gagal.push(...hasil.tidakJalan.map((satu) => `tidak dijalankan: ${satu}`))
  else for (const satu of hasil.tidakJalan) console.log(`Tidak dijalankan: ${satu}`)
  if (hasil.lulus === 0 && hasil.gagal.length === 0) hasil.gagal.push('tidak ada uji yang berjalan')
  if (hasil.dilewati > 0) console.log(`Dilewati: ${hasil.dilewati} uji`)
  if (hasil.gagal.length > 0) console.log(`Gagal:\n${hasil.gagal.map((satu) => `  - ${satu}`).join('\n')}`)
  console.log(`${hasil.lulus} passed, ${hasil.gagal.length} failed`)
  process.exitCode = hasil.gagal.length > 0 ? 1 : 0
}
