import { Prisma } from '../../../inti/basis-data/index.ts'
import type { Pembaca } from './kueri.ts'
import type { RealisasiSub } from './realisasi.ts'

export type BarisRealisasi = Omit<RealisasiSub, 'bulanan'> & {
  readonly id: string
  readonly kode: string
  readonly nama: string
  readonly kelurahan: string
  readonly unitId: string | null
  readonly unit: string | null
  /** the budget that holds last in the year; plain decimal */
  readonly pagu: string | null
  readonly bulanan: readonly { bulan: number; nilai: string; keterangan: string; versi: number; pada: string }[]
}

type Minta = {
  readonly kecamatanId: string
  readonly tahun: number
  readonly sub?: readonly string[]
  readonly kunci?: boolean
}
/**
 * Sub kegiatan with budget or spending in a year, with their typed months and what was recorded up to ends of quarters and months. One query; with `kunci` the sub
 * kegiatan are locked before, so that what is read is what stood there after the wait.
 */
export async function daftarRealisasi(
  baca: Pembaca,
  { kecamatanId, tahun, sub, kunci = false }: Minta,
): Promise<BarisRealisasi[]> {
  const pilih = Prisma.sql`s.kecamatan_id = ${kecamatanId}::uuid ${
    sub
      ? Prisma.sql`and s.id = any(${[...sub]}::uuid[])`
      : Prisma.sql`and (exists (select 1 from anggaran a where a.sub_kegiatan_id = s.id and a.tahun = ${tahun})
        or exists (select 1 from realisasi_bulanan b where b.sub_kegiatan_id = s.id and b.tahun = ${tahun})
        or exists (select 1 from realisasi_sampai_bulan m where m.sub_kegiatan_id = s.id and m.tahun = ${tahun}))`
  }`
  if (kunci) await baca.$queryRaw`select 1 from sub_kegiatan s where ${pilih} order by s.id for update of s`
  return baca.$queryRaw<BarisRealisasi[]>`
    select s.id, s.kode, s.nama, s.kelurahan, s.unit_id as "unitId", (select u.nama from unit_kerja u where u.id = s.unit_id) as unit,
      (select trim_scale(a.pagu)::text from anggaran a where a.sub_kegiatan_id = s.id and a.tahun = ${tahun}
        order by a.berlaku_sejak desc, (a.jenis = 'DPPA') desc limit 1) as pagu,
      coalesce((select json_agg(json_build_object('bulan', b.bulan, 'nilai', trim_scale(b.nilai)::text, 'keterangan', b.keterangan,
        'versi', b.versi, 'pada', coalesce(b.diubah_pada::text, '')) order by b.bulan) from realisasi_bulanan b where b.sub_kegiatan_id = s.id and b.tahun = ${tahun}), '[]') as bulanan,
      coalesce((select json_agg(x.isi) from (
        select json_build_object('triwulan', r.triwulan, 'nilai', trim_scale(r.nilai)::text, 'sumber', r.sumber) as isi
          from realisasi_anggaran r where r.sub_kegiatan_id = s.id and r.tahun = ${tahun}
        union all select json_build_object('bulan', m.bulan, 'nilai', trim_scale(m.nilai)::text, 'sumber', m.sumber)
          from realisasi_sampai_bulan m where m.sub_kegiatan_id = s.id and m.tahun = ${tahun}) x), '[]') as resmi
    from sub_kegiatan s where ${pilih} order by s.kode, s.kelurahan, s.id`
}
