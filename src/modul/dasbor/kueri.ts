import type { BasisData } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { JenisPeriode } from '../../inti/waktu/index.ts'
import type { IsiRekap } from '../rekap/index.ts'

export type RekapTerbaru = { readonly siklusId: string; readonly namaSop: string; readonly jenisPeriode: JenisPeriode; readonly tahun: number; readonly nomorPeriode: number; readonly nomorVersi: number; readonly disetujui: boolean; readonly isi: IsiRekap }

/** The newest frozen recap of the office, approved ones first among those of the latest period. */
export const ambilRekapTerbaru = (db: BasisData, pelaku: Pelaku): Promise<RekapTerbaru[]> =>
  db.baca.$queryRaw<RekapTerbaru[]>`
    select r.siklus_id as "siklusId", p.nama as "namaSop", s.jenis_periode as "jenisPeriode", s.tahun, s.nomor_periode as "nomorPeriode",
      r.nomor_versi as "nomorVersi", exists (select 1 from telaah t where t.rekap_id = r.id and t.keputusan = 'DISETUJUI') as disetujui, r.isi
    from rekap r join siklus s on s.id = r.siklus_id join sop p on p.id = s.sop_id
    where r.kecamatan_id = ${pelaku.kecamatanId}::uuid and s.status <> 'DIBATALKAN'
    order by s.akhir_periode desc, r.dibekukan_pada desc limit 1`

export type DeretIndikator = { readonly kode: string; readonly nama: string; readonly satuan: string; readonly polaritas: string; readonly deret: { tahun: number; triwulan: number; nilai: string | null; target: string | null }[] }

/** Realised values of the IKU per year and per quarter of this year, for trends. */
export const ambilDeretIku = (db: BasisData, pelaku: Pelaku, tahun: number): Promise<DeretIndikator[]> =>
  db.baca.$queryRaw<DeretIndikator[]>`
    select i.kode, i.nama, i.satuan, i.polaritas, coalesce(json_agg(json_build_object('tahun', r.tahun, 'triwulan', r.triwulan,
        'nilai', trim_scale(r.nilai)::text, 'target', trim_scale(r.target)::text) order by r.tahun, r.triwulan) filter (where r.id is not null), '[]') as deret
    from indikator i left join realisasi_indikator r on r.indikator_id = i.id and r.kecamatan_id = i.kecamatan_id
      and ((r.triwulan = 0 and r.tahun between ${tahun}::int - 5 and ${tahun}::int) or (r.tahun = ${tahun}::int and r.triwulan > 0))
    where i.kecamatan_id = ${pelaku.kecamatanId}::uuid and i.jenis = 'IKU' and i.aktif group by i.id order by i.urut, i.kode`

export type WaktuLangkah = { readonly kode: string; readonly nomor: string; readonly uraian: string; readonly waktuBaku: unknown; readonly menit: number; readonly jumlah: number }

/** Actual working time per step of the office's finished steps, against the standard. */
export const ambilWaktuLangkah = (db: BasisData, pelaku: Pelaku): Promise<(WaktuLangkah & { namaSop: string })[]> =>
  db.baca.$queryRaw<(WaktuLangkah & { namaSop: string })[]>`
    select p.nama as "namaSop", l.kode, d.nomor, d.uraian, d.waktu_baku as "waktuBaku", round(avg(l.menit_terpakai))::int as menit, count(*)::int as jumlah
    from langkah_siklus l join siklus s on s.id = l.siklus_id join sop p on p.id = s.sop_id
      join langkah_sop d on d.versi_sop_id = s.versi_sop_id and d.kode = l.kode
    where l.kecamatan_id = ${pelaku.kecamatanId}::uuid and l.status = 'SELESAI' and s.status <> 'DIBATALKAN'
    group by p.nama, l.kode, d.nomor, d.uraian, d.waktu_baku, d.urut order by p.nama, d.urut`
