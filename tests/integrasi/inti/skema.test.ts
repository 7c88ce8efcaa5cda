import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bacaPohon, berkas } from '../../arsitektur/pohon.ts'
import { type BasisDataUji, buatBasisDataUji, denganKlien } from '../../bantuan/basis-data.ts'
import { bacaSkemaPrisma, bedaSkema, type Skema, SQL_SKEMA } from './skema-prisma.ts'

let bd: BasisDataUji
beforeAll(async () => {
  bd = await buatBasisDataUji()
})
afterAll(() => bd.hapus())

const tanya = <R extends Record<string, unknown>>(sql: string) =>
  denganKlien(bd.urlPemilik, async (klien) => (await klien.query<R>(sql)).rows)

async function skemaNyata(): Promise<Skema> {
  const nyata = new Map<string, string[]>()
  for (const { nama, fakta } of await tanya<{ nama: string; fakta: string }>(SQL_SKEMA))
    nyata.set(nama, [...(nyata.get(nama) ?? []), fakta])
  return nyata
}

/** Made by hand at the end of the first migration, because Prisma's language cannot say them. */
const DENGAN_TANGAN = [
  '+ jejak_kepala: kolom hash text wajib',
  '+ jejak_kepala: kolom kecamatan_id uuid wajib',
  '+ jejak_kepala: kolom urut bigint wajib',
  '+ jejak_kepala: utama (kecamatan_id)',
  "+ koreksi: unik (siklus_id, COALESCE(indikator_id, sub_kegiatan_id)) bila (status = 'DIAJUKAN'::status_koreksi)",
  "+ perjanjian_kinerja: unik (kecamatan_id, jabatan_id, tahun) bila (status = ANY (ARRAY['DRAF'::status_pk, 'DIAJUKAN'::status_pk, 'DISETUJUI'::status_pk, 'DITANDATANGANI'::status_pk]))",
  "+ siklus: unik (sop_id, tahun, jenis_periode, nomor_periode) bila (status <> 'DIBATALKAN'::status_siklus)",
  "+ versi_sop: unik (sop_id) bila (status = ANY (ARRAY['DRAF'::status_versi_sop, 'DIAJUKAN'::status_versi_sop]))",
]

describe('riwayat migrasi dan prisma/schema', () => {
  it('dari kosong menghasilkan tepat yang ditulis skema: tabel, kolom, tipe, kunci, indeks, nilai enum', async () => {
    const skema = bacaSkemaPrisma(bacaPohon('prisma/schema'))
    expect(skema.size).toBeGreaterThan(50)
    const beda = bedaSkema(skema, await skemaNyata()).filter((satu) => !satu.startsWith('+ _prisma_migrations:'))
    expect(beda.sort()).toEqual(DENGAN_TANGAN)
  })

  it('menemukan kolom, kewajiban, kunci, dan nilai yang berbeda', () => {
    const asal =
      'model Rekap {\n  id String @id @db.Uuid\n  nama String? @map("nama_rekap")\n  status Status @default(A)\n\n  @@unique([nama])\n  @@map("rekap")\n}\nenum Status {\n  A\n  B\n\n  @@map("status")\n}\n'
    const baca = (isi: string) => bacaSkemaPrisma([berkas('prisma/schema/rekap.prisma', isi)])
    expect(baca(asal).get('rekap')).toEqual([
      'kolom id uuid wajib',
      'kolom nama_rekap text boleh kosong',
      'kolom status status wajib, bawaan',
      'unik (nama_rekap)',
      'utama (id)',
    ])
    const ubah = (dari: string, jadi: string) => bedaSkema(baca(asal), baca(asal.replace(dari, jadi))).length
    for (const [dari, jadi] of [
      ['String?', 'String'],
      ['@@unique', '@@index'],
      ['  B\n', '  B\n  C\n'],
      ['@db.Uuid', ''],
      [' @default(A)', ''],
    ])
      expect(ubah(dari ?? '', jadi ?? ''), dari).toBe(2)
  })
})

describe('pembatas antar-kecamatan', () => {
  const SQL_TANPA_PEMBATAS = `
    select k.relname as tabel from pg_class k join pg_attribute a on a.attrelid = k.oid and a.attname = 'kecamatan_id'
    where k.relnamespace = 'public'::regnamespace and k.relkind in ('r', 'p') and not (k.relrowsecurity and exists (
      select from pg_policy p where p.polrelid = k.oid and p.polpermissive and p.polcmd = '*'
        and pg_get_expr(p.polqual, p.polrelid) like '%kecamatan_id = %takar.kecamatan%'))
    order by 1`

  it('setiap tabel dengan kecamatan_id dibatasi, juga tabel kecamatan sendiri', async () => {
    expect(await tanya(SQL_TANPA_PEMBATAS)).toEqual([])
    const [jumlah] = await tanya<{ n: number }>(
      "select count(*)::int as n from information_schema.columns where table_schema = 'public' and column_name = 'kecamatan_id'",
    )
    expect(jumlah?.n).toBeGreaterThan(40)
    expect(await tanya("select relrowsecurity as dibatasi from pg_class where relname = 'kecamatan'")).toEqual([
      { dibatasi: true },
    ])
  })

  it('pemeriksaan itu menemukan tabel baru yang lupa dibatasi, dan yang dibuka kembali', async () => {
    await denganKlien(bd.urlPemilik, async (klien) => {
      await klien.query('begin')
      await klien.query('create table lupa (id int, kecamatan_id uuid)')
      await klien.query('alter table rapat disable row level security')
      await klien.query('create policy terbuka on rekap using (true)')
      await klien.query('drop policy per_kecamatan on rekap')
      expect((await klien.query(SQL_TANPA_PEMBATAS)).rows).toEqual([
        { tabel: 'lupa' },
        { tabel: 'rapat' },
        { tabel: 'rekap' },
      ])
      await klien.query('rollback')
    })
  })

  it('tidak ada kebijakan kedua yang membuka kembali: satu per tabel', async () => {
    expect(
      await tanya('select polrelid::regclass::text as tabel from pg_policy group by polrelid having count(*) > 1'),
    ).toEqual([])
  })

  it('peran aplikasi tidak dapat melewatinya: bukan SUPERUSER, bukan BYPASSRLS, bukan pemilik apa pun, tidak dapat membuat tabel', async () => {
    const [peran] = await tanya(
      "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = 'takar_aplikasi'",
    )
    expect(peran).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false })
    expect(await tanya("select relname from pg_class where relowner = 'takar_aplikasi'::regrole")).toEqual([])
    expect(await tanya("select 1 from pg_auth_members where member = 'takar_aplikasi'::regrole")).toEqual([])
    await denganKlien(bd.urlAplikasi, async (klien) => {
      const dilarang = [
        'create table milikku (id int)',
        'alter table rekap disable row level security',
        'set role takar',
        'truncate rekap',
        'update jejak set peristiwa = $$x$$',
        'delete from jejak',
        'delete from peristiwa_siklus',
        'update jejak_kepala set urut = 0',
        'insert into kecamatan (kode) values ($$baru$$)',
        'select * from _prisma_migrations',
        "set session_replication_role = 'replica'",
      ]
      for (const sql of dilarang) await expect(klien.query(sql), sql).rejects.toMatchObject({ code: '42501' })
    })
  })

  it('fungsi yang melihat lintas kecamatan hanya tujuh, dengan search_path tetap', async () => {
    const fungsi = await tanya<{ nama: string; tetap: boolean }>(
      "select proname as nama, coalesce(array_to_string(proconfig, ',') like '%search_path=%', false) as tetap from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by 1",
    )
    expect(fungsi).toEqual([
      { nama: 'buat_kecamatan', tetap: true },
      { nama: 'cari_akun_masuk', tetap: true },
      { nama: 'cari_survei_tautan', tetap: true },
      { nama: 'jejak_rangkai', tetap: true },
      { nama: 'jumlah_kecamatan', tetap: true },
      { nama: 'kecamatan_aktif', tetap: true },
      { nama: 'kode_kantor_berlaku', tetap: true },
    ])
  })
})
