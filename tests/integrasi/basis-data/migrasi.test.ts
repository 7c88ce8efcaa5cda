import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { jalankanMigrasi } from '../../../src/inti/basis-data/migrasi.ts'
import { alamatLuar, siapkanBasisData } from '../../../src/inti/basis-data/siapkan.ts'
import { folderProyek, GagalMulai } from '../../../src/inti/konfigurasi/index.ts'
import { type BasisDataUji, buatKosong, denganKlien } from '../../bantuan/basis-data.ts'

const SATU =
  'CREATE TABLE surat (id int PRIMARY KEY);\nGRANT SELECT ON ALL TABLES IN SCHEMA public TO takar_aplikasi;\n'
const DUA = 'ALTER TABLE surat ADD hal text;\nINSERT INTO surat VALUES (1, $$undangan; rapat$$);\n'

let bd: BasisDataUji
let folder: string
const tulis = (nama: string, sql: string) => {
  mkdirSync(join(folder, nama), { recursive: true })
  writeFileSync(join(folder, nama, 'migration.sql'), sql)
}
const catatan = () =>
  denganKlien(
    bd.urlPemilik,
    async (klien) => (await klien.query('SELECT * FROM _prisma_migrations ORDER BY started_at')).rows,
  )

beforeEach(async () => {
  bd = await buatKosong()
  folder = mkdtempSync(join(tmpdir(), 'takar-migrasi-'))
  tulis('20260101000000_satu', SATU)
  tulis('20260102000000_dua', DUA)
  writeFileSync(join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n')
})
afterEach(async () => {
  rmSync(folder, { recursive: true })
  await bd.hapus()
})

describe('jalankanMigrasi', () => {
  it('menerapkan semua dari basis data kosong dan mencatatnya seperti Prisma', async () => {
    expect(await jalankanMigrasi(bd.urlPemilik, folder)).toEqual(['20260101000000_satu', '20260102000000_dua'])
    const baris = await catatan()
    expect(baris).toHaveLength(2)
    expect(baris[0]).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      checksum: createHash('sha256').update(SATU).digest('hex'),
      migration_name: '20260101000000_satu',
      logs: null,
      rolled_back_at: null,
      applied_steps_count: 1,
    })
    expect(baris[0].finished_at >= baris[0].started_at).toBe(true)
  })

  it('tidak berbuat apa-apa pada kali kedua, dengan satu perintah saja', async () => {
    await jalankanMigrasi(bd.urlPemilik, folder)
    const sebelum = await catatan()
    const perintah = vi.spyOn(pg.Client.prototype, 'query')
    expect(await jalankanMigrasi(bd.urlPemilik, folder)).toEqual([])
    expect(perintah).toHaveBeenCalledTimes(1)
    perintah.mockRestore()
    expect(await catatan()).toEqual(sebelum)
  })

  it('menerapkan hanya yang baru', async () => {
    await jalankanMigrasi(bd.urlPemilik, folder)
    tulis('20260103000000_tiga', 'CREATE TABLE rapat (id int);')
    expect(await jalankanMigrasi(bd.urlPemilik, folder)).toEqual(['20260103000000_tiga'])
  })

  it('menerima berkas yang baris akhirnya diubah git, tetapi menolak isi yang berubah', async () => {
    await jalankanMigrasi(bd.urlPemilik, folder)
    tulis('20260101000000_satu', SATU.replaceAll('\n', '\r\n'))
    expect(await jalankanMigrasi(bd.urlPemilik, folder)).toEqual([])
    tulis('20260101000000_satu', `${SATU}-- tambahan`)
    await expect(jalankanMigrasi(bd.urlPemilik, folder)).rejects.toThrow(/20260101000000_satu sudah diterapkan.*diubah/)
  })

  it('menolak bila migrasi yang sudah diterapkan hilang', async () => {
    await jalankanMigrasi(bd.urlPemilik, folder)
    rmSync(join(folder, '20260101000000_satu'), { recursive: true })
    await expect(jalankanMigrasi(bd.urlPemilik, folder)).rejects.toThrow(/migrasi 20260101000000_satu yang tidak ada/)
  })

  it('menolak bila Prisma mencatat migrasi yang gagal', async () => {
    await jalankanMigrasi(bd.urlPemilik, folder)
    await denganKlien(bd.urlPemilik, (klien) => klien.query('UPDATE _prisma_migrations SET finished_at = NULL'))
    await expect(jalankanMigrasi(bd.urlPemilik, folder)).rejects.toThrow(/gagal di tengah jalan/)
  })

  it('membatalkan seluruh migrasi yang gagal, menyebut barisnya, dan dapat diulang', async () => {
    tulis('20260103000000_tiga', 'CREATE TABLE sisa (id int);\nSELECT salah FROM surat;\n')
    const galat = await jalankanMigrasi(bd.urlPemilik, folder).catch((sebab: unknown) => sebab)
    expect(galat).toBeInstanceOf(GagalMulai)
    expect(String(galat)).toMatch(/20260103000000_tiga gagal \(baris 2\)/)
    expect(await catatan()).toHaveLength(2)
    tulis('20260103000000_tiga', 'CREATE TABLE sisa (id int);')
    expect(await jalankanMigrasi(bd.urlPemilik, folder)).toEqual(['20260103000000_tiga'])
  })

  it('menerapkan sekali saja bila beberapa proses mulai bersamaan', async () => {
    tulis('20260101000000_satu', `${SATU}SELECT pg_sleep(0.2);`)
    const hasil = await Promise.all(Array.from({ length: 4 }, () => jalankanMigrasi(bd.urlPemilik, folder)))
    expect(hasil.flat().sort()).toEqual(['20260101000000_satu', '20260102000000_dua'])
    expect(await catatan()).toHaveLength(2)
  })

  it('menyiapkan peran aplikasi, yang tidak boleh menyentuh catatan migrasi', async () => {
    await jalankanMigrasi(bd.urlPemilik, folder)
    await denganKlien(bd.urlAplikasi, async (klien) => {
      expect((await klien.query('SELECT hal FROM surat')).rows).toEqual([{ hal: 'undangan; rapat' }])
      await expect(klien.query('SELECT * FROM _prisma_migrations')).rejects.toMatchObject({ code: '42501' })
      await expect(klien.query('CREATE TABLE milikku (id int)')).rejects.toMatchObject({ code: '42501' })
    })
  })
})

describe('migrasi proyek', () => {
  it('berjalan dari basis data kosong', async () => {
    const proyek = join(folderProyek, 'prisma/migrations')
    const diterapkan = await jalankanMigrasi(bd.urlPemilik, proyek)
    expect(diterapkan.length).toBeGreaterThan(0)
    expect(await jalankanMigrasi(bd.urlPemilik, proyek)).toEqual([])
  })
})

describe('siapkanBasisData dengan DATABASE_URL', () => {
  const siapkan = (urlAplikasi: string | null) =>
    siapkanBasisData(
      { urlBasisData: bd.urlPemilik, urlAplikasi, folderData: '/tidak-dipakai' },
      { folderMigrasi: folder },
    )

  it('bekerja sebagai takar_aplikasi bila tidak ada akun kedua', async () => {
    const siap = await siapkan(null)
    expect(siap.migrasi).toHaveLength(2)
    const peran = await denganKlien(
      siap.urlAplikasi,
      async (klien) => (await klien.query('SELECT current_user AS saya')).rows,
    )
    expect(peran).toEqual([{ saya: 'takar_aplikasi' }])
  })

  it('menolak akun aplikasi yang melewati pembatas antar-kecamatan', async () => {
    await expect(siapkan(bd.urlPemilik)).rejects.toThrow(/dapat melewati pembatas antar-kecamatan/)
  })

  it('menerima akun kedua yang terbatas dan memberinya hak peran aplikasi', async () => {
    const nama = `web_${Date.now()}`
    await denganKlien(bd.urlPemilik, (klien) => klien.query(`CREATE ROLE ${nama} LOGIN`))
    const siap = await siapkan(bd.urlPemilik.replace('//takar@', `//${nama}@`))
    await denganKlien(siap.urlAplikasi, (klien) => klien.query('SELECT * FROM surat'))
    await denganKlien(bd.urlPemilik, (klien) => klien.query(`DROP ROLE ${nama}`))
  })

  it('menjelaskan server yang tidak dapat dihubungi', async () => {
    const gagal = siapkanBasisData(
      { urlBasisData: 'postgresql://a:b@127.0.0.1:1/takar', urlAplikasi: null, folderData: '/tidak-dipakai' },
      { folderMigrasi: folder },
    )
    await expect(gagal).rejects.toThrow(/Basis data pada DATABASE_URL tidak dapat dipakai/)
  })

  it('menambah pilihan sambungan tanpa menghapus yang sudah ada', () => {
    const { urlAplikasi } = alamatLuar(
      'postgresql://a:b@h:5432/d?sslmode=require&options=-c%20statement_timeout%3D5s',
      null,
    )
    expect(new URL(urlAplikasi).searchParams.get('options')).toBe('-c statement_timeout=5s -c role=takar_aplikasi')
    expect(new URL(urlAplikasi).searchParams.get('sslmode')).toBe('require')
  })
})
