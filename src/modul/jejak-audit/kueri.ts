import { type BasisData, Prisma } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { JenisPeriode } from '../../inti/waktu/index.ts'

export const PER_HALAMAN = 50

/** Empty fields filter nothing. Dates are YYYY-MM-DD of the office's own zone, both ends included. */
export type Saringan = {
  readonly dari: string
  readonly sampai: string
  readonly orang: string
  readonly peristiwa: string
  readonly siklus: string
  readonly q: string
}
export type KejadianTercatat = {
  readonly urut: string
  readonly waktu: Date
  readonly namaPelaku: string
  readonly jabatanPelaku: string
  readonly peristiwa: string
  readonly objekJenis: string
  readonly siklusId: string | null
  readonly rincian: unknown
}

/** One page of events, newest first, below `sebelum` (an event number); one row more than a page when there are older ones. */
export const ambilJejak = (
  db: BasisData,
  pelaku: Pelaku,
  saring: Saringan & { sebelum: string },
): Promise<KejadianTercatat[]> =>
  db.baca.$queryRaw<KejadianTercatat[]>`
    select j.urut::text as urut, j.waktu, j.nama_pelaku as "namaPelaku", j.jabatan_pelaku as "jabatanPelaku", j.peristiwa,
      j.objek_jenis as "objekJenis", j.siklus_id as "siklusId", j.rincian
    from jejak j where ${syarat(pelaku, saring)} ${saring.sebelum ? Prisma.sql`and j.urut < ${saring.sebelum}::bigint` : Prisma.empty}
    order by j.urut desc limit ${PER_HALAMAN + 1}`

/** The columns of the chain as the hash was made from them: joined with U+001F they give the text of SHA-256 (function jejak_teks). */
export const KOLOM_CSV = [
  'urut',
  'waktu',
  'nama_pelaku',
  'jabatan_pelaku',
  'peristiwa',
  'objek_jenis',
  'objek_id',
  'siklus_id',
  'rincian',
  'kecamatan_id',
  'akun_id',
  'pegawai_id',
  'hash_sebelum',
  'hash',
] as const
export type BarisCsv = Readonly<Record<(typeof KOLOM_CSV)[number], string>>

/** The next batch of an export, oldest first, above `sesudah` and up to `sampaiUrut`. All values as text. */
export const ambilUntukCsv = (
  db: BasisData,
  pelaku: Pelaku,
  { sesudah, sampaiUrut, banyak, ...saring }: Saringan & { sesudah: string; sampaiUrut: string; banyak: number },
): Promise<BarisCsv[]> =>
  db.baca.$queryRaw<BarisCsv[]>`
    select j.urut::text as urut, to_char(j.waktu at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as waktu, j.nama_pelaku, j.jabatan_pelaku,
      j.peristiwa, j.objek_jenis, j.objek_id, coalesce(j.siklus_id::text, '') as siklus_id, j.rincian::text as rincian,
      j.kecamatan_id::text as kecamatan_id, coalesce(j.akun_id::text, '') as akun_id, coalesce(j.pegawai_id::text, '') as pegawai_id,
      j.hash_sebelum, j.hash
    from jejak j where ${syarat(pelaku, saring)} and j.urut > ${sesudah}::bigint and j.urut <= ${sampaiUrut}::bigint
    order by j.urut limit ${banyak}`

/** Number of the last event of this office, '0' when there is none. */
export async function ambilUrutTerakhir(db: BasisData, pelaku: Pelaku): Promise<string> {
  const [baris] = await db.baca.$queryRaw<{ urut: string }[]>`
    select coalesce(max(j.urut), 0)::text as urut from jejak j where j.kecamatan_id = ${pelaku.kecamatanId}::uuid`
  return baris?.urut ?? '0'
}

export type PilihanSaringan = {
  readonly orang: readonly { id: string; nama: string }[]
  readonly siklus: readonly { id: string; nama: string; jenis: JenisPeriode; tahun: number; nomor: number }[]
}
/** People and cycles to choose from in the filter. One query. */
export async function ambilPilihan(db: BasisData, pelaku: Pelaku): Promise<PilihanSaringan> {
  const [baris] = await db.baca.$queryRaw<PilihanSaringan[]>`
    select
      coalesce((select json_agg(json_build_object('id', p.id, 'nama', p.nama) order by p.nama)
        from pegawai p where p.kecamatan_id = ${pelaku.kecamatanId}::uuid), '[]') as orang,
      coalesce((select json_agg(json_build_object('id', s.id, 'nama', o.nama, 'jenis', s.jenis_periode, 'tahun', s.tahun,
        'nomor', s.nomor_periode) order by s.mulai_periode desc, o.nama)
        from siklus s join sop o on o.id = s.sop_id where s.kecamatan_id = ${pelaku.kecamatanId}::uuid), '[]') as siklus`
  return baris ?? { orang: [], siklus: [] }
}

function syarat(pelaku: Pelaku, { dari, sampai, orang, peristiwa, siklus, q }: Saringan): Prisma.Sql {
  const pola = `%${q.replace(/[\\%_]/g, (huruf) => `\\${huruf}`)}%`
  return Prisma.join(
    [
      Prisma.sql`j.kecamatan_id = ${pelaku.kecamatanId}::uuid`,
      dari ? Prisma.sql`j.waktu >= ${dari}::date::timestamp at time zone ${pelaku.zonaWaktu}` : null,
      sampai ? Prisma.sql`j.waktu < (${sampai}::date + 1)::timestamp at time zone ${pelaku.zonaWaktu}` : null,
      orang ? Prisma.sql`j.pegawai_id = ${orang}::uuid` : null,
      peristiwa ? Prisma.sql`j.peristiwa = ${peristiwa}` : null,
      siklus ? Prisma.sql`j.siklus_id = ${siklus}::uuid` : null,
      q
        ? Prisma.sql`(j.nama_pelaku ilike ${pola} or j.jabatan_pelaku ilike ${pola} or j.peristiwa ilike ${pola} or j.rincian::text ilike ${pola})`
        : null,
    ].filter((s) => s !== null),
    ' and ',
  )
}
