import { type BasisData, Prisma } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { type KartuIndikator, kartuIndikator } from './kartu-indikator.ts'

export const PER_HALAMAN = 20
export type Saringan = { jenis: '' | 'IKU' | 'IKK'; unit: string; q: string; halaman: number }
export type BarisIndikator = {
  readonly id: string
  readonly kode: string
  readonly jenis: 'IKU' | 'IKK'
  readonly nama: string
  readonly satuan: string
  readonly unit: string
  readonly target: string | null
  readonly targetTeks: string | null
  readonly akhir: { tahun: number; triwulan: number; nilai: string | null; kategori: string | null } | null
  readonly jumlah: number
}

const polaCari = (teks: string): string => `%${teks.replace(/[\\%_]/g, (huruf) => `\\${huruf}`)}%`

/** One page of active indicators with the Renstra target of a year and the last realised value. One query. */
export const ambilDaftarIndikator = (
  db: BasisData,
  pelaku: Pelaku,
  { jenis, unit, q, halaman, tahun }: Saringan & { tahun: number },
): Promise<BarisIndikator[]> =>
  db.baca.$queryRaw<BarisIndikator[]>`
    select i.id, i.kode, i.jenis, i.nama, i.satuan, u.nama as unit, trim_scale(t.nilai)::text as target, t.teks as "targetTeks",
      (select json_build_object('tahun', r.tahun, 'triwulan', r.triwulan, 'nilai', trim_scale(r.nilai)::text, 'kategori', r.kategori)
       from realisasi_indikator r where r.indikator_id = i.id and r.kecamatan_id = i.kecamatan_id
       order by r.tahun desc, (case r.triwulan when 0 then 5 else r.triwulan end) desc limit 1) as akhir,
      count(*) over ()::int as jumlah
    from indikator i join unit_kerja u on u.id = i.unit_id
      left join target_renstra t on t.indikator_id = i.id and t.tahun = ${tahun}
    where i.kecamatan_id = ${pelaku.kecamatanId}::uuid and i.aktif
      ${jenis ? Prisma.sql`and i.jenis = ${jenis}::jenis_indikator` : Prisma.empty}
      ${unit ? Prisma.sql`and i.unit_id = ${unit}::uuid` : Prisma.empty}
      ${q ? Prisma.sql`and (i.nama ilike ${polaCari(q)} or i.kode ilike ${polaCari(q)})` : Prisma.empty}
    order by i.jenis, i.urut, i.kode limit ${PER_HALAMAN} offset ${(halaman - 1) * PER_HALAMAN}`

export type PkIndikator = {
  readonly pkId: string
  readonly tahun: number
  readonly jenis: 'AWAL' | 'PERUBAHAN'
  readonly jabatan: string
  readonly target: string | null
  readonly targetAtas: string | null
  readonly targetTeks: string | null
}
export type RincianIndikator = {
  readonly kartu: KartuIndikator
  readonly unit: string
  readonly aktif: boolean
  readonly sasaran: string | null
  readonly program: string | null
  readonly kegiatan: string | null
  readonly subKegiatan: string | null
  readonly renstra: readonly { tahun: number; nilai: string | null; teks: string | null }[]
  readonly realisasi: readonly {
    tahun: number
    triwulan: number
    target: string | null
    nilai: string | null
    kategori: string | null
    sumber: string
  }[]
  readonly pk: readonly PkIndikator[]
}

/** One card with its place in the plan, targets, history, and the agreements that carry it. One query; 404 when not of this office. */
export async function ambilIndikator(db: BasisData, pelaku: Pelaku, id: string): Promise<RincianIndikator> {
  const [baris] = await db.baca.$queryRaw<RincianIndikator[]>`
    select ${kartuIndikator} as kartu, i.aktif, u.nama as unit, s.uraian as sasaran, p.kode || ' ' || p.nama as program,
      k.kode || ' ' || k.nama as kegiatan, b.kode || ' ' || b.nama as "subKegiatan",
      coalesce((select json_agg(json_build_object('tahun', t.tahun, 'nilai', trim_scale(t.nilai)::text, 'teks', t.teks) order by t.tahun)
        from target_renstra t where t.indikator_id = i.id), '[]') as renstra,
      coalesce((select json_agg(json_build_object('tahun', r.tahun, 'triwulan', r.triwulan, 'target', trim_scale(r.target)::text,
        'nilai', trim_scale(r.nilai)::text, 'kategori', r.kategori, 'sumber', r.sumber) order by r.tahun, r.triwulan)
        from realisasi_indikator r where r.indikator_id = i.id), '[]') as realisasi,
      coalesce((select json_agg(json_build_object('pkId', pk.id, 'tahun', pk.tahun, 'jenis', pk.jenis, 'jabatan', j.nama,
        'target', trim_scale(x.target)::text, 'targetAtas', trim_scale(x.target_atas)::text, 'targetTeks', x.target_teks)
        order by pk.tahun desc, pk.berlaku_sejak desc)
        from target_pk x join perjanjian_kinerja pk on pk.id = x.pk_id join jabatan j on j.id = pk.jabatan_id
        where x.indikator_id = i.id), '[]') as pk
    from indikator i join unit_kerja u on u.id = i.unit_id left join sasaran s on s.id = i.sasaran_id
      left join program p on p.id = i.program_id left join kegiatan k on k.id = i.kegiatan_id
      left join sub_kegiatan b on b.id = i.sub_kegiatan_id
    where i.id = ${id}::uuid and i.kecamatan_id = ${pelaku.kecamatanId}::uuid`
  if (!baris) throw galat.tidakDitemukan('Indikator')
  return baris
}
