import type { BasisData } from '../../inti/basis-data/index.ts'
import { Prisma } from '../../inti/basis-data/index.ts'
import type { Dokumen } from '../../inti/dokumen/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { BarisSiklus } from '../siklus/index.ts'

/**
 * Tables of a siklus that have a place of their own in the package, or are no part of it: documents as PDF, the log, the
 * audit chain, the history of values, the archive itself. All other tables with a siklus_id go in as JSON, whatever kind
 * of step made them.
 */
const BUKAN_DATA = [
  'dokumen',
  'peristiwa_siklus',
  'jejak',
  'realisasi_indikator',
  'realisasi_anggaran',
  'realisasi_sampai_bulan',
  'arsip',
]

/** Tables that belong to a siklus through another row: table in between, its key. */
const TABEL_ANAK = [
  ['peserta_rapat', 'rapat', 'rapat_id'],
  ['keputusan_rapat', 'rapat', 'rapat_id'],
  ['lampiran_langkah', 'langkah_siklus', 'langkah_id'],
] as const

export type BerkasArsip = {
  readonly id: string
  readonly nama: string
  readonly lokasi: string
  readonly sha256: string
  readonly ukuran: number
  readonly unit: string | null
}
export type DokumenArsip = {
  readonly judul: string
  readonly putaran: number
  readonly urut: number
  readonly model: Dokumen
}

/** All rows that belong to a siklus, by table. */
export async function ambilData(
  baca: BasisData['baca'],
  pelaku: Pelaku,
  siklusId: string,
): Promise<Record<string, unknown>> {
  const hasil: Record<string, unknown> = {}
  for (const tabel of await tabelData(baca))
    hasil[tabel] = await semua(
      baca,
      Prisma.sql`select json_agg(t order by t.id) as isi from ${Prisma.raw(`"${tabel}"`)} t where t.siklus_id = ${siklusId}::uuid and t.kecamatan_id = ${pelaku.kecamatanId}::uuid`,
    )
  for (const [tabel, induk, kunci] of TABEL_ANAK)
    hasil[tabel] = await semua(
      baca,
      Prisma.sql`select json_agg(t order by t.id) as isi from ${Prisma.raw(tabel)} t join ${Prisma.raw(induk)} i on i.id = t.${Prisma.raw(kunci)}
        where i.siklus_id = ${siklusId}::uuid and t.kecamatan_id = ${pelaku.kecamatanId}::uuid`,
    )
  return hasil
}

/** Names of the tables whose rows belong to a siklus, as the database itself says. */
async function tabelData(baca: BasisData['baca']): Promise<string[]> {
  const baris = await baca.$queryRaw<{ nama: string }[]>`
    select c.table_name as nama from information_schema.columns c
    where c.table_schema = 'public' and c.column_name = 'siklus_id' and c.table_name <> all(${BUKAN_DATA}) order by 1`
  return baris.map((b) => b.nama)
}

async function semua(baca: BasisData['baca'], sql: Prisma.Sql): Promise<unknown> {
  const [baris] = await baca.$queryRaw<{ isi: unknown }[]>(sql)
  return baris?.isi ?? []
}

/** Output documents in SOP order. */
export const ambilDokumenArsip = (baca: BasisData['baca'], pelaku: Pelaku, siklusId: string): Promise<DokumenArsip[]> =>
  baca.$queryRaw<DokumenArsip[]>`
    select d.judul, d.putaran, l.urut, d.model from dokumen d join langkah_siklus l on l.id = d.langkah_id
    where d.siklus_id = ${siklusId}::uuid and d.kecamatan_id = ${pelaku.kecamatanId}::uuid order by l.urut, d.putaran, d.dibuat_pada, d.judul`

/** Uploaded files: evidence, letters, photos, scans. */
export const ambilBerkasArsip = (baca: BasisData['baca'], pelaku: Pelaku, siklusId: string): Promise<BerkasArsip[]> =>
  baca.$queryRaw<BerkasArsip[]>`
    select b.id, b.nama, b.lokasi, b.sha256, b.ukuran, u.nama as unit from berkas b left join unit_kerja u on u.id = b.unit_id
    where b.siklus_id = ${siklusId}::uuid and b.kecamatan_id = ${pelaku.kecamatanId}::uuid order by u.urut nulls first, b.dibuat_pada, b.id`

/** The log of the siklus and its part of the audit chain. */
export async function ambilCatatan(baca: BasisData['baca'], pelaku: Pelaku, siklus: BarisSiklus) {
  const riwayat = await semua(
    baca,
    Prisma.sql`select json_agg(p.isi order by p.urut) as isi from peristiwa_siklus p where p.siklus_id = ${siklus.id}::uuid and p.kecamatan_id = ${pelaku.kecamatanId}::uuid`,
  )
  const jejak = await semua(
    baca,
    Prisma.sql`select json_agg(j order by j.urut) as isi from jejak j where j.siklus_id = ${siklus.id}::uuid and j.kecamatan_id = ${pelaku.kecamatanId}::uuid`,
  )
  return { riwayat, jejak }
}
