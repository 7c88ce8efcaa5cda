import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { folderProyek } from '../../src/inti/konfigurasi/index.ts'

/** A file of the project: path from its root with `/`, and its text. Rules are functions over lists of these. */
export type Berkas = { readonly jalur: string; readonly isi: string }

/** What git does not keep: see .gitignore. */
const DILEWATI = new Set(['node_modules', '.git', 'dist', 'data', 'coverage', 'prisma/klien', 'public/aset'])
const TEKS =
  /\.(ts|mjs|js|ejs|prisma|sql|ya?ml|json|md|scss|svg|html|css|txt|example|toml)$|^(\.ci\/run|\.gitignore|\.npmrc|\.env\.example)$/

let semua: readonly Berkas[] | undefined

/** All text files of the project, or those below one of the folders. */
export function bacaPohon(...folder: readonly string[]): Berkas[] {
  semua ??= telusuri('')
  if (folder.length === 0) return [...semua]
  return semua.filter(({ jalur }) => folder.some((satu) => jalur.startsWith(`${satu}/`)))
}

/** Names of the folders directly below a folder that hold files. */
export const isiFolder = (jalur: string): string[] => [
  ...new Set(bacaPohon(jalur).flatMap((satu) => satu.jalur.slice(jalur.length + 1).match(/^[^/]+(?=\/)/) ?? [])),
]

function telusuri(folder: string): Berkas[] {
  return readdirSync(join(folderProyek, folder), { withFileTypes: true }).flatMap((isi): Berkas[] => {
    const jalur = folder ? `${folder}/${isi.name}` : isi.name
    if (DILEWATI.has(jalur) || (isi.isFile() && /\.log$/.test(isi.name)) || isi.name === '.env') return []
    if (isi.isDirectory()) return telusuri(jalur)
    return isi.isFile() && TEKS.test(jalur) ? [{ jalur, isi: readFileSync(join(folderProyek, jalur), 'utf8') }] : []
  })
}

/** 1-based line of a place in a text. */
export const barisKe = (isi: string, letak: number): number => isi.slice(0, letak).split('\n').length

/** One file made up for proving that a rule can fail. */
export const berkas = (jalur: string, isi: string): Berkas => ({ jalur, isi })
