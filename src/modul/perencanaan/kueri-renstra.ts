import type { BasisData } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { SelTarget } from './renstra/target.ts'

export type IndikatorRenstra = {
  readonly id: string
  readonly kode: string
  readonly nama: string
  readonly satuan: string
  readonly unit: string
  readonly target: readonly SelTarget[]
}
export type SasaranRenstra = {
  readonly id: string
  readonly uraian: string
  readonly sampaiTahun: number | null
  readonly indikator: readonly IndikatorRenstra[]
  readonly program: readonly { id: string; kode: string; nama: string }[]
}
export type TujuanRenstra = {
  readonly id: string
  readonly uraian: string
  readonly sampaiTahun: number | null
  readonly sasaran: readonly SasaranRenstra[]
}
export type Renstra = {
  readonly id: string
  readonly nama: string
  readonly tahunAwal: number
  readonly tahunAkhir: number
  readonly nomor: string
  readonly tanggal: string | null
  readonly versi: number
  readonly tujuan: readonly TujuanRenstra[]
}

/**
 * All Renstra of the office, newest first, each as a tree tujuan → sasaran → IKU with targets and supporting programs. A card
 * that goes on in a later period stands under its sasaran of each. One query.
 */
export const ambilRenstra = (db: BasisData, pelaku: Pelaku): Promise<Renstra[]> =>
  db.baca.$queryRaw<Renstra[]>`
    with target as (
      select x.indikator_id, json_agg(json_build_object('tahun', x.tahun, 'jenis', x.jenis, 'nilai', trim_scale(x.nilai)::text, 'teks', x.teks)) as isi
      from target_renstra x where x.kecamatan_id = ${pelaku.kecamatanId}::uuid group by x.indikator_id
    ), letak as (
      select i.id, i.sasaran_id from indikator i where i.kecamatan_id = ${pelaku.kecamatanId}::uuid
      union select v.indikator_id, (v.kartu->>'sasaranId')::uuid from versi_indikator v where v.kecamatan_id = ${pelaku.kecamatanId}::uuid
        and v.kartu->>'jenis' = 'IKU'
    ), iku as (
      select l.sasaran_id, json_agg(json_build_object('id', i.id, 'kode', i.kode, 'nama', i.nama, 'satuan', i.satuan, 'unit', u.nama,
        'target', coalesce(t.isi, '[]')) order by i.urut, i.kode) as isi
      from letak l join indikator i on i.id = l.id join unit_kerja u on u.id = i.unit_id left join target t on t.indikator_id = i.id
      where i.kecamatan_id = ${pelaku.kecamatanId}::uuid and i.jenis = 'IKU' and i.aktif group by l.sasaran_id
    ), pasangan as (
      select p.id, p.sasaran_id from program p where p.kecamatan_id = ${pelaku.kecamatanId}::uuid
      union select d.program_id, d.sasaran_id from dukungan_program d where d.kecamatan_id = ${pelaku.kecamatanId}::uuid
    ), dukungan as (
      select x.sasaran_id, json_agg(json_build_object('id', p.id, 'kode', p.kode, 'nama', p.nama) order by p.kode) as isi
      from pasangan x join program p on p.id = x.id group by x.sasaran_id
    ), pohon as (
      select s.tujuan_id, json_agg(json_build_object('id', s.id, 'uraian', s.uraian, 'sampaiTahun', s.sampai_tahun,
        'indikator', coalesce(k.isi, '[]'), 'program', coalesce(d.isi, '[]')) order by s.urut) as isi
      from sasaran s left join iku k on k.sasaran_id = s.id left join dukungan d on d.sasaran_id = s.id
      where s.kecamatan_id = ${pelaku.kecamatanId}::uuid group by s.tujuan_id
    )
    select r.id, r.nama, r.tahun_awal as "tahunAwal", r.tahun_akhir as "tahunAkhir", r.nomor, r.tanggal::text, r.versi,
      coalesce((select json_agg(json_build_object('id', t.id, 'uraian', t.uraian, 'sampaiTahun', t.sampai_tahun,
        'sasaran', coalesce(p.isi, '[]')) order by t.urut)
        from tujuan t left join pohon p on p.tujuan_id = t.id where t.renstra_id = r.id), '[]') as tujuan
    from renstra r where r.kecamatan_id = ${pelaku.kecamatanId}::uuid order by r.tahun_awal desc, r.nama`
