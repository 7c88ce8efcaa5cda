import { galat } from '../../inti/galat/index.ts'
import type { KonteksLangkah, Pembaca } from '../siklus/index.ts'

/** One finding, about an indicator, a unit, or the whole kecamatan. */
export type Temuan = {
  readonly id: string
  readonly urut: number
  readonly indikatorId: string | null
  readonly indikator: string | null
  readonly unitId: string | null
  readonly unit: string | null
  readonly temuan: string
  readonly penyebab: string
  readonly rekomendasi: string
  readonly penanggungJawab: string
  readonly pegawaiId: string | null
  /** YYYY-MM-DD */
  readonly tenggat: string | null
  /** the follow-up made of the recommendation; from then on the recommendation stays as it is */
  readonly tindakLanjutId: string | null
  readonly versi: number
}

/** Findings of the step in order. */
export const daftarTemuan = (baca: Pembaca, { langkah, siklus }: KonteksLangkah): Promise<Temuan[]> =>
  baca.$queryRaw<Temuan[]>`
    select t.id, t.urut, t.indikator_id as "indikatorId", i.nama as indikator, t.unit_id as "unitId", u.nama as unit, t.temuan,
      t.penyebab, t.rekomendasi, t.penanggung_jawab as "penanggungJawab", t.pegawai_id as "pegawaiId", t.tenggat::text as tenggat,
      t.tindak_lanjut_id as "tindakLanjutId", t.versi
    from temuan_monev t left join indikator i on i.id = t.indikator_id left join unit_kerja u on u.id = t.unit_id
    where t.langkah_id = ${langkah.id}::uuid and t.kecamatan_id = ${siklus.kecamatanId}::uuid order by t.urut, t.id`

/** A finding of the step; 404 when it is not there. */
export async function ambilTemuan(baca: Pembaca, konteks: KonteksLangkah, id: string): Promise<Temuan> {
  const ada = (await daftarTemuan(baca, konteks)).find((t) => t.id === id)
  if (!ada) throw galat.tidakDitemukan('Temuan')
  return ada
}

export type PilihanTemuan = {
  readonly unit: readonly { readonly id: string; readonly nama: string }[]
  readonly indikator: readonly { readonly id: string; readonly nama: string }[]
  readonly pegawai: readonly { readonly id: string; readonly nama: string; readonly jabatan: string }[]
}

/** What a finding may be about, and who may answer for it on a day (YYYY-MM-DD). One query. */
export async function ambilPilihan(baca: Pembaca, { siklus }: KonteksLangkah, hari: string): Promise<PilihanTemuan> {
  const [b] = await baca.$queryRaw<PilihanTemuan[]>`
    select (select coalesce(json_agg(json_build_object('id', u.id, 'nama', u.nama) order by u.urut, u.nama), '[]')
        from unit_kerja u where u.kecamatan_id = ${siklus.kecamatanId}::uuid and u.aktif) as unit,
      (select coalesce(json_agg(json_build_object('id', i.id, 'nama', i.nama) order by i.jenis, i.urut), '[]')
        from indikator i where i.kecamatan_id = ${siklus.kecamatanId}::uuid and i.aktif) as indikator,
      (select coalesce(json_agg(json_build_object('id', x.id, 'nama', x.nama, 'jabatan', x.jabatan) order by x.unit, x.urut, x.nama), '[]')
        from (select distinct on (p.id) p.id, p.nama, j.urut, coalesce(u.urut, 0) as unit,
            case n.jenis when 'PLT' then 'Plt. ' when 'PLH' then 'Plh. ' when 'PJ' then 'Pj. ' else '' end || j.nama as jabatan
          from penugasan n join jabatan j on j.id = n.jabatan_id join pegawai p on p.id = n.pegawai_id
            left join unit_kerja u on u.id = j.unit_id
          where n.kecamatan_id = ${siklus.kecamatanId}::uuid and j.aktif and p.aktif and j.peran not in ('PENGAMAT', 'ADMIN')
            and n.mulai <= ${hari}::date and (n.selesai is null or n.selesai >= ${hari}::date)
          order by p.id, u.urut nulls first, j.urut) x) as pegawai`
  return b ?? { unit: [], indikator: [], pegawai: [] }
}
