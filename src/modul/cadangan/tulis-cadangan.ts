import { createReadStream, createWriteStream } from 'node:fs'
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import yazl from 'yazl'
import { penyidik } from '../berkas/index.ts'
import { periksaCadangan } from './baca-cadangan.ts'
import { DAFTAR_ISI, type DaftarIsi, letakBerkas, letakTabel, namaCadangan } from './bentuk.ts'
import { alirkanKeluar, aturCaraTulis, daftarTabel } from './salin-tabel.ts'

export type BahanCadangan = {
  /** the owner's address: rows of all kecamatan are kept */
  readonly urlPemilik: string
  /** where uploaded files and archives lie (data/berkas) */
  readonly folderBerkas: string
  /** folder of the backups; made when missing */
  readonly tujuan: string
  readonly kini: Date
  /** gives up at once */
  readonly henti?: AbortSignal
}

/**
 * Writes everything of this installation into one ZIP: all rows as of one moment (people go on working meanwhile), all
 * uploaded files and sealed archives, and a table of contents with the SHA-256 of each. The file is read back before it
 * gets its name. Returns its path and what it holds; nothing is left behind when it throws.
 */
export async function tulisCadangan(bahan: BahanCadangan): Promise<{ jalur: string; isi: DaftarIsi }> {
  await mkdir(bahan.tujuan, { recursive: true, mode: 0o700 })
  await buangSisa(bahan.tujuan)
  const nama = namaCadangan(bahan.kini)
  const sementara = join(bahan.tujuan, `.${nama}.sementara`)
  const jalur = join(bahan.tujuan, nama)
  try {
    await tulis(sementara, bahan)
    const isi = await periksaCadangan(sementara)
    await rename(sementara, jalur)
    await pastikanTersimpan(bahan.tujuan)
    return { jalur, isi }
  } catch (sebab) {
    await rm(sementara, { force: true })
    throw sebab
  }
}

async function tulis(jalur: string, bahan: BahanCadangan): Promise<void> {
  const klien = new pg.Client({ connectionString: bahan.urlPemilik, connectionTimeoutMillis: 10_000 })
  const zip = new yazl.ZipFile()
  const keluaran = zip.outputStream as Readable
  const putus = new Promise<never>((_, gagal) => {
    klien.on('error', gagal)
    zip.on('error', gagal)
    bahan.henti?.addEventListener('abort', () => gagal(new Error('dihentikan')))
  })
  await klien.connect()
  const keluar = pipeline(keluaran, createWriteStream(jalur, { mode: 0o600, flush: true }))
  try {
    await Promise.race([Promise.all([keluar, isikan(zip, klien, bahan)]), putus])
  } finally {
    // whichever of the three failed, the other two end with it
    keluaran.destroy()
    await Promise.allSettled([klien.end(), keluar])
  }
}

async function isikan(zip: yazl.ZipFile, klien: pg.Client, { folderBerkas, kini }: BahanCadangan): Promise<void> {
  await aturCaraTulis(klien)
  await klien.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  const tabel: DaftarIsi['tabel'] = []
  for (const satu of await daftarTabel(klien)) {
    const aliran = alirkanKeluar(klien, satu)
    const { sha256 } = await tambahkan(zip, letakTabel(satu.nama), { aliran, mampat: true })
    tabel.push({ ...satu, baris: aliran.rowCount ?? 0, sha256 })
  }
  const { berkas, hilang } = await tambahkanBerkas(zip, klien, folderBerkas)
  const { rows: migrasi } = await klien.query<{ nama: string }>(
    'SELECT migration_name AS nama FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY 1',
  )
  await klien.query('COMMIT')
  const isi: DaftarIsi = {
    bentuk: 'takar-cadangan',
    versi: 1,
    dibuat: kini.toISOString(),
    migrasi: migrasi.map((m) => m.nama),
    tabel,
    berkas,
    hilang,
  }
  zip.addBuffer(Buffer.from(JSON.stringify(isi, null, 1)), DAFTAR_ISI)
  zip.end()
}

async function tambahkanBerkas(zip: yazl.ZipFile, klien: pg.Client, folder: string) {
  const { rows } = await klien.query<{ lokasi: string }>(
    'SELECT lokasi FROM berkas UNION SELECT lokasi FROM arsip ORDER BY 1',
  )
  const berkas: DaftarIsi['berkas'] = []
  const hilang: string[] = []
  for (const { lokasi } of rows) {
    const jalur = join(folder, lokasi)
    const ada = await access(jalur).then(
      () => true,
      () => false,
    )
    if (!ada) hilang.push(lokasi)
    // photos, PDFs and ZIPs do not get smaller
    else
      berkas.push({
        lokasi,
        ...(await tambahkan(zip, letakBerkas(lokasi), { aliran: createReadStream(jalur), mampat: false })),
      })
  }
  return { berkas, hilang }
}

/** One entry; resolves once all of it has been read, so that one statement at a time runs on the connection. */
async function tambahkan(
  zip: yazl.ZipFile,
  nama: string,
  { aliran, mampat }: { aliran: Readable; mampat: boolean },
): Promise<{ sha256: string; ukuran: number }> {
  const { aliran: lewat, hasil } = penyidik()
  const habis = pipeline(aliran, lewat)
  zip.addReadStream(lewat, nama, { compress: mampat })
  await habis
  return hasil()
}

/** What a killed process left half written. */
async function buangSisa(folder: string): Promise<void> {
  for (const nama of await readdir(folder)) {
    if (!/^\.takar-.*\.sementara$/.test(nama)) continue
    const { mtimeMs } = await stat(join(folder, nama))
    if (Date.now() - mtimeMs > JAM) await rm(join(folder, nama), { force: true })
  }
}
const JAM = 3_600_000

/** The new name survives a power cut; folders cannot be synced on Windows. */
async function pastikanTersimpan(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const map = await open(folder, 'r')
  await map.sync().finally(() => map.close())
}
