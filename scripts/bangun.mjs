// Sources → dist/ (server and worker threads) and public/aset/ (style and browser scripts, named by their content).
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs'
import { basename, join, sep } from 'node:path'
import { akar, bacaStempel, hapusStempel, sidikPohon, tulisSekaligus, tulisStempel } from './stempel.mjs'

const STEMPEL = 'dist/.stempel'
const SUMBER = ['src', 'prisma/schema', 'prisma/benih', 'package-lock.json', 'scripts/bangun.mjs']

/** Builds when a source changed or a result is missing. `paksa`: in any case. */
export async function bangun({ lapor, paksa = false }) {
  const sidik = sidikPohon(SUMBER)
  if (!paksa && bacaStempel(STEMPEL) === sidik && lengkap()) return
  lapor('Membangun aplikasi …')
  hapusStempel(STEMPEL)
  await Promise.all([bangunServer(), bangunAset()])
  tulisStempel(STEMPEL, sidik)
}

function lengkap() {
  if (!existsSync(join(akar, 'dist/server.js')) || !existsSync(join(akar, 'dist/aset.json'))) return false
  const aset = Object.values(JSON.parse(readFileSync(join(akar, 'dist/aset.json'), 'utf8')))
  return aset.every((alamat) => existsSync(join(akar, 'public', alamat)))
}

async function bangunServer() {
  const { build } = await import('esbuild')
  const masukan = [...berkas('src/server.ts'), ...berkas('src', /^(pekerja|perintah-)[^/]*\.ts$/)]
  const nama = masukan.map((letak) => basename(letak))
  const kembar = nama.find((satu, ke) => nama.indexOf(satu) !== ke)
  if (kembar) throw new Error(`Dua berkas pekerja bernama sama: ${kembar}. dist/ membutuhkan nama yang berbeda.`)
  const { outputFiles } = await build({
    absWorkingDir: akar,
    entryPoints: masukan,
    outdir: 'dist',
    entryNames: '[name]',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    write: false,
    logLevel: 'warning',
  })
  for (const { path, contents } of outputFiles) tulisSekaligus(path, contents)
}

async function bangunAset() {
  const isi = { ...(await susunSkrip()), ...(await susunGaya()) }
  const alamat = {}
  mkdirSync(join(akar, 'public/aset'), { recursive: true })
  for (const [nama, teks] of Object.entries(isi)) {
    const sidik = createHash('sha256').update(teks).digest('hex').slice(0, 10)
    alamat[nama] = `/aset/${nama.replace(/\.(\w+)$/, `-${sidik}.$1`)}`
    tulisSekaligus(join(akar, 'public', alamat[nama]), teks)
  }
  tulisSekaligus(join(akar, 'dist/aset.json'), JSON.stringify(alamat, null, 2))
  hapusAsetUsang(alamat)
}

async function susunSkrip() {
  const masukan = berkas('src/peramban', /^[^/]+\.ts$/, { dalam: false })
  if (masukan.length === 0) return {}
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    absWorkingDir: akar,
    entryPoints: masukan,
    outdir: 'public/aset',
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2021', 'chrome100', 'firefox100', 'safari15'],
    write: false,
    logLevel: 'warning',
  })
  return Object.fromEntries(outputFiles.map(({ path, contents }) => [basename(path), contents]))
}

async function susunGaya() {
  const masukan = join(akar, 'src/peramban/gaya/takar.scss')
  if (!existsSync(masukan)) return {}
  const sass = await import('sass')
  const { css } = await sass.compileAsync(masukan, {
    loadPaths: [join(akar, 'node_modules')],
    style: 'compressed',
    quietDeps: true,
    // Bootstrap 5 is written with @import; Sass 2 will want it otherwise
    silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
  })
  return { 'takar.css': css }
}

/** Files below a folder by name (or the one file, if it is there), as paths below the project. */
function berkas(letak, pola, { dalam = true } = {}) {
  const asal = join(akar, letak)
  if (!existsSync(asal)) return []
  if (!pola) return [letak]
  return readdirSync(asal, { recursive: dalam })
    .filter((nama) => pola.test(basename(nama)) && !nama.endsWith('.d.ts'))
    .map((nama) => `${letak}/${nama.split(sep).join('/')}`)
    .sort()
}

if (process.argv[1] && realpathSync(process.argv[1]) === import.meta.filename)
  await bangun({ lapor: console.log, paksa: true })

/** A process started before this build still names its own files, so old ones stay for a week. */
function hapusAsetUsang(alamat) {
  const batas = Date.now() - 7 * 86_400_000
  for (const nama of readdirSync(join(akar, 'public/aset'))) {
    const letak = join(akar, 'public/aset', nama)
    if (!Object.values(alamat).includes(`/aset/${nama}`) && statSync(letak).mtimeMs < batas)
      rmSync(letak, { force: true })
  }
}
