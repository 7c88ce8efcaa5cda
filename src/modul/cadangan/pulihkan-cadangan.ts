import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { daftarMigrasi, jalankanMigrasi } from '../../inti/basis-data/migrasi.ts'
import { GagalMulai } from '../../inti/konfigurasi/index.ts'
import { bukaCadangan, type Cadangan, periksaCadangan } from './baca-cadangan.ts'
import { type DaftarIsi, letakBerkas, letakTabel } from './bentuk.ts'
import { alirkanMasuk, aturCaraTulis, kutipSemua, sidikTabel } from './salin-tabel.ts'

export type BahanPulih = {
  readonly jalur: string
  readonly urlPemilik: string
  readonly folderBerkas: string
  readonly folderMigrasi: string
  readonly lapor: (teks: string) => void
}

/**
 * Puts a backup into a database that was never used and a folder for its files. The whole backup is checked first; the
 * tables are made as they were when it was written (also by an earlier release of Takar), all rows come in by one
 * transaction and are compared with their SHA-256 before it ends, and only then the newer migrations follow. Throws
 * GagalMulai with a sentence for the person at the keyboard; the database then holds no row of it.
 */
export async function pulihkanCadangan(bahan: BahanPulih): Promise<DaftarIsi> {
  const { jalur, urlPemilik, folderBerkas, folderMigrasi, lapor } = bahan
  lapor(`Memeriksa ${jalur} …`)
  const isi = await periksaCadangan(jalur)
  const asing = isi.migrasi.find((nama) => !daftarMigrasi(folderMigrasi).includes(nama))
  if (asing)
    throw new GagalMulai(
      `Cadangan ini dibuat Takar yang lebih baru (migrasi ${asing} belum dikenal). Perbarui Takar dahulu, lalu pulihkan lagi.`,
    )
  await pastikanKosong(urlPemilik, isi.migrasi)
  await jalankanMigrasi(urlPemilik, folderMigrasi, { sampai: isi.migrasi.at(-1) })
  const cadangan = await bukaCadangan(jalur)
  try {
    lapor(`Memulihkan ${isi.berkas.length} berkas …`)
    for (const { lokasi } of isi.berkas) await pulihkanBerkas(cadangan, lokasi, folderBerkas)
    lapor(`Memulihkan ${isi.tabel.length} tabel …`)
    await muatTabel(cadangan, urlPemilik)
  } finally {
    cadangan.tutup()
  }
  await jalankanMigrasi(urlPemilik, folderMigrasi)
  return isi
}

/** A restore never writes over anything: the database is new, or one in which a restore of the same release failed. */
async function pastikanKosong(urlPemilik: string, migrasi: readonly string[]): Promise<void> {
  await denganKlien(urlPemilik, async (klien) => {
    const { rows } = await klien.query<{ ada: boolean }>(
      "SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS ada",
    )
    if (!rows[0]?.ada) return
    const terpasang = await klien.query<{ nama: string }>(
      'SELECT migration_name AS nama FROM _prisma_migrations ORDER BY 1',
    )
    const sama = terpasang.rows.map((r) => r.nama).join() === migrasi.join()
    const kantor = sama ? await klien.query('SELECT 1 FROM kecamatan LIMIT 1') : null
    if (kantor?.rowCount !== 0)
      throw new GagalMulai(
        'Basis data ini sudah dipakai; pemulihan tidak menimpa apa pun. Pakai folder data yang baru, misalnya TAKAR_DATA=data-pulih, atau DATABASE_URL yang kosong.',
      )
  })
}

async function muatTabel(cadangan: Cadangan, urlPemilik: string): Promise<void> {
  const { tabel } = cadangan.isi
  const semua = kutipSemua(tabel.map((t) => t.nama))
  await denganKlien(urlPemilik, async (klien) => {
    await aturCaraTulis(klien)
    await klien.query('BEGIN')
    // seals and chains were checked when the rows were written; here they would refuse, or number them anew
    for (const { nama } of tabel) await klien.query(aturPemicu(nama, 'DISABLE'))
    // reference rows that migrations bring along
    await klien.query('TRUNCATE '.concat(semua))
    for (const satu of tabel) await alirkanMasuk(klien, satu, await cadangan.aliran(letakTabel(satu.nama)))
    for (const satu of tabel)
      if ((await sidikTabel(klien, satu)) !== satu.sha256)
        throw new GagalMulai(`Tabel ${satu.nama} tidak kembali sama seperti di cadangan. Tidak ada yang dipulihkan.`)
    for (const { nama } of tabel) await klien.query(aturPemicu(nama, 'ENABLE'))
    await klien.query('COMMIT')
  })
}

const aturPemicu = (nama: string, keadaan: 'DISABLE' | 'ENABLE'): string =>
  `ALTER TABLE ${kutipSemua([nama])} ${keadaan} TRIGGER USER`

async function pulihkanBerkas(cadangan: Cadangan, lokasi: string, folder: string): Promise<void> {
  const tujuan = join(folder, lokasi)
  const sementara = `${tujuan}.sementara`
  await mkdir(dirname(tujuan), { recursive: true, mode: 0o700 })
  try {
    await pipeline(
      await cadangan.aliran(letakBerkas(lokasi)),
      createWriteStream(sementara, { mode: 0o600, flush: true }),
    )
    await rename(sementara, tujuan)
  } finally {
    await rm(sementara, { force: true })
  }
}

async function denganKlien<T>(url: string, kerja: (klien: pg.Client) => Promise<T>): Promise<T> {
  const klien = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  klien.on('error', () => {})
  await klien.connect()
  try {
    // a transaction that was begun ends with the connection
    return await kerja(klien)
  } finally {
    await klien.end().catch(() => {})
  }
}
