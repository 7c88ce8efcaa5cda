import type { BasisData } from '../../../inti/basis-data/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import type { TingkatUnsur } from './istilah.ts'

export type SimpulPohon = {
  readonly tingkat: TingkatUnsur
  readonly id: string
  readonly indukId: string | null
  readonly kode: string
  readonly nama: string
  readonly kelurahan: string
  readonly sampaiTahun: number | null
  readonly unit: string | null
  /** of a sub kegiatan in the year: the budget that holds last; plain decimal */
  readonly pagu: string | null
}
export type IndikatorPohon = {
  readonly id: string
  readonly kode: string
  readonly nama: string
  readonly satuan: string
  /** the part it measures, by id */
  readonly letak: string
  readonly nilai: string | null
  readonly teks: string | null
}
export type Pohon = { readonly simpul: readonly SimpulPohon[]; readonly indikator: readonly IndikatorPohon[] }

/** The whole tree of a Renstra in a year: tujuan down to sub kegiatan with budget, and the indicators with their target. One query. */
export async function ambilPohon(
  db: BasisData,
  pelaku: Pelaku,
  { renstraId, tahun }: { renstraId: string; tahun: number },
): Promise<Pohon> {
  const [baris] = await db.baca.$queryRaw<Pohon[]>`
    with t as (select x.* from tujuan x where x.kecamatan_id = ${pelaku.kecamatanId}::uuid and x.renstra_id = ${renstraId}::uuid),
    s as (select x.* from sasaran x join t on t.id = x.tujuan_id),
    p as (select distinct on (x.id) x.*, s.id as di from program x join s on s.id = x.sasaran_id
      or exists (select 1 from dukungan_program d where d.program_id = x.id and d.sasaran_id = s.id) order by x.id, (s.id = x.sasaran_id) desc),
    k as (select x.* from kegiatan x join p on p.id = x.program_id),
    b as (select x.*, u.nama as unit, (select a.pagu::text from anggaran a where a.sub_kegiatan_id = x.id and a.tahun = ${tahun}
      order by a.berlaku_sejak desc, (a.jenis = 'DPPA') desc limit 1) as pagu
      from sub_kegiatan x join k on k.id = x.kegiatan_id left join unit_kerja u on u.id = x.unit_id),
    n as (
      select 1 as ke, lpad(urut::text, 4, '0') as kunci, 'tujuan' as tingkat, id, null::uuid as "indukId", '' as kode, uraian as nama, '' as kelurahan,
        sampai_tahun as "sampaiTahun", null as unit, null as pagu from t
      union all select 2, lpad(urut::text, 4, '0'), 'sasaran', id, tujuan_id, '', uraian, '', sampai_tahun, null, null from s
      union all select 3, kode, 'program', id, di, kode, nama, '', sampai_tahun, null, null from p
      union all select 4, kode, 'kegiatan', id, program_id, kode, nama, '', sampai_tahun, null, null from k
      union all select 5, kode || kelurahan, 'sub-kegiatan', id, kegiatan_id, kode, nama, kelurahan, sampai_tahun, unit, pagu from b),
    i as (select x.id, x.kode, x.nama, x.satuan, x.urut, l.letak, g.nilai, g.teks from indikator x
      join lateral (
        select coalesce(x.sub_kegiatan_id, x.kegiatan_id, x.program_id, x.tujuan_id, x.sasaran_id) as letak
        union select coalesce((v.kartu->>'subKegiatanId')::uuid, (v.kartu->>'kegiatanId')::uuid, (v.kartu->>'programId')::uuid,
          (v.kartu->>'tujuanId')::uuid, (v.kartu->>'sasaranId')::uuid) from versi_indikator v where v.indikator_id = x.id
          and v.berlaku_tahun <= ${tahun} and x.berlaku_tahun > ${tahun}) l on true
      left join target_renstra g on g.indikator_id = x.id and g.tahun = ${tahun} and g.jenis = 'TARGET'
      where x.kecamatan_id = ${pelaku.kecamatanId}::uuid and x.aktif and l.letak in (select id from n))
    select coalesce((select json_agg(n.* order by n.ke, n.kunci) from n), '[]') as simpul,
      coalesce((select json_agg(json_build_object('id', i.id, 'kode', i.kode, 'nama', i.nama, 'satuan', i.satuan, 'letak', i.letak,
        'nilai', trim_scale(i.nilai)::text, 'teks', i.teks) order by i.kode) from i), '[]') as indikator`
  return baris ?? { simpul: [], indikator: [] }
}
