import { Prisma } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { Pembaca } from './kueri-hasil.ts'

export type SasaranRencana = {
  readonly id: string
  readonly uraian: string
  readonly tujuan: string
  /** false: it (or its tujuan) ended before the year */
  readonly berlaku: boolean
}
export type RiwayatTahun = {
  readonly tahun: number
  /** 0: the whole year */
  readonly triwulan: number
  readonly target: string | null
  readonly nilai: string | null
  readonly kategori: string | null
  readonly sumber: string
}
export type IndikatorRencana = {
  readonly id: string
  readonly kode: string
  readonly nama: string
  readonly jenis: 'IKU' | 'IKK'
  readonly unit: string
  readonly targetRenstra: readonly { tahun: number; nilai: string | null; teks: string | null }[]
  /** what the Renstra wants to have reached at its end, where it says so apart from its last year */
  readonly targetAkhir: { readonly nilai: string | null; readonly teks: string | null } | null
  /** ids of sub kegiatan linked to it one by one */
  readonly kaitan: readonly string[]
  readonly riwayat: readonly RiwayatTahun[]
  /** was it in use at the end of the year? */
  readonly berlaku: boolean
}
export type Rencana = {
  /** the Renstra that covers the year; null: none does */
  readonly renstra: { readonly nama: string; readonly tahunAwal: number; readonly tahunAkhir: number } | null
  /** sasaran of that Renstra, in order */
  readonly sasaran: readonly SasaranRencana[]
  /** every indicator of the office, in or out of a PK, in use today or not */
  readonly indikator: readonly IndikatorRencana[]
  /** years for which there is anything to report, for the year switch */
  readonly tahunTersedia: readonly number[]
}

/**
 * SQL: was the indicator `i` in use at the end of a year? Its first card held by then, and it was not taken out of use before:
 * the day of that stands in the audit chain only.
 */
const berlaku = (tahun: number) => Prisma.sql`(
  least(i.berlaku_tahun, (select min(v.berlaku_tahun) from versi_indikator v where v.indikator_id = i.id and v.kecamatan_id = i.kecamatan_id)) <= ${tahun}
  and (i.aktif or exists (select 1 from jejak j where j.kecamatan_id = i.kecamatan_id and j.objek_id = i.id::text
    and j.peristiwa = 'indikator.dinonaktifkan' and j.waktu >= make_date(${tahun} + 1, 1, 1))))`

/** What was planned and what was reached before, as far as the LKjIP of a year needs it. One query. */
export async function ambilRencana(baca: Pembaca, pelaku: Pelaku, tahun: number): Promise<Rencana> {
  const kec = pelaku.kecamatanId
  const [r] = await baca.$queryRaw<Rencana[]>`
    with rs as (
      select * from renstra where kecamatan_id = ${kec}::uuid and ${tahun} between tahun_awal and tahun_akhir
      order by tahun_awal desc, nama limit 1
    )
    select (select json_build_object('nama', rs.nama, 'tahunAwal', rs.tahun_awal, 'tahunAkhir', rs.tahun_akhir) from rs) as renstra,
      coalesce((select json_agg(json_build_object('id', s.id, 'uraian', s.uraian, 'tujuan', t.uraian,
          'berlaku', coalesce(least(s.sampai_tahun, t.sampai_tahun), 9999) >= ${tahun}) order by t.urut, s.urut)
        from rs join tujuan t on t.renstra_id = rs.id join sasaran s on s.tujuan_id = t.id), '[]') as sasaran,
      coalesce((select json_agg(json_build_object('id', i.id, 'kode', i.kode, 'nama', i.nama, 'jenis', i.jenis, 'unit', u.nama, 'berlaku', ${berlaku(tahun)},
          'targetRenstra', coalesce((select json_agg(json_build_object('tahun', x.tahun, 'nilai', trim_scale(x.nilai)::text, 'teks', x.teks)
            order by x.tahun) from target_renstra x where x.indikator_id = i.id and x.kecamatan_id = i.kecamatan_id and x.jenis = 'TARGET'), '[]'),
          'targetAkhir', (select json_build_object('nilai', trim_scale(x.nilai)::text, 'teks', x.teks) from target_renstra x
            where x.indikator_id = i.id and x.kecamatan_id = i.kecamatan_id and x.jenis = 'AKHIR' and x.tahun = (select tahun_akhir from rs)),
          'kaitan', coalesce((select json_agg(x.sub_kegiatan_id) from kaitan_anggaran x where x.indikator_id = i.id
            and x.kecamatan_id = i.kecamatan_id), '[]'),
          'riwayat', coalesce((select json_agg(json_build_object('tahun', x.tahun, 'triwulan', x.triwulan, 'target', trim_scale(x.target)::text,
            'nilai', trim_scale(x.nilai)::text, 'kategori', x.kategori, 'sumber', x.sumber) order by x.tahun, x.triwulan)
            from realisasi_indikator x where x.indikator_id = i.id and x.kecamatan_id = i.kecamatan_id
              and x.tahun between ${tahun} - 5 and ${tahun}), '[]')) order by i.jenis, i.urut, i.kode)
        from indikator i join unit_kerja u on u.id = i.unit_id where i.kecamatan_id = ${kec}::uuid), '[]') as indikator,
      coalesce((select json_agg(distinct y.tahun) from (
        select tahun from perjanjian_kinerja where kecamatan_id = ${kec}::uuid
        union select tahun from siklus where kecamatan_id = ${kec}::uuid and status <> 'DIBATALKAN') y), '[]') as "tahunTersedia"`
  return r ?? { renstra: null, sasaran: [], indikator: [], tahunTersedia: [] }
}
