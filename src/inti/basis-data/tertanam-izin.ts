import { chmodSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Who PostgreSQL runs as. `ganti`: this process is root and has to become that user. */
export type Pengguna = { readonly uid: number; readonly gid: number; readonly ganti: boolean }

const BUKAN_SIAPA_SIAPA: Pengguna = { uid: 65_534, gid: 65_534, ganti: true }

/** Windows knows no numbers: -1. PostgreSQL refuses root; initdb needs a user that /etc/passwd knows: nobody. */
export function penggunaPostgres(): Pengguna {
  const uid = process.getuid?.() ?? -1
  if (uid !== 0) return { uid, gid: process.getgid?.() ?? -1, ganti: false }
  const baris = bacaSandi().find((kolom) => kolom[0] === 'nobody')
  return baris ? { uid: Number(baris[2]), gid: Number(baris[3]), ganti: true } : BUKAN_SIAPA_SIAPA
}

/** May `pengguna` walk down to `letak` and use it as `butuh` says (1 pass through, 5 read and run)? By mode bits alone. */
export function terjangkau(letak: string, pengguna: Pengguna, butuh: 1 | 5): boolean {
  if (!pengguna.ganti) return true
  if (!boleh(letak, pengguna, butuh)) return false
  for (let folder = dirname(letak); ; folder = dirname(folder)) {
    if (!boleh(folder, pengguna, 0o1)) return false
    if (folder === dirname(folder)) return true
  }
}

/** Folders and files below `folder` become readable for everybody (a copy made under umask 077 is not). */
export function bukaIzinBaca(folder: string): void {
  chmodSync(folder, 0o755)
  for (const isi of readdirSync(folder, { withFileTypes: true })) {
    const letak = join(folder, isi.name)
    if (isi.isDirectory()) bukaIzinBaca(letak)
    else if (isi.isFile()) chmodSync(letak, lstatSync(letak).mode & 0o100 ? 0o755 : 0o644)
  }
}

function boleh(letak: string, pengguna: Pengguna, butuh: number): boolean {
  const { mode, uid, gid } = statSync(letak)
  const geser = uid === pengguna.uid ? 6 : gid === pengguna.gid ? 3 : 0
  return ((mode >> geser) & butuh) === butuh
}

function bacaSandi(): string[][] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((baris) => baris.split(':'))
  } catch {
    return []
  }
}
