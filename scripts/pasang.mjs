// npm ci, when node_modules is not what package-lock.json says (or is half installed).
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { akar, bacaStempel, hapusStempel, tulisStempel } from './stempel.mjs'

const STEMPEL = 'node_modules/.takar-terpasang'

/** `dev`: the packages of tests and checks are needed too. */
export function pasangPaket({ dev, lapor }) {
  const isiKunci = readFileSync(join(akar, 'package-lock.json'))
  const kunci = JSON.parse(isiKunci).packages
  const sidik = `${createHash('sha256').update(isiKunci).digest('hex')} ${process.platform} ${process.arch}`
  const [tercatat, ...dimaklumi] = bacaStempel(STEMPEL).split('\n')
  if (tercatat === sidik && kurang(kunci, { dev }).every((nama) => dimaklumi.includes(nama))) return
  if (tercatat !== sidik && sudahSesuai(kunci, { dev })) return tulisStempel(STEMPEL, sidik)
  lapor('Memasang paket (npm ci) …')
  hapusStempel(STEMPEL)
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm']
  const argumen = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const hasil = spawnSync(npm[0], [...npm.slice(1), ...argumen], {
    cwd: akar,
    stdio: 'inherit',
    shell: npm[0] === 'npm' && process.platform === 'win32',
  })
  if (hasil.status !== 0) throw new Error('Pemasangan paket gagal. Periksa sambungan internet, lalu ulangi.')
  // An optional package that this registry does not have must not bring npm ci back at every start.
  tulisStempel(STEMPEL, [sidik, ...kurang(kunci, { dev: true })].join('\n'))
}

/** Was it installed by npm itself? Its own list is written last, so a broken install has none. */
function sudahSesuai(kunci, pilihan) {
  const berkas = join(akar, 'node_modules/.package-lock.json')
  if (!existsSync(berkas) || kurang(kunci, pilihan).length > 0) return false
  const terpasang = JSON.parse(readFileSync(berkas, 'utf8')).packages
  return dibutuhkan(kunci, pilihan).every((nama) => terpasang[nama]?.version === kunci[nama].version)
}

const kurang = (kunci, pilihan) =>
  dibutuhkan(kunci, pilihan).filter((nama) => !existsSync(join(akar, nama, 'package.json')))

function dibutuhkan(kunci, { dev }) {
  return Object.entries(kunci)
    .filter(([nama, paket]) => nama !== '' && !paket.link && (dev || !paket.dev) && untukMesinIni(paket))
    .map(([nama]) => nama)
}

/** Optional packages: only those with programs for this very machine (esbuild, PostgreSQL, argon2 …) are needed. */
function untukMesinIni({ optional, os, cpu, libc }) {
  if (!optional) return true
  if (!os || !cpu) return false
  return os.includes(process.platform) && cpu.includes(process.arch) && (!libc || libc.includes(pustakaC()))
}

function pustakaC() {
  if (process.platform !== 'linux') return ''
  return readdirSync('/lib').some((nama) => nama.startsWith('ld-musl-')) ? 'musl' : 'glibc'
}
