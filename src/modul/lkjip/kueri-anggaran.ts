import { Prisma } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { sasaranProgram } from '../perencanaan/index.ts'
import type { Pembaca } from './kueri-hasil.ts'

/** A sub kegiatan (per kelurahan) with its money of the year: counted here and nowhere else. Plain decimals. */
export type SubAnggaran = {
  readonly id: string
  readonly kode: string
  readonly nama: string
  readonly unit: string
  readonly kegiatanId: string
  readonly kegiatanKode: string
  readonly kegiatan: string
  readonly programId: string
  readonly programKode: string
  readonly program: string
  /** of the year's Renstra */
  readonly sasaranId: string | null
  readonly tujuanId: string | null
  /** DPPA once it holds, else DPA; null: no budget of that year */
  readonly pagu: string | null
  /** spent up to the last known quarter (or the whole year); null: nothing recorded */
  readonly realisasi: string | null
  /** quarter up to which it is known; 0 for the whole year, null for nothing */
  readonly triwulan: number | null
  /** spent up to the end of each quarter */
  readonly sampaiTriwulan: readonly (string | null)[]
  /** spent in the years of the Renstra before this one, of each the whole year or up to its last known quarter; null: nothing recorded */
  readonly realisasiLalu: string | null
  /** pagu indikatif of all years of the Renstra that covers the year; null: none was written */
  readonly paguRenstra: string | null
}

/** One version of a paragraph. */
export type Paragraf = {
  readonly objek: string
  readonly bagian: string
  readonly versi: number
  readonly isi: string
  readonly ditulisOleh: string
  readonly jabatanPenulis: string
  readonly ditulisPada: string
}
export type VersiLkjip = {
  readonly nomorVersi: number
  readonly kurang: number
  readonly catatan: string
  readonly dibekukanPada: string
  readonly dibekukanOleh: string
  readonly jabatanPembeku: string
  readonly sha256: string
}
export type AnggaranTeks = {
  /** with money of the year, or of the Renstra */
  readonly anggaran: readonly SubAnggaran[]
  /** all versions, the newest of each first */
  readonly paragraf: readonly Paragraf[]
  readonly versi: readonly VersiLkjip[]
}

/** Budget and its use, paragraphs with all their versions, and frozen versions of a year. One query. */
export async function ambilAnggaranTeks(baca: Pembaca, pelaku: Pelaku, tahun: number): Promise<AnggaranTeks> {
  const kec = pelaku.kecamatanId
  const [a] = await baca.$queryRaw<AnggaranTeks[]>`
    select coalesce((select json_agg(z order by z."programKode", z."kegiatanKode", z.kode, z.nama) from (
        select s.id, s.kode, s.nama || (case when s.kelurahan = '' then '' else ' (' || s.kelurahan || ')' end) as nama,
          coalesce(u.nama, '') as unit, k.id as "kegiatanId", k.kode as "kegiatanKode", k.nama as kegiatan, p.id as "programId",
          p.kode as "programKode", p.nama as program, ${sasaranProgram(Prisma.sql`p`, tahun)} as "sasaranId",
          (select x.tujuan_id from sasaran x where x.id = ${sasaranProgram(Prisma.sql`p`, tahun)}) as "tujuanId", trim_scale(a.pagu)::text as pagu,
          trim_scale(r.nilai)::text as realisasi, r.triwulan,
          (select json_agg((select trim_scale(x.nilai)::text from realisasi_anggaran x where x.sub_kegiatan_id = s.id and x.tahun = ${tahun}
            and x.triwulan = n) order by n) from generate_series(1, 4) n) as "sampaiTriwulan",
          (select trim_scale(sum(y.nilai))::text from (
            select distinct on (x.tahun) x.nilai from realisasi_anggaran x where x.sub_kegiatan_id = s.id
              and x.tahun < ${tahun} and x.tahun >= (select max(tahun_awal) from renstra where kecamatan_id = ${kec}::uuid
                and ${tahun} between tahun_awal and tahun_akhir)
            order by x.tahun, (x.triwulan = 0) desc, x.triwulan desc) y) as "realisasiLalu", trim_scale(g.nilai)::text as "paguRenstra"
        from sub_kegiatan s join kegiatan k on k.id = s.kegiatan_id join program p on p.id = k.program_id
          left join unit_kerja u on u.id = s.unit_id
          left join lateral (select * from anggaran x where x.sub_kegiatan_id = s.id and x.tahun = ${tahun}
            and x.berlaku_sejak <= make_date(${tahun}, 12, 31) order by x.berlaku_sejak desc, (x.jenis = 'DPPA') desc limit 1) a on true
          left join lateral (select * from realisasi_anggaran x where x.sub_kegiatan_id = s.id and x.tahun = ${tahun}
            order by (x.triwulan = 0) desc, x.triwulan desc limit 1) r on true
          left join lateral (select sum(x.nilai) as nilai from pagu_indikatif x join renstra e on e.kecamatan_id = x.kecamatan_id
            and ${tahun} between e.tahun_awal and e.tahun_akhir and x.tahun between e.tahun_awal and e.tahun_akhir
            where x.sub_kegiatan_id = s.id and x.kecamatan_id = ${kec}::uuid) g on true
        where s.kecamatan_id = ${kec}::uuid and (a.pagu is not null or r.nilai is not null or g.nilai is not null)) z), '[]') as anggaran,
      coalesce((select json_agg(json_build_object('objek', q.objek, 'bagian', q.bagian, 'versi', q.versi, 'isi', q.isi,
          'ditulisOleh', q.ditulis_oleh, 'jabatanPenulis', q.jabatan_penulis, 'ditulisPada', q.ditulis_pada)
          order by q.objek, q.bagian, q.versi desc)
        from paragraf_lkjip q where q.kecamatan_id = ${kec}::uuid and q.tahun = ${tahun}), '[]') as paragraf,
      coalesce((select json_agg(json_build_object('nomorVersi', v.nomor_versi, 'kurang', v.kurang, 'catatan', v.catatan, 'sha256', v.sha256,
          'dibekukanPada', v.dibekukan_pada, 'dibekukanOleh', v.dibekukan_oleh, 'jabatanPembeku', v.jabatan_pembeku) order by v.nomor_versi desc)
        from lkjip v where v.kecamatan_id = ${kec}::uuid and v.tahun = ${tahun}), '[]') as versi`
  return a ?? { anggaran: [], paragraf: [], versi: [] }
}
