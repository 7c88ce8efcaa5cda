import type { BasisData } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'

/** A sub kegiatan with its money, or a program or kegiatan that has none yet (`subId` null). Amounts are plain decimals. */
export type BarisProgram = {
  readonly programKode: string
  readonly programNama: string
  readonly kegiatanKode: string | null
  readonly kegiatanNama: string | null
  readonly subId: string | null
  readonly kode: string | null
  readonly nama: string | null
  readonly kelurahan: string | null
  readonly unit: string | null
  readonly jenisAnggaran: 'DPA' | 'DPPA' | null
  readonly pagu: string | null
  readonly paguLalu: string | null
  readonly realisasiLalu: string | null
  readonly triwulan: number | null
  readonly realisasi: string | null
}

/**
 * Programs down to sub kegiatan with the budget of a year (DPPA once it holds, else DPA), what was spent of it up to the last
 * known quarter, and the whole year before (as budgeted, else as recorded with what was spent). One row per sub kegiatan and kelurahan: money is counted there and nowhere else.
 */
export const ambilProgram = (db: BasisData, pelaku: Pelaku, tahun: number): Promise<BarisProgram[]> =>
  db.baca.$queryRaw<BarisProgram[]>`
    select p.kode as "programKode", p.nama as "programNama", k.kode as "kegiatanKode", k.nama as "kegiatanNama",
      s.id as "subId", s.kode, s.nama, s.kelurahan, u.nama as unit, a.jenis as "jenisAnggaran", a.pagu::text as pagu,
      coalesce(al.pagu, l.pagu)::text as "paguLalu", l.nilai::text as "realisasiLalu", r.triwulan, r.nilai::text as realisasi
    from program p left join kegiatan k on k.program_id = p.id left join sub_kegiatan s on s.kegiatan_id = k.id
      left join unit_kerja u on u.id = s.unit_id
      left join lateral (select * from anggaran x where x.sub_kegiatan_id = s.id and x.tahun = ${tahun}
        order by x.berlaku_sejak desc, (x.jenis = 'DPPA') desc limit 1) a on true
      left join lateral (select * from anggaran x where x.sub_kegiatan_id = s.id and x.tahun = ${tahun - 1}
        order by x.berlaku_sejak desc, (x.jenis = 'DPPA') desc limit 1) al on true
      left join lateral (select * from realisasi_anggaran x where x.sub_kegiatan_id = s.id and x.tahun = ${tahun - 1}
        order by (x.triwulan = 0) desc, x.triwulan desc limit 1) l on true
      left join lateral (select * from realisasi_anggaran x where x.sub_kegiatan_id = s.id and x.tahun = ${tahun}
        order by (x.triwulan = 0) desc, x.triwulan desc limit 1) r on true
    where p.kecamatan_id = ${pelaku.kecamatanId}::uuid
      and (a.id is not null or al.id is not null or l.id is not null or r.id is not null or coalesce(least(p.sampai_tahun, k.sampai_tahun, s.sampai_tahun), 9999) >= ${tahun})
    order by p.kode, k.kode, s.kode, s.kelurahan`
