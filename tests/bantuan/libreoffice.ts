import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hapusFolder } from './hapus-folder.ts'

/** Is LibreOffice Calc on this machine? */
export const adaLibreOffice = (): boolean => spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0

/** A workbook as LibreOffice saves it, opened and stored anew without a screen. */
export function simpanUlangLibreOffice(isi: Uint8Array): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'takar-libreoffice-'))
  try {
    const asal = join(folder, 'buku.xlsx')
    writeFileSync(asal, isi)
    const rumah = `-env:UserInstallation=file://${join(folder, 'profil')}`
    const perintah = [rumah, '--headless', '--norestore', '--convert-to', 'xlsx:Calc MS Excel 2007 XML']
    execFileSync('soffice', [...perintah, '--outdir', join(folder, 'jadi'), asal], {
      stdio: 'ignore',
      timeout: 120_000,
    })
    return readFileSync(join(folder, 'jadi', 'buku.xlsx'))
  } finally {
    hapusFolder(folder)
  }
}
