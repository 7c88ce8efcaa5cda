import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bukaBasisData } from '../../../src/inti/basis-data/index.ts'
import { daftarMigrasi, jalankanMigrasi } from '../../../src/inti/basis-data/migrasi.ts'
import { folderProyek } from '../../../src/inti/konfigurasi/index.ts'
import { periksaCadangan, pulihkanCadangan, tulisCadangan } from '../../../src/modul/cadangan/index.ts'
import { daftarTabel, sidikTabel } from '../../../src/modul/cadangan/salin-tabel.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { type BasisDataUji, buatKosong, denganKlien } from '../../bantuan/basis-data.ts'
import { hapusFolder } from '../../bantuan/hapus-folder.ts'
import { mulaiSiklusUji } from '../../bantuan/siklus.ts'

const folderMigrasi = join(folderProyek, 'prisma/migrations')
const KINI = new Date('2026-11-29T09:15:02Z')
const BUKTI = Buffer.from('bukti yang tidak boleh hilang')
let app: AplikasiUji
let admin: OrangUji
let tempat: string
let jalur: string
const baru: BasisDataUji[] = []

beforeAll(async () => {
  tempat = mkdtempSync(join(tmpdir(), 'takar-cadangan-'))
  app = await bukaAplikasiUji()
  admin = await app.masukSebagai('admin')
  await mulaiSiklusUji(app)
  await simpanBukti('aa/berkas-satu', BUKTI)
  ;({ jalur } = await tulis())
})
afterAll(async () => {
  await app.tutup()
  for (const satu of baru) await satu.hapus()
  hapusFolder(tempat)
})

const folderBerkas = () => join(app.folderData, 'berkas')
const tulis = (tujuan = join(tempat, 'cadangan')) =>
  tulisCadangan({ urlPemilik: app.basis.urlPemilik, folderBerkas: folderBerkas(), tujuan, kini: KINI })
const pulihkan = async (asal: string, basis: BasisDataUji, folder = mkdtempSync(join(tempat, 'pulih-'))) => {
  await pulihkanCadangan({
    jalur: asal,
    urlPemilik: basis.urlPemilik,
    folderBerkas: folder,
    folderMigrasi,
    lapor: () => {},
  })
  return folder
}
async function kosong(): Promise<BasisDataUji> {
  const basis = await buatKosong()
  baru.push(basis)
  return basis
}

/** An uploaded file as it lies in folder and database. */
async function simpanBukti(akhir: string, isi: Buffer): Promise<void> {
  const [k] = await app.sql<{ id: string; pegawai: string }>(
    "select k.id, p.id as pegawai from kecamatan k join pegawai p on p.kecamatan_id = k.id where k.kode = 'taman' limit 1",
  )
  const lokasi = `${k?.id}/${akhir}`
  mkdirSync(dirname(join(folderBerkas(), lokasi)), { recursive: true })
  writeFileSync(join(folderBerkas(), lokasi), isi)
  const kolom = await app.sql<{ nama: string; tipe: string }>(
    `select column_name as nama, udt_name as tipe from information_schema.columns
     where table_name = 'berkas' and is_nullable = 'NO' and column_default is null`,
  )
  const nilai = (nama: string, tipe: string): unknown =>
    ({ kecamatan_id: k?.id, lokasi, ukuran: isi.length, sha256: createHash('sha256').update(isi).digest('hex') })[
      nama
    ] ?? { uuid: randomUUID(), int4: 1, int8: 1, text: 'application/pdf', timestamptz: KINI }[tipe]
  await app.sql(
    `insert into berkas (${kolom.map((c) => c.nama).join(', ')}) values (${kolom.map((_, i) => `$${i + 1}`).join(', ')})`,
    kolom.map((c) => nilai(c.nama, c.tipe)),
  )
}

/** SHA-256 of every table. */
const sidikSemua = (basis: BasisDataUji) =>
  denganKlien(basis.urlPemilik, async (klien) => {
    await klien.query("SET TimeZone = 'UTC'")
    const hasil: Record<string, string> = {}
    for (const t of await daftarTabel(klien)) hasil[t.nama] = await sidikTabel(klien, t)
    return hasil
  })

describe('cadangan seluruh kantor', () => {
  it('memuat semua tabel dan berkas, tanpa sesi dan kode sekali pakai; dapat diperiksa', async () => {
    const isi = await periksaCadangan(jalur)
    const baris = new Map(isi.tabel.map((t) => [t.nama, t.baris]))
    expect(baris.get('kecamatan')).toBe(5)
    expect(baris.get('jejak')).toBeGreaterThan(0)
    for (const tanpa of ['sesi', 'batas_masuk', 'kode_kantor_baru', '_prisma_migrations'])
      expect(baris.has(tanpa)).toBe(false)
    const semua = await app.sql<{ n: number }>(
      "select count(*)::int as n from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
    )
    expect(isi.tabel.length, 'tabel baru ikut dengan sendirinya').toBe((semua[0]?.n ?? 0) - 4)
    expect(isi.berkas.map((b) => b.ukuran)).toEqual([BUKTI.length])
    expect(isi.hilang).toEqual([])
    expect(isi.migrasi).toEqual(daftarMigrasi(folderMigrasi))
    expect(readdirSync(dirname(jalur)), 'tidak ada sisa berkas sementara').toEqual([basename(jalur)])
  })

  it('dipulihkan ke basis data kosong: setiap tabel sama sampai bitanya, berkasnya kembali, rantai jejak utuh, pemicu hidup', async () => {
    const basis = await kosong()
    const folder = await pulihkan(jalur, basis)
    expect(await sidikSemua(basis)).toEqual(await sidikSemua(app.basis))
    const [{ lokasi = '' } = {}] = await app.sql<{ lokasi: string }>('select lokasi from berkas')
    expect(readFileSync(join(folder, lokasi))).toEqual(BUKTI)
    await denganKlien(basis.urlPemilik, async (klien) => {
      await expect(klien.query("update jejak set nama_pelaku = 'orang lain'"), 'jejak tetap terkunci').rejects.toThrow()
      const mati = await klien.query("select 1 from pg_trigger where not tgisinternal and tgenabled = 'D'")
      expect(mati.rowCount).toBe(0)
    })
    // as the sign-in page asks
    const db = bukaBasisData(basis.urlAplikasi)
    const masuk = await db.umum.query('select * from cari_akun_masuk($1)', ['camat'])
    await db.tutup()
    expect(masuk.rows.length).toBe(1)
  })

  it('tidak menimpa basis data yang sudah dipakai', async () => {
    const sebelum = await sidikSemua(app.basis)
    await expect(pulihkan(jalur, app.basis)).rejects.toThrow('tidak menimpa apa pun')
    expect(await sidikSemua(app.basis)).toEqual(sebelum)
  })

  it('berkas yang terpotong, bukan cadangan, atau berubah satu bita ditolak sebelum apa pun dipulihkan', async () => {
    const asli = readFileSync(jalur)
    const coba = async (nama: string, isi: Buffer) => {
      const rusak = join(tempat, nama)
      writeFileSync(rusak, isi)
      const basis = await kosong()
      const sebab = await pulihkan(rusak, basis).then(
        () => 'diterima',
        (s: Error) => s.message,
      )
      const [tabel] = await denganKlien(
        basis.urlPemilik,
        async (k) =>
          (
            await k.query(
              "select count(*)::int as n from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
            )
          ).rows,
      )
      expect(tabel?.n, nama).toBe(0)
      return sebab
    }
    expect(await coba('potong.zip', asli.subarray(0, asli.length - 4000))).toContain('terpotong')
    expect(await coba('asing.zip', Buffer.from('bukan zip'))).toContain('bukan cadangan Takar')
    const letak = asli.indexOf(BUKTI)
    const ubah = Buffer.from(asli)
    ubah[letak] = (ubah[letak] ?? 0) ^ 1
    expect(letak).toBeGreaterThan(0)
    expect(await coba('ubah.zip', ubah)).toMatch(/berkas\/.* rusak/)
  })

  it('berkas yang hilang dari folder disebut; sisanya tetap tersimpan', async () => {
    await simpanBukti('bb/berkas-dua', Buffer.from('hilang'))
    const [{ lokasi = '' } = {}] = await app.sql<{ lokasi: string }>(
      "select lokasi from berkas where lokasi like '%berkas-dua'",
    )
    rmSync(join(folderBerkas(), lokasi))
    const { isi } = await tulis(join(tempat, 'lain'))
    expect(isi.hilang).toEqual([lokasi])
    expect(isi.berkas.length).toBe(1)
  })

  it('cadangan rilis terdahulu dipulihkan lebih dulu, baru migrasi berikutnya dijalankan; dari rilis yang lebih baru ditolak', async () => {
    const semua = daftarMigrasi(folderMigrasi)
    const lama = await kosong()
    await jalankanMigrasi(lama.urlPemilik, folderMigrasi, { sampai: semua.at(-4) })
    const { jalur: asal, isi } = await tulisCadangan({
      urlPemilik: lama.urlPemilik,
      folderBerkas: join(tempat, 'tidak-ada'),
      tujuan: join(tempat, 'rilis-lama'),
      kini: KINI,
    })
    expect(isi.migrasi).toEqual(semua.slice(0, -3))
    const basis = await kosong()
    await pulihkan(asal, basis)
    const terpasang = await denganKlien(basis.urlPemilik, async (k) =>
      (await k.query<{ n: string }>('select migration_name as n from _prisma_migrations order by 1')).rows.map(
        (r) => r.n,
      ),
    )
    expect(terpasang).toEqual(semua)
    const sempit = mkdtempSync(join(tempat, 'migrasi-'))
    await expect(
      pulihkanCadangan({
        jalur,
        urlPemilik: (await kosong()).urlPemilik,
        folderBerkas: tempat,
        folderMigrasi: sempit,
        lapor: () => {},
      }),
    ).rejects.toThrow('lebih baru')
  })
})

describe('memperbarui Takar', () => {
  it('basis data yang dipakai dicadangkan dahulu; bila gagal, tidak satu pun migrasi dijalankan; yang baru tidak perlu', async () => {
    const semua = daftarMigrasi(folderMigrasi)
    const basis = await kosong()
    const terpasang = () =>
      denganKlien(basis.urlPemilik, async (k) => (await k.query('select 1 from _prisma_migrations')).rowCount)
    let diminta = 0
    const sebelum = async () => {
      diminta++
      if (diminta === 1) throw new Error('penyimpanan penuh')
    }
    await jalankanMigrasi(basis.urlPemilik, folderMigrasi, { sampai: semua.at(-4), sebelum })
    expect(diminta, 'basis data baru').toBe(0)
    await expect(jalankanMigrasi(basis.urlPemilik, folderMigrasi, { sebelum })).rejects.toThrow('penyimpanan penuh')
    expect(await terpasang()).toBe(semua.length - 3)
    await jalankanMigrasi(basis.urlPemilik, folderMigrasi, { sebelum })
    await jalankanMigrasi(basis.urlPemilik, folderMigrasi, { sebelum })
    expect([diminta, await terpasang()], 'sekali untuk satu pembaruan').toEqual([2, semua.length])
  })
})

describe('halaman cadangan', () => {
  it('admin membuat cadangan sekarang; tercatat di jejak; berkasnya tidak dapat diunduh', async () => {
    expect((await admin.halaman('/cadangan'))('main').text()).toContain('Belum ada cadangan')
    expect((await admin.kirim('/cadangan')).headers.location).toBe('/cadangan?pesan=cadangan-dimulai')
    await app.pencadang.mulai().selesai
    const $ = await admin.halaman('/cadangan')
    expect($('main tbody tr').length).toBe(1)
    expect($('main').text()).toMatch(/takar-\d{8}-\d{6}\.zip/)
    expect($('main a[href*=takar]').length).toBe(0)
    expect((await app.sql("select 1 from jejak where peristiwa = 'cadangan.diminta'")).length).toBe(1)
    expect((await admin.halaman('/'))('main').text()).not.toContain('Periksa cadangan data')
  })

  it('tiga hari tanpa cadangan: Tugas Saya admin memintanya memeriksa; orang lain tidak diganggu', async () => {
    const folder = join(app.folderData, 'cadangan')
    for (const nama of readdirSync(folder))
      utimesSync(join(folder, nama), new Date('2026-07-01'), new Date('2026-07-01'))
    const $ = await admin.halaman('/')
    expect($('.tugas__judul').text()).toContain('Periksa cadangan data')
    expect((await admin.halaman('/cadangan'))('main').text()).toContain('Cadangan perlu diperiksa')
    const kasi = await app.masukSebagai('kasi.pmd')
    expect((await kasi.halaman('/'))('main').text()).not.toContain('cadangan')
  })

  it('folder cadangan tidak dapat ditulis: percobaannya disebut gagal, aplikasi tetap melayani', async () => {
    const folder = join(app.folderData, 'cadangan')
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'bukan folder')
    await app.pencadang.mulai().selesai
    expect((await admin.halaman('/cadangan'))('main').text()).toMatch(
      /Percobaan .* gagal\. Belum pernah ada cadangan\./,
    )
    rmSync(folder)
  })
})
