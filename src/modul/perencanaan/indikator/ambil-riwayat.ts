import type { BasisData, Tx } from '../../../inti/basis-data/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'

/** A value of an earlier period; `triwulan` 0 is the whole year. Numbers are plain decimals. */
export type NilaiLalu = {
  readonly tahun: number
  readonly triwulan: number
  readonly target: string | null
  readonly nilai: string | null
  readonly kategori: string | null
  readonly variabel: Readonly<Record<string, string>>
  readonly sumber: string
}
type Baris = { indikatorId: string; nilai: NilaiLalu[] }

/** As many periods as a form or a chart needs: three years with their quarters. */
const PALING_BANYAK = 15

/**
 * What each indicator reached before a quarter, newest first (a year's total after its fourth quarter): years and quarters
 * that ended before `sebelum`. An indicator without history is not in the map. One query.
 */
export async function ambilRiwayatIndikator(
  baca: Tx | BasisData['baca'],
  pelaku: Pelaku,
  indikatorIds: readonly string[],
  sebelum: { tahun: number; triwulan: number },
): Promise<ReadonlyMap<string, readonly NilaiLalu[]>> {
  if (indikatorIds.length === 0) return new Map()
  const baris = await baca.$queryRaw<Baris[]>`
    select r.indikator_id as "indikatorId",
      json_agg(json_build_object('tahun', r.tahun, 'triwulan', r.triwulan, 'target', trim_scale(r.target)::text,
        'nilai', trim_scale(r.nilai)::text, 'kategori', r.kategori, 'variabel', r.variabel, 'sumber', r.sumber)
        order by r.tahun desc, (case r.triwulan when 0 then 5 else r.triwulan end) desc) as nilai
    from (
      select x.*, row_number() over (partition by x.indikator_id
        order by x.tahun desc, (case x.triwulan when 0 then 5 else x.triwulan end) desc) as ke
      from realisasi_indikator x
      where x.kecamatan_id = ${pelaku.kecamatanId}::uuid and x.indikator_id = any(${[...indikatorIds]}::uuid[])
        and (x.tahun < ${sebelum.tahun} or (x.tahun = ${sebelum.tahun} and x.triwulan between 1 and ${sebelum.triwulan - 1}))
    ) r
    where r.ke <= ${PALING_BANYAK} group by r.indikator_id`
  return new Map(baris.map((b) => [b.indikatorId, b.nilai]))
}
