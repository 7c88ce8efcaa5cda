import { createHash, randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GagalMulai } from '../konfigurasi/index.ts'
import { type Pengguna, penggunaPostgres, terjangkau } from './tertanam-izin.ts'

/** Where root keeps databases of checkouts that other users cannot enter. */
export const FOLDER_BERSAMA = '/var/lib/takar'
const PEMILIK = 'folder-data.txt'
const PANJANG_SOKET = 100

/** One cluster's folder and who owns it. `folder` holds data-18, the socket, the log and small notes; mode 0700. */
export type Tempat = { readonly folder: string; readonly folderSoket: string; readonly pengguna: Pengguna }

/**
 * Finds or makes the place of the database that belongs to the data folder: `<data>/postgres`, or, when this is root
 * and the unprivileged user cannot get there, a folder below /var/lib/takar to which `<data>/postgres` links.
 * A moved data folder keeps its database; a copied one gets its own. Throws GagalMulai when the place is closed.
 */
export function siapkanTempat(folderData: string, lapor: (teks: string) => void): Tempat {
  const pengguna = penggunaPostgres()
  mkdirSync(folderData, { recursive: true, mode: pengguna.ganti ? 0o711 : 0o700 })
  const data = realpathSync(folderData)
  const penunjuk = join(data, 'postgres')
  const tempat = tempatLama(data, penunjuk, pengguna, lapor) ?? tempatBaru(data, penunjuk, pengguna)
  return { ...tempat, folderSoket: siapkanFolderSoket(tempat.folder, tempat.pengguna) }
}

type TempatPengguna = { folder: string; pengguna: Pengguna }

function tempatLama(
  data: string,
  penunjuk: string,
  pengguna: Pengguna,
  lapor: (teks: string) => void,
): TempatPengguna | null {
  const tautan = lstatSync(penunjuk, { throwIfNoEntry: false })
  if (!tautan) return null
  if (!existsSync(penunjuk)) {
    lapor(`Basis data yang ditunjuk ${penunjuk} tidak ada lagi; dibuat yang baru.`)
    rmSync(penunjuk)
    return null
  }
  const folder = realpathSync(penunjuk)
  if (tautan.isSymbolicLink() && milikSalinan(folder, data)) {
    rmSync(penunjuk)
    return null
  }
  const { uid, gid } = lstatSync(folder)
  if (!pengguna.ganti) {
    if (pengguna.uid !== uid)
      throw new GagalMulai(
        `Basis data di ${folder} milik pengguna lain (uid ${uid}). Jalankan Takar sebagai pengguna itu.`,
      )
    return { folder, pengguna }
  }
  const pemilik = uid === 0 ? pengguna : { uid, gid, ganti: true }
  if (uid === 0) chownSync(folder, pemilik.uid, pemilik.gid)
  if (!terjangkau(folder, pemilik, 5))
    throw new GagalMulai(
      `Folder ${data} tertutup bagi pengguna uid ${pemilik.uid} yang menjalankan PostgreSQL. Beri izin lewat (chmod o+x) pada folder itu dan folder di atasnya.`,
    )
  return { folder, pengguna: pemilik }
}

/** True when the linked place belongs to another data folder that still uses it; a moved folder becomes its new owner. */
function milikSalinan(folder: string, data: string): boolean {
  const catatan = join(folder, PEMILIK)
  const asal = existsSync(catatan) ? readFileSync(catatan, 'utf8').trim() : data
  if (asal !== data && existsSync(join(asal, 'postgres')) && realpathSync(join(asal, 'postgres')) === folder)
    return true
  if (asal !== data) writeFileSync(catatan, `${data}\n`)
  return false
}

function tempatBaru(data: string, penunjuk: string, pengguna: Pengguna): TempatPengguna {
  if (terjangkau(data, pengguna, 1)) {
    buatTertutup(penunjuk, pengguna)
    return { folder: penunjuk, pengguna }
  }
  mkdirSync(FOLDER_BERSAMA, { recursive: true, mode: 0o755 })
  const sidik = createHash('sha256').update(data).digest('hex').slice(0, 12)
  const pertama = join(FOLDER_BERSAMA, sidik)
  // The folder of a data folder that was deleted stays untouched; the new one starts empty beside it.
  const folder = existsSync(pertama) ? `${pertama}-${randomBytes(3).toString('hex')}` : pertama
  buatTertutup(folder, pengguna)
  writeFileSync(join(folder, PEMILIK), `${data}\n`)
  symlinkSync(folder, penunjuk)
  return { folder, pengguna }
}

function buatTertutup(folder: string, pengguna: Pengguna): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (pengguna.ganti) chownSync(folder, pengguna.uid, pengguna.gid)
}

/** A socket's path may hold 107 bytes (103 on macOS): else a short folder of our own, refused if another user made it. */
function siapkanFolderSoket(folder: string, pengguna: Pengguna): string {
  if (Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= PANJANG_SOKET) return folder
  const sidik = createHash('sha256').update(folder).digest('hex').slice(0, 12)
  const pendek = join(tmpdir().length < 40 ? tmpdir() : '/tmp', `takar-${sidik}`)
  if (!existsSync(pendek)) buatTertutup(pendek, pengguna)
  const status = lstatSync(pendek)
  if (!status.isDirectory() || status.uid !== pengguna.uid || (status.mode & 0o077) !== 0)
    throw new GagalMulai(
      `Folder ${pendek} tidak aman untuk soket PostgreSQL. Hapus folder itu atau pakai folder data yang lebih pendek.`,
    )
  return pendek
}
