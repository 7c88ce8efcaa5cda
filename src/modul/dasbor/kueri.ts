import type { BasisData } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { JenisPeriode } from '../../inti/waktu/index.ts'
import { SQL_REKAP } from '../formulir/index.ts'
import { WARNA_MERAH } from '../pengukuran/index.ts'
import type { IsiRekap } from '../rekap/index.ts'

export type RekapTerbaru = {
  readonly siklusId: string
  readonly namaSop: string
  readonly jenisPeriode: JenisPeriode
  readonly tahun: number
  readonly nomorPeriode: number
  readonly nomorVersi: number
  readonly disetujui: boolean
  readonly isi: IsiRekap
}

/**
 * The newest frozen recap of the office, approved ones first among those of the latest period. Of its rows only those that
 * the page needs are brought along: not yet due, corrected, or in one of the colours of WARNA_MERAH.
 */
export const ambilRekapTerbaru = (db: BasisData, pelaku: Pelaku): Promise<RekapTerbaru[]> =>
  db.baca.$queryRaw<RekapTerbaru[]>`
    with terbaru as (
      select r.id, r.siklus_id, r.nomor_versi, r.koreksi_id, s.sop_id, s.jenis_periode, s.tahun, s.nomor_periode
      from ${SQL_REKAP} r join siklus s on s.id = r.siklus_id
      where r.kecamatan_id = ${pelaku.kecamatanId}::uuid and s.status <> 'DIBATALKAN'
      order by s.akhir_periode desc, r.dibekukan_pada desc limit 1
    )
    select x.siklus_id as "siklusId", p.nama as "namaSop", x.jenis_periode as "jenisPeriode", x.tahun, x.nomor_periode as "nomorPeriode",
      x.nomor_versi as "nomorVersi", exists (select 1 from telaah t where t.rekap_id = x.id and t.keputusan = 'DISETUJUI') or x.koreksi_id is not null as disetujui,
      jsonb_set(r.isi, '{unit}', (select coalesce(jsonb_agg(jsonb_build_object('nama', u -> 'nama', 'unitId', u -> 'unitId', 'formulirId', u -> 'formulirId', 'baris', coalesce((
          select jsonb_agg(b) from jsonb_array_elements(u -> 'baris') b where b ->> 'status' = 'BELUM_JATUH_TEMPO'
            or b #>> '{predikat,warna}' = any (${WARNA_MERAH}) or b ? 'koreksi'), '[]'),
          'anggaran', coalesce((select jsonb_agg(a) from jsonb_array_elements(u -> 'anggaran') a where a ? 'koreksi'), '[]'))), '[]')
        from jsonb_array_elements(r.isi -> 'unit') u)) as isi
    from terbaru x join ${SQL_REKAP} r on r.id = x.id join sop p on p.id = x.sop_id`

export type DeretIndikator = {
  readonly kode: string
  readonly nama: string
  readonly satuan: string
  readonly polaritas: string
  readonly deret: { tahun: number; triwulan: number; nilai: string | null; target: string | null }[]
}

/** Realised values of the IKU per year and per quarter of this year, for trends. */
export const ambilDeretIku = (db: BasisData, pelaku: Pelaku, tahun: number): Promise<DeretIndikator[]> =>
  db.baca.$queryRaw<DeretIndikator[]>`
    select i.kode, i.nama, i.satuan, i.polaritas, coalesce(json_agg(json_build_object('tahun', r.tahun, 'triwulan', r.triwulan,
        'nilai', trim_scale(r.nilai)::text, 'target', trim_scale(r.target)::text) order by r.tahun, r.triwulan) filter (where r.id is not null), '[]') as deret
    from indikator i left join realisasi_indikator r on r.indikator_id = i.id and r.kecamatan_id = i.kecamatan_id
      and ((r.triwulan = 0 and r.tahun between ${tahun}::int - 5 and ${tahun}::int) or (r.tahun = ${tahun}::int and r.triwulan > 0))
    where i.kecamatan_id = ${pelaku.kecamatanId}::uuid and i.jenis = 'IKU' and i.aktif group by i.id order by i.urut, i.kode`

export type WaktuLangkah = {
  readonly kode: string
  readonly nomor: string
  readonly uraian: string
  readonly waktuBaku: unknown
  readonly menit: number
  readonly jumlah: number
}

/** Actual working time per step of the office's finished steps, against the standard. */
export const ambilWaktuLangkah = (db: BasisData, pelaku: Pelaku): Promise<(WaktuLangkah & { namaSop: string })[]> =>
  db.baca.$queryRaw<(WaktuLangkah & { namaSop: string })[]>`
    with l as (
      select s.sop_id, s.versi_sop_id, g.kode, sum(g.menit_terpakai) as menit, count(*) as jumlah
      from langkah_siklus g join siklus s on s.id = g.siklus_id
      where g.kecamatan_id = ${pelaku.kecamatanId}::uuid and g.status = 'SELESAI' and s.status <> 'DIBATALKAN' group by 1, 2, 3
    )
    select p.nama as "namaSop", l.kode, d.nomor, d.uraian, d.waktu_baku as "waktuBaku", round(sum(l.menit) / sum(l.jumlah))::int as menit,
      sum(l.jumlah)::int as jumlah
    from l join sop p on p.id = l.sop_id join langkah_sop d on d.versi_sop_id = l.versi_sop_id and d.kode = l.kode
    group by p.nama, l.kode, d.nomor, d.uraian, d.waktu_baku, d.urut order by p.nama, d.urut`
