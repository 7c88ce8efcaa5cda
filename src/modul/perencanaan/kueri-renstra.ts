import type { BasisData } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'

export type IndikatorRenstra = {
  readonly id: string
  readonly kode: string
  readonly nama: string
  readonly satuan: string
  readonly unit: string
  readonly target: readonly { tahun: number; nilai: string | null; teks: string | null }[]
}
export type SasaranRenstra = {
  readonly id: string
  readonly uraian: string
  readonly indikator: readonly IndikatorRenstra[]
  readonly program: readonly { kode: string; nama: string }[]
}
export type TujuanRenstra = {
  readonly id: string
  readonly uraian: string
  readonly sasaran: readonly SasaranRenstra[]
}
export type Renstra = {
  readonly id: string
  readonly nama: string
  readonly tahunAwal: number
  readonly tahunAkhir: number
  readonly tujuan: readonly TujuanRenstra[]
}

/** All Renstra of the office, newest first, each as a tree tujuan → sasaran → IKU with targets and supporting programs. One query. */
export const ambilRenstra = (db: BasisData, pelaku: Pelaku): Promise<Renstra[]> =>
  db.baca.$queryRaw<Renstra[]>`
    with target as (
      select x.indikator_id, json_agg(json_build_object('tahun', x.tahun, 'nilai', trim_scale(x.nilai)::text, 'teks', x.teks)) as isi
      from target_renstra x where x.kecamatan_id = ${pelaku.kecamatanId}::uuid group by x.indikator_id
    ), iku as (
      select i.sasaran_id, json_agg(json_build_object('id', i.id, 'kode', i.kode, 'nama', i.nama, 'satuan', i.satuan, 'unit', u.nama,
        'target', coalesce(t.isi, '[]')) order by i.urut, i.kode) as isi
      from indikator i join unit_kerja u on u.id = i.unit_id left join target t on t.indikator_id = i.id
      where i.kecamatan_id = ${pelaku.kecamatanId}::uuid and i.jenis = 'IKU' and i.aktif group by i.sasaran_id
    ), dukungan as (
      select p.sasaran_id, json_agg(json_build_object('kode', p.kode, 'nama', p.nama) order by p.kode) as isi
      from program p where p.kecamatan_id = ${pelaku.kecamatanId}::uuid group by p.sasaran_id
    ), pohon as (
      select s.tujuan_id, json_agg(json_build_object('id', s.id, 'uraian', s.uraian, 'indikator', coalesce(k.isi, '[]'),
        'program', coalesce(d.isi, '[]')) order by s.urut) as isi
      from sasaran s left join iku k on k.sasaran_id = s.id left join dukungan d on d.sasaran_id = s.id
      where s.kecamatan_id = ${pelaku.kecamatanId}::uuid group by s.tujuan_id
    )
    select r.id, r.nama, r.tahun_awal as "tahunAwal", r.tahun_akhir as "tahunAkhir",
      coalesce((select json_agg(json_build_object('id', t.id, 'uraian', t.uraian, 'sasaran', coalesce(p.isi, '[]')) order by t.urut)
        from tujuan t left join pohon p on p.tujuan_id = t.id where t.renstra_id = r.id), '[]') as tujuan
    from renstra r where r.kecamatan_id = ${pelaku.kecamatanId}::uuid order by r.tahun_awal desc, r.nama`
