import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { join } from 'node:path'

const LINUX = process.platform === 'linux'

/** The process number on the first line of a lock file of PostgreSQL, or null. It may be dead or a stranger's. */
export function nomorDi(berkas: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(berkas, 'utf8'), 10)
    return pid > 0 ? pid : null
  } catch {
    return null
  }
}

/**
 * The postmaster of this data directory, if it lives. A number that a foreign process took over, or a dead process nobody
 * has collected, does not count (pg_ctl status would be misled by both).
 */
export function pidHidup(folderIsi: string): number | null {
  const pid = nomorDi(join(folderIsi, 'postmaster.pid'))
  if (pid === null) return null
  const milik = LINUX ? bekerjaDi(pid, folderIsi, () => baris(pid).includes(folderIsi)) : namaPostgres(pid)
  return milik ? pid : null
}

/** Any process that still works in this data directory (Linux; elsewhere only the postmaster is looked at). */
export function prosesTersisa(folderIsi: string): boolean {
  if (!LINUX) return pidHidup(folderIsi) !== null
  const { uid } = statSync(folderIsi)
  return readdirSync('/proc').some((nama) => {
    const pid = Number(nama)
    return pid > 0 && bekerjaDi(pid, folderIsi, () => pemilik(pid) === uid && yatim(pid))
  })
}

/** Is there a process of this number that does something (not a zombie)? */
export function hidup(pid: number): boolean {
  return LINUX ? !['', 'Z', 'X'].includes(status(pid).keadaan) : menjawab(pid)
}

/** Does the number belong to any process at all, as PostgreSQL asks before it starts? */
export function menjawab(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (sebab) {
    return (sebab as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Every process of PostgreSQL has its data directory as working directory; a zombie has none. A container may forbid
 * even root to look (no CAP_SYS_PTRACE): then `tebakan` decides.
 */
function bekerjaDi(pid: number, folder: string, tebakan: () => boolean): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder
  } catch (sebab) {
    return (sebab as NodeJS.ErrnoException).code === 'EACCES' && tebakan()
  }
}

/** A server process of PostgreSQL whose postmaster is gone. */
function yatim(pid: number): boolean {
  return baris(pid).startsWith('postgres: ') && !baris(status(pid).induk).includes('postgres')
}

function baris(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

function status(pid: number): { keadaan: string; induk: number } {
  try {
    // "pid (name, may hold anything) state parent …"
    const [keadaan = '', induk = '0'] = (readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '').split(' ')
    return { keadaan, induk: Number(induk) }
  } catch {
    return { keadaan: '', induk: 0 }
  }
}

function pemilik(pid: number): number {
  return statSync(`/proc/${pid}`, { throwIfNoEntry: false })?.uid ?? -1
}

function namaPostgres(pid: number): boolean {
  try {
    const [program, argumen]: [string, string[]] =
      process.platform === 'win32'
        ? ['tasklist', ['/FI', `PID eq ${pid}`, '/NH']]
        : ['ps', ['-p', String(pid), '-o', 'comm=']]
    return /postgres/i.test(execFileSync(program, argumen, { encoding: 'utf8', windowsHide: true }))
  } catch {
    return false
  }
}
