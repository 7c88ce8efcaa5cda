import { existsSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Removes what a test wrote. Tried again for a second: a cut upload makes its folder on another
 * thread, and may still do so after the answer has been sent and the server has closed.
 */
export function hapusFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
}

/** A data folder, with the database outside of it, should the folder be closed to the user PostgreSQL runs as. */
export function hapusDenganBasisData(folder: string): void {
  const tautan = join(folder, 'postgres')
  if (existsSync(tautan)) hapusFolder(realpathSync(tautan))
  hapusFolder(folder)
}
