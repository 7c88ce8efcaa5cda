import { Prisma, type Tx } from '../../inti/basis-data/index.ts'
import type { BarisSiklus } from '../siklus/index.ts'

type Bahan = {
  readonly siklus: BarisSiklus
  readonly sumber: string
  /** sub kegiatan that a koreksi in another siklus of the period holds */
  readonly luar: readonly string[]
}

/** What the forms of the siklus say was spent up to the end of the period becomes the figure of that quarter (0: year). */
export async function catatTriwulan(tx: Tx, bahan: Bahan & { readonly triwulan: number }): Promise<void> {
  const { siklus, triwulan } = bahan
  await tx.$executeRaw`
    insert into realisasi_anggaran (kecamatan_id, sub_kegiatan_id, tahun, triwulan, pagu, nilai, sumber, siklus_id)
    select x.kecamatan_id, x.sub_kegiatan_id, ${siklus.tahun}::int, ${triwulan}::int, x.pagu, x.nilai, x.sumber, x.siklus_id from ${uangDisetujui(bahan)} x
    on conflict (kecamatan_id, sub_kegiatan_id, tahun, triwulan) do update set pagu = excluded.pagu, nilai = excluded.nilai,
      sumber = excluded.sumber, siklus_id = excluded.siklus_id`
}

/** The same of a siklus per month: spent up to the end of that month. */
export async function catatBulan(tx: Tx, bahan: Bahan & { readonly bulan: number }): Promise<void> {
  const { siklus, bulan } = bahan
  await tx.$executeRaw`
    insert into realisasi_sampai_bulan (kecamatan_id, sub_kegiatan_id, tahun, bulan, nilai, sumber, siklus_id)
    select x.kecamatan_id, x.sub_kegiatan_id, ${siklus.tahun}::int, ${bulan}::int, x.nilai, x.sumber, x.siklus_id from ${uangDisetujui(bahan)} x
    on conflict (kecamatan_id, sub_kegiatan_id, tahun, bulan) do update set nilai = excluded.nilai, sumber = excluded.sumber,
      siklus_id = excluded.siklus_id`
}

/** SQL: filled budget rows of the siklus; the newest koreksi of a figure stands over its row, also when the siklus is approved once more. */
const uangDisetujui = ({ siklus, sumber, luar }: Bahan) => Prisma.sql`(
    select distinct on (a.sub_kegiatan_id) a.kecamatan_id, a.sub_kegiatan_id, a.pagu, a.siklus_id,
      case when o.baru is null then a.realisasi else (o.baru ->> 'realisasi')::numeric end as nilai,
      ${sumber} || case when o.baru is null then '' else ', dikoreksi' end as sumber
    from baris_anggaran a left join lateral (select k.baru from koreksi k where k.siklus_id = a.siklus_id
        and k.kecamatan_id = a.kecamatan_id and k.sub_kegiatan_id = a.sub_kegiatan_id and k.status = 'DISETUJUI' order by k.diputus_pada desc limit 1) o on true
    where a.siklus_id = ${siklus.id}::uuid and a.kecamatan_id = ${siklus.kecamatanId}::uuid and a.sub_kegiatan_id <> all (${[...luar]}::uuid[])
      and coalesce(o.baru ->> 'status', a.status::text) = 'TERISI'
    order by a.sub_kegiatan_id, a.diubah_pada desc nulls last)`

/** SQL without parameters: what was recorded as spent last before the period of the row; needs a (baris_anggaran) and s (siklus). */
export const SQL_REALISASI_LALU = Prisma.sql`(select trim_scale(r.nilai)::text from (
      select r.triwulan * 3 as bulan, 1 as pangkat, r.nilai from realisasi_anggaran r where r.kecamatan_id = a.kecamatan_id
        and r.sub_kegiatan_id = a.sub_kegiatan_id and r.tahun = s.tahun and r.triwulan > 0
      union all select r.bulan, 0, r.nilai from realisasi_sampai_bulan r where r.kecamatan_id = a.kecamatan_id
        and r.sub_kegiatan_id = a.sub_kegiatan_id and r.tahun = s.tahun) r
    where r.bulan < extract(month from s.akhir_periode) order by r.bulan desc, r.pangkat desc limit 1)`
