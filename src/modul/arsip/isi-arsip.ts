import type { BasisData } from '../../inti/basis-data/index.ts'
import { Prisma } from '../../inti/basis-data/index.ts'
import type { Dokumen } from '../../inti/dokumen/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { BarisSiklus } from '../siklus/index.ts'

/** Tables whose rows of a siklus go into the archive as JSON, each under its own name. */
const TABEL_DATA = [
  'langkah_siklus',
  'bagian_langkah',
  'disposisi',
  'rapat',
  'kegiatan_program_kerja',
  'dokumen_ceklis',
  'formulir',
  'baris_formulir',
  'baris_anggaran',
  'bukti',
  'rekap',
  'telaah',
  'laporan',
  'tindak_lanjut',
  'tugas_langkah',
  'berkas',
] as const
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
  for (const tabel of TABEL_DATA)
    hasil[tabel] = await semua(
      baca,
      Prisma.sql`select json_agg(t order by t.id) as isi from ${Prisma.raw(tabel)} t where t.siklus_id = ${siklusId}::uuid and t.kecamatan_id = ${pelaku.kecamatanId}::uuid`,
    )
  for (const [tabel, induk, kunci] of TABEL_ANAK)
    hasil[tabel] = await semua(
      baca,
      Prisma.sql`select json_agg(t order by t.id) as isi from ${Prisma.raw(tabel)} t join ${Prisma.raw(induk)} i on i.id = t.${Prisma.raw(kunci)}
        where i.siklus_id = ${siklusId}::uuid and t.kecamatan_id = ${pelaku.kecamatanId}::uuid`,
    )
  return hasil
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
