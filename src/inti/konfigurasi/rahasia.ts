import { randomBytes } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacatRahasia, GagalMulai, type Konfigurasi } from './index.ts'

/**
 * The secret that signs session cookies: the setting, or else `<data>/rahasia-sesi` (made at the first start, readable by
 * its owner only). Two processes that start at the same time get the same one. Throws GagalMulai when the file is damaged.
 */
export function ambilRahasiaSesi(konfigurasi: Pick<Konfigurasi, 'rahasiaSesi' | 'folderData'>): string {
  if (konfigurasi.rahasiaSesi) return konfigurasi.rahasiaSesi
  const berkas = join(konfigurasi.folderData, 'rahasia-sesi')
  const rahasia = bacaRahasia(berkas) ?? buatRahasia(konfigurasi.folderData, berkas)
  const cacat = cacatRahasia(rahasia)
  if (cacat) throw new GagalMulai(`Isi ${berkas} ${cacat}. Hapus berkas itu agar dibuatkan yang baru.`)
  return rahasia
}

function bacaRahasia(berkas: string): string | null {
  try {
    if (process.platform !== 'win32' && (statSync(berkas).mode & 0o077) !== 0) chmodSync(berkas, 0o600)
    return readFileSync(berkas, 'utf8').trim()
  } catch (sebab) {
    if ((sebab as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new GagalMulai(`${berkas} tidak dapat dibaca: ${(sebab as Error).message}`)
  }
}

/** A finished file appears under its name at once; whoever comes second takes the first one's. */
function buatRahasia(folder: string, berkas: string): string {
  mkdirSync(folder, { recursive: true })
  const sementara = `${berkas}.${process.pid}-${randomBytes(4).toString('hex')}`
  writeFileSync(sementara, `${randomBytes(48).toString('hex')}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(sementara, berkas)
  } catch (sebab) {
    // file systems without hard links (exFAT) answer EPERM or ENOTSUP
    if ((sebab as NodeJS.ErrnoException).code !== 'EEXIST') renameSync(sementara, berkas)
  } finally {
    rmSync(sementara, { force: true })
  }
  return bacaRahasia(berkas) ?? ''
}
